package hopfilm.run;

import hopfilm.check.Plausibility;
import hopfilm.dynamics.InstabilityException;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.BrokenRunException;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmSetup;
import hopfilm.film.PictureFit;
import hopfilm.film.TableColumns;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.WholeFile;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.FilmClock;
import hopfilm.protocol.ProtocolRunner;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.RunTable;
import hopfilm.protocol.SnapshotSums;
import hopfilm.protocol.StoppedException;
import hopfilm.result.RunStatus;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Carries out one experiment and fills its folder: table, snapshots, checkpoints, summary, figures,
 * report. Whatever ends the run, {@code status.json} says so.
 */
public final class ExperimentRunner {

  private final Experiment experiment;
  private final RunFolder folder;
  private final RunListener listener;
  private final RunControl control;
  private final FilmSetup setup;
  private final TableColumns columns;

  private ExperimentRunner(
      Experiment experiment,
      RunFolder folder,
      Parallel parallel,
      RunListener listener,
      RunControl control) {
    this.experiment = experiment;
    this.folder = folder;
    this.listener = listener;
    this.control = control;
    this.setup = new FilmSetup(experiment, parallel);
    this.columns = setup.columns();
  }

  /** Runs an experiment without a sweep, to its end. */
  public static RunResult run(Experiment experiment, Path folder, int threads, RunListener listener)
      throws IOException {
    return run(experiment, folder, threads, listener, RunControl.unlimited());
  }

  /**
   * Runs an experiment without a sweep, or goes on with it where its folder has a checkpoint. It
   * ends with the same bits whether and wherever it was stopped.
   *
   * @param folder an existing folder, empty or that of the same experiment
   * @param threads threads of the loops
   * @param control may stop it; the result then has the status {@link RunStatus#STOPPED}
   * @throws IOException if the folder cannot be written
   * @throws ExperimentException if a file that the experiment names is unusable, the folder is in
   *     use or holds results of other inputs, or its checkpoint is of no use
   */
  public static RunResult run(
      Experiment experiment, Path folder, int threads, RunListener listener, RunControl control)
      throws IOException {
    return run(experiment, folder, threads, listener, control, SharedStarts.NONE);
  }

  /**
   * The same for one of several runs.
   *
   * @param starts relaxed films that it may begin with, or leaves for the others
   */
  public static RunResult run(
      Experiment experiment,
      Path folder,
      int threads,
      RunListener listener,
      RunControl control,
      SharedStarts starts)
      throws IOException {
    try (FolderLock lock = FolderLock.of(folder);
        Parallel parallel = Parallel.of(threads)) {
      String inputs = InputHash.of(experiment);
      RunDirectory.requireOwn(folder, inputs);
      StatusFile status = StatusFile.start(folder, inputs);
      try {
        RunResult result =
            new ExperimentRunner(experiment, new RunFolder(folder), parallel, listener, control)
                .run(status, starts);
        return result;
      } catch (Throwable e) {
        status.failed(e);
        throw e;
      }
    }
  }

  private RunResult run(StatusFile status, SharedStarts starts) throws IOException {
    Files.deleteIfExists(folder.files());
    ExperimentFile.save(experiment, folder.experiment());
    WholeFile.writeSafely(folder.references(), Literature.of(experiment));
    TimeEvolution evolution = setup.evolution(experiment.seed());
    FilmMeter meter = setup.meter();
    try (Checkpoints checkpoints = checkpoints(evolution);
        SharedStarts.Place start =
            CheckpointFiles.isAnyIn(folder.path()) ? null : starts.claim(experiment, control);
        Begun begun = begin(inherited(checkpoints, start), evolution)) {
      RunTable table = begun.table;
      FilmClock clock = clock(evolution, table, checkpoints);
      begun.clock = clock;
      clock.snapshots().sums(begun.snapshots);
      if (setup.threads() > 1) {
        clock.snapshots().writeBehind();
      }
      ProtocolRunner runner = protocol(meter, evolution, clock, checkpoints);
      checkpoints.of(state(table, clock, runner), () -> status.checkpoint(clock.now()));
      listener.table(table.rows().rows(), List.of());
      RunResult result = RunOutput.warned(runner(runner, meter, clock));
      MeasureFiles.write(result);
      String finished = null;
      if (result.status() != RunStatus.STOPPED) {
        listener.finishing();
        // a meter of its own, as first guesses would depend on what was read before
        RunOutput output = new RunOutput(result, setup, setup.meter(), table.rows());
        output.write(checkpoints.answers());
        finished = output.finished();
        PictureFit fit = PageData.pictureFit(result);
        if (fit != null) {
          listener.note("at the measure " + result.measures().get(0).label() + " " + fit.words());
        }
      }
      if (result.status() == RunStatus.DONE) {
        table.sync();
        FileList.write(
            folder,
            Provenance.version(),
            result.effort().sessions(),
            result.effort().seconds(),
            finished);
      }
      // that it is done is said when nothing can be lost, and only then nothing else is needed
      status.ended(result.status(), result.message());
      if (result.status() == RunStatus.DONE) {
        checkpoints.remove();
      }
      return result;
    }
  }

