package hopfilm.figures;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.ColourMap;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Palette;
import hopfilm.chart.Row;
import hopfilm.grid.Grid;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pixels of pictures that are known in advance. */
class MapTilesTest {
  private static final int SCALE = 2;
  private static final Grid GRID = Grid.film(4, 4, 4e-9, 1e-6);

  private static int pixel(BufferedImage image, double x, double y) {
    return image.getRGB((int) (SCALE * x), (int) (SCALE * y)) & 0xffffff;
  }

  /** The lower left cell is at one end of the scale, the rest in its middle; a hole is grey. */
  @Test
  void signsGoToBothSidesOnOneScale() {
    double[] up = new double[16];
    double[] down = new double[16];
    up[0] = 2;
    down[0] = -2;
    boolean[] isFilm = new boolean[16];
    java.util.Arrays.fill(isFilm, true);
    isFilm[15] = false;
    MapTiles tiles =
        new MapTiles(
            GRID,
            List.of(),
            List.of(
                new MapTiles.Tile("up", MapTiles.where(isFilm, up), null),
                new MapTiles.Tile("down", MapTiles.where(isFilm, down), null)),
            true,
            "change",
            "W");
    BufferedImage image = FigureFiles.png(tiles);
    double cell = FilmTiles.SIDE / 4.0;
    double second = FilmTiles.SIDE + FilmTiles.GAP;
    double low = 34 + 3.5 * cell;
    assertThat(pixel(image, 0.5 * cell, low)).isEqualTo(ColourMap.DIVERGING.rgb(1));
    assertThat(pixel(image, second + 0.5 * cell, low)).isEqualTo(ColourMap.DIVERGING.rgb(0));
    assertThat(pixel(image, 1.5 * cell, low)).isEqualTo(ColourMap.DIVERGING.rgb(0.5));
    assertThat(pixel(image, 3.5 * cell, 34 + 0.5 * cell))
        .isEqualTo(Palette.NO_FILM.getRGB() & 0xffffff);
    assertThat(tiles.description()).isEqualTo("change: up, down");
    assertThat(new Row("a", List.of(tiles, tiles)).width()).isGreaterThan(2 * tiles.width());
  }
}
