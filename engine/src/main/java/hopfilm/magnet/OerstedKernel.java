package hopfilm.magnet;

/**
 * The field that the current of a rectangular cell makes in another: H = j x G, averaged over it,
 *
 * <pre>
 *   G_x(r) = (1/(4 pi V)) (integral over both cells of (x + x1 - x2)/|r + r1 - r2|^3)
 *          = -(1/(4 pi V)) sum over i, j, k in {-1, 0, 1} of c_i c_j c_k F(r + (i dx, j dy, k dz))
 *   F = (x y (3 z^2 - x^2) L_y + x z (3 y^2 - x^2) L_z)/6 + (6 y^2 z^2 - y^4 - z^4) L_x/24
 *       - x^2 y z T_x/2 - y^3 z T_y/6 - y z^3 T_z/6 + x r (2 x^2 - 3 y^2 - 3 z^2)/24
 *   L_a = arsinh(a/sqrt(r^2 - a^2)),   T_a = arctan(x y z/(a^2 r))
 * </pre>
 *
 * with c = (1, -2, 1); G_y and G_z follow by exchanging axes. F is the integral along x of the f of
 * {@link NewellTensor}: both come from the integral of 1/r over two cells. The law is that of Biot
 * and Savart, J. D. Jackson, Classical Electrodynamics (1999), section 5.2.
 *
 * <p>The sum cancels where cells are far apart. There the integral has a closed form along the axis
 * across which they are farthest, and a Gauss rule across ({@link FarTensor}): for that axis along
 * z
 *
 * <pre>
 *   G(r) = (dx dy/(4 pi dz)) (integral of t(p) t(q) D2 Q(x + p dx, y + q dy, z) dp dq)
 *   Q_x = x r/s,   Q_y = y r/s,   Q_z = -L_z,   s = x^2 + y^2
 * </pre>
 *
 * with t(p) = 1 - |p| in -1..1 and D2 Q(z) = Q(z + dz) - 2 Q(z) + Q(z - dz).
 */
final class OerstedKernel {

  private OerstedKernel() {}

  /** Writes G [m] of cells of the given edges, displaced by (x, y, z). */
  static void pair(double x, double y, double z, double dx, double dy, double dz, double[] out) {
    double acrossX = Math.hypot(y, z) / Math.max(dy, dz);
    double acrossY = Math.hypot(x, z) / Math.max(dx, dz);
    double acrossZ = Math.hypot(x, y) / Math.max(dx, dy);
    double across = Math.max(acrossX, Math.max(acrossY, acrossZ));
    if (across < FarTensor.NEAREST) {
      near(x, y, z, dx, dy, dz, out);
    } else if (across == acrossZ) {
      far(x, y, z, dx, dy, dz, across, out);
    } else if (across == acrossX) {
      far(z, y, x, dz, dy, dx, across, out);
      swap(out, 0);
    } else {
      far(x, z, y, dx, dz, dy, across, out);
      swap(out, 1);
    }
  }

  /** Exchanges a component with the last. */
  private static void swap(double[] a, int component) {
    double t = a[component];
    a[component] = a[2];
    a[2] = t;
  }

  static void near(double x, double y, double z, double dx, double dy, double dz, double[] out) {
    out[0] = x == 0 ? 0 : sum(x, y, z, dx, dy, dz);
    out[1] = y == 0 ? 0 : sum(y, x, z, dy, dx, dz);
    out[2] = z == 0 ? 0 : sum(z, y, x, dz, dy, dx);
  }

  private static double sum(double x, double y, double z, double dx, double dy, double dz) {
    double sum = 0;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (int k = -1; k <= 1; k++) {
          double c = (i == 0 ? -2 : 1) * (j == 0 ? -2 : 1) * (k == 0 ? -2 : 1);
          sum -= c * f(x + i * dx, y + j * dy, z + k * dz);
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
    return times(x * y * (3 * z2 - x2) / 6, y, x2 + z2, r)
        + times(x * z * (3 * y2 - x2) / 6, z, x2 + y2, r)
        + times((6 * y2 * z2 - y2 * y2 - z2 * z2) / 24, x, y2 + z2, r)
        - turn(0.5 * x2 * y * z, y * z, x * r)
        - turn(y2 * y * z / 6, x * z, y * r)
        - turn(y * z2 * z / 6, x * y, z * r)
        + x * r * (2 * x2 - 3 * y2 - 3 * z2) / 24;
  }

  /** A factor times arsinh(a/sqrt(w2)), which has no meaning where the factor is 0. */
  private static double times(double factor, double a, double w2, double r) {
    return factor == 0 ? 0 : factor * NewellTensor.arsinh(a, w2, r);
  }

  private static double turn(double factor, double a, double b) {
    return factor == 0 ? 0 : factor * Math.atan(a / b);
  }

  private static void far(
      double x, double y, double z, double dx, double dy, double dz, double ratio, double[] out) {
    double scale = dx * dy / (4 * Math.PI * dz);
    FarTensor.average(x, y, z, dx, dy, dz, ratio, OerstedKernel::add, 3, scale, out);
  }

  private static void add(double x, double y, double z, double dz, double w, double[] out) {
    double s = x * x + y * y;
    double r = Math.sqrt(s + z * z);
    double up = Math.sqrt(s + (z + dz) * (z + dz));
    double down = Math.sqrt(s + (z - dz) * (z - dz));
    // r(z + dz) - 2 r(z) + r(z - dz), as in FarTensor
    double d2r = dz * (2 * z + dz) / (up + r) + dz * (dz - 2 * z) / (down + r);
    out[0] += w * x * d2r / s;
    out[1] += w * y * d2r / s;
    // arsinh(a) - arsinh(b) of the steps up and down
    double stepUp = arsinhStep(z + dz, up, z, r, s);
    double stepDown = arsinhStep(z, r, z - dz, down, s);
    out[2] -= z == 0 ? 0 : w * (stepUp - stepDown);
  }

  /** arsinh(a/sqrt(s)) - arsinh(b/sqrt(s)) with their distances p and q. */
  private static double arsinhStep(double a, double p, double b, double q, double s) {
    double argument = (a * q - b * p) / s;
    // a q - b p = s (a^2 - b^2)/(a q + b p), where the first form would cancel
    double sum = a * q + b * p;
    double sine = a * b > 0 ? (a - b) * (a + b) / sum : argument;
    return Math.log1p(sine + (Math.hypot(1, sine) - 1));
  }
}
