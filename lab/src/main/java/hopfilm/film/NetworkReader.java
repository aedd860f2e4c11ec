package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of a film's table as a network, with a reference and a self-term that may be other
 * than those of its experiment. For one thread at a time.
 */
public final class NetworkReader {

  /** Steps of a retrieval that are kept: one that does not come to rest has many. */
  private static final int MAX_STEPS = 2000;

  private final Experiment experiment;
  private double[][] saturated;
  private double[][] untrained;

  /** The film and its contacts. */
  public NetworkReader(Experiment experiment) {
    this.experiment = experiment;
  }

  /** A pattern on the way of a retrieval with its E' [W]. */
  public record Passed(Pattern pattern, double energy) {}

  /**
   * A retrieval.
   *
   * @param steps from the start on, one for each change
   * @param outcome how it ended
   * @param note what the user must know, empty if nothing
   */
  public record Recall(List<Passed> steps, Retrieval.Outcome outcome, Optional<String> note) {}

  /**
   * The network of a row.
   *
   * @param usual V0 or I0 where the row knows none [V, A]
   */
  public NetworkReading read(TableRow row, Reference reference, SelfTerm selfTerm, double usual) {
    if (row.trained().isEmpty() && row.reference() == null) {
      untrained = row.siemens();
    }
    double[][] from = reference(row, reference);
    double amplitude = row.amplitude() > 0 ? row.amplitude() : usual;
    Weights weights =
        from == null
            ? null
            : Weights.of(
                matrix(row.siemens()), from, reference, selfTerm, experiment.network().scaling());
    EnergyLandscape landscape =
        weights == null || !(amplitude > 0)
            ? null
            : new EnergyLandscape(
                weights,
                amplitude,
                row.trained(),
                experiment.seed(),
                experiment.electrodes().hasInverters());
    return new NetworkReading(
        row.time(),
        row.siemens(),
        reference,
        selfTerm,
        weights,
        landscape,
        amplitude,
        row.trained());
  }

  private double[][] matrix(double[][] siemens) {
    return experiment.network().weights().matrix(siemens);
  }

  private double[][] reference(TableRow row, Reference reference) {
    Reference own = experiment.network().reference();
    boolean isSaturated = reference == Reference.SATURATED || reference == Reference.SCALED;
    boolean isUntrained =
        reference == Reference.UNTRAINED || reference == Reference.UNTRAINED_SCALED;
    boolean ownIsUntrained = own == Reference.UNTRAINED || own == Reference.UNTRAINED_SCALED;
    boolean ownIsSaturated = own == Reference.SATURATED || own == Reference.SCALED;
    if (row.reference() != null
        && (reference == own
            || (isSaturated && ownIsSaturated)
            || (isUntrained && ownIsUntrained))) {
      return row.reference();
    } else if (isSaturated) {
      if (saturated == null) {
        FilmSetup setup = new FilmSetup(experiment, Parallel.SERIAL);
        saturated = matrix(setup.meter().matrix(setup.saturated()).siemens());
      }
      return saturated;
    }
    return isUntrained && row.reference() != null && untrained != null ? matrix(untrained) : null;
  }

  /** What the choice of the reference means, where a theorem says so. */
  public Optional<String> note(Reference reference, SelfTerm selfTerm) {
    return FilmNetwork.theorem(experiment, reference, selfTerm);
  }

  /**
   * How a network holds the patterns that were trained; null with fewer than two, or nothing to
   * count from.
   *
   * @param done the experiment with the steps that were carried out
   */
  public static MemoryReading memories(NetworkReading network, Experiment done) {
    return HeldMemories.of(done, "now", network.weights(), network.landscape(), network.trained());
  }

  /** Lets the network run from a start. */
  public static Recall recall(NetworkReading network, Pattern start, Retrieval.Settings settings) {
    double v0 = network.amplitude();
    Weights weights = network.weights();
    List<Passed> steps = new ArrayList<>();
    steps.add(new Passed(start, weights.energy(start.voltages(v0))));
    Retrieval retrieval = new Retrieval(weights, settings);
    Retrieval.Outcome outcome =
        retrieval.run(
            start,
            p -> {
              if (steps.size() < MAX_STEPS) {
                steps.add(new Passed(p, weights.energy(p.voltages(v0))));
              }
            });
    return new Recall(List.copyOf(steps), outcome, retrieval.note());
  }
}
