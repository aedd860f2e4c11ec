package hopfilm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.film.BrokenRunException;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Textures;
import org.junit.jupiter.api.Test;

class TextureWatchTest {

  private static final Grid GRID = Grid.film(40, 40, 4e-9, 1e-6);

  /** Smooth but for a square of random directions. */
  private static VectorField partlyRandom(int width) {
    VectorField m = Textures.uniform(GRID, 0, 0, 1);
    VectorField random = Textures.random(GRID, 3);
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < width; i++) {
        int cell = GRID.index(i, j, 0);
        for (int c = 0; c < 3; c++) {
          m.component(c)[cell] = random.component(c)[cell];
        }
      }
    }
    return m;
  }

  @Test
  void aRandomStartMayRelax() {
    TextureWatch watch = new TextureWatch(false);
    for (int width : new int[] {40, 38, 35, 30, 20, 10, 0}) {
      assertThat(watch.look(partlyRandom(width), 0)).isEmpty();
    }
  }

  @Test
  void aSmoothFilmThatBreaksUpStopsTheRun() {
    TextureWatch watch = new TextureWatch(false);
    watch.look(partlyRandom(0), 0);
    // 75 % of (10/40)^2 turn: defects
    assertThat(watch.look(partlyRandom(10), 1e-9)).isEmpty();
    // 75 % of (30/40)^2
    assertThatExceptionOfType(BrokenRunException.class)
        .isThrownBy(() -> watch.look(partlyRandom(30), 2e-9))
        .withMessageMatching("at 2.00000 ns 4[123] %.*")
        .withMessageContaining("lower it");
  }

  @Test
  void atATemperatureItIsOnlyToldOf() {
    TextureWatch watch = new TextureWatch(true);
    watch.look(partlyRandom(0), 0);
    assertThat(watch.look(partlyRandom(40), 1e-9))
        .hasValueSatisfying(s -> assertThat(s).contains("after 0.0 %", "temperature"));
    assertThat(watch.look(partlyRandom(40), 2e-9)).as("said once").isEmpty();
  }
}
