package hopfilm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilmStripTest {

  private static FilmStrip strip(int nx, int ny) {
    BufferedImage cells = new BufferedImage(nx, ny, BufferedImage.TYPE_INT_RGB);
    SnapshotPicture frame = new SnapshotPicture(Grid.film(nx, ny, 4e-9, 20e-9), 0, cells);
    return new FilmStrip(Collections.nCopies(6, frame));
  }

  /** Six frames of 600 x 60 pixels fill at least a third of the picture, with times and bar. */
  @Test
  void framesOfALongBarStandBelowEachOther() {
    FilmStrip bar = strip(200, 20);
    assertThat(bar.width()).isLessThan(800);
    assertThat(6.0 * 600 * 60 / (bar.width() * bar.height())).isGreaterThan(0.33);
  }

  @Test
  void framesOfOtherFilmsStandSideBySide() {
    FilmStrip film = strip(60, 50);
    assertThat(film.width()).isGreaterThan(6 * 240);
    assertThat(film.height()).isCloseTo(70 + 200 + 46, within(1));
  }

  /** Its label stands upright beside the bar of a flat film and must fit into the picture. */
  @Test
  void theLabelOfAMapOfALongBarFits() {
    Grid bar = Grid.film(200, 20, 4e-9, 20e-9);
    MapTiles.Tile tile = new MapTiles.Tile("t", new double[4000], null);
    MapTiles tiles = new MapTiles(bar, List.of(), List.of(tile), false, "rise of temperature", "K");
    // some 200 pixels at 18 pixels a line
    assertThat(tiles.height()).isGreaterThan(34 + 200);
  }
}
