package hopfilm.kernel;

/**
 * out = base + sum_j w_j v_j over a range, each value read once: one loop for each number of terms,
 * plain enough for the compiler to make vectors of.
 */
public final class LinearCombination {

  /** Max terms of a sum. */
  public static final int MAX_TERMS = 6;

  private LinearCombination() {}

  /**
   * Sums one component.
   *
   * @param out receives the sum; may be base or one of the v
   * @param base added as it is
   * @param v room for {@value #MAX_TERMS} terms, of which the first n count
   * @param w their weights
   * @param n number of terms, 1 to {@value #MAX_TERMS}
   * @param from first index
   * @param to index after the last
   * @throws IllegalArgumentException if n is out of range
   */
  public static void sum(
      double[] out, double[] base, double[][] v, double[] w, int n, int from, int to) {
    final double[] v0 = v[0];
    final double[] v1 = v[1];
    final double[] v2 = v[2];
    final double[] v3 = v[3];
    final double[] v4 = v[4];
    final double[] v5 = v[5];
    final double w0 = w[0];
    final double w1 = w[1];
    final double w2 = w[2];
    final double w3 = w[3];
    final double w4 = w[4];
    final double w5 = w[5];
    switch (n) {
      case 1 -> {
        for (int i = from; i < to; i++) {
          out[i] = base[i] + (w0 * v0[i]);
        }
      }
      case 2 -> {
        for (int i = from; i < to; i++) {
          out[i] = base[i] + (w0 * v0[i] + w1 * v1[i]);
        }
      }
      case 3 -> {
        for (int i = from; i < to; i++) {
          out[i] = base[i] + (w0 * v0[i] + w1 * v1[i] + w2 * v2[i]);
        }
      }
      case 4 -> {
        for (int i = from; i < to; i++) {
          out[i] = base[i] + (w0 * v0[i] + w1 * v1[i] + w2 * v2[i] + w3 * v3[i]);
        }
      }
      case 5 -> {
        for (int i = from; i < to; i++) {
          out[i] = base[i] + (w0 * v0[i] + w1 * v1[i] + w2 * v2[i] + w3 * v3[i] + w4 * v4[i]);
        }
      }
      case 6 -> {
        for (int i = from; i < to; i++) {
          double head = w0 * v0[i] + w1 * v1[i] + w2 * v2[i] + w3 * v3[i];
          out[i] = base[i] + (head + w4 * v4[i] + w5 * v5[i]);
        }
      }
      default -> throw new IllegalArgumentException("a sum has 1 to 6 terms, not " + n);
    }
  }
}