  private Checkpoints checkpoints(TimeEvolution evolution) throws IOException {
    return new Checkpoints(
        folder.path(),
        RunIdentity.of(experiment, evolution.kernelName()),
        experiment.output().checkpoint(),
        control,
        listener::note);
  }

  private FilmClock clock(TimeEvolution evolution, RunTable table, Checkpoints checkpoints) {
    return new FilmClock(evolution, experiment.output(), folder, table, checkpoints, listener);
  }

  private ProtocolRunner protocol(
      FilmMeter meter, TimeEvolution evolution, FilmClock clock, Checkpoints checkpoints) {
    return new ProtocolRunner(
        experiment, setup, meter, evolution, clock, checkpoints, columns, listener);
  }

  /** Brings in what another run left, or sees to it that this one leaves it. */
  private Checkpoints inherited(Checkpoints checkpoints, SharedStarts.Place start)
      throws IOException {
    if (start != null && start.isOwner()) {
      checkpoints.leaveTo(state -> start.leave(folder, state));
    } else if (start != null) {
      start.copyTo(folder);
      checkpoints.inherit(start.state());
    }
    return checkpoints;
  }

  /** What is in the folder when the run begins or goes on. */
  private static final class Begun implements AutoCloseable {
    private RunTable table;
    private FilmClock clock;
    private SnapshotSums snapshots = new SnapshotSums();

    @Override
    public void close() throws IOException {
      if (clock != null) {
        clock.snapshots().settle();
      }
      if (table != null) {
        table.close();
      }
    }
  }

  /** Begins the table and the film, or goes back to those of a checkpoint. */
  private Begun begin(Checkpoints checkpoints, TimeEvolution evolution) throws IOException {
    Begun begun = new Begun();
    boolean hasRows = Files.exists(folder.table());
    boolean hasCheckpoint = CheckpointFiles.isAnyIn(folder.path());
    boolean goesOn =
        checkpoints.open(
            setup.grid(),
            (in, most) -> {
              takeUp(begun, in, most);
              begun.snapshots.require(folder);
            });
    if (!goesOn) {
      begun.close();
      if (hasRows && !hasCheckpoint) {
        listener.note("there is no checkpoint: the run begins anew");
      }
      evolution.state(setup.start(experiment.initial().seed()), 0);
      begun.table = RunTable.create(folder, setup);
      begun.snapshots = new SnapshotSums();
    }
    return begun;
  }

  private void takeUp(Begun begun, StateReader in, int most) throws IOException {
    begun.close();
    begun.table = RunTable.resume(folder, setup, in);
    begun.snapshots = SnapshotSums.of(in, most);
  }

  private static Checkpoints.Stateful state(
      RunTable table, FilmClock clock, ProtocolRunner runner) {
    return new Checkpoints.Stateful() {
      @Override
      public void save(StateWriter out) throws IOException {
        table.save(out);
        clock.snapshots().sums().save(out);
        runner.save(out);
      }

      @Override
      public void restore(StateReader in) throws IOException {
        // table and snapshots were taken up before
        runner.restore(in);
      }
    };
  }

  /** Of a run that did not come to its end, which matters more than that this could not be kept. */
  private void keepLast(FilmClock clock) {
    try {
      clock.last(folder);
    } catch (IOException e) {
      listener.note("the last state could not be written (%s)".formatted(InputFiles.reason(e)));
    }
  }

  private RunResult runner(ProtocolRunner runner, FilmMeter meter, FilmClock clock)
      throws IOException {
    runner.foresee(Plausibility.warnings(experiment, meter));
    try {
      runner.carryOut();
      clock.last(folder);
      return runner.result(folder.path(), RunStatus.DONE, null);
    } catch (StoppedException e) {
      keepLast(clock);
      return runner.result(folder.path(), RunStatus.STOPPED, e.getMessage());
    } catch (InstabilityException | BrokenRunException e) {
      keepLast(clock);
      String message = e.getMessage();
      if (e.getCause() != null && e instanceof BrokenRunException) {
        message +=
            " at %.6g ns; most likely the conductivity depends too much on direction: lower |amr| or |hall_angle|"
                .formatted(runner.time() * 1e9);
      }
      runner.warn(message);
      return runner.result(folder.path(), RunStatus.FAILED, message);
    }
  }
}
