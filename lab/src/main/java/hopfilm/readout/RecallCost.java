package hopfilm.readout;

import static hopfilm.units.Constants.KB;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Optional;

/**
 * What one step of recall takes with the noise of a real amplifier. A step reads all rows at once.
 *
 * <p>A row is a conductance G of all its pixels at the voltage V. Of its current the share rho =
 * sum |w| / sum G comes from the weights. To know I / sum |w| to x takes the averaging time t =
 * (e^2 + 4 k T / G) / (2 (x V rho)^2) and the energy V^2 G t, which does not depend on V: the noise
 * of {@link Instrument}.
 *
 * @param conductance G [S], the mean of the rows
 * @param signal rho
 * @param overlap x
 * @param voltage V [V]
 * @param noise e [V/sqrt(Hz)]
 * @param temperature T [K]
 * @param time t [s]
 * @param energyRow of the film of a row [J], without that of the amplifier
 * @param energy of the films of all rows [J]
 */
@JsonPropertyOrder({
  "conductance",
  "signal",
  "overlap",
  "voltage",
  "noise",
  "temperature",
  "time",
  "energy_row",
  "energy"
})
public record RecallCost(
    double conductance,
    double signal,
    double overlap,
    double voltage,
    double noise,
    double temperature,
    double time,
    double energyRow,
    double energy) {

  private static final double OVERLAP = 0.1;
  private static final double VOLTAGE = 1e-3;
  private static final double ROOM = 300;

  /**
   * At 1 mV, with the amplifier of {@code readout} and at 300 K, each overlap known to 0.1.
   *
   * @param conductance of all rows, with all their pixels [S]
   * @param largest sum of |w| of all rows [S]
   * @param rows how many
   * @return empty if a conductance is not known, or no row has a weight
   */
  public static Optional<RecallCost> of(double conductance, double largest, int rows) {
    if (!(conductance > 0 && largest > 0)) {
      return Optional.empty();
    }
    double g = conductance / rows;
    double signal = largest / conductance;
    double e = Instrument.usual(1).noise();
    double density = e * e + 4 * KB * ROOM / g;
    double least = OVERLAP * VOLTAGE * signal;
    double time = density / (2 * least * least);
    double row = VOLTAGE * VOLTAGE * g * time;
    return Optional.of(new RecallCost(g, signal, OVERLAP, VOLTAGE, e, ROOM, time, row, rows * row));
  }

  /** As one line. */
  public String words() {
    String row = Quantity.format(energyRow, Dimension.ENERGY, 3);
    return "one step of recall at %s and %s/sqrt(Hz), each overlap known to %s: %s, %s"
        .formatted(
            Quantity.format(voltage, Dimension.VOLTAGE),
            Quantity.format(noise, Dimension.VOLTAGE),
            overlap,
            Quantity.format(time, Dimension.TIME, 3),
            energy == energyRow
                ? row + " in the film of the row"
                : "%s in the film of a row, %s in all"
                    .formatted(row, Quantity.format(energy, Dimension.ENERGY, 3)));
  }
}
