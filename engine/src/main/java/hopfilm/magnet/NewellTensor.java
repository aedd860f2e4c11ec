package hopfilm.magnet;

/**
 * Demagnetising tensor of two equal rectangular cells in closed form,
 *
 * <pre>
 *   N_ab(r) = -(1/(4 pi V)) d_a d_b (integral over both cells of 1/|r + r1 - r2|)
 *           = (1/(4 pi V)) sum over i, j, k in {-1, 0, 1} of c_i c_j c_k F_ab(r + (i dx, j dy, k dz))
 * </pre>
 *
 * with c = (-1, 2, -1), F_xx = f and F_xy = g; the others follow by exchanging axes. The field that
 * a cell of magnetisation M makes, averaged over a cell displaced by r, is -N M.
 *
 * <p>A. J. Newell, W. Williams, D. J. Dunlop, J. Geophys. Res. 98, 9551 (1993),
 * doi:10.1029/93JB00694. The sum cancels: its absolute error is about 1e-17 R^3/V, R the larger of
 * the distance and the longest edge.
 */
final class NewellTensor {

  private NewellTensor() {}

  /** N_xx of cells displaced by (x, y, z). */
  static double diagonal(double x, double y, double z, double dx, double dy, double dz) {
    return sum(true, x, y, z, dx, dy, dz);
  }

  /** N_xy of cells displaced by (x, y, z). */
  static double offDiagonal(double x, double y, double z, double dx, double dy, double dz) {
    return sum(false, x, y, z, dx, dy, dz);
  }

  private static double sum(
      boolean diagonal, double x, double y, double z, double dx, double dy, double dz) {
    double sum = 0;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (int k = -1; k <= 1; k++) {
          double c = (i == 0 ? 2 : -1) * (j == 0 ? 2 : -1) * (k == 0 ? 2 : -1);
          double u = x + i * dx;
          double v = y + j * dy;
          double w = z + k * dz;
          sum += c * (diagonal ? f(u, v, w) : g(u, v, w));
        }
      }
    }
    return sum / (4 * Math.PI * dx * dy * dz);
  }

  private static double f(double x, double y, double z) {
    double x2 = x * x;
    double y2 = y * y;
    double z2 = z * z;
    double r = Math.sqrt(x2 + y2 + z2);
    return 0.5 * times(y * (z2 - x2), arsinh(y, x2 + z2, r))
        + 0.5 * times(z * (y2 - x2), arsinh(z, x2 + y2, r))
        - times(x * y * z, arctan(y * z, x * r))
        + (2 * x2 - y2 - z2) * r / 6;
  }

  private static double g(double x, double y, double z) {
    double x2 = x * x;
    double y2 = y * y;
    double z2 = z * z;
    double r = Math.sqrt(x2 + y2 + z2);
    return times(x * y * z, arsinh(z, x2 + y2, r))
        + times(y * (3 * z2 - y2) / 6, arsinh(x, y2 + z2, r))
        + times(x * (3 * z2 - x2) / 6, arsinh(y, x2 + z2, r))
        - times(z * z2 / 6, arctan(x * y, z * r))
        - times(z * y2 / 2, arctan(x * z, y * r))
        - times(z * x2 / 2, arctan(y * z, x * r))
        - x * y * r / 3;
  }

  /** A product whose second factor has no meaning where the first is 0. */
  private static double times(double factor, double value) {
    return factor == 0 ? 0 : factor * value;
  }

  /** arsinh(a/sqrt(w2)) with r = sqrt(a^2 + w2). */
  static double arsinh(double a, double w2, double r) {
    double value = Math.log((Math.abs(a) + r) / Math.sqrt(w2));
    return a < 0 ? -value : value;
  }

  private static double arctan(double a, double b) {
    return Math.atan(a / b);
  }
}
