package hopfilm.hopfield;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Oja's rule in a program: M linear units with outputs y = W x see the patterns in turn, x =
 * s/sqrt(N), and
 *
 * <pre>  W &lt;- W + rate (y x^T - y y^T W).</pre>
 *
 * The first term is Hebb's, the second keeps W bounded. One unit ends at the leading eigenvector of
 * the correlation matrix C = mean of x x^T, with length 1. Several units end at an orthonormal
 * basis of the leading eigenvectors, so that W^T W, the weights of the network, is the projection
 * onto them: with a unit for each electrode that onto all patterns, each of which is then a fixed
 * point however alike they are, where the outer products of {@link HebbRule} disturb each other.
 *
 * <p>E. Oja, J. Math. Biol. 15, 267 (1982), doi:10.1007/BF00275687 (one unit); E. Oja, Int. J.
 * Neural Syst. 1, 61 (1989), doi:10.1142/S0129065789000475 (several).
 */
public final class OjaRule {

  /** Small: what W holds outside the patterns is not unlearned. */
  private static final double START = 1e-3;

  private static final double RATE = 0.3;

  private final double[][] w; // units x electrodes

  /**
   * A network that has learned nothing.
   *
   * @param units number of linear units
   * @param n number of electrodes
   * @param seed of the small random W at the start
   */
  public OjaRule(int units, int n, long seed) {
    if (units < 1 || n < 2) {
      throw new IllegalArgumentException(
          "at least one unit and two electrodes are needed, not %d and %d".formatted(units, n));
    }
    SplittableRandom random = new SplittableRandom(seed);
    w = new double[units][n];
    for (double[] row : w) {
      for (int j = 0; j < n; j++) {
        row[j] = START * random.nextGaussian();
      }
    }
  }

  /** Shows one pattern once. */
  public void show(Pattern pattern, double rate) {
    int n = w[0].length;
    if (pattern.size() != n) {
      throw new IllegalArgumentException(
          "the pattern %s has %d signs for %d electrodes".formatted(pattern, pattern.size(), n));
    }
    double[] x = pattern.voltages(1 / Math.sqrt(n));
    double[] y = new double[w.length];
    double[] back = new double[n]; // y^T W
    for (int k = 0; k < w.length; k++) {
      for (int j = 0; j < n; j++) {
        y[k] += w[k][j] * x[j];
      }
      for (int j = 0; j < n; j++) {
        back[j] += y[k] * w[k][j];
      }
    }
    for (int k = 0; k < w.length; k++) {
      for (int j = 0; j < n; j++) {
        w[k][j] += rate * y[k] * (x[j] - back[j]);
      }
    }
  }

  /** Shows all patterns in turn, as often as there are epochs, at the usual rate of 0.3. */
  public OjaRule learn(List<Pattern> patterns, int epochs) {
    for (int e = 0; e < epochs; e++) {
      for (Pattern p : patterns) {
        show(p, RATE);
      }
    }
    return this;
  }

  /** Copy of the weights that a unit has learned. */
  public double[] unit(int k) {
    return w[k].clone();
  }

  /** W^T W. */
  public double[][] matrix() {
    int n = w[0].length;
    double[][] m = new double[n][n];
    for (double[] row : w) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          m[i][j] += row[i] * row[j];
        }
      }
    }
    return m;
  }

  /** Weights of a network with a unit for each electrode, for retrieval, as those of a film are. */
  public static Weights weights(List<Pattern> patterns, int epochs, SelfTerm selfTerm, long seed) {
    int n = HebbRule.size(patterns);
    return Weights.ofProgram(new OjaRule(n, n, seed).learn(patterns, epochs).matrix(), selfTerm);
  }
}
