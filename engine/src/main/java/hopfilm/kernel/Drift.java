package hopfilm.kernel;

/**
 * The drift velocity that drives the spin-transfer torque, u = w + ratio m (m.w) with w = w0 + s
 * w1: the part of the current along the field and the part that anisotropic magnetoresistance adds
 * along m, with the field extrapolated linearly in time.
 *
 * <p>Arrays are in the padded layout. A given velocity has ratio 0.
 *
 * @param x0 x component of w0 [m/s]
 * @param y0 y component of w0 [m/s]
 * @param x1 x component of w1 [m/s]
 * @param y1 y component of w1 [m/s]
 * @param ratio s_delta / s_perp of the conductivity
 */
public record Drift(double[] x0, double[] y0, double[] x1, double[] y1, double ratio) {

  /** No current yet. */
  public Drift(PaddedLayout layout, double ratio) {
    this(
        new double[layout.size()],
        new double[layout.size()],
        new double[layout.size()],
        new double[layout.size()],
        ratio);
  }
}
