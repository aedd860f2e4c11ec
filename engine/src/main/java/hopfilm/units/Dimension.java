package hopfilm.units;

/**
 * The kinds of quantity that an experiment is made of, each with its SI unit and a usual value.
 *
 * <p>Two kinds may share one unit (a magnetisation and a magnetic field are both in A/m): the kind
 * is what a reader of a message needs to see.
 */
public enum Dimension {
  FRACTION("a plain number", "", "0.3 or 30 %", false),
  LENGTH("a length", "m", "4 nm", true),
  TIME("a time", "s", "20 ns", true),
  VOLTAGE("a voltage", "V", "38.4 mV", true),
  CURRENT("a current", "A", "6.5 mA", true),
  CURRENT_DENSITY("a current density", "A/m^2", "1e12 A/m^2", false),
  MAGNETIC_FIELD("a magnetic field", "A/m", "80 kA/m or 100 mT", true),
  MAGNETISATION("a magnetisation", "A/m", "700 kA/m", true),
  FLUX_DENSITY("a magnetic flux density", "T", "100 mT", true),
  EXCHANGE_STIFFNESS("an energy per length", "J/m", "10 pJ/m", true),
  SURFACE_ENERGY("an energy per area", "J/m^2", "2.86 mJ/m^2", true),
  ENERGY_DENSITY("an energy density", "J/m^3", "172 kJ/m^3", true),
  RESISTIVITY("a resistivity", "Ohm m", "0.15 uOhm m", true),
  CONDUCTIVITY("a conductivity", "S/m", "6.7 MS/m", true),
  RESISTANCE("a resistance", "Ohm", "10 Ohm", true),
  CONDUCTANCE("a conductance", "S", "5 S", true),
  TEMPERATURE("a temperature", "K", "300 K", true),
  ENERGY("an energy", "J", "1 fJ", true),
  HEAT_CAPACITY("a heat capacity per volume", "J/m^3/K", "3.5 MJ/m^3/K", true),
  THERMAL_CONDUCTIVITY("a thermal conductivity", "W/m/K", "30 W/m/K", false),
  THERMAL_CONDUCTANCE("a thermal conductance per area", "W/m^2/K", "100 MW/m^2/K", true),
  TEMPERATURE_GRADIENT("a temperature gradient", "K/m", "10 K/um", false),
  TEMPERATURE_COEFFICIENT("a temperature coefficient", "1/K", "0.001 1/K", false),
  POWER("a power", "W", "10 mW", true),
  VELOCITY("a velocity", "m/s", "100 m/s", false),
  FREQUENCY("a frequency", "Hz", "1 GHz", true),
  AREAL_NUMBER("a number per area", "1/m^2", "100 1/um^2", false),
  ANGLE("an angle", "rad", "30 deg", false);

  private final String description;
  private final String unit;
  private final String example;
  private final boolean prefixed;
  private final Exponents exponents;

  Dimension(String description, String unit, String example, boolean prefixed) {
    this.description = description;
    this.unit = unit;
    this.example = example;
    this.prefixed = prefixed;
    this.exponents = unit.isEmpty() ? Exponents.NONE : new UnitParser(unit).parse().exponents();
  }

  /** Its name with its article: "a length". */
  public String description() {
    return description;
  }

  /** SI unit as it is written in files and messages: "J/m^3"; empty for a plain number. */
  public String unit() {
    return unit;
  }

  /** A usual value: "4 nm". */
  public String example() {
    return example;
  }

  /** Unit of the example, which a user most likely meant: "nm". */
  String usualUnit() {
    return example.substring(example.indexOf(' ') + 1).split(" or ")[0];
  }

  /** True if the first unit usually takes a prefix when it is printed. */
  boolean prefixed() {
    return prefixed;
  }

  Exponents exponents() {
    return exponents;
  }
}
