package hopfilm.experiment;

import static hopfilm.units.Constants.MU0;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.FromSource;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.experiment.Keys.Usual;
import hopfilm.experiment.Keys.Words;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.FourthOrder;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SlonczewskiTorque;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.transport.AmrConductivity;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the film is made of: the section {@code material}, in SI units. */
public record MaterialSpec(
    @Key("saturation magnetisation")
        @In(value = MaterialSpec.MS, of = Dimension.MAGNETISATION)
        @Default("700 kA/m")
        @Usual("20 kA/m to 2 MA/m")
        @FromSource
        double Ms,
    @Key("exchange stiffness")
        @In(MaterialSpec.STIFFNESS)
        @Default("10 pJ/m")
        @Usual("0.3 pJ/m to 50 pJ/m")
        @FromSource
        double A,
    @Key("uniaxial anisotropy; easy axis if positive")
        @In(MaterialSpec.ANISOTROPY)
        @Default("172 kJ/m^3")
        @Usual("1 kJ/m^3 to 5 MJ/m^3")
        @FromSource
        double Ku,
    @Key("anisotropy axis")
        @In(value = "-1e6 to 1e6", count = 3)
        @Default(value = "[0, 0, 1]", isWritten = false)
        List<Double> axis,
    @Key("fourth-order uniaxial anisotropy: w = -Ku (m.e)^2 - Ku2 (m.e)^4, axis e")
        @In(MaterialSpec.ANISOTROPY)
        @Default(value = "0 kJ/m^3", isWritten = false)
        double Ku2,
    @Key("cubic anisotropy: w = Kc1 (a1^2 a2^2 + a2^2 a3^2 + a3^2 a1^2); easy axes if positive")
        @In(MaterialSpec.ANISOTROPY)
        OptionalDouble Kc1,
    @Key("two perpendicular cubic axes; the third follows")
        @In(value = "two directions [[x, y, z], [x, y, z]]", isList = true)
        @Default(value = "[[1, 0, 0], [0, 1, 0]]", isWritten = false)
        @OnlyWith(key = "Kc1", otherwise = ExperimentMessage.CUBIC_AXES_WITHOUT_KC1)
        CubicAxes cubicAxes,
    @Key(name = "D", value = "DMI constant D in J/m^2, or D_H = 2D/(mu0 Ms) in A")
        @In(MaterialSpec.DMI)
        @Default("6.5 mA")
        @FromSource
        Quantity strength,
    @Key("symmetry of the DMI; interfacial gives negative feedback") @Default("bulk") @FromSource
        DmiKind dmi,
    @Key("Gilbert damping") @In("0 to 10") @Default("0.3") @Usual("0.0001 to 1") @FromSource
        double alpha,
    @Key("spin polarisation") @In("-1 to 1") @Default("1") @Usual("0.05 to 1") @FromSource double P,
    @Key("non-adiabaticity of the spin-transfer torque (beta)")
        @In("-10 to 10")
        @Default("0")
        @Usual("0.0001 to 1")
        double xi,
    @Key("resistivity perpendicular to the magnetisation")
        @In(MaterialSpec.RESISTIVITY)
        @Default("0.15 uOhm m")
        @Usual("0.01 uOhm m to 20 uOhm m")
        @FromSource
        double rhoPerp,
    @Key("anisotropic magnetoresistance, 2 (rho_par - rho_perp)/(rho_par + rho_perp)")
        @In("%, between -200 % and 200 %")
        @Default("150 %")
        @FromSource
        double amr,
    @Key(
            "anomalous Hall angle: sigma_xy gains s_H m_z, sigma_yx loses it (cyclic); s_H ="
                + " tan(angle)/rho_perp")
        @In("deg, -89 deg to 89 deg")
        @Default("0 deg")
        double hallAngle,
    @Key("planar Hall effect: terms m_i m_j of the conductivity")
        @Words({"on", "off"})
        @Default("on")
        boolean planarHall,
    @Key(
            "relative rise of both resistivities per kelvin above heat.ambient (Fe, Co, Ni: 0.006 1/K)")
        @In("1/K, -0.001 1/K to 0.02 1/K")
        @Default(value = "0 1/K", isWritten = false)
        double temperatureCoefficient,
    @Key(
            "Curie temperature: with `heat`, magnetic parameters follow each cell's temperature;"
                + " the run ends when a cell reaches 0.95 Tc")
        @In("K, 1 K to 10 kK")
        OptionalDouble Tc,
    @OnlyWith(key = "Tc", otherwise = ExperimentMessage.EXPONENTS_WITHOUT_TC) Exponents exponents,
    SpinOrbit spinOrbit,
    Slonczewski slonczewski) {

  static final String MS = "kA/m, 0.1 kA/m to 10 MA/m";
  static final String STIFFNESS = "pJ/m, 0.001 pJ/m to 1 nJ/m";
  static final String ANISOTROPY = "kJ/m^3, -100 MJ/m^3 to 100 MJ/m^3";
  static final String RESISTIVITY = "uOhm m, 0.0001 uOhm m to 1 Ohm m";
  static final String DMI = "mA, -1 A to 1 A; mJ/m^2, -100 mJ/m^2 to 100 mJ/m^2";

  /** Two directions at right angles, of any length. */
  public record CubicAxes(List<Double> first, List<Double> second) {

    /** Cosine of the angle between them; below this they are at right angles. */
    private static final double SQUARE = 1e-6;

    public CubicAxes {
      first = List.copyOf(first);
      second = List.copyOf(second);
    }

    /** Whether they are at right angles. */
    public boolean isSquare() {
      return Math.abs(dot(unit(first), unit(second))) < SQUARE;
    }

    private static double dot(double[] a, double[] b) {
      return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private FourthOrder.Cubic forEngine() {
      double[] a = unit(first);
      double[] b = unit(second);
      double along = dot(a, b);
      double[] across = {b[0] - along * a[0], b[1] - along * a[1], b[2] - along * a[2]};
      double[] c = unit(Arrays.stream(across).boxed().toList());
      return new FourthOrder.Cubic(
          new EasyAxis.Uniform(a[0], a[1], a[2]), new EasyAxis.Uniform(c[0], c[1], c[2]));
    }
  }

  /** How a material changes on its way to the Curie temperature: powers of the order. */
  public record Exponents(
      @Key(
              "A falls with this power of the reduced magnetisation 1 - (T/Tc)^1.5; Ms falls with"
                  + " power 1")
          @In("0 to 10")
          @Default("2")
          double A,
      @Key("D falls with this power") @In("0 to 10") @Default("2") double D,
      @Key("Ku falls with this power") @In("0 to 10") @Default("3") double Ku) {}

  /** Efficiencies of the spin-orbit torques. */
  public record SpinOrbit(
      @Key("efficiency of the damping-like spin-orbit torque") @In("-10 to 10") @Default("0")
          double dampingLike,
      @Key("efficiency of the field-like spin-orbit torque") @In("-10 to 10") @Default("0")
          double fieldLike) {

    /** For the engine. */
    public SpinOrbitTorque torque() {
      return new SpinOrbitTorque(dampingLike, fieldLike);
    }
  }

  /** The torque of a current through the film. */
  public record Slonczewski(
      @Key("magnetisation that polarises the current of `inject` steps")
          @In(value = "-1e6 to 1e6", count = 3)
          @Default("[0, 0, 1]")
          List<Double> fixedLayer,
      @Key("spin polarisation of the current through the film") @In("-1 to 1") @Default("0")
          double P,
      @Key("asymmetry: efficiency P lambda^2/((lambda^2 + 1) + (lambda^2 - 1) m.p)")
          @In("1 to 100")
          @Default("1")
          double lambda,
      @Key("secondary, field-like efficiency") @In("-10 to 10") @Default("0") double epsilonPrime) {

    /** For the engine. */
    public SlonczewskiTorque torque() {
      double[] p = unit(fixedLayer);
      return new SlonczewskiTorque(
          new SlonczewskiTorque.Direction(p[0], p[1], p[2]), P, lambda, epsilonPrime);
    }
  }

  public MaterialSpec {
    axis = List.copyOf(axis);
  }

  /** D [J/m^2], which D_H = 2D/(mu0 Ms) [A] keeps where Ms is changed along with A_H. */
  @Usual("0.05 mJ/m^2 to 10 mJ/m^2")
  public double D() {
    return isField() ? MU0 * Ms * strength.value() / 2 : strength.value();
  }

  /** Whether D_H is given [A]. */
  public boolean isField() {
    return strength.dimension() == Dimension.CURRENT;
  }

  /** How it changes with temperature, if it does, for values that are given at one [K]. */
  public Optional<TemperatureLaw> law(double given) {
    return Tc.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TemperatureLaw(
                Tc.getAsDouble(), given, exponents.A(), exponents.D(), exponents.Ku()));
  }

  /**
   * Anisotropy that a texture sees, the demagnetising field of a thin film included, Ku - mu0
   * Ms^2/2 with an axis along z [J/m^3]. That of all cells is no matter of one number, so that Ku
   * is left as it is.
   */
  public double anisotropy(DemagKind demag) {
    return demag == DemagKind.LOCAL && hasNormalAxis() ? Ku - shape() : Ku;
  }

  /** mu0 Ms^2/2 [J/m^3]. */
  public double shape() {
    return 0.5 * MU0 * Ms * Ms;
  }

  /** Whether the axis is along z. */
  public boolean hasNormalAxis() {
    return axis.get(0) == 0 && axis.get(1) == 0;
  }

  /** For the magnet. */
  public Material material() {
    return material(Ku);
  }

  /** With the anisotropy that a texture sees, for those to start with. */
  public Material seen(DemagKind demag) {
    return material(anisotropy(demag));
  }

  private Material material(double Ku) {
    double[] unit = unit(axis);
    return new Material(
        Parameter.of(Ms),
        Parameter.of(A),
        new Material.Anisotropy(
            Parameter.of(Ku), EasyAxis.of(unit[0], unit[1], unit[2]), fourthOrder()),
        new Material.Chirality(Parameter.of(D()), dmi),
        Parameter.of(alpha),
        new Material.Torques(Parameter.of(P), xi, spinOrbit.torque(), slonczewski.torque()));
  }

  private FourthOrder fourthOrder() {
    return new FourthOrder(Parameter.of(Ku2), Parameter.of(Kc1.orElse(0)), cubicAxes.forEngine());
  }

  /** Whether its anisotropy has a part of fourth order. */
  public boolean hasFourthOrder() {
    return Ku2 != 0 || Kc1.orElse(0) != 0;
  }

  /** A direction of length one. */
  static double[] unit(List<Double> direction) {
    double length = Math.hypot(Math.hypot(direction.get(0), direction.get(1)), direction.get(2));
    return direction.stream().mapToDouble(v -> v / length).toArray();
  }

  /** For the current. */
  public AmrConductivity conductivity() {
    return new AmrConductivity(rhoPerp, amr, hallAngle, planarHall);
  }
}
