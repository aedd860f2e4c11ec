package hopfilm.heat;

/**
 * The properties that set the temperature of a film.
 *
 * @param capacity heat capacity of the film [J/(m^3 K)]
 * @param conductivity its thermal conductivity, 0 for none [W/(m K)]
 * @param interfaceConductance heat that crosses the interface to the substrate [W/(m^2 K)], 0 for
 *     an insulated film
 * @param substrate what lies below
 * @param ambient temperature of everything at the start [K]
 */
public record HeatProperties(
    double capacity,
    double conductivity,
    double interfaceConductance,
    Substrate substrate,
    double ambient) {

  /**
   * @throws IllegalArgumentException if the capacity is not above 0, or another number is negative
   *     or not finite
   */
  public HeatProperties {
    Positive.require("heat capacity", capacity);
    requireNone("thermal conductivity", conductivity);
    requireNone("conductance of the interface", interfaceConductance);
    requireNone("ambient temperature", ambient);
  }

  private static void requireNone(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "the %s is %g; it must be 0 or more and finite".formatted(name, value));
    }
  }
}
