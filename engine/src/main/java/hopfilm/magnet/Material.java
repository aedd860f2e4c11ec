package hopfilm.magnet;

import hopfilm.grid.CellMask;

/**
 * What a chiral magnet is made of; each parameter is a number or a field over the cells.
 *
 * @param Ms saturation magnetisation [A/m], above 0; 0 in cells without film
 * @param A exchange stiffness [J/m], above 0; 0 in cells without film
 * @param Ku uniaxial anisotropy [J/m^3]; w = -Ku (m.axis)^2
 * @param axis easy axis
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
    EasyAxis axis,
    Parameter D,
    DmiKind dmi,
    Parameter alpha,
    double P,
    double xi,
    SpinOrbitTorque spinOrbit) {

  /** A material without spin-orbit torque. */
  public Material(
      Parameter Ms,
      Parameter A,
      Parameter Ku,
      EasyAxis axis,
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
        EasyAxis.Z,
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

  /** The same material with another anisotropy. */
  public Material withAnisotropy(Parameter constant, EasyAxis direction) {
    return new Material(Ms, A, constant, direction, D, dmi, alpha, P, xi, spinOrbit);
  }

  /** The same material with another strength of the Dzyaloshinskii-Moriya interaction. */
  public Material withD(Parameter strength) {
    return new Material(Ms, A, Ku, axis, strength, dmi, alpha, P, xi, spinOrbit);
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

  /** Whether every parameter is the same in all cells. */
  public boolean isUniform() {
    return Ms.isUniform()
        && A.isUniform()
        && Ku.isUniform()
        && axis.isUniform()
        && D.isUniform()
        && alpha.isUniform();
  }
}
