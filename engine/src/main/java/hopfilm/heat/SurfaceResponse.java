package hopfilm.heat;

import hopfilm.heat.Substrate.HalfSpace;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.special.Erf;

/**
 * How warm the surface of a half-space gets where heat comes in, and around that: the mean rise
 * over a rectangular block, a time t after one unit of heat an area was put into another block,
 *
 * <pre>
 *   g(i, j, t) = A(i, t) A(j, t)/sqrt(pi kappa c t)
 *   A(i, t) = (P(x + b) - 2 P(x) + P(x - b))/b,   x = i b
 *   P(x) = (x erf(x/s) + s exp(-x^2/s^2)/sqrt(pi))/2,   s = sqrt(4 kappa t/c)
 * </pre>
 *
 * with b the edge of a block. H. S. Carslaw, J. C. Jaeger, Conduction of Heat in Solids (1959),
 * section 10.5: the instantaneous point source, twice as strong at an insulated surface, averaged
 * over both blocks.
 *
 * <p>As a sum of decays, g is a response that can be followed step by step: the rates are {@value
 * #RATIO} apart, the weights least squares over {@value #SHORTEST} to {@value #LONGEST} s. The
 * error is below 5e-4 of 1/sqrt(pi kappa c t) for each pair of blocks.
 */
final class SurfaceResponse {

  /** Shortest time that is told apart from none [s]. */
  static final double SHORTEST = 1e-13;

  /** Longest time after which heat is remembered [s]. */
  static final double LONGEST = 1e-5;

  private static final double RATIO = 2.5;
  private static final int SAMPLES_PER_DECADE = 24;

  private final double[] rates;
  private final double[][] weights;

  /**
   * @param blocks along x and y
   * @param edges of a block [m]
   */
  SurfaceResponse(HalfSpace below, int[] blocks, double[] edges) {
    int count = (int) Math.ceil(Math.log(12 * LONGEST / SHORTEST) / Math.log(RATIO)) + 1;
    this.rates = new double[count];
    for (int l = 0; l < count; l++) {
      rates[l] = Math.pow(RATIO, l) / (3 * LONGEST);
    }
    int samples = (int) Math.round(SAMPLES_PER_DECADE * Math.log10(LONGEST / SHORTEST)) + 1;
    double[] t = new double[samples];
    double[] weight = new double[samples];
    RealMatrix decays = new Array2DRowRealMatrix(samples, count);
    for (int n = 0; n < samples; n++) {
      t[n] = SHORTEST * Math.pow(LONGEST / SHORTEST, n / (samples - 1.0));
      weight[n] = Math.sqrt(t[n]);
      for (int l = 0; l < count; l++) {
        decays.setEntry(n, l, weight[n] * Math.exp(-rates[l] * t[n]));
      }
    }
    double[][] alongX = means(below, blocks[0], edges[0], t);
    double[][] alongY = means(below, blocks[1], edges[1], t);
    DecompositionSolver fit = new QRDecomposition(decays).getSolver();
    this.weights = new double[count][blocks[0] * blocks[1]];
    for (int j = 0; j < blocks[1]; j++) {
      for (int i = 0; i < blocks[0]; i++) {
        double[] wanted = new double[samples];
        for (int n = 0; n < samples; n++) {
          wanted[n] = weight[n] * alongX[i][n] * alongY[j][n] * alone(below, t[n]);
        }
        double[] found = fit.solve(new ArrayRealVector(wanted, false)).toArray();
        for (int l = 0; l < count; l++) {
          weights[l][i + blocks[0] * j] = found[l];
        }
      }
    }
  }

  /** Rise where heat comes in everywhere: 1/sqrt(pi kappa c t) [K m^2/J]. */
  private static double alone(HalfSpace below, double t) {
    return 1 / Math.sqrt(Math.PI * below.conductivity() * below.capacity() * t);
  }

  /** Rates of the decays [1/s]. */
  double[] rates() {
    return rates;
  }

  /** Weight of a decay between blocks (i, j) apart, at i + blocks[0] j [K m^2/J]. */
  double[] weights(int decay) {
    return weights[decay];
  }

  /** The response itself [K m^2/J]. */
  static double exact(HalfSpace below, int i, int j, double[] edges, double t) {
    double[] at = {t};
    double x = means(below, i + 1, edges[0], at)[i][0];
    return x * means(below, j + 1, edges[1], at)[j][0] * alone(below, t);
  }

  private static double[][] means(HalfSpace below, int blocks, double edge, double[] t) {
    double[][] a = new double[blocks][t.length];
    for (int n = 0; n < t.length; n++) {
      double s = Math.sqrt(4 * below.diffusivity() * t[n]);
      for (int i = 0; i < blocks; i++) {
        double x = i * edge;
        a[i][n] = (spread(x + edge, s) - 2 * spread(x, s) + spread(x - edge, s)) / edge;
      }
    }
    return a;
  }

  /** Integrated twice: a Gaussian of width s. */
  private static double spread(double x, double s) {
    double u = x / s;
    return 0.5 * (x * Erf.erf(u) + s * Math.exp(-u * u) / Math.sqrt(Math.PI));
  }
}
