package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hopfilm.grid.Grid;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A checkerboard of contacts: one colour is the row, the other is dealt to pixels. */
class RowGridTest {

  private static RowGrid grid(int rows, int columns, int pixels, long seed) {
    return RowGrid.of(new RowGrid.Plan(rows, columns, pixels, seed));
  }

  private static int spread(List<Integer> places) {
    return Collections.max(places) - Collections.min(places);
  }

  /** There are 2RC - R - C pairs of neighbours, and each is one of the row and a pixel. */
  @ParameterizedTest
  @CsvSource({"8, 8, 32", "8, 8, 16", "8, 8, 8", "4, 4, 8", "5, 7, 17", "2, 3, 1", "1, 2, 1"})
  void allNeighboursAreOfRowAndPixel(int rows, int columns, int pixels) {
    RowGrid grid = grid(rows, columns, pixels, 1);
    assertThat(grid.places().stream().mapToInt(n -> n).sum())
        .isEqualTo(2 * rows * columns - rows - columns);
    for (int c = 0; c < rows * columns; c++) {
      boolean isOfRow = grid.pixels().get(c) == 0;
      if (c % columns + 1 < columns) {
        assertThat(grid.pixels().get(c + 1) == 0).isNotEqualTo(isOfRow);
      }
      if (c + columns < rows * columns) {
        assertThat(grid.pixels().get(c + columns) == 0).isNotEqualTo(isOfRow);
      }
    }
  }

  /**
   * Contacts of 8 x 8 have two (in 2 corners), three (12 at edges) or four neighbours (18). Pairs
   * of them meet the row 7 times on average, one with a corner 6 times at most: 6 to 8 is the best.
   */
  @ParameterizedTest
  @CsvSource({
    "8, 8, 16, 2",
    "8, 8, 8, 0",
    "8, 8, 4, 0",
    "6, 6, 6, 0",
    "12, 12, 24, 2",
    "8, 9, 9, 1"
  })
  void placesAreEqual(int rows, int columns, int pixels, int spread) {
    for (int seed = 1; seed <= 5; seed++) {
      assertThat(spread(grid(rows, columns, pixels, seed).places())).isLessThanOrEqualTo(spread);
    }
  }

  /** A contact of a pixel lies beside none of its own, not even across a corner. */
  @Test
  void contactsOfAPixelAreApart() {
    for (int seed = 1; seed <= 5; seed++) {
      List<Integer> pixels = grid(8, 8, 16, seed).pixels();
      for (int a = 0; a < 64; a++) {
        for (int b = 0; b < a; b++) {
          if (pixels.get(a) > 0 && pixels.get(a).equals(pixels.get(b))) {
            assertThat(Math.hypot(a / 8 - b / 8, a % 8 - b % 8)).isGreaterThan(2);
          }
        }
      }
    }
  }

  /** One contact a pixel is numbered as one reads; the seed has nothing to choose. */
  @Test
  void singleContactsAreInReadingOrder() {
    assertThat(grid(2, 4, 4, 5).pixels()).containsExactly(0, 1, 0, 2, 3, 0, 4, 0);
    assertThat(grid(2, 4, 4, 6)).extracting(RowGrid::pixels).isEqualTo(grid(2, 4, 4, 5).pixels());
  }

  @Test
  void theSeedDecides() {
    assertThat(grid(8, 8, 16, 3)).isEqualTo(grid(8, 8, 16, 3));
    assertThat(grid(8, 8, 16, 3).pixels()).isNotEqualTo(grid(8, 8, 16, 4).pixels());
  }

  /** Contacts that cannot be shared are left out, corners first. */
  @Test
  void leavesOutContacts() {
    RowGrid grid = grid(4, 4, 7, 1);
    assertThat(Collections.frequency(grid.pixels(), -1)).isEqualTo(1);
    assertThat(grid.places()).containsExactlyInAnyOrder(2, 3, 3, 3, 3, 4, 4);
    assertThatIllegalArgumentException().isThrownBy(() -> grid(4, 4, 9, 1));
  }

  @Test
  void electrodesAreNamedAndWhole() {
    Grid film = Grid.film(128, 128, 8e-9, 1e-6);
    List<Electrode> all = grid(4, 4, 4, 1).on(film, 40e-9, 128e-9);
    assertThat(all).extracting(Electrode::name).containsExactly("row", "p1", "p2", "p3", "p4");
    assertThat(all).extracting(e -> e.patches().size()).containsExactly(8, 2, 2, 2, 2);
  }
}
