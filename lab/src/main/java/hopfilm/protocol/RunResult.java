package hopfilm.protocol;

import hopfilm.experiment.Experiment;
import hopfilm.film.Measure;
import hopfilm.film.RetrievalResult;
import hopfilm.hopfield.Pattern;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run found.
 *
 * @param folder where it is written
 * @param experiment what was run
 * @param status how it ended
 * @param message why it failed, null otherwise
 * @param measures all measures in the order of time
 * @param judged the measure that decides what was learned: the first after the last train step;
 *     null if there is none
 * @param trained trained patterns in the order of training, each once, with + first
 * @param retrievals all retrieve steps
 * @param verifications of the train steps that verify, in their order
 * @param warnings one line each
 * @param kernels name of the kernels
 * @param energyJoule Joule heat of all train steps [J]
 * @param trainingTime duration of all train steps, pauses between pulses included [s]
 * @param steps time steps taken
 * @param solves potentials solved for the drive
 * @param sessions how often it was started: 1, and 1 more each time that it was resumed
 * @param seconds wall time of all sessions [s]
 */
public record RunResult(
    Path folder,
    Experiment experiment,
    RunStatus status,
    String message,
    List<Measure> measures,
    Measure judged,
    List<Pattern> trained,
    List<RetrievalResult> retrievals,
    List<Verification> verifications,
    List<String> warnings,
    String kernels,
    double energyJoule,
    double trainingTime,
    long steps,
    long solves,
    int sessions,
    double seconds) {

  /** Copies the lists. */
  public RunResult {
    measures = List.copyOf(measures);
    trained = List.copyOf(trained);
    retrievals = List.copyOf(retrievals);
    verifications = List.copyOf(verifications);
    warnings = List.copyOf(warnings);
  }

  /** The same as of another folder and experiment. */
  public RunResult in(Path otherFolder, Experiment other) {
    return new RunResult(
        otherFolder,
        other,
        status,
        message,
        measures,
        judged,
        trained,
        retrievals,
        verifications,
        warnings,
        kernels,
        energyJoule,
        trainingTime,
        steps,
        solves,
        sessions,
        seconds);
  }

  /** Signs of all trained patterns together; 0 where none was trained. */
  public int trainedBits() {
    return trained.stream().mapToInt(Pattern::size).sum();
  }

  /** Joule heat of training for each of its signs [J]; NaN where no pattern was trained. */
  public double energyPerBit() {
    return trained.isEmpty() ? Double.NaN : energyJoule / trainedBits();
  }

  /** Whether every trained pattern is the lowest; null where no pattern was trained and read. */
  public Boolean learned() {
    if (judged == null || judged.landscape() == null || trained.isEmpty()) {
      return null;
    }
    return judged.landscape().learned(trained).stream().allMatch(b -> b);
  }
}
