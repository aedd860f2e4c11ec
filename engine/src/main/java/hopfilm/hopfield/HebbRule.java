package hopfilm.hopfield;

import java.util.List;

/**
 * Hebb's rule in a program: the weights are the sum of the outer products of the patterns,
 *
 * <pre>  w_ij = (1/N) sum over the patterns of s_i s_j,</pre>
 *
 * with the diagonal, which retrieval leaves out with {@link SelfTerm#ZERO}. Without unit; N
 * electrodes.
 *
 * <p>One pattern is a fixed point, and every start that has more than half of its signs right comes
 * back at once. Random patterns are remembered up to 0.138 N of them.
 *
 * <p>J. J. Hopfield, Proc. Natl. Acad. Sci. 79, 2554 (1982), doi:10.1073/pnas.79.8.2554; D. J.
 * Amit, H. Gutfreund and H. Sompolinsky, Phys. Rev. Lett. 55, 1530 (1985),
 * doi:10.1103/PhysRevLett.55.1530.
 */
public final class HebbRule {

  private HebbRule() {}

  /**
   * The matrix w.
   *
   * @throws IllegalArgumentException without a pattern, or if their sizes differ
   */
  public static double[][] matrix(List<Pattern> patterns) {
    int n = size(patterns);
    double[][] w = new double[n][n];
    for (Pattern p : patterns) {
      int[] s = p.signs();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          w[i][j] += (double) (s[i] * s[j]) / n;
        }
      }
    }
    return w;
  }

  /** Weights for retrieval, as those of a film are. */
  public static Weights weights(List<Pattern> patterns, SelfTerm selfTerm) {
    return Weights.ofProgram(matrix(patterns), selfTerm);
  }

  /** Signs of a pattern; all have as many. */
  static int size(List<Pattern> patterns) {
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("a rule needs a pattern to learn");
    }
    int n = patterns.get(0).size();
    for (Pattern p : patterns) {
      if (p.size() != n) {
        throw new IllegalArgumentException(
            "the patterns have %d and %d signs; one network has one number of them"
                .formatted(n, p.size()));
      }
    }
    return n;
  }
}
