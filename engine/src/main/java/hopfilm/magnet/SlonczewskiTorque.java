package hopfilm.magnet;

/**
 * Torque of a current that crosses the film and was polarised by a fixed layer, as a field
 *
 * <pre>
 *   H = hbar J / (mu0 e Ms t) (eps m x p + eps' p),
 *   eps = P lambda^2 / ((lambda^2 + 1) + (lambda^2 - 1) m.p)
 * </pre>
 *
 * with J [A/m^2] the current density along z and t [m] the thickness of the film. A positive J eps
 * turns m towards p: electrons then come from the fixed layer, which lies above the film. Without
 * damping dm/dt = gamma0 hbar J / (mu0 e Ms t) (eps m x (p x m) - eps' m x p).
 *
 * <p>J. C. Slonczewski, J. Magn. Magn. Mater. 247, 324 (2002), doi:10.1016/S0304-8853(02)00291-3;
 * J. Xiao, A. Zangwill, M. D. Stiles, Phys. Rev. B 70, 172405 (2004),
 * doi:10.1103/PhysRevB.70.172405. Signs and symbols are those of mumax3 with its fixed layer on top
 * (A. Vansteenkiste et al., AIP Adv. 4, 107133 (2014), doi:10.1063/1.4899186).
 *
 * @param direction p, any length but 0; kept at length one
 * @param polarisation P, -1 to 1
 * @param lambda asymmetry, at least 1; 1 makes eps = P/2 for all m
 * @param secondary eps', the field-like part
 */
public record SlonczewskiTorque(
    Direction direction, double polarisation, double lambda, double secondary) {

  /** No such torque. */
  public static final SlonczewskiTorque NONE =
      new SlonczewskiTorque(new Direction(0, 0, 1), 0, 1, 0);

  /** A direction of length one. */
  public record Direction(double x, double y, double z) {
    /**
     * @throws IllegalArgumentException if it has no length
     */
    public Direction {
      double length = Math.hypot(Math.hypot(x, y), z);
      if (!(length > 0) || Double.isInfinite(length)) {
        throw new IllegalArgumentException(
            "the polarisation has no direction: (%g, %g, %g)".formatted(x, y, z));
      }
      x /= length;
      y /= length;
      z /= length;
    }
  }

  /**
   * @throws IllegalArgumentException if P is not within -1 and 1, lambda below 1 or a number not
   *     finite
   */
  public SlonczewskiTorque {
    boolean isRight = Math.abs(polarisation) <= 1 && lambda >= 1 && lambda < 1e9;
    if (!isRight || !Double.isFinite(secondary)) {
      throw new IllegalArgumentException(
          "a Slonczewski torque needs |P| <= 1, lambda >= 1 and a finite eps', not %g, %g and %g"
              .formatted(polarisation, lambda, secondary));
    }
  }

  /** True if there is no torque for any m. */
  public boolean isNone() {
    return polarisation == 0 && secondary == 0;
  }

  /** Largest of |eps| + |eps'| for any m; eps is largest at m = -p. */
  public double largest() {
    return Math.abs(polarisation) * lambda * lambda / 2 + Math.abs(secondary);
  }
}
