package hopfilm.dynamics;

/**
 * The largest theta = gamma0 |H| dt, with |H| the largest field of any m, at which the polynomial
 * of {@link FarField} and its correction are stable (docs/explanation/numerics.md).
 */
final class FarFieldLimits {

  /** Damping below which every stage has its own field: the table of limits ends there. */
  private static final double MIN_ALPHA = 0.01;

  private static final double[] ALPHA = {0.01, 0.02, 0.05, 0.1, 0.2, 0.3};

  /**
   * Largest theta for orders 1, 2, 3 at these dampings: where two linear moments with a far field
   * of either sign along each axis still die out (FarFieldLimitsTest).
   */
  private static final double[][] THETA = {
    {0.24, 0.25, 0.29, 0.33, 0.41, 0.48},
    {0.15, 0.16, 0.18, 0.21, 0.26, 0.29},
    {0.09, 0.09, 0.11, 0.12, 0.15, 0.16}
  };

  /**
   * The same for orders 2, 3, 4 where two to eight steps lie between two fields, by the time
   * between these. Precession that is quick beside that time makes them smaller than above.
   */
  private static final double[][] SPARSE_THETA = {
    {0.01, 0.02, 0.055, 0.11, 0.19, 0.25},
    {0.005, 0.014, 0.033, 0.066, 0.11, 0.145},
    {0, 0.005, 0.019, 0.037, 0.06, 0.08}
  };

  private FarFieldLimits() {}

  /** True if one field a step is enough for a film of this min damping. */
  static boolean isEnough(double alpha) {
    return alpha >= MIN_ALPHA;
  }

  /** Largest theta of an order, between the dampings of the table. */
  static double theta(int order, double alpha) {
    return between(THETA[order - 1], alpha);
  }

  /** Largest theta of order 2 to 4 where several steps lie between two fields. */
  static double sparseTheta(int order, double alpha) {
    return between(SPARSE_THETA[order - 2], alpha);
  }

  private static double between(double[] theta, double alpha) {
    int k = 1;
    while (k < ALPHA.length - 1 && alpha > ALPHA[k]) {
      k++;
    }
    double share = Math.min(1, (alpha - ALPHA[k - 1]) / (ALPHA[k] - ALPHA[k - 1]));
    return theta[k - 1] + share * (theta[k] - theta[k - 1]);
  }
}
