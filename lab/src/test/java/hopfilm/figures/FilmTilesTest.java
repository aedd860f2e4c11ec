package hopfilm.figures;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Palette;
import hopfilm.chart.Stack;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.result.PatternEnergies;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pixels of pictures that are known in advance. */
class FilmTilesTest {

  /** Pixels of a PNG for each of the figure. */
  private static final int SCALE = 2;

  private static final Grid GRID = Grid.film(4, 4, 4e-9, 1e-6);

  private static int pixel(BufferedImage image, double x, double y) {
    return image.getRGB((int) (SCALE * x), (int) (SCALE * y)) & 0xffffff;
  }

  /** The second film is down but for the cell at the lower left, and carries ten times as much. */
  @Test
  void filmsStandSideBySideOnOneScale() {
    VectorField up = VectorField.uniform(GRID, 0, 0, 1);
    VectorField down = VectorField.uniform(GRID, 0, 0, -1);
    down.z()[GRID.index(0, 0, 0)] = 1;
    FilmTiles tiles =
        new FilmTiles(
            List.of(
                new FilmState("a", 0, up, VectorField.uniform(GRID, 1e11, 0, 0), null),
                new FilmState("b", 0, down, VectorField.uniform(GRID, 1e12, 0, 0), null)),
            List.of());
    BufferedImage image = FigureFiles.png(tiles);
    int first = FilmTiles.LEFT;
    int second = first + FilmTiles.SIDE + FilmTiles.GAP;
    int green = ColourMap.DIVERGING.rgb(1);
    int purple = ColourMap.DIVERGING.rgb(0);
    int cell = FilmTiles.SIDE / 4;
    int top = 34;
    int low = top + 3 * cell + cell / 2;
    assertThat(pixel(image, first + 1.5 * cell, low)).isEqualTo(green);
    assertThat(pixel(image, second + 0.5 * cell, low)).isEqualTo(green);
    assertThat(pixel(image, second + 1.5 * cell, low)).isEqualTo(purple);
    assertThat(pixel(image, second + 0.5 * cell, top + cell / 2)).isEqualTo(purple);
    int below = tiles.height() - 34 - FilmTiles.SIDE / 2;
    assertThat(pixel(image, first + 1.5 * cell, below)).isEqualTo(ColourMap.SEQUENTIAL.rgb(0));
    assertThat(pixel(image, second + 1.5 * cell, below)).isEqualTo(ColourMap.SEQUENTIAL.rgb(1));
  }

  /** Energies -2, 1 and 0 W: bars to the left, to the right and none, the lowest outlined. */
  @Test
  void barsGoFromZeroToTheEnergyOnOneScale() {
    PatternEnergies reading =
        new PatternEnergies(
            "a",
            List.of(
                new PatternEnergies.PatternEnergy("+-", -2),
                new PatternEnergies.PatternEnergy("-+", 1),
                new PatternEnergies.PatternEnergy("++", 0)),
            "+-",
            List.of(new PatternEnergies.Trained("+-", -2, true, 1)),
            false);
    EnergyTiles tiles = new EnergyTiles("energies", List.of(reading));
    BufferedImage image = FigureFiles.png(tiles);
    int orange = Palette.VERMILLION.getRGB() & 0xffffff;
    int blue = Palette.SKY.getRGB() & 0xffffff;
    int[] trained = count(image, 0, orange);
    int[] other = count(image, 1, blue);
    assertThat(count(image, 2, orange)[0] + count(image, 2, blue)[0]).isZero();
    // the outline of the lowest bar takes a pixel or two at its ends
    assertThat((double) trained[0] / other[0]).isBetween(1.9, 2.05);
    // one ends where the other begins, at zero
    assertThat(trained[2]).isBetween(other[1] - 8, other[1] + 2);
  }

  /** Pixels of a colour in the middle of a row of bars: how many, the first, the last. */
  private static int[] count(BufferedImage image, int row, int rgb) {
    int y = SCALE * (40 + row * 22 + 11);
    int[] found = {0, Integer.MAX_VALUE, 0};
    for (int x = 0; x < image.getWidth(); x++) {
      if ((image.getRGB(x, y) & 0xffffff) == rgb) {
        found[0]++;
        found[1] = Math.min(found[1], x);
        found[2] = x;
      }
    }
    return found;
  }

  @Test
  void aStackIsAsHighAsItsParts() {
    PatternEnergies none =
        new PatternEnergies(
            "a", List.of(new PatternEnergies.PatternEnergy("+-", -1)), "+-", List.of(), false);
    Figure part = new EnergyTiles("e", List.of(none));
    Figure wide = new EnergyTiles("e", List.of(none, none));
    Figure stack = new Stack(List.of(part, wide));
    assertThat(stack.width()).isEqualTo(wide.width());
    assertThat(stack.height()).isGreaterThanOrEqualTo(part.height() + wide.height());
  }
}
