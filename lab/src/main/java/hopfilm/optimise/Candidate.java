package hopfilm.optimise;

import hopfilm.sweep.RunValue.Reading;
import java.util.Map;

/**
 * An evaluation of the objective.
 *
 * @param number counted from 1
 * @param values of the parameters, in SI units and in their order
 * @param texts the same by key, as in an experiment file
 * @param reading the objective; NaN where it has none
 * @param learned share of the runs that learned, whatever the objective
 * @param folder its folder below that of the optimisation; empty if it could not be run
 * @param message why it has no value, or whose it has; empty otherwise
 * @param seconds wall time of its runs [s]
 */
public record Candidate(
    int number,
    double[] values,
    Map<String, String> texts,
    Reading reading,
    Reading learned,
    String folder,
    String message,
    double seconds) {

  /** The value of the objective; NaN where it has none. */
  public double objective() {
    return reading.value();
  }

  /** The same evaluation for the same values once more. */
  Candidate again(int other) {
    String of = message.isEmpty() ? "as evaluation " + number : message;
    return new Candidate(other, values, texts, reading, learned, folder, of, 0);
  }
}
