package hopfilm.kernel;

/**
 * Turns m by what a field does to it in a short time: m + w L(m) d, of length one, with d the
 * difference of two fields and
 *
 * <pre>
 *   L(m) d = -(p m x d + q m x (m x d))
 * </pre>
 *
 * perpendicular to m, so that 1/sqrt(1 + |w L d|^2) is the factor to length one. m keeps its bits
 * where p and q are 0.
 */
public abstract class FieldTurn {

  // 1 / sqrt(1 + s) = 1 - s/2 + SECOND s^2 + THIRD s^3, which a step of Newton brings to rounding
  // for turns by up to a tenth, s = 0.01
  static final double SECOND = 0.375;
  static final double THIRD = -0.3125;

  private final PaddedLayout layout;
  private final double[] precession;
  private final double[] damping;

  FieldTurn(PaddedLayout layout, double[] precession, double[] damping) {
    this.layout = layout;
    this.precession = precession;
    this.damping = damping;
  }

  /**
   * Turns the rows from (inclusive) to (exclusive), and leaves the ghosts to be filled.
   *
   * @param weight w
   * @param expected what it is counted from
   */
  public final void turn(
      PaddedField m, double weight, PaddedField now, PaddedField expected, int from, int to) {
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      row(m, weight, now, expected, start, start + layout.grid().nx());
    }
  }

  abstract void row(
      PaddedField m, double weight, PaddedField now, PaddedField expected, int start, int end);

  final double[] precession() {
    return precession;
  }

  final double[] damping() {
    return damping;
  }

  /** In plain loops. */
  static final class Plain extends FieldTurn {

    Plain(PaddedLayout layout, double[] precession, double[] damping) {
      super(layout, precession, damping);
    }

    @Override
    void row(
        PaddedField m, double weight, PaddedField now, PaddedField expected, int start, int end) {
      double[] mx = m.x();
      double[] my = m.y();
      double[] mz = m.z();
      for (int i = start; i < end; i++) {
        double x = mx[i];
        double y = my[i];
        double z = mz[i];
        double dx = now.x()[i] - expected.x()[i];
        double dy = now.y()[i] - expected.y()[i];
        double dz = now.z()[i] - expected.z()[i];
        double p = weight * precession()[i];
        double q = weight * damping()[i];
        double px = p * dx + q * (y * dz - z * dy);
        double py = p * dy + q * (z * dx - x * dz);
        double pz = p * dz + q * (x * dy - y * dx);
        double u = z * py - y * pz;
        double v = x * pz - z * px;
        double w = y * px - x * py;
        double square = u * u + v * v + w * w;
        double g = 1 + square * (-0.5 + square * (SECOND + square * THIRD));
        double r = g * (1.5 - 0.5 * (1 + square) * g * g);
        mx[i] = r * (x + u);
        my[i] = r * (y + v);
        mz[i] = r * (z + w);
      }
    }
  }
}
