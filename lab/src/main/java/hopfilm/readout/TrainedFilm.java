package hopfilm.readout;

import hopfilm.hopfield.Pattern;
import hopfilm.transport.ResistanceMatrix;
import java.util.List;

/**
 * A film before and after its training, as contacts see it.
 *
 * @param names of the electrodes, in the order of the matrices
 * @param before conductance matrix of the untrained film, contact resistances included [S]
 * @param after the same of the trained film [S]
 * @param patterns that were trained; empty where it were other voltages
 * @param contacts of the electrodes
 * @param temperature of film and contacts, for Johnson noise [K]
 * @param magnetic noise of the film itself; null where nothing tells it
 */
public record TrainedFilm(
    List<String> names,
    double[][] before,
    double[][] after,
    List<Pattern> patterns,
    Contacts contacts,
    double temperature,
    MagneticNoise magnetic) {

  /**
   * Contact resistances.
   *
   * @param ohm of each electrode, part of the matrices [Ohm]
   * @param scatter standard deviation of each from one reading to another [Ohm]
   */
  public record Contacts(double[] ohm, double[] scatter) {}

  /**
   * @throws IllegalArgumentException if the sizes differ
   */
  public TrainedFilm {
    names = List.copyOf(names);
    patterns = List.copyOf(patterns);
    int n = names.size();
    boolean fits =
        before.length == n
            && after.length == n
            && contacts.ohm.length == n
            && contacts.scatter.length == n
            && patterns.stream().allMatch(p -> p.size() == n);
    if (!fits) {
      throw new IllegalArgumentException("matrices, contacts and patterns are of other electrodes");
    }
  }

  /** Whether a current can flow between any two of its contacts. */
  public boolean connectsAny() {
    ResistanceMatrix r = ResistanceMatrix.of(before);
    for (int a = 0; a < before.length; a++) {
      for (int b = 0; b < a; b++) {
        if (Double.isFinite(r.between(a, b))) {
          return true;
        }
      }
    }
    return false;
  }
}
