package hopfilm.live;

import hopfilm.check.Plausibility;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmSetup;
import hopfilm.film.Kept;
import hopfilm.film.TableColumns;
import hopfilm.film.TableRow;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFolder;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.io.WholeFile;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.FilmClock;
import hopfilm.protocol.ProtocolRunner;
import hopfilm.protocol.ReplayLog;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.RunTable;
import hopfilm.protocol.TwoListeners;
import hopfilm.result.RunStatus;
import hopfilm.run.Checkpoints;
import hopfilm.run.FolderLock;
import hopfilm.run.InputHash;
import hopfilm.run.Literature;
import hopfilm.run.MeasureFiles;
import hopfilm.run.Provenance;
import hopfilm.run.RunOutput;
import hopfilm.run.StatusFile;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.OperatingPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link LiveScript} as it is played: the film in time, its table and its runner. */
final class LiveChapter implements AutoCloseable {

  private final LiveScript script;
  private final FilmSetup setup;
  private final TimeEvolution evolution;
  private final FilmMeter meter;
  private final LiveReplay replay;
  private final RunTable table;
  private final FilmClock clock;
  private final ProtocolRunner runner;
  private final List<OperatingPoint> points;
  private final int known;
  private final boolean isNew;

  /**
   * @param script the steps up to where the film goes, or none
   * @param mark of the place to which it is brought back; empty for a film that begins
   */
  LiveChapter(
      LiveScript script,
      Optional<LiveReplay.Mark> mark,
      Parallel parallel,
      RunListener listener,
      LiveReplay.Steering steering)
      throws IOException {
    this.script = script;
    this.known = script.done().size();
    this.isNew = mark.isEmpty();
    Experiment e = script.experiment();
    this.setup = new FilmSetup(e, parallel);
    this.evolution = setup.evolution(e.seed());
    TableColumns columns = setup.columns();
    if (mark.isEmpty()) {
      evolution.state(setup.start(e.initial().seed()), 0);
      table = RunTable.create(script.folder(), setup);
      replay = new LiveReplay(steering, List.of(), Optional.empty());
    } else {
      StateReader state = new StateReader(new ByteArrayInputStream(mark.get().state()));
      table = RunTable.resume(script.folder(), setup, state);
      replay = new LiveReplay(steering, script.answers(), Optional.of(state));
    }
    points = new ArrayList<>(script.points());
    RunListener all = new TwoListeners(new Points(), listener);
    meter = setup.meter();
    clock = new FilmClock(evolution, e.output(), script.folder(), table, replay, all);
    runner = new ProtocolRunner(e, setup, meter, evolution, clock, replay, columns, all);
    replay.of(
        new Checkpoints.Stateful() {
          @Override
          public void save(StateWriter out) throws IOException {
            table.save(out);
            runner.save(out);
          }

          @Override
          public void restore(StateReader in) throws IOException {
            // the table went back before, when it was opened
            runner.restore(in);
          }
        });
    listener.table(table.rows().rows(), List.copyOf(points));
  }

  /** Goes to the relaxed film, which is a new place, or to where the film was. */
  Optional<LiveScript.Reached> begin() throws IOException {
    runner.foresee(Plausibility.warnings(script.experiment(), meter));
    runner.begin();
    for (int k = 0; k < known; k++) {
      runner.carryOut(script.done().get(k));
    }
    if (isNew) {
      return Optional.of(reached(Optional.empty()));
    }
    replay.bringBack();
    return Optional.empty();
  }

  /** Carries out a step; its script gets the place that is reached later. */
  LiveScript.Reached carryOut(Step step) throws IOException {
    double start = runner.time();
    runner.carryOut(step);
    return reached(Optional.of(asDone(step, runner.time() - start)));
  }

  /**
   * A step as a file has it: with the time that it took where it was cut short, and the label that
   * its results have.
   */
  private Step asDone(Step step, double took) {
    if (step instanceof Step.Measure m) {
      return new Step.Measure(runner.lastLabel(), m.cold());
    }
    boolean endedItself =
        step instanceof Step.Train t && t.schedule().mayEndSooner() && !clock.isCutShort();
    boolean isShort = took < step.duration() * (1 - 1e-9);
    return isShort && !endedItself ? LiveScript.shortened(step, took) : step;
  }

  private LiveScript.Reached reached(Optional<Step> step) throws IOException {
    LiveReplay.Mark mark = replay.mark(points.size());
    List<ReplayLog.Entry> all = replay.answers();
    return new LiveScript.Reached(
        step,
        mark,
        all.subList(script.answers().size(), all.size()),
        points.subList(script.points().size(), points.size()));
  }

  /** Keeps what no file has, for when the film comes back here. */
  private final class Points implements RunListener {
    @Override
    public void row(TableRow row) {
      points.add(row.point());
    }
  }

