package hopfilm.film;

import hopfilm.hopfield.Pattern;
import hopfilm.transport.GivenValues;
import hopfilm.transport.OperatingPoint;
import java.util.List;

/**
 * A row of the table as it is written, with what its conductances mean for the network.
 *
 * @param numbers one value for each column
 * @param ePrime of the pattern in training [W], with V0 or I0 of the train step; NaN without
 * @param siemens conductance matrix [S]
 * @param point voltages and currents of the contacts; 0 with all sources off
 * @param drive given at the electrodes now; null without current
 * @param training the pattern in training, null where there is none
 * @param trained patterns trained so far
 * @param reference what the weights count from [S, Ohm]; null before the first train step
 * @param amplitude the largest V0 or I0 of all train steps so far [V, A], at which those who watch
 *     see all energies; NaN before the first
 */
public record TableRow(
    double[] numbers,
    double ePrime,
    double[][] siemens,
    OperatingPoint point,
    GivenValues drive,
    Pattern training,
    List<Pattern> trained,
    double[][] reference,
    double amplitude) {

  public TableRow {
    trained = List.copyOf(trained);
  }

  /** Simulated time [s]. */
  public double time() {
    return numbers[0];
  }
}
