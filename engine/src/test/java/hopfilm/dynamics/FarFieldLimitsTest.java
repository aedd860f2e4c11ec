package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Up to where a continued field is stable, on a model of two numbers. */
class FarFieldLimitsTest {

  /**
   * The table's model at its limits: m' = J (a m + far), J precession and damping, far = +-theta m
   * along either axis, with the far part continued and corrected; a is what the exchange of a wave
   * is to the time step, up to the scheme's own reach.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 1})
  void limitsOfTheTableAreStable(double alpha) {
    for (int order = 1; order <= 3; order++) {
      assertStable(order, alpha, FarFieldLimits.theta(order, alpha));
    }
  }

  /** The same with several steps between two fields, theta by the time between these. */
  @ParameterizedTest
  @CsvSource({"2, 0.05", "2, 0.3", "3, 0.1", "3, 1", "4, 0.02", "4, 0.3", "8, 0.05", "8, 0.3"})
  void limitsOfSeveralStepsAreStable(int steps, double alpha) {
    for (int order = 2; order <= 4; order++) {
      assertStable(order, alpha, FarFieldLimits.sparseTheta(order, alpha), steps);
    }
  }

  private static void assertStable(int order, double alpha, double theta) {
    assertStable(order, alpha, theta, 1);
  }

  private static void assertStable(int order, double alpha, double theta, int steps) {
    double[] corrections = {0.5, 5 / 12.0, 3 / 8.0, 251 / 720.0, 95 / 288.0};
    // the field itself acts between 0 and theta, less half of m between -theta and theta
    double[] far = {-theta, 0, 0.5 * theta, theta};
    for (double a = 0.05 - 0.25; a < 2.3; a += 0.25) {
      for (int n = 0; n < 16; n++) {
        double bu = far[n % 4];
        double bv = far[n / 4];
        // a saddle runs away by itself, and what is stiffer is beyond the time step
        if (steps * a + Math.min(bu, bv) < 0.01 || a + theta > 2.4) {
          continue;
        }
        LinearFilm film = new LinearFilm(a, bu, bv, alpha, order, corrections[order], steps);
        assertThat(film.growth(4000))
            .as("order %s, a %s, far %s", order, a, n)
            .isLessThan(1 + 1.5e-4);
      }
    }
  }

  @Test
  void limitsLieBetweenThoseOfTheTable() {
    assertThat(FarFieldLimits.theta(3, 0.15)).isCloseTo(0.135, within(1e-12));
    assertThat(FarFieldLimits.theta(2, 0.01)).isCloseTo(0.15, within(1e-12));
    assertThat(FarFieldLimits.theta(1, 1)).isCloseTo(0.48, within(1e-12));
  }

  /** Two numbers that precess, half of what turns them late. */
  private static final class LinearFilm {
    private final double a;
    private final double[] b;
    private final double alpha;
    private final int order;
    private final double correction;
    private final int steps;
    private final double[][] past;
    private double[] m = {1, 0.3};

    LinearFilm(
        double a, double bu, double bv, double alpha, int order, double correction, int steps) {
      this.steps = steps;
      this.a = a;
      this.b = new double[] {bu, bv};
      this.alpha = alpha;
      this.order = order;
      this.correction = correction;
      this.past = new double[order + 1][];
      for (int n = 0; n <= order; n++) {
        past[n] = far();
      }
    }

    private double[] far() {
      return new double[] {b[0] * m[0], b[1] * m[1]};
    }

    /** Differences continue a polynomial in equal steps: sum of the Newton series. */
    private double[] ahead(double s) {
      double[] sum = new double[2];
      for (int c = 0; c < 2; c++) {
        double[] column = new double[order + 1];
        for (int n = 0; n <= order; n++) {
          column[n] = past[n][c];
        }
        double factor = 1;
        for (int n = 0; n <= order; n++) {
          sum[c] += factor * column[0];
          factor *= (s + n) / (n + 1);
          for (int k = 0; k < order - n; k++) {
            column[k] -= column[k + 1];
          }
        }
      }
      return sum;
    }

    private double[] turned(double[] h) {
      double f = 1 / (1 + alpha * alpha);
      return new double[] {f * (-alpha * h[0] - h[1]), f * (h[0] - alpha * h[1])};
    }

    private double[] slope(double[] at, double[] far) {
      return turned(new double[] {a * at[0] + far[0], a * at[1] + far[1]});
    }

    private static double[] plus(double[] x, double w, double[] y) {
      return new double[] {x[0] + w * y[0], x[1] + w * y[1]};
    }

    private double[] ahead(int k, double middle) {
      double[] all = ahead((k + middle) / steps);
      return new double[] {all[0] / steps, all[1] / steps};
    }

    private void step() {
      for (int k = 0; k < steps; k++) {
        step(ahead(k, 0), ahead(k, 0.5), ahead(k, 1));
      }
      double[] now = far();
      m = plus(m, correction, turned(plus(now, -1, ahead(1))));
      System.arraycopy(past, 0, past, 1, order);
      past[0] = now;
    }

    private void step(double[] first, double[] half, double[] full) {
      double[] k1 = slope(m, first);
      double[] k2 = slope(plus(m, 0.5, k1), half);
      double[] k3 = slope(plus(m, 0.5, k2), half);
      double[] k4 = slope(plus(m, 1, k3), full);
      m = plus(plus(plus(plus(m, 1 / 6.0, k1), 1 / 3.0, k2), 1 / 3.0, k3), 1 / 6.0, k4);
    }

    /** Growth a step, over the second half of n steps. */
    double growth(int n) {
      double middle = 0;
      for (int k = 0; k < n; k++) {
        step();
        double size = Math.hypot(m[0], m[1]);
        middle = k < n / 2 ? Math.max(size, 0.999 * middle) : middle;
        if (size > 1e100 || size < 1e-100) {
          return size > 1 ? Double.POSITIVE_INFINITY : 0;
        }
      }
      return Math.pow(Math.hypot(m[0], m[1]) / middle, 2.0 / n);
    }
  }
}