  /** The row that the table would get now. */
  TableRow look() {
    TableRow[] row = new TableRow[1];
    setup.aside(() -> row[0] = runner.look(setup.meter()));
    return row[0];
  }

  /** What is left of what was trained once a copy of the film is at rest. */
  Kept restLimit() {
    if (!runner.hasMemory()) {
      throw LiveCommandException.unfit(
          "no pattern was trained and no picture written at these contacts; train first");
    }
    VectorField rest = setup.restStates().rest(evolution.m());
    VectorField now = setup.cold(evolution);
    Kept[] kept = new Kept[1];
    setup.aside(
        () -> {
          FilmMeter own = setup.meter();
          kept[0] = runner.kept(own.siemens(rest), own.siemens(now));
        });
    return kept[0];
  }

  LiveScript script() {
    return script;
  }

  /** True if the last step was cut short, and did not end by itself. */
  boolean isCutShort() {
    return clock.isCutShort();
  }

  /** True if it begins with the start of its experiment. */
  boolean isNew() {
    return isNew;
  }

  ProtocolRunner runner() {
    return runner;
  }

  TimeEvolution film() {
    return evolution;
  }

  /**
   * Where another chapter begins that goes on from here: a trained film with its texture, another
   * one from its start.
   *
   * @param file that gets the texture
   */
  InitialSpec goesOn(Path file) throws IOException {
    InitialSpec initial = script.experiment().initial();
    if (!runner.isTrained() && !(initial.texture() instanceof InitialSpec.FromFile)) {
      return initial;
    }
    Ovf.write(file, evolution.m(), OvfFormat.BINARY8, "m", "", 0);
    return new InitialSpec(new InitialSpec.FromFile(file), initial.seed(), 0, initial.relaxAlpha());
  }

  /** Fills a folder as a run of the same experiment would have. */
  void save(Path folder) throws IOException {
    Experiment e = script.asExperiment();
    runner.foresee(Plausibility.warnings(e, meter));
    RunFolder to = new RunFolder(folder);
    if (e.initial().texture() instanceof InitialSpec.FromFile f) {
      e = withStart(e, f, to);
    }
    try (FolderLock lock = FolderLock.of(folder)) {
      StatusFile status = StatusFile.start(folder, InputHash.of(e));
      try {
        fill(to, e);
        status.ended(RunStatus.DONE, null);
      } catch (Throwable error) {
        status.failed(error);
        throw error;
      }
    }
  }

  private void fill(RunFolder to, Experiment e) throws IOException {
    ExperimentFile.save(e, to.experiment());
    WholeFile.writeSafely(to.references(), Literature.of(e));
    Files.copy(script.folder().table(), to.table());
    if (Files.exists(script.folder().samples())) {
      Files.copy(script.folder().samples(), to.samples());
    }
    for (int k = 0; k < clock.snapshots().count(); k++) {
      copy(script.folder().snapshot(k), to.snapshot(k));
      copy(script.folder().picture(k), to.picture(k));
    }
    clock.last(to);
    List<ReplayLog.Entry> answers = new ArrayList<>(replay.answers());
    answers.addAll(runner.ending());
    RunResult result = runner.result(to.path(), RunStatus.DONE, null).in(to.path(), e);
    MeasureFiles.write(result);
    output(new RunOutput(result, setup, setup.meter(), table.rows()), answers);
    FileList.write(to, Provenance.version(), 1, result.effort().seconds());
  }

  /** Writes the experiment alone, which repeats the film. */
  static void keep(Experiment experiment, Path folder) throws IOException {
    RunFolder to = new RunFolder(folder);
    Experiment e =
        experiment.initial().texture() instanceof InitialSpec.FromFile f
            ? withStart(experiment, f, to)
            : experiment;
    ExperimentFile.save(e, to.experiment());
  }

  private static Experiment withStart(Experiment e, InitialSpec.FromFile f, RunFolder to)
      throws IOException {
    Files.copy(f.file().path(), to.start(), StandardCopyOption.REPLACE_EXISTING);
    return startingFrom(e, to.start());
  }

  /** What the film does later must not depend on whether it was saved. */
  private void output(RunOutput output, List<ReplayLog.Entry> answers) throws IOException {
    try {
      setup.aside(
          () -> {
            try {
              output.write(answers);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void copy(Path file, Path to) throws IOException {
    if (Files.exists(file)) {
      Files.copy(file, to);
    }
  }

  /** An experiment with its start texture in another file. */
  static Experiment startingFrom(Experiment e, Path file) {
    InitialSpec i = e.initial();
    return e.with(
        e.electrodes(),
        new InitialSpec(new InitialSpec.FromFile(file), i.seed(), i.relaxTime(), i.relaxAlpha()),
        e.protocol());
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
