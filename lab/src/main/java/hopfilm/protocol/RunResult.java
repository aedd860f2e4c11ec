package hopfilm.protocol;

import hopfilm.experiment.Experiment;
import hopfilm.film.Measure;
import hopfilm.film.RetrievalResult;
import hopfilm.folder.Outcome;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a run found.
 *
 * @param folder where it is written
 * @param experiment what was run
 * @param end how it ended
 * @param found what was read of the film, and what became of the network
 * @param effort what it took
 * @param warnings one line each
 */
public record RunResult(
    Path folder,
    Experiment experiment,
    End end,
    Found found,
    Effort effort,
    List<String> warnings) {

  /**
   * How a run ended.
   *
   * @param status in one word
   * @param message why it failed, null otherwise
   */
  public record End(RunStatus status, String message) {}

  /**
   * What was read of the film, and what became of the network.
   *
   * @param measures all measures in the order of time
   * @param judged the measure that decides what was learned: the first at rest after the last train
   *     step, or, where there is none, the first under current; null if there is none at all
   * @param trained trained patterns in the order of training, each once, with + first
   * @param reference what the weights count from, in their kind [S, Ohm]; null as long as there are
   *     none
   * @param retrievals all retrieve steps
   * @param phases the train steps, in their order
   * @param memories how several trained patterns are held; null with fewer
   * @param hottest the film when it was hottest; null where the current does not heat it
   */
  public record Found(
      List<Measure> measures,
      Measure judged,
      List<Pattern> trained,
      double[][] reference,
      List<RetrievalResult> retrievals,
      List<TrainPhase> phases,
      MemoryReading memories,
      Hottest hottest) {

    /** Copies the lists. */
    public Found {
      measures = List.copyOf(measures);
      trained = List.copyOf(trained);
      retrievals = List.copyOf(retrievals);
      phases = List.copyOf(phases);
    }

    /** How training was verified, of the train steps that verify, in their order. */
    public List<Verification> verifications() {
      return phases.stream().map(TrainPhase::verification).filter(Objects::nonNull).toList();
    }
  }

  /**
   * What a run took.
   *
   * @param training of the film
   * @param kernels name of the kernels
   * @param steps time steps taken
   * @param solves potentials solved for the drive
   * @param sessions how often it was started: 1, and 1 more each time that it was resumed
   * @param seconds wall time of all sessions [s]
   */
  public record Effort(
      Training training, String kernels, long steps, long solves, int sessions, double seconds) {}

  /**
   * What training took of the film.
   *
   * @param joule Joule heat of all train steps [J]
   * @param time their duration, pauses between pulses included [s]
   */
  public record Training(double joule, double time) {}

  /** Copies the list. */
  public RunResult {
    warnings = List.copyOf(warnings);
  }

  /** The result with a further warning. */
  public RunResult warned(String message) {
    List<String> all = new ArrayList<>(warnings);
    if (!all.contains(message)) {
      all.add(message);
    }
    return new RunResult(folder, experiment, end, found, effort, all);
  }

  /** The result as that of another folder and experiment. */
  public RunResult in(Path otherFolder, Experiment other) {
    return new RunResult(otherFolder, other, end, found, effort, warnings);
  }

  /** How it ended. */
  public RunStatus status() {
    return end.status();
  }

  /** Why it failed, null otherwise. */
  public String message() {
    return end.message();
  }

  /** All measures in the order of time. */
  public List<Measure> measures() {
    return found.measures();
  }

  /** The measure that decides what was learned; null if there is none. */
  public Measure judged() {
    return found.judged();
  }

  /** Trained patterns in the order of training. */
  public List<Pattern> trained() {
    return found.trained();
  }

  /** All retrieve steps. */
  public List<RetrievalResult> retrievals() {
    return found.retrievals();
  }

  /** How several trained patterns are held; null with fewer than two, or nothing read of them. */
  public MemoryReading memories() {
    return found.memories();
  }

  /** Signs of all trained patterns together; 0 where none was trained(). */
  public int trainedBits() {
    return trained().stream().mapToInt(Pattern::size).sum();
  }

  /** Joule heat of training for each of its signs [J]; NaN where no pattern was trained(). */
  public double energyPerBit() {
    return trained().isEmpty() ? Double.NaN : effort.training().joule() / trainedBits();
  }

  /** What training came to; null where no pattern was trained and read. */
  public Outcome outcome() {
    if (judged() == null || judged().landscape() == null) {
      return null;
    }
    return Outcome.of(
        judged().landscape().learned(trained()),
        memories() == null ? null : (Integer) memories().stored(),
        TrainPhase.isVerified(found.phases(), trained()));
  }
}
