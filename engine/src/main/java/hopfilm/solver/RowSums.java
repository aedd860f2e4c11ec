package hopfilm.solver;

/**
 * Sums over the nodes of a layout that do not depend on the number of threads: one partial sum a
 * row, with four accumulators in a fixed order, and the rows added up in theirs.
 */
final class RowSums {

  private RowSums() {}

  /** u.v over the indices from start (inclusive) to end (exclusive). */
  static double dot(double[] u, double[] v, int start, int end) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = start;
    for (; k < end - 3; k += 4) {
      s0 += u[k] * v[k];
      s1 += u[k + 1] * v[k + 1];
      s2 += u[k + 2] * v[k + 2];
      s3 += u[k + 3] * v[k + 3];
    }
    for (; k < end; k++) {
      s0 += u[k] * v[k];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Sum of u v over a row, v in single precision. */
  static double dot(double[] u, float[] v, int start, int end) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = start;
    for (; k < end - 3; k += 4) {
      s0 += u[k] * v[k];
      s1 += u[k + 1] * v[k + 1];
      s2 += u[k + 2] * v[k + 2];
      s3 += u[k + 3] * v[k + 3];
    }
    for (; k < end; k++) {
      s0 += u[k] * v[k];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** All rows together. */
  static double sum(double[] rows) {
    double sum = 0;
    for (double row : rows) {
      sum += row;
    }
    return sum;
  }

  /** |r| / |reaction|, the measure by which solvers end. */
  static double relative(double rr, double[] reaction) {
    double sum = 0;
    for (double c : reaction) {
      sum += c * c;
    }
    return rr == 0 ? 0 : Math.sqrt(rr / sum);
  }
}
