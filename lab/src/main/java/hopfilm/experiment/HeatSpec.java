package hopfilm.experiment;

import hopfilm.heat.HeatProperties;
import hopfilm.heat.Substrate;

/**
 * How the current heats the film.
 *
 * @param ambient temperature of film and substrate at the start [K]
 * @param capacity heat capacity of the film [J/(m^3 K)]
 * @param conductivity its thermal conductivity [W/(m K)]
 * @param interfaceConductance of the interface to the substrate [W/(m^2 K)]
 * @param below what the film lies on
 */
public record HeatSpec(
    double ambient,
    double capacity,
    double conductivity,
    double interfaceConductance,
    Below below) {

  /**
   * What a film lies on.
   *
   * @param name of a usual one; null for one that is given by its values
   * @param substrate as the engine wants it
   */
  public record Below(String name, Substrate substrate) {}

  /** For the engine. */
  public HeatProperties properties() {
    return new HeatProperties(
        capacity, conductivity, interfaceConductance, below.substrate(), ambient);
  }

  /** Time in which a film of a thickness gives its heat to an ideal substrate, c t/h [s]. */
  public double coolingTime(double thickness) {
    return capacity * thickness / interfaceConductance;
  }
}
