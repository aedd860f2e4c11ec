package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.yaml.Yaml;
import java.util.List;

/**
 * What is left of the longest run that an experiment file can tell: whatever is done with a live
 * film is to be read again. Asked before a command is taken, under the film's lock.
 *
 * @param film without steps
 * @param length of the file with what was done and waits [bytes]
 * @param time that was simulated [s]
 */
record LiveRoom(Experiment film, long length, double time) {

  /** For the measure of a save, labels, and the digits of a step that is cut short [bytes]. */
  static final int RESERVE = 10_000;

  /** A command ends the step before it at the next row, and takes until one itself. */
  private static final int ROWS = 3;

  /**
   * The room in a script.
   *
   * @param done steps of it that stay
   * @param lasted of the step at hand [s]
   * @param ahead what comes into the script before the next command
   */
  static LiveRoom of(LiveScript script, int done, double lasted, List<LivePlan> ahead) {
    long length = script.lengths().get(done);
    for (LivePlan p : ahead) {
      length += p instanceof LivePlan.Play play ? ExperimentFile.length(play.step()) : 0;
    }
    double time = script.experiment().initial().relaxTime() + lasted;
    // the list grows meanwhile
    time += script.done().stream().limit(done).mapToDouble(Step::duration).sum();
    return new LiveRoom(script.experiment(), length, time);
  }

  /** Whether a step has a place in the file. */
  boolean holds(Step more) {
    return length + ExperimentFile.length(more) <= Yaml.LONGEST - RESERVE;
  }

  /** Refuses a step that has no place in the file. */
  void require(Step more) {
    if (!holds(more)) {
      throw full("an experiment file has %s at most".formatted(megabytes(Yaml.LONGEST)));
    }
  }

  /**
   * The step, for the time that is left where it has no end of its own.
   *
   * @throws LiveCommandException if it has no place
   */
  Step fitting(Step step, boolean isEndless) {
    require(step);
    double row = film.output().table();
    double longest = ExperimentFile.longest(film);
    double left = longest - time - ROWS * row;
    if (step.duration() <= left) {
      return step;
    }
    if (!isEndless || left < row) {
      String time = Quantity.format(longest, Dimension.TIME, 3);
      throw full("such a run has %s at most (output.table)".formatted(time));
    }
    return LiveScript.shortened(step, left);
  }

  private static LiveCommandException full(String bound) {
    return LiveCommandException.unfit(
        "%s, and this film would have more: save it; then undo or reset it, or go on from its"
            + " texture in a new chapter, which the commands electrodes and move begin",
        bound);
  }

  /** Refuses the protocol of a file of which the steps, repeats written out, have no place. */
  static void requireProtocol(LiveScript begun, List<Step> steps) {
    long length = begun.lengths().get(0);
    for (Step step : steps) {
      length += ExperimentFile.length(step);
    }
    if (length > Yaml.LONGEST - RESERVE / 2) {
      throw LiveCommandException.wrong(
          "the protocol has %s with its repeats written out; a live film takes %s: use hopfilm run",
          megabytes(length), megabytes(Yaml.LONGEST));
    }
  }

  private static String megabytes(long bytes) {
    return "%.3g MB".formatted(bytes / 1e6).replaceFirst("\\.?0+ ", " ");
  }
}
