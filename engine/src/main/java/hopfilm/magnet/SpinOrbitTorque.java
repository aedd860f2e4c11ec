package hopfilm.magnet;

/**
 * Torque of a charge current in a layer of broken inversion symmetry, as a field
 *
 * <pre>
 *   H = hbar |j| / (2 e mu0 Ms t) (xi_DL m x p + xi_FL p),   p = z x j/|j|
 * </pre>
 *
 * with j [A/m^2] the current density in the film and t [m] its thickness. A positive xi_DL turns m
 * towards p, a positive xi_FL makes it precess as in a field along p; z points out of the film.
 *
 * <p>A. Manchon et al., Rev. Mod. Phys. 91, 035004 (2019), doi:10.1103/RevModPhys.91.035004, whose
 * efficiencies count the current in the heavy metal: multiply them by the ratio of the two current
 * densities.
 *
 * @param dampingLike efficiency xi_DL (dimensionless)
 * @param fieldLike efficiency xi_FL (dimensionless)
 */
public record SpinOrbitTorque(double dampingLike, double fieldLike) {

  /** No such torque. */
  public static final SpinOrbitTorque NONE = new SpinOrbitTorque(0, 0);

  /**
   * @throws IllegalArgumentException if an efficiency is not finite
   */
  public SpinOrbitTorque {
    if (!Double.isFinite(dampingLike) || !Double.isFinite(fieldLike)) {
      throw new IllegalArgumentException(
          "the spin-orbit efficiencies must be finite, not %g and %g"
              .formatted(dampingLike, fieldLike));
    }
  }

  /** True if both efficiencies are zero. */
  public boolean isNone() {
    return dampingLike == 0 && fieldLike == 0;
  }
}
