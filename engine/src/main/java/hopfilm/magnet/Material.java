package hopfilm.magnet;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.MUB;

import hopfilm.grid.CellMask;
import hopfilm.units.Dimension;
import hopfilm.units.PublishedMaterials;
import java.util.Locale;

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
   * @param P spin polarisation of the current, -1 to 1; one number beside a spin-orbit torque
   * @param xi non-adiabaticity of the spin-transfer torque
   */
  public record Torques(
      Parameter P, double xi, SpinOrbitTorque spinOrbit, SlonczewskiTorque slonczewski) {

    /** Nothing but the non-adiabaticity 0. */
    static final Torques MISSING = unpolarised();

    /**
     * @throws IllegalArgumentException if P varies beside a spin-orbit torque
     */
    public Torques {
      if (!P.isUniform() && !spinOrbit.isNone()) {
        throw new IllegalArgumentException("beside a spin-orbit torque all cells have one P");
      }
    }

    /** Spin-transfer torque alone. */
    public Torques(double P, double xi) {
      this(P, xi, SpinOrbitTorque.NONE);
    }

    /** Without a current through the film. */
    public Torques(double P, double xi, SpinOrbitTorque spinOrbit) {
      this(Parameter.of(P), xi, spinOrbit, SlonczewskiTorque.NONE);
    }

    private static Torques unpolarised() {
      Parameter P = Parameter.missing("P");
      return new Torques(P, 0, SpinOrbitTorque.NONE, SlonczewskiTorque.NONE);
    }
  }

  /**
   * A ferromagnet with exchange alone: without anisotropy and Dzyaloshinskii-Moriya interaction.
   * Its damping must be given, its spin polarisation where a current flows.
   *
   * @param Ms saturation magnetisation [A/m]
   * @param A exchange stiffness [J/m]
   */
  public static Material of(double Ms, double A) {
    return new Material(
        Parameter.of(Ms),
        Parameter.of(A),
        new Anisotropy(Parameter.of(0), EasyAxis.Z),
        new Chirality(Parameter.of(0), DmiKind.BULK),
        Parameter.missing("alpha"),
        Torques.MISSING);
  }

  /**
   * A material with published values, uniform with its easy axis along z. A value without a source
   * must be given before it is needed, as alpha and P of FeGe.
   *
   * @param name as {@link PublishedMaterials#all} has it, for example FeGe or Ni80Fe20
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Material of(String name) {
    PublishedMaterials.Entry known = PublishedMaterials.magnet(name);
    DmiKind dmi = DmiKind.valueOf(known.values().get("dmi").text().toUpperCase(Locale.ROOT));
    return new Material(
        published(known, name, "Ms", Dimension.MAGNETISATION),
        published(known, name, "A", Dimension.EXCHANGE_STIFFNESS),
        new Anisotropy(published(known, name, "Ku", Dimension.ENERGY_DENSITY), EasyAxis.Z),
        new Chirality(published(known, name, "D", Dimension.SURFACE_ENERGY), dmi),
        published(known, name, "alpha", Dimension.FRACTION),
        new Torques(
            published(known, name, "P", Dimension.FRACTION),
            0,
            SpinOrbitTorque.NONE,
            SlonczewskiTorque.NONE));
  }

  private static Parameter published(
      PublishedMaterials.Entry known, String name, String key, Dimension dimension) {
    return known
        .number(key, dimension)
        .map(Parameter::of)
        .orElseGet(() -> Parameter.missing(key + " of " + name));
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

  /**
   * Spin polarisation of the current, -1 to 1.
   *
   * @throws IllegalStateException if the material has none yet
   */
  public Parameter P() {
    if (torques.P instanceof Parameter.Missing) {
      throw new IllegalStateException(
          "the spin polarisation P has no value; give one, for example by withP(0.5)");
    }
    return torques.P;
  }

  /**
   * Drift velocity of a cell by its current density, muB |P|/(e Ms) [m/s/(A/m^2)].
   *
   * @param cell flat index, of a cell with film
   */
  public double driftByCurrent(int cell) {
    return MUB * Math.abs(P().at(cell)) / (E * Ms().at(cell));
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

  /** The same material with another saturation magnetisation [A/m]. */
  public Material withMs(double value) {
    return new Material(Parameter.of(value), A, anisotropy, chirality, alpha, torques);
  }

  /** The same material with another exchange stiffness [J/m]. */
  public Material withA(double value) {
    return new Material(Ms, Parameter.of(value), anisotropy, chirality, alpha, torques);
  }

  /** The same material with another constant of the uniaxial anisotropy [J/m^3]. */
  public Material withKu(double value) {
    return withAnisotropy(Parameter.of(value), axis());
  }

  /** The same material with its easy axis along a vector of any length. */
  public Material withAxis(double x, double y, double z) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return withAnisotropy(Ku(), EasyAxis.of(x / length, y / length, z / length));
  }

  /** The same material with another strength of the interaction [J/m^2], of the same symmetry. */
  public Material withD(double strength) {
    return withD(Parameter.of(strength));
  }

  /** The same material with another Dzyaloshinskii-Moriya interaction [J/m^2]. */
  public Material withD(double strength, DmiKind dmi) {
    Chirality other = new Chirality(Parameter.of(strength), dmi);
    return new Material(Ms, A, anisotropy, other, alpha, torques);
  }

  /** The same material with another damping. */
  public Material withAlpha(double value) {
    return new Material(Ms, A, anisotropy, chirality, Parameter.of(value), torques);
  }

  /** The same material with another spin polarisation of the current, -1 to 1. */
  public Material withP(double P) {
    return withP(Parameter.of(P));
  }

  /** The same material with another spin polarisation of the current, -1 to 1. */
  public Material withP(Parameter P) {
    return with(new Torques(P, xi(), spinOrbit(), slonczewski()));
  }

  /** The same material with another non-adiabaticity of the spin-transfer torque. */
  public Material withXi(double xi) {
    return with(new Torques(torques.P, xi, spinOrbit(), slonczewski()));
  }

  private Material with(Torques other) {
    return new Material(Ms, A, anisotropy, chirality, alpha, other);
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
    return with(new Torques(torques.P, xi(), torque, slonczewski()));
  }

  /** The same material with a torque of a current through the film. */
  public Material withSlonczewski(SlonczewskiTorque torque) {
    return with(new Torques(torques.P, xi(), spinOrbit(), torque));
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
