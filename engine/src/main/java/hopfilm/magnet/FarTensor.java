package hopfilm.magnet;

/**
 * The same tensor as {@link NewellTensor} for cells that are far apart across an axis z: closed
 * form along z, Gauss quadrature across,
 *
 * <pre>
 *   N_ab(r) = -(dx dy/(4 pi dz)) (integral of t(p) t(q) D2 F_ab(x + p dx, y + q dy, z) dp dq)
 *   t(p) = 1 - |p| in -1..1,   D2 F(z) = F(z + dz) - 2 F(z) + F(z - dz),   d2F/dz2 = 1/r
 *   F_xx = -r/s - x^2/(r s) + 2 x^2 r/s^2,   F_xy = -x y/(r s) + 2 x y r/s^2,
 *   F_xz = -x z/(r s),   F_zz = 1/r,   s = x^2 + y^2
 * </pre>
 *
 * The differences along z are formed so that little cancels, which leaves far cells exact where
 * Newell's sum is noise. Relative error of the quadrature below 1e-11 where sqrt(s) is at least
 * {@link #NEAREST} times the larger of dx and dy and below 1e-9 beyond 60 times.
 */
final class FarTensor {

  /** Smallest distance across the axis in units of the larger of dx and dy. */
  static final double NEAREST = 8;

  private FarTensor() {}

  /**
   * Writes xx, yy, zz, xy, xz, yz of cells displaced by (x, y, z).
   *
   * @param ratio distance across z in units of the larger of dx and dy
   */
  static void tensor(
      double x, double y, double z, double dx, double dy, double dz, double ratio, double[] out) {
    double scale = -dx * dy / (4 * Math.PI * dz);
    average(x, y, z, dx, dy, dz, ratio, FarTensor::add, 6, scale, out);
  }

  /** The addend of a displacement, in a sum over pairs of points. */
  interface Addend {
    void add(double x, double y, double z, double dz, double weight, double[] out);
  }

  /**
   * Writes the weighted sum over the displacements of points of two cells across z, times a scale.
   *
   * @param ratio distance across z in units of the larger of dx and dy
   * @param components of what is summed
   */
  static void average(
      double x,
      double y,
      double z,
      double dx,
      double dy,
      double dz,
      double ratio,
      Addend addend,
      int components,
      double scale,
      double[] out) {
    double[] nodes = GaussTriangle.nodes(ratio);
    double[] weights = GaussTriangle.weights(ratio);
    java.util.Arrays.fill(out, 0, components, 0);
    for (int i = 0; i < 2 * nodes.length; i++) {
      double u = x + (i % 2 == 0 ? dx : -dx) * nodes[i / 2];
      for (int j = 0; j < 2 * nodes.length; j++) {
        double v = y + (j % 2 == 0 ? dy : -dy) * nodes[j / 2];
        addend.add(u, v, z, dz, weights[i / 2] * weights[j / 2], out);
      }
    }
    for (int c = 0; c < components; c++) {
      out[c] *= scale;
    }
  }

  private static void add(double x, double y, double z, double dz, double w, double[] out) {
    double s = x * x + y * y;
    double r = Math.sqrt(s + z * z);
    double up = Math.sqrt(s + (z + dz) * (z + dz));
    double down = Math.sqrt(s + (z - dz) * (z - dz));
    // r(z +- dz) - r(z)
    double stepUp = dz * (2 * z + dz) / (up + r);
    double stepDown = dz * (dz - 2 * z) / (down + r);
    double inverseUp = -stepUp / (up * r);
    double inverseDown = -stepDown / (down * r);
    double d2r = stepUp + stepDown;
    double d2Inverse = inverseUp + inverseDown;
    double d2z = z * d2Inverse + dz * (inverseUp - inverseDown);
    double a = w / s;
    double b = 2 * d2r / s - d2Inverse;
    out[0] += a * (x * x * b - d2r);
    out[1] += a * (y * y * b - d2r);
    out[2] += w * d2Inverse;
    out[3] += a * x * y * b;
    out[4] -= a * x * d2z;
    out[5] -= a * y * d2z;
  }

  /**
   * Gauss rules for the weight 1 - |p| in -1..1, which the distances between the points of two
   * equal cells have along an axis; the rule for a distance leaves an error below 1e-11 of a field
   * of dipoles, 1e-9 beyond 60 times the edge.
   */
  private static final class GaussTriangle {

    private static final double[][] NODES = {
      {0.40824829046386301637},
      {0.26222984265274796383, 0.75092514330444738455},
      {0.19426367677503889161, 0.5766148082484873353, 0.86573829497881909617}
    };
    private static final double[][] WEIGHTS = {
      {0.5},
      {0.40113369542012437321, 0.098866304579875626786},
      {0.32302220463941780521, 0.14748123370527284826, 0.029496561655309346531}
    };

    private GaussTriangle() {}

    private static int rule(double ratio) {
      return ratio < 25 ? 2 : ratio < 200 ? 1 : 0;
    }

    /** Positive nodes for a distance in units of the edge; each counts with its negative too. */
    static double[] nodes(double ratio) {
      return NODES[rule(ratio)];
    }

    /** The weights of these nodes. */
    static double[] weights(double ratio) {
      return WEIGHTS[rule(ratio)];
    }
  }
}
