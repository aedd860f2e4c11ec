package hopfilm.claimpage;

import hopfilm.hopfield.Pattern;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A Hopfield network of all pairs of pixels in a program, without a self-term, whose signs change
 * one at a time until none does.
 *
 * <p>The pseudo-inverse makes all patterns fixed points: L. Personnaz, I. Guyon, G. Dreyfus, J.
 * Physique Lett. 46, L359 (1985), doi:10.1051/jphyslet:01985004608035900.
 *
 * @param weights with zeros in the diagonal
 */
record PairNetwork(double[][] weights) {

  private static final int MOST_ROUNDS = 100;

  /** The sum of the outer products. */
  static PairNetwork hebb(List<Pattern> patterns) {
    RealMatrix p = columns(patterns);
    return new PairNetwork(withoutSelf(p.multiplyTransposed(p)));
  }

  /** The projection on the patterns, which must be independent. */
  static PairNetwork pseudoInverse(List<Pattern> patterns) {
    RealMatrix p = columns(patterns);
    RealMatrix inverse = MatrixUtils.inverse(p.transposeMultiply(p));
    return new PairNetwork(withoutSelf(p.multiply(inverse).multiplyTransposed(p)));
  }

  /** Where it ends from a pattern. */
  Pattern recall(Pattern from) {
    int[] s = from.signs();
    boolean isChanged = true;
    for (int round = 0; isChanged && round < MOST_ROUNDS; round++) {
      isChanged = false;
      for (int i = 0; i < s.length; i++) {
        double field = 0;
        for (int j = 0; j < s.length; j++) {
          field += weights[i][j] * s[j];
        }
        if (field * s[i] < 0) {
          s[i] = -s[i];
          isChanged = true;
        }
      }
    }
    return Pattern.of(s);
  }

  private static RealMatrix columns(List<Pattern> patterns) {
    return MatrixUtils.createRealMatrix(
            patterns.stream()
                .map(p -> Arrays.stream(p.signs()).asDoubleStream().toArray())
                .toArray(double[][]::new))
        .transpose();
  }

  private static double[][] withoutSelf(RealMatrix w) {
    double[][] all = w.getData();
    for (int i = 0; i < all.length; i++) {
      all[i][i] = 0;
    }
    return all;
  }
}
