package hopfilm.magnet;

/**
 * Share of the tensor of a periodic film that the periods beyond the summed ones make, as if each
 * were spread out evenly over its period: with half width B = (images + 1/2) L of what was summed,
 *
 * <pre>
 *   both axes: (dx dy/(Lx Ly)) (N of the infinite film - N of the plate 2Bx x 2By around -r)
 *   one axis:  (1/L) integral of N(x + x') over |x'| > B
 * </pre>
 *
 * in closed form, from integrals of the F_ab of {@link FarTensor} across z. A plate of infinite
 * extent has N_zz = 1 in its own layer and no other component.
 */
final class ImagesBeyond {

  private ImagesBeyond() {}

  /** Adds the share of all periods outside |x'| &lt; bx, |y'| &lt; by, both axes periodic. */
  static void addBoth(
      double x, double y, double z, double dz, double bx, double by, double share, double[] out) {
    double[] plate = new double[6];
    for (int layer = -1; layer <= 1; layer++) {
      double c = layer == 0 ? -2 : 1;
      corner(x + bx, y + by, z + layer * dz, c, plate);
      corner(x - bx, y + by, z + layer * dz, -c, plate);
      corner(x + bx, y - by, z + layer * dz, -c, plate);
      corner(x - bx, y - by, z + layer * dz, c, plate);
    }
    for (int a = 0; a < 6; a++) {
      out[a] += share * plate[a] / (4 * Math.PI * dz);
    }
    if (Math.abs(z) < 0.5 * dz) {
      out[2] += share;
    }
  }

  /** Integrals of F_ab over x and y. */
  private static void corner(double x, double y, double z, double c, double[] sum) {
    double s = x * x + y * y;
    double r = Math.sqrt(s + z * z);
    double logX = NewellTensor.arsinh(x, y * y + z * z, r);
    double logY = NewellTensor.arsinh(y, x * x + z * z, r);
    double logZ = NewellTensor.arsinh(z, s, r);
    double turnX = Math.atan(y * z / (x * r));
    double turnY = Math.atan(x * z / (y * r));
    double turnZ = z == 0 ? 0 : Math.atan(x * y / (z * r));
    sum[0] -= c * (x * logY + z * turnX);
    sum[1] -= c * (y * logX + z * turnY);
    sum[2] += c * (x * logY + y * logX - z * turnZ);
    sum[3] += c * (z * logZ - r);
    sum[4] += c * (y * logZ + z * logY - x * turnX);
    sum[5] += c * (x * logZ + z * logX - y * turnY);
  }

  /** Adds the share of all periods outside |x'| &lt; b, only x periodic; area = dx dy/Lx. */
  static void addAlongX(
      double x, double y, double z, double dz, double b, double area, double[] out) {
    double[] sum = new double[6];
    for (int layer = -1; layer <= 1; layer++) {
      double c = layer == 0 ? -2 : 1;
      end(b + x, y, z + layer * dz, c, c, sum);
      end(b - x, y, z + layer * dz, c, -c, sum);
    }
    for (int a = 0; a < 6; a++) {
      out[a] -= area * sum[a] / (4 * Math.PI * dz);
    }
  }

  /** Integrals of F_ab from x to infinity, up to what does not depend on z. */
  private static void end(double x, double y, double z, double even, double odd, double[] sum) {
    double s = x * x + y * y;
    double r = Math.sqrt(s + z * z);
    double log = Math.log(x + r);
    sum[0] += even * x * r / s;
    sum[1] += even * (log - x * r / s);
    sum[2] -= even * log;
    sum[3] += odd * y * r / s;
    sum[4] -= odd * NewellTensor.arsinh(z, s, r);
    if (y != 0) {
      sum[5] += even * (Math.atan(x * z / (y * r)) - Math.atan(z / y));
    }
  }
}
