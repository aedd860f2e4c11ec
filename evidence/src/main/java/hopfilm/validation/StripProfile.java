package hopfilm.validation;

import static hopfilm.units.Constants.MU0;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Angle phi(y) of m to the axis of a strip without end, in a field across it, from exchange, field
 * and stray field,
 *
 * <pre>
 *   2A/(mu0 Ms) phi'' + (H + Hd) cos phi = 0,  phi' = 0 at the edges,
 *   Hd(y) = sum over steps of m_y:  Ms dm_y/(2 pi t) F(y - y'),
 *   F(d) = 2 t atan(t/d) - d ln(1 + t^2/d^2),
 * </pre>
 *
 * F being the field of a sheet of charge across the thickness t, averaged over it, by Newton's
 * method. It shares no code with the films.
 */
final class StripProfile {

  private final double[] phi;

  /**
   * @param Ms saturation magnetisation [A/m]
   * @param A exchange stiffness [J/m]
   * @param width of the strip [m]
   * @param t its thickness [m]
   * @param field across it [A/m]
   * @param n points across
   */
  StripProfile(double Ms, double A, double width, double t, double field, int n) {
    double h = width / n;
    double exchange = 2 * A / (MU0 * Ms * h * h);
    double[][] demag = demag(Ms, t, h, n);
    phi = Numerical.values(n, i -> 0.1);
    for (int round = 0; round < 200; round++) {
      RealMatrix slopes = MatrixUtils.createRealMatrix(n, n);
      RealVector rest = MatrixUtils.createRealVector(new double[n]);
      for (int i = 0; i < n; i++) {
        double c = Math.cos(phi[i]);
        double s = Math.sin(phi[i]);
        double across = field;
        for (int j = 0; j < n; j++) {
          across += demag[i][j] * Math.sin(phi[j]);
          slopes.setEntry(i, j, c * demag[i][j] * Math.cos(phi[j]));
        }
        slopes.addToEntry(i, i, -s * across);
        rest.setEntry(i, -c * across);
        for (int j : new int[] {Math.max(i - 1, 0), Math.min(i + 1, n - 1)}) {
          slopes.addToEntry(i, j, exchange);
          slopes.addToEntry(i, i, -exchange);
          rest.addToEntry(i, -exchange * (phi[j] - phi[i]));
        }
      }
      if (step(new LUDecomposition(slopes).getSolver().solve(rest).toArray()) < 1e-11) {
        return;
      }
    }
    throw new IllegalStateException("the profile of the strip does not converge");
  }

  /** Adds a Newton step, shortened while it is large; returns the largest change. */
  private double step(double[] change) {
    double largest = 0;
    for (double d : change) {
      largest = Math.max(largest, Math.abs(d));
    }
    for (int i = 0; i < phi.length; i++) {
      phi[i] += change[i] * Math.min(1, 0.2 / largest);
    }
    return largest;
  }

  /** Field across at point i for m_y = 1 at point j alone [A/m]. */
  private static double[][] demag(double Ms, double t, double h, int n) {
    double[][] field = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double left = sheet((i - j + 0.5) * h, t);
        double right = sheet((i - j - 0.5) * h, t);
        field[i][j] = Ms / (2 * Math.PI * t) * (right - left);
      }
    }
    return field;
  }

  private static double sheet(double d, double t) {
    return 2 * t * Math.atan(t / d) - d * Math.log1p(t * t / (d * d));
  }

  /** Demagnetising factor of uniform m across, averaged over the strip. */
  static double factor(double width, double t, int n) {
    double sum = 0;
    for (double[] row : demag(1, t, width / n, n)) {
      sum -= DoubleStream.of(row).sum() / n;
    }
    return sum;
  }

  /** Mean over the width of a function of the angle. */
  double mean(DoubleUnaryOperator of) {
    return DoubleStream.of(phi).map(of).average().orElseThrow();
  }

  /** Angle at the share y of the width [rad]. */
  double at(double y) {
    return phi[(int) (y * phi.length)];
  }
}
