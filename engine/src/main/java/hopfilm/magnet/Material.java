package hopfilm.magnet;

import hopfilm.grid.CellMask;

/**
 * The material of a chiral magnet; each parameter is a number or a field over the cells.
 *
 * @param Ms saturation magnetisation [A/m], above 0; 0 in cells without film
 * @param A exchange stiffness [J/m], above 0; 0 in cells without film
 * @param anisotropy uniaxial anisotropy
 * @param chirality Dzyaloshinskii-Moriya interaction
 * @param alpha Gilbert damping, at least 0
 * @param torques torques of the current
 */
public record Material(
    Parameter Ms,
    Parameter A,
    Anisotropy anisotropy,
    Chirality chirality,
    Parameter alpha,
    Torques torques) {

  /**
   * Uniaxial anisotropy, w = -Ku (m.axis)^2, and what it has of fourth order.
   *
   * @param Ku its constant [J/m^3]
   */
  public record Anisotropy(Parameter Ku, EasyAxis axis, FourthOrder fourth) {

    /** Of second order. */
    public Anisotropy(Parameter Ku, EasyAxis axis) {
      this(Ku, axis, FourthOrder.NONE);
    }

    /** The same part of fourth order with another one of second order. */
    public Anisotropy with(Parameter constant, EasyAxis direction) {
      return new Anisotropy(constant, direction, fourth);
    }
  }

  /**
   * Dzyaloshinskii-Moriya interaction.
   *
   * @param D its strength [J/m^2], signed
   * @param dmi its symmetry
   */
  public record Chirality(Parameter D, DmiKind dmi) {}

  /**
   * Torques of the current.
   *
   * @param P spin polarisation of the current, -1 to 1
   * @param xi non-adiabaticity of the spin-transfer torque
   */
  public record Torques(
      double P, double xi, SpinOrbitTorque spinOrbit, SlonczewskiTorque slonczewski) {

    /** Spin-transfer torque alone. */
    public Torques(double P, double xi) {
      this(P, xi, SpinOrbitTorque.NONE);
    }

    /** Without a current through the film. */
    public Torques(double P, double xi, SpinOrbitTorque spinOrbit) {
      this(P, xi, spinOrbit, SlonczewskiTorque.NONE);
    }
  }

  /** A uniform material with its easy axis along z. */
  public static Material uniform(
      double Ms, double A, double Ku, double D, DmiKind dmi, double alpha, double P, double xi) {
    return new Material(
        Parameter.of(Ms),
        Parameter.of(A),
        new Anisotropy(Parameter.of(Ku), EasyAxis.Z),
        new Chirality(Parameter.of(D), dmi),
        Parameter.of(alpha),
        new Torques(P, xi));
  }

  /** Constant of the uniaxial anisotropy [J/m^3]. */
  public Parameter Ku() {
    return anisotropy.Ku;
  }

  public EasyAxis axis() {
    return anisotropy.axis;
  }

  /** Dzyaloshinskii-Moriya strength [J/m^2], signed. */
  public Parameter D() {
    return chirality.D;
  }

  /** Symmetry of the Dzyaloshinskii-Moriya interaction. */
  public DmiKind dmi() {
    return chirality.dmi;
  }

  /** Spin polarisation of the current, -1 to 1. */
  public double P() {
    return torques.P;
  }

  /** Non-adiabaticity of the spin-transfer torque. */
  public double xi() {
    return torques.xi;
  }

  /** Spin-orbit torque. */
  public SpinOrbitTorque spinOrbit() {
    return torques.spinOrbit;
  }

  /** Torque of a current through the film. */
  public SlonczewskiTorque slonczewski() {
    return torques.slonczewski;
  }

  /** The same material with another damping. */
  public Material withAlpha(double value) {
    return new Material(Ms, A, anisotropy, chirality, Parameter.of(value), torques);
  }

  /** The same material with another anisotropy. */
  public Material withAnisotropy(Parameter constant, EasyAxis direction) {
    return new Material(Ms, A, anisotropy.with(constant, direction), chirality, alpha, torques);
  }

  /** The same material with another strength of the Dzyaloshinskii-Moriya interaction. */
  public Material withD(Parameter strength) {
    return new Material(Ms, A, anisotropy, new Chirality(strength, dmi()), alpha, torques);
  }

  /** The same material with a spin-orbit torque. */
  public Material withSpinOrbit(SpinOrbitTorque torque) {
    return with(new Torques(P(), xi(), torque, slonczewski()));
  }

  /** The same material with a torque of a current through the film. */
  public Material withSlonczewski(SlonczewskiTorque torque) {
    return with(new Torques(P(), xi(), spinOrbit(), torque));
  }

  private Material with(Torques other) {
    return new Material(Ms, A, anisotropy, chirality, alpha, other);
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
            anisotropy.with(Ku().within(mask), axis()),
            new Chirality(D().within(mask), dmi()),
            alpha,
            torques);
  }

  /** True if every parameter is the same in all cells. */
  public boolean isUniform() {
    return Ms.isUniform()
        && A.isUniform()
        && Ku().isUniform()
        && axis().isUniform()
        && anisotropy.fourth.isUniform()
        && D().isUniform()
        && alpha.isUniform();
  }
}
