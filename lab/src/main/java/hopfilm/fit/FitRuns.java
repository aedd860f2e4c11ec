package hopfilm.fit;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.protocol.StoppedException;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.sweep.FinishedRecord;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The runs of a plan or a fit. Those that are done are not carried out again. */
public final class FitRuns {

  private FitRuns() {}

  /** A run did not come to its end. */
  public static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(SweepRecord record) {
      super("run %s failed: %s".formatted(record.folder(), record.words()));
    }
  }

  /** The readings of a film alone, without pictures. */
  static Experiment withoutPages(Experiment film) {
    return ExperimentFile.with(
        film, List.of("output.report=off", "output.figures=off", "output.formats=[ovf]"));
  }

  /**
   * Carries out runs.
   *
   * @param films their folder
   * @return those that failed
   * @throws StoppedException if one was stopped
   */
  static List<SweepRecord> carryOut(
      List<SweepRun> runs, Path films, SweepBackend backend, SweepListener listener)
      throws IOException {
    List<SweepRun> open = new ArrayList<>();
    for (SweepRun run : runs) {
      if (FinishedRecord.isWhole(run, films)) {
        listener.doneBefore(run);
      } else {
        open.add(run);
      }
    }
    List<SweepRecord> ended = new ArrayList<>();
    backend.run(
        open,
        films,
        listener,
        record -> {
          ended.add(record);
          listener.finished(record, record.number(), runs.size());
        });
    for (SweepRecord record : ended) {
      if (record.status() == RunStatus.STOPPED) {
        throw new StoppedException(record.message());
      }
    }
    return ended.stream().filter(r -> r.status() != RunStatus.DONE).toList();
  }

  /** Throws if any failed. */
  static void requireDone(List<SweepRecord> failed) {
    if (!failed.isEmpty()) {
      throw new FailedException(failed.get(0));
    }
  }
}
