package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.heat.HeatProperties;
import hopfilm.heat.Substrate;
import hopfilm.heat.Substrate.HalfSpace;

/** How the current heats the film: the section {@code heat}, in SI units. */
public record HeatSpec(
    @Key("initial temperature; temperature of heat sinks")
        @In("K, 0.001 K to 10 kK")
        @Default("300 K")
        double ambient,
    @Key("heat capacity of the film") @In(CAPACITY) @Default("3.5 MJ/m^3/K") double capacity,
    @Key("thermal conductivity of the film") @In("W/m/K, 0 W/m/K to 1e5 W/m/K") @Default("30 W/m/K")
        double conductivity,
    @Key(name = "interface", value = "thermal boundary conductance to the substrate")
        @In("MW/m^2/K, 0 MW/m^2/K to 1e6 MW/m^2/K")
        @Default("100 MW/m^2/K")
        double interfaceConductance,
    @Key("`ideal` stays at ambient temperature; others are half-spaces that warm up")
        @Default("ideal")
        Below substrate) {

  static final String CAPACITY = "MJ/m^3/K, 0.01 MJ/m^3/K to 100 MJ/m^3/K";

  /** What a film lies on. */
  public sealed interface Below {
    /** As the engine wants it. */
    Substrate properties();
  }

  /**
   * By name: heat capacity a volume and thermal conductivity near 300 K, rounded, from the CRC
   * Handbook of Chemistry and Physics. Films of oxide, and crystals when they are hot, conduct
   * less.
   */
  public enum Usual implements Below {
    IDEAL("ideal", new Substrate.Ideal()),
    MGO("MgO", new HalfSpace(3.35e6, 48)),
    SI("Si", new HalfSpace(1.66e6, 148)),
    SIO2("SiO2", new HalfSpace(1.64e6, 1.38)),
    AL2O3("Al2O3", new HalfSpace(3.1e6, 40)),
    DIAMOND("diamond", new HalfSpace(1.79e6, 2000));

    private final String word;
    private final Substrate properties;

    Usual(String word, Substrate properties) {
      this.word = word;
      this.properties = properties;
    }

    @Override
    public Substrate properties() {
      return properties;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Another one. */
  public record Own(
      @Key("heat capacity of another substrate") @In(CAPACITY) double capacity,
      @Key("thermal conductivity of another substrate") @In("W/m/K, 0.001 W/m/K to 1e5 W/m/K")
          double conductivity)
      implements Below {
    @Override
    public Substrate properties() {
      return new HalfSpace(capacity, conductivity);
    }
  }

  /** For the engine. */
  public HeatProperties properties() {
    return new HeatProperties(
        capacity, conductivity, interfaceConductance, substrate.properties(), ambient);
  }

  /** Time in which a film of a thickness gives its heat to an ideal substrate, c t/h [s]. */
  public double coolingTime(double thickness) {
    return capacity * thickness / interfaceConductance;
  }
}
