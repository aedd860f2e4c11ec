package hopfilm.where;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.SameCells;
import hopfilm.folder.RunFolder;
import hopfilm.folder.Snapshot;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import hopfilm.result.Summary;
import hopfilm.result.TrainStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The film of a run before and after its training, from the snapshots and measures in its folder:
 * the last one not later than the first train step, and the measure that is judged. Without this it
 * is the first one not earlier than the end of the last train step, or the last one of all.
 *
 * @param before the film before training
 * @param after the film after training
 * @param trainingStart when the training began [s]
 */
record TrainingStates(State before, State after, double trainingStart) {

  /** Times this close, in intervals of snapshots, are the same. */
  private static final double SAME = 1e-6;

  /**
   * A film.
   *
   * @param file where it was read
   * @param time of it [s]
   * @param m unit vectors, zero where there is no film
   * @param isCold whether it is read without its thermal noise, as the run does
   * @param read conductances that the run read of it [S]; null for a state that is no measure
   */
  record State(Path file, double time, VectorField m, boolean isCold, double[][] read) {}

  /** A state in the folder that may be taken. */
  private record Found(Path file, double time) {}

  /**
   * Reads them.
   *
   * @param before file of the film before training; null to choose a snapshot
   * @param after the same after it
   * @throws ExperimentException if the run trains nothing, a snapshot is missing, or one does not
   *     fit the film
   */
  static TrainingStates of(Path run, Experiment experiment, Path before, Path after)
      throws IOException {
    double time = experiment.initial().relaxTime();
    double start = Double.NaN;
    double end = Double.NaN;
    for (Step step : experiment.steps()) {
      boolean isTraining = step instanceof Step.Train;
      start = isTraining && Double.isNaN(start) ? time : start;
      time += step.duration();
      end = isTraining ? time : end;
    }
    if (Double.isNaN(start)) {
      throw ExperimentException.of(run, WhereMessage.WHERE_NO_TRAIN);
    }
    double same = SAME * experiment.output().snapshots();
    RunFolder folder = new RunFolder(run);
    Optional<Summary> summary = folder.readWholeSummary();
    List<TrainStep> carriedOut = summary.map(Summary::training).orElse(List.of());
    if (!carriedOut.isEmpty()) {
      // a step that was verified ends before its time, or after it
      start = carriedOut.get(0).start();
      end = carriedOut.get(carriedOut.size() - 1).end();
    }
    Path first = before;
    Path last = after;
    if (first == null || last == null) {
      List<Found> files = new ArrayList<>();
      for (Snapshot s : folder.snapshots()) {
        files.add(new Found(s.file(), InputFiles.read(s.file(), s::time)));
      }
      for (String label : summary.map(s -> s.readings().labels()).orElse(List.of())) {
        Path file = folder.measure(label);
        if (Files.isRegularFile(file)) {
          files.add(new Found(file, InputFiles.read(file, () -> Ovf.time(file))));
        }
      }
      files.sort(Comparator.comparingDouble(Found::time));
      double begun = start + same;
      first = before != null ? before : before(files, begun);
      Optional<Path> judged =
          summary.map(s -> s.verdict().judged()).map(folder::measure).filter(Files::isRegularFile);
      double over = end - same;
      last = after != null ? after : judged.orElseGet(() -> after(files, begun, over));
    }
    if (first == null || last == null) {
      throw ExperimentException.of(
          run,
          WhereMessage.WHERE_NO_SNAPSHOTS,
          first == null ? "before" : "after",
          folder.experiment());
    }
    State one = read(first, experiment, folder, summary);
    State other = read(last, experiment, folder, summary);
    return new TrainingStates(one, other, start);
  }

  private static Path before(List<Found> files, double latest) {
    Path found = null;
    for (Found f : files) {
      found = f.time() <= latest ? f.file() : found;
    }
    return found;
  }

  private static Path after(List<Found> files, double start, double end) {
    Found found = null;
    for (Found f : files) {
      if (f.time() > start && (found == null || found.time() < end)) {
        found = f;
      }
    }
    return found == null ? null : found.file();
  }

  /** Label of the measure that a file is of. */
  private static Optional<String> label(Path file, RunFolder folder, Summary summary) {
    return summary.readings().labels().stream()
        .filter(label -> isSame(folder.measure(label), file))
        .findFirst();
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** A measure is read as the run read it, another state by the temperature of the run. */
  private static State read(Path file, Experiment e, RunFolder folder, Optional<Summary> summary) {
    OvfFile ovf = InputFiles.read(file, () -> Ovf.read(file));
    Grid film = e.film().grid();
    Grid other = ovf.field().grid();
    if (!SameCells.of(film, other)) {
      throw ExperimentException.of(
          file, WhereMessage.WHERE_OTHER_GRID, SameCells.words(other), SameCells.words(film));
    }
    VectorField m = new VectorField(film, ovf.field().x(), ovf.field().y(), ovf.field().z());
    m.normalise();
    CellMask cells = e.film().cells();
    cells.clear(m);
    for (int c = 0; c < film.cells(); c++) {
      if (cells.inside(c) && m.isZero(c)) {
        throw ExperimentException.of(file, WhereMessage.WHERE_HOLES, SameCells.place(film, c));
      }
    }
    Optional<String> label = summary.flatMap(s -> label(file, folder, s));
    Summary.Readings readings = summary.map(Summary::readings).orElse(null);
    boolean isCold =
        label.map(l -> readings.conductanceRaw().containsKey(l)).orElse(e.temperature() > 0);
    return new State(
        file, ovf.time(), m, isCold, label.map(l -> readings.conductance().get(l)).orElse(null));
  }
}
