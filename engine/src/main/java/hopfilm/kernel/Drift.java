package hopfilm.kernel;

/**
 * The current that drives the film, as the drift velocity that it would have fully polarised, muB
 * j/(e Ms) = factor (w + ratio m (m.w) + hall w x m) with w = w0 + s w1: the part of the current
 * along the field, the part that anisotropic magnetoresistance adds along m and the one that the
 * anomalous Hall effect adds across both, with the field extrapolated linearly in time. The
 * spin-transfer torque has u = polarisation times that; the spin-orbit torque, which needs no
 * polarisation, has all of it.
 *
 * @param start w0
 * @param slope w1
 * @param conduction how the conductivity depends on m
 * @param polarisation spin polarisation P of the current
 * @param factor factor in time of the whole current, of either sign
 */
public record Drift(
    Velocity start, Velocity slope, Conduction conduction, double polarisation, double factor) {

  /**
   * A velocity in each cell, in the padded layout.
   *
   * @param x component along x [m/s]
   * @param y component along y [m/s]
   * @param z component along z [m/s]; null in a film of one layer
   */
  public record Velocity(double[] x, double[] y, double[] z) {

    /** Zero everywhere. */
    Velocity(PaddedLayout layout) {
      this(
          new double[layout.size()],
          new double[layout.size()],
          layout.grid().nz() == 1 ? null : new double[layout.size()]);
    }

    /** Component 0 (x), 1 (y) or 2 (z). */
    public double[] component(int c) {
      return c == 0 ? x : c == 1 ? y : z;
    }
  }

  /**
   * How the conductivity depends on m.
   *
   * @param ratio s_delta / s_perp; 0 for a given velocity
   * @param hall s_H / s_perp
   * @param planarHall true if m (m.w) has its parts off the diagonal, m_x m_y and so on
   */
  public record Conduction(double ratio, double hall, boolean planarHall) {

    /** Anisotropic magnetoresistance with its planar Hall effect, without the anomalous one. */
    public static Conduction ofRatio(double ratio) {
      return new Conduction(ratio, 0, true);
    }
  }

  /** No current yet. */
  public Drift(PaddedLayout layout, Conduction conduction, double polarisation) {
    this(new Velocity(layout), new Velocity(layout), conduction, polarisation, 1);
  }

  /** No velocity yet; polarisation 1, so that w is u itself where the ratio is 0. */
  public Drift(PaddedLayout layout, double ratio) {
    this(layout, Conduction.ofRatio(ratio), 1);
  }

  /** Largest |j| of a field of magnitude 1: |w + ratio m (m.w) + hall w x m| / |w|. */
  public double largest() {
    return Math.max(1, 1 + conduction.ratio) + Math.abs(conduction.hall);
  }

  /** Bound of the velocity of a cell, with whatever m, for a slope of 0 [m/s]. */
  public double largestVelocity() {
    double max = 0;
    for (int i = 0; i < start.x.length; i++) {
      double inPlane = Math.hypot(start.x[i], start.y[i]);
      max = Math.max(max, start.z == null ? inPlane : Math.hypot(inPlane, start.z[i]));
    }
    return max * largest();
  }

  /** The same arrays with another factor. */
  public Drift times(double f) {
    return f == factor ? this : new Drift(start, slope, conduction, polarisation, f);
  }

  /** Number of components: 2 in a film of one layer. */
  public int components() {
    return start.z == null ? 2 : 3;
  }

  /** The factor that turns w + ratio m (m.w) into u. */
  double spin() {
    return polarisation * factor;
  }
}
