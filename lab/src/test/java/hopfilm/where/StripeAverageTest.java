package hopfilm.where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StripeAverageTest {

  /** Whatever the outline and the edges, nothing is lost: to rounding of the sums. */
  @Test
  void keepsTheSum() {
    for (Edges edges : Edges.values()) {
      Grid film = Grid.film(40, 30, 4e-9, 1e-6, edges, Edges.OPEN);
      CellMask mask = CellMask.full(film).without(new Disc(60e-9, 50e-9, 25e-9));
      double[] values = new SplittableRandom(3).doubles(1200, -1, 1).toArray();
      for (int c = 0; c < values.length; c++) {
        values[c] = mask.inside(c) ? values[c] : 0;
      }
      double[] average = new StripeAverage(film, mask, 44e-9).of(values);
      assertThat(Arrays.stream(average).sum())
          .isCloseTo(Arrays.stream(values).sum(), within(1e-11));
    }
  }

  /** A point has half its height at half the width: the definition. */
  @Test
  void hasTheWidthThatItSays() {
    Grid film = Grid.film(101, 101, 4e-9, 1e-6);
    double[] point = new double[101 * 101];
    point[50 + 101 * 50] = 1;
    double[] average = new StripeAverage(film, CellMask.full(film), 80e-9).of(point);
    double top = average[50 + 101 * 50];
    assertThat(average[60 + 101 * 50]).isCloseTo(top / 2, within(1e-12));
    assertThat(average[50 + 101 * 40]).isCloseTo(top / 2, within(1e-12));
  }

  /** A stripe that moves by half a period leaves less than a twentieth of itself. */
  @Test
  void takesAwayWhatOnlyMoved() {
    Grid film = Grid.film(100, 20, 4e-9, 1e-6, Edges.PERIODIC, Edges.PERIODIC);
    double[] wave = new double[2000];
    for (int c = 0; c < wave.length; c++) {
      wave[c] = Math.sin(2 * Math.PI * (c % 100) / 10.0);
    }
    double[] average = new StripeAverage(film, CellMask.full(film), 40e-9).of(wave);
    // Fourier transform of the Gaussian at one period: exp(-pi^2/(4 ln 2)); cells miss the crest by
    // 18 degrees
    assertThat(Arrays.stream(average).map(Math::abs).max().orElseThrow())
        .isCloseTo(0.02845 * Math.cos(Math.PI / 10), within(1e-4));
  }
}
