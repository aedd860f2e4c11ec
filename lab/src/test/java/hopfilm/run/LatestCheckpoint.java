package hopfilm.run;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.film.FilmSetup;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.FilmClock;
import hopfilm.protocol.ProtocolRunner;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunTable;
import hopfilm.protocol.SnapshotSums;
import java.io.IOException;

/**
 * Reads the latest checkpoint of a folder to its end and carries nothing out, for the fuzzing. It
 * is in the package of what it calls, which is open to no other.
 */
public final class LatestCheckpoint {

  private LatestCheckpoint() {}

  /**
   * Takes up a run where its checkpoint left it.
   *
   * @throws ExperimentException if checkpoint or table are of no use
   * @throws IOException if the checkpoint holds something else than belongs there
   */
  public static void read(Experiment experiment, RunFolder folder, Parallel parallel)
      throws IOException {
    FilmSetup setup = new FilmSetup(experiment, parallel);
    TimeEvolution evolution = setup.evolution(experiment.seed());
    RunTable[] table = new RunTable[1];
    try (Checkpoints checkpoints =
        new Checkpoints(
            folder.path(),
            RunIdentity.of(experiment, evolution.kernelName()),
            experiment.output().checkpoint(),
            RunControl.unlimited(),
            RunListener.NONE::note)) {
      boolean isOfUse =
          checkpoints.open(
              setup.grid(),
              (in, most) -> {
                table[0] = RunTable.resume(folder, setup, in);
                SnapshotSums.of(in, most); // of files that the fuzzing does not keep
              });
      if (!isOfUse) {
        throw new IOException(folder.path() + " has no checkpoint of use");
      }
      FilmClock clock =
          new FilmClock(
              evolution, experiment.output(), folder, table[0], checkpoints, RunListener.NONE);
      new ProtocolRunner(
              experiment,
              setup,
              setup.meter(),
              evolution,
              clock,
              checkpoints,
              setup.columns(),
              RunListener.NONE)
          .restore(checkpoints.pending());
    } finally {
      if (table[0] != null) {
        table[0].close();
      }
    }
  }
}
