package hopfilm.run;

import hopfilm.check.Plausibility;
import hopfilm.dynamics.InstabilityException;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.BrokenRunException;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmSetup;
import hopfilm.film.TableColumns;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.WholeFile;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.FilmClock;
import hopfilm.protocol.ProtocolWalk;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.RunStatus;
import hopfilm.protocol.RunTable;
import hopfilm.protocol.StoppedException;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.nio.file.Path;

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
    this.columns = new TableColumns(setup.electrodes(), !setup.magnet().addedTerms().isEmpty());
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
        status.ended(result.status(), result.message());
        return result;
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        status.failed(e);
        throw e;
      }
    }
  }

  private RunResult run(StatusFile status, SharedStarts starts) throws IOException {
    WholeFile.writeSafely(folder.experiment(), ExperimentFile.write(experiment));
    WholeFile.writeSafely(folder.references(), References.of(experiment));
    TimeEvolution evolution = setup.evolution(experiment.seed());
    FilmMeter meter = setup.meter();
    try (Checkpoints checkpoints = checkpoints(evolution);
        SharedStarts.Place start =
            CheckpointFiles.isAnyIn(folder.path()) ? null : starts.claim(experiment, control);
        RunTable table = table(inherited(checkpoints, start), evolution)) {
      FilmClock clock = clock(evolution, table, checkpoints);
      ProtocolWalk walk = protocol(meter, evolution, clock, checkpoints);
      checkpoints.of(state(table, walk), () -> status.checkpoint(clock.now()));
      listener.table(table.rows().rows());
      RunResult result = walk(walk, meter);
      if (result.status() != RunStatus.STOPPED) {
        new RunOutput(result, setup, meter, table.rows(), walk.phases()).write();
      }
      if (result.status() == RunStatus.DONE) {
        checkpoints.remove();
      }
      return result;
    }
  }

  /**
   * Goes back to the latest checkpoint of a folder and carries nothing out.
   *
   * @throws ExperimentException if checkpoint or table are of no use
   * @throws IOException if the checkpoint holds something else than belongs there
   */
  public static void goBack(Experiment experiment, Path folder, Parallel parallel)
      throws IOException {
    ExperimentRunner runner =
        new ExperimentRunner(
            experiment, new RunFolder(folder), parallel, RunListener.NONE, RunControl.unlimited());
    TimeEvolution evolution = runner.setup.evolution(experiment.seed());
    try (Checkpoints checkpoints = runner.checkpoints(evolution);
        RunTable table = runner.table(checkpoints, evolution)) {
      FilmClock clock = runner.clock(evolution, table, checkpoints);
      state(table, runner.protocol(runner.setup.meter(), evolution, clock, checkpoints))
          .restore(checkpoints.pending());
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

  private ProtocolWalk protocol(
      FilmMeter meter, TimeEvolution evolution, FilmClock clock, Checkpoints checkpoints) {
    return new ProtocolWalk(
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

  /** Begins the table and the film, or goes back to those of a checkpoint. */
  private RunTable table(Checkpoints checkpoints, TimeEvolution evolution) throws IOException {
    Path file = folder.table();
    if (checkpoints.open(setup.grid())) {
      return RunTable.resume(file, columns.columns(), checkpoints.pending());
    }
    evolution.state(setup.start(experiment.initial().seed()), 0);
    return RunTable.create(file, columns.columns());
  }

  private static Checkpoints.Stateful state(RunTable table, ProtocolWalk walk) {
    return new Checkpoints.Stateful() {
      @Override
      public void save(StateWriter out) throws IOException {
        table.save(out);
        walk.save(out);
      }

      @Override
      public void restore(StateReader in) throws IOException {
        // the table went back before, when it was opened
        walk.restore(in);
      }
    };
  }

  private RunResult walk(ProtocolWalk walk, FilmMeter meter) throws IOException {
    Plausibility.warnings(experiment).forEach(walk::foresee);
    for (String name : meter.isolatedElectrodes()) {
      walk.foresee(
          "electrode %s is on a part of the film that no other electrode touches: no current flows there; see film.mask"
              .formatted(name));
    }
    try {
      walk.carryOut();
      return walk.result(folder.path(), RunStatus.DONE, null);
    } catch (StoppedException e) {
      return walk.result(folder.path(), RunStatus.STOPPED, e.getMessage());
    } catch (InstabilityException | BrokenRunException e) {
      String message = e.getMessage();
      if (e.getCause() != null && e instanceof BrokenRunException) {
        message +=
            " at %.6g ns; most likely the conductivity depends too much on direction: lower |amr| or |hall_angle|"
                .formatted(walk.time() * 1e9);
      }
      walk.warn(message);
      return walk.result(folder.path(), RunStatus.FAILED, message);
    }
  }
}
