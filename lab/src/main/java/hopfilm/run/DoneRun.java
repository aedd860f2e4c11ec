package hopfilm.run;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.figures.FilmFigure;
import hopfilm.film.FilmSetup;
import hopfilm.folder.FileList;
import hopfilm.folder.FilesRecord;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.Snapshot;
import hopfilm.input.ExperimentException;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.FilmClock;
import hopfilm.protocol.ProtocolRunner;
import hopfilm.protocol.Replay;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.RunTable;
import hopfilm.reading.Expected;
import hopfilm.result.ExpectationResult;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A run that says it is done: whether its files are what they were at its end, and what is made of
 * them again. Table, samples, snapshots, textures of the measures and journal are its data; all
 * else follows from these.
 */
public final class DoneRun {

  private final Experiment experiment;
  private final RunFolder folder;
  private final FilesRecord list;

  private DoneRun(Experiment experiment, RunFolder folder, FilesRecord list) {
    this.experiment = experiment;
    this.folder = folder;
    this.list = list;
  }

  /** Says whether every file of a run or sweep that is done is what it was at its end. */
  public static boolean isWhole(Path folder) throws IOException {
    RunFolder there = new RunFolder(folder);
    Optional<FilesRecord> list = there.readFiles();
    return list.isPresent() && FileList.damaged(there, list.get()).isEmpty();
  }

  /** Removes what a process needed that was killed when it had said that all is done. */
  public static void removeLeftOvers(Path folder) throws IOException {
    new CheckpointFiles(folder, Checkpoints.FORMAT).remove();
    FolderLock.removeLeftOver(folder);
  }

  /**
   * Makes again what a run has lost, if its data are whole.
   *
   * @param folder of a run of this experiment that says it is done
   * @param threads of the figures
   * @param notes hears of what is damaged and what becomes of it
   * @return false if data are lost: the run has to be carried out again
   * @throws IOException if the folder cannot be read or written
   */
  public static boolean mend(
      Experiment experiment, Path folder, int threads, Consumer<String> notes) throws IOException {
    RunFolder run = new RunFolder(folder);
    Optional<FilesRecord> list = run.readFiles();
    if (list.isEmpty() || !list.get().files().containsKey(RunFile.TABLE.text())) {
      notes.accept(
          "%s is done, but has no list of its files that can be read (%s): the run begins anew"
              .formatted(folder, RunFile.FILES.text()));
      return false;
    }
    List<String> damaged = FileList.damaged(run, list.get());
    boolean isJudged = damaged.contains(RunFile.SUMMARY.text()) || isJudged(experiment, run);
    if (damaged.isEmpty() && isJudged) {
      removeLeftOvers(folder);
      return true;
    }
    String names = String.join(", ", damaged);
    boolean isLost =
        damaged.stream().anyMatch(f -> RunFile.isData(f) || isLostPicture(f, list.get()));
    String why = "its data are lost";
    if (!isLost) {
      try (FolderLock lock = FolderLock.of(folder);
          Parallel parallel = Parallel.of(threads)) {
        new DoneRun(experiment, run, list.get()).make(damaged, parallel);
        notes.accept(
            damaged.isEmpty()
                ? "%s: compared with other expectations".formatted(folder)
                : "%s: damaged or lost, and made again: %s".formatted(folder, names));
        return true;
      } catch (RemakeException e) {
        why = e.getMessage();
      }
    }
    notes.accept("%s: damaged or lost: %s; %s: the run begins anew".formatted(folder, names, why));
    return false;
  }

  /** Says whether the summary compares the run with all that is now expected of it. */
  private static boolean isJudged(Experiment experiment, RunFolder run) throws IOException {
    List<ExpectationResult> known = run.readSummary().map(Summary::expectations).orElse(List.of());
    return known.stream()
        .map(e -> List.of(e.read(), e.is(), e.within(), e.source()))
        .toList()
        .equals(
            Expected.all(experiment).stream()
                .map(e -> List.of(e.given().read(), e.is(), e.within(), e.given().source()))
                .toList());
  }

  /**
   * Makes the page of a run and its figures, whatever the run itself left out.
   *
   * @param threads of the figures
   * @param notes hears of what else is damaged, and made again
   * @return the page
   * @throws ExperimentException if the run is not done or has lost data
   * @throws IOException if the folder cannot be read or written
   */
  public static Path report(Experiment experiment, Path folder, int threads, Consumer<String> notes)
      throws IOException {
    DoneRun done = of(experiment, folder);
    // the list is written again, and damaged files must not get into it as they are
    List<String> mended = new ArrayList<>();
    if (!mend(experiment, folder, threads, mended::add)) {
      String damaged = String.join(", ", FileList.damaged(done.folder, done.list));
      throw ExperimentException.of(folder, RunMessage.REPORT_DATA_LOST, damaged);
    }
    mended.forEach(notes);
    try (FolderLock lock = FolderLock.of(folder)) {
      done.make(threads, output -> output.writeReport());
      done.list();
      return done.folder.page();
    }
  }

