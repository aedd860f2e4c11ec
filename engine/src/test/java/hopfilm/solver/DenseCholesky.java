package hopfilm.solver;

/** Solves a dense symmetric positive definite system, for comparison. */
public final class DenseCholesky {

  private DenseCholesky() {}

  /** The solution of a x = b; a is overwritten. */
  public static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        for (int i = j; i < n; i++) {
          a[i][j] -= a[i][k] * a[j][k];
        }
      }
      double pivot = Math.sqrt(a[j][j]);
      for (int i = j; i < n; i++) {
        a[i][j] /= pivot;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= a[k][i] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
