package hopfilm.kernel;

/**
 * The current that drives the film, as the drift velocity that it would have fully polarised, muB
 * j/(e Ms) = factor (w + ratio m (m.w) + hall w x m) with w = w0 + s w1: the part of the current
 * along the field, the part that anisotropic magnetoresistance adds along m and the one that the
 * anomalous Hall effect adds across both, with the field extrapolated linearly in time. The
 * spin-transfer torque has u = polarisation times that; the spin-orbit torque, which needs no
 * polarisation, has all of it.
 *
 * <p>Arrays are in the padded layout; in a film of one layer there is no z component. A given
 * velocity has ratio 0.
 *
 * @param x0 x component of w0 [m/s]
 * @param y0 y component of w0 [m/s]
 * @param z0 z component of w0 [m/s]; null in a film of one layer
 * @param x1 x component of w1 [m/s]
 * @param y1 y component of w1 [m/s]
 * @param z1 z component of w1 [m/s]; null in a film of one layer
 * @param ratio s_delta / s_perp of the conductivity
 * @param hall s_H / s_perp of the conductivity
 * @param planarHall whether m (m.w) has its parts off the diagonal, m_x m_y and so on
 * @param polarisation spin polarisation P of the current
 * @param factor factor in time of the whole current, of either sign
 */
public record Drift(
    double[] x0,
    double[] y0,
    double[] z0,
    double[] x1,
    double[] y1,
    double[] z1,
    double ratio,
    double hall,
    boolean planarHall,
    double polarisation,
    double factor) {

  /** No current yet. */
  public Drift(
      PaddedLayout layout, double ratio, double hall, boolean planarHall, double polarisation) {
    this(
        new double[layout.size()],
        new double[layout.size()],
        layout.grid().nz() == 1 ? null : new double[layout.size()],
        new double[layout.size()],
        new double[layout.size()],
        layout.grid().nz() == 1 ? null : new double[layout.size()],
        ratio,
        hall,
        planarHall,
        polarisation,
        1);
  }

  /** No current yet, without Hall effects but the planar one. */
  public Drift(PaddedLayout layout, double ratio, double polarisation) {
    this(layout, ratio, 0, true, polarisation);
  }

  /** Largest |j| of a field of magnitude 1: |w + ratio m (m.w) + hall w x m| / |w|. */
  public double largest() {
    return Math.max(1, 1 + ratio) + Math.abs(hall);
  }

  /** No velocity yet; polarisation 1, so that w is u itself where the ratio is 0. */
  public Drift(PaddedLayout layout, double ratio) {
    this(layout, ratio, 1);
  }

  /** The same arrays with another factor. */
  public Drift times(double f) {
    return f == factor
        ? this
        : new Drift(x0, y0, z0, x1, y1, z1, ratio, hall, planarHall, polarisation, f);
  }

  /** Number of components: 2 in a film of one layer. */
  public int components() {
    return z0 == null ? 2 : 3;
  }

  /** A component of w0. */
  public double[] start(int component) {
    return component == 0 ? x0 : component == 1 ? y0 : z0;
  }

  /** A component of w1. */
  public double[] slope(int component) {
    return component == 0 ? x1 : component == 1 ? y1 : z1;
  }

  /** What w + ratio m (m.w) is multiplied with to be u. */
  double spin() {
    return polarisation * factor;
  }
}