  /**
   * Writes the most important figures of a run as one picture.
   *
   * @param file ends with .svg or .png
   * @return false if the run has no figures
   * @throws ExperimentException if the run is not done or has lost data
   */
  public static boolean overview(Experiment experiment, Path folder, Path file) throws IOException {
    boolean[] isThere = new boolean[1];
    of(experiment, folder).make(1, output -> isThere[0] = output.writeOverview(file));
    return isThere[0];
  }

  /**
   * Writes the page with the slider.
   *
   * @param folder of a run of this experiment
   * @return the page; empty with fewer than two snapshots of this film
   * @throws ExperimentException if the run is not done or has lost data
   */
  public static Optional<Path> slider(Experiment experiment, Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    of(experiment, folder).make(1, output -> output.writeSlider().ifPresent(written::add));
    return written.stream().findFirst();
  }

  private static DoneRun of(Experiment experiment, Path folder) throws IOException {
    RunFolder run = new RunFolder(folder);
    Optional<FilesRecord> list = run.readFiles();
    if (!run.isDone(InputHash.of(experiment)) || list.isEmpty()) {
      throw ExperimentException.of(folder, RunMessage.REPORT_NOT_DONE, folder);
    }
    List<String> lost = FileList.damaged(run, list.get()).stream().filter(RunFile::isData).toList();
    if (!lost.isEmpty()) {
      throw ExperimentException.of(folder, RunMessage.REPORT_DATA_LOST, String.join(", ", lost));
    }
    return new DoneRun(experiment, run, list.get());
  }

  /** What is made of a run. */
  @FunctionalInterface
  private interface Made {
    void of(RunOutput output) throws IOException;
  }

  private void make(int threads, Made made) throws IOException {
    try (Parallel parallel = Parallel.of(threads)) {
      FilmSetup setup = new FilmSetup(experiment, parallel);
      try (RunTable table = table(setup)) {
        made.of(output(setup, table));
      }
    } catch (RemakeException e) {
      throw ExperimentException.of(folder.path(), RunMessage.REPORT_DATA_LOST, e.getMessage());
    }
  }

  /** A picture that the run wrote without the magnetisation from which it could be made. */
  private static boolean isLostPicture(String name, FilesRecord list) {
    return RunFile.of(name).filter(f -> f == RunFile.PICTURE).isPresent()
        && !list.files().containsKey(name.replace(".png", ".ovf"));
  }

  /** Data cannot be read as this program writes them. */
  private static final class RemakeException extends Exception {
    private static final long serialVersionUID = 1;

    RemakeException(IOException e) {
      super(e.getMessage(), e);
    }
  }

  private void make(List<String> damaged, Parallel parallel) throws IOException, RemakeException {
    for (Snapshot s : folder.snapshots()) {
      Path picture = folder.picture(s.number());
      if (damaged.contains(picture.getFileName().toString())) {
        OvfFile ovf = Ovf.read(s.file());
        FilmFigure.write(picture, ovf.field(), ovf.time());
      }
    }
    FilmSetup setup = new FilmSetup(experiment, parallel);
    try (RunTable table = table(setup)) {
      output(setup, table).writeAgain(damaged);
    }
    list();
  }

  private void list() throws IOException {
    FileList.write(folder, Provenance.version(), list.sessions(), list.seconds(), list.finished());
  }

  private RunTable table(FilmSetup setup) throws RemakeException {
    try {
      return RunTable.finished(folder, setup);
    } catch (IOException e) {
      throw new RemakeException(e);
    }
  }

  /** Walks through the protocol with the answers of the journal. */
  private RunOutput output(FilmSetup setup, RunTable table) throws RemakeException {
    try {
      RunJournal journal =
          RunJournal.read(folder.path(), setup.grid(), list.sessions(), list.seconds());
      Replay replay = journal.replay();
      TimeEvolution evolution = setup.evolution(experiment.seed());
      FilmClock clock =
          new FilmClock(evolution, experiment.output(), folder, table, replay, RunListener.NONE);
      ProtocolRunner runner =
          new ProtocolRunner(
              experiment,
              setup,
              setup.meter(),
              evolution,
              clock,
              replay,
              setup.columns(),
              RunListener.NONE);
      runner.carryOut();
      RunResult walked = runner.result(folder.path(), RunStatus.DONE, null);
      Set<String> warnings = new LinkedHashSet<>(journal.warnings());
      // of a version whose journal did not have all of them
      warnings.addAll(walked.warnings());
      RunResult result =
          new RunResult(
              folder.path(),
              experiment,
              walked.end(),
              walked.found(),
              journal.effort(),
              List.copyOf(warnings));
      String finished = list.finished() == null ? Provenance.now() : list.finished();
      return new RunOutput(result, setup, setup.meter(), table.rows(), finished);
    } catch (IOException e) {
      throw new RemakeException(e);
    }
  }
}
