package hopfilm.magnet;

import hopfilm.grid.CellMask;

/**
 * What a chiral magnet is made of; each parameter is a number or a field over the cells.
 *
 * @param Ms saturation magnetisation [A/m], above 0; 0 in cells without film
 * @param A exchange stiffness [J/m], above 0; 0 in cells without film
 * @param Ku uniaxial anisotropy [J/m^3]; w = -Ku (m.axis)^2
 * @param axis easy axis, a unit vector of three components
 * @param D Dzyaloshinskii-Moriya strength [J/m^2], signed
 * @param dmi its symmetry
 * @param alpha Gilbert damping, at least 0
 * @param P spin polarisation of the current, 0 to 1
 * @param xi non-adiabaticity of the spin-transfer torque
 * @param spinOrbit spin-orbit torque
 */
public record Material(
    Parameter Ms,
    Parameter A,
    Parameter Ku,
    double[] axis,
    Parameter D,
    DmiKind dmi,
    Parameter alpha,
    double P,
    double xi,
    SpinOrbitTorque spinOrbit) {

  /**
   * @throws IllegalArgumentException if the axis is no unit vector
   */
  public Material {
    if (axis.length != 3
        || Math.abs(Math.hypot(Math.hypot(axis[0], axis[1]), axis[2]) - 1) > 1e-9) {
      throw new IllegalArgumentException("the anisotropy axis must be a unit vector");
    }
    axis = axis.clone();
  }

  /** A material without spin-orbit torque. */
  public Material(
      Parameter Ms,
      Parameter A,
      Parameter Ku,
      double[] axis,
      Parameter D,
      DmiKind dmi,
      Parameter alpha,
      double P,
      double xi) {
    this(Ms, A, Ku, axis, D, dmi, alpha, P, xi, SpinOrbitTorque.NONE);
  }

  /** A uniform material with its easy axis along z. */
  public static Material uniform(
      double Ms, double A, double Ku, double D, DmiKind dmi, double alpha, double P, double xi) {
    return new Material(
        Parameter.of(Ms),
        Parameter.of(A),
        Parameter.of(Ku),
        new double[] {0, 0, 1},
        Parameter.of(D),
        dmi,
        Parameter.of(alpha),
        P,
        xi);
  }

  /** The same material with another damping. */
  public Material withAlpha(double value) {
    return new Material(Ms, A, Ku, axis, D, dmi, Parameter.of(value), P, xi, spinOrbit);
  }

  /** The same material with a spin-orbit torque. */
  public Material withSpinOrbit(SpinOrbitTorque torque) {
    return new Material(Ms, A, Ku, axis, D, dmi, alpha, P, xi, torque);
  }

  /**
   * The same material where there is film and none elsewhere: Ms = A = Ku = D = 0 outside, free
   * edges along the rim of the mask. A full mask gives this very material.
   *
   * <p>The magnetisation outside is the zero vector.
   */
  public Material within(CellMask mask) {
    return mask.isFull()
        ? this
        : new Material(
            Ms.within(mask),
            A.within(mask),
            Ku.within(mask),
            axis,
            D.within(mask),
            dmi,
            alpha,
            P,
            xi,
            spinOrbit);
  }

  /** Whether every parameter is one number. */
  public boolean isUniform() {
    return Ms.isUniform() && A.isUniform() && Ku.isUniform() && D.isUniform() && alpha.isUniform();
  }
}
