package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.ReplayLog;
import hopfilm.transport.OperatingPoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history of a film between the same contacts: the steps, and the places before each of them to
 * go back to. As an experiment it is what a run would repeat. The film's thread alone changes the
 * lists, under the queue's monitor, under which others read them.
 *
 * @param number of the chapter, from 1
 * @param experiment film, contacts and start; its protocol does not count
 * @param file the protocol that the film's file had; empty where it does not fit the contacts
 * @param folder where table and snapshots are
 * @param done the steps carried out
 * @param lengths of the experiment as a file [bytes]: without steps, and up to each of them
 * @param marks one before each step, and one after the last; null where it was given up to save
 *     memory
 * @param answers of the film so far
 * @param points voltages and currents of the contacts in the rows of its table
 */
record LiveScript(
    int number,
    Experiment experiment,
    List<Step> file,
    RunFolder folder,
    List<Step> done,
    List<Integer> lengths,
    List<LiveReplay.Mark> marks,
    List<ReplayLog.Entry> answers,
    List<OperatingPoint> points) {

  /** Digits of the time that a step took: table rows are at rounder times. */
  private static final MathContext DIGITS = new MathContext(12);

  static LiveScript begin(int number, Experiment experiment, List<Step> file, Path folder)
      throws IOException {
    return new LiveScript(
        number,
        experiment,
        file,
        new RunFolder(Files.createDirectories(folder)),
        new ArrayList<>(),
        new ArrayList<>(List.of(ExperimentFile.length(experiment))),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** This script up to its k-th step, in a folder of its own. */
  LiveScript branch(int k, Path other) throws IOException {
    Files.createDirectories(other);
    try (var files = Files.list(folder.path())) {
      for (Path file : files.toList()) {
        Files.copy(file, other.resolve(file.getFileName()));
      }
    }
    LiveScript branch = begin(number, experiment, file, other);
    branch.done.addAll(done.subList(0, k));
    branch.lengths.addAll(lengths.subList(1, k + 1));
    branch.marks.addAll(marks.subList(0, k + 1));
    branch.answers.addAll(answers.subList(0, marks.get(k).answers()));
    branch.points.addAll(points.subList(0, marks.get(k).rows()));
    return branch;
  }

  /**
   * A place that the film has come to.
   *
   * @param step that led there; empty for the relaxed film
   * @param answers since the place before
   * @param points of the rows since then
   */
  record Reached(
      Optional<Step> step,
      LiveReplay.Mark mark,
      List<ReplayLog.Entry> answers,
      List<OperatingPoint> points) {
    /** Copies the lists, which grow. */
    Reached {
      answers = List.copyOf(answers);
      points = List.copyOf(points);
    }
  }

  /** The film has come to a place: all that tells of it is added at once. */
  void add(Reached place) {
    place
        .step()
        .ifPresent(
            step -> {
              lengths.add(length() + ExperimentFile.length(step));
              done.add(step);
            });
    answers.addAll(place.answers());
    points.addAll(place.points());
    marks.add(place.mark());
  }

  /**
   * Leaves out all that comes after the k-th step, when the film goes there. The mark there stays,
   * so that a film that fails on its way can be sent again.
   *
   * @param k negative for the beginning, which has no mark
   */
  Optional<LiveReplay.Mark> cut(int k) {
    Optional<LiveReplay.Mark> mark = k < 0 ? Optional.empty() : Optional.of(marks.get(k));
    cut(done, Math.max(0, k));
    cut(lengths, Math.max(0, k) + 1);
    cut(marks, k + 1);
    cut(answers, mark.map(LiveReplay.Mark::answers).orElse(0));
    cut(points, mark.map(LiveReplay.Mark::rows).orElse(0));
    return mark;
  }

  private static void cut(List<?> list, int size) {
    list.subList(Math.min(size, list.size()), list.size()).clear();
  }

  /** As a file so far [bytes]. */
  int length() {
    return lengths.get(lengths.size() - 1);
  }

  /** True if the film can be brought back to before its k-th step. */
  boolean canReturnTo(int k) {
    return k >= 0 && k < marks.size() && marks.get(k) != null;
  }

  /** Memory of the marks [bytes]. */
  long bytes() {
    return marks.stream().mapToLong(m -> m == null ? 0 : m.state().length).sum();
  }

  /** The texture that it began with, where that was a file. */
  Optional<Path> start() {
    return experiment.initial().texture() instanceof InitialSpec.FromFile f
        ? Optional.of(f.file().path())
        : Optional.empty();
  }

  /** The steps done so far, as an experiment. */
  Experiment asExperiment() {
    return experiment.withProtocol(done);
  }

  /** A step that ended before its time, as it was; one that takes no time stays as it is. */
  static Step shortened(Step step, double seconds) {
    return step instanceof Step.Timed t ? t.endedAfter(rounded(seconds)) : step;
  }

  /** What is left of such a step. */
  static Step rest(Step step, double seconds) {
    return step instanceof Step.Timed t ? t.after(rounded(seconds)) : step;
  }

  private static double rounded(double seconds) {
    return new BigDecimal(seconds).round(DIGITS).doubleValue();
  }
}
