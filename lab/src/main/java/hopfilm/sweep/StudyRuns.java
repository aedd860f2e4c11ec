package hopfilm.sweep;

import hopfilm.experiment.SweepRun;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.StoppedException;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.run.FolderLock;
import hopfilm.run.Provenance;
import hopfilm.run.StatusFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs that a study asks for, set by set. Those that are done are not carried out again. */
public final class StudyRuns {

  private StudyRuns() {}

  /** A run did not come to its end. */
  public static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(SweepRecord record) {
      super("run %s failed: %s".formatted(record.folder(), record.words()));
    }
  }

  /** A part of a study. */
  @FunctionalInterface
  public interface Work<T> {
    T carryOut() throws IOException;
  }

  /**
   * Carries out a study in its folder, which is locked and has a status meanwhile.
   *
   * @param inputs gives the hash of all that decides what it computes, once the folder is locked
   * @param command that goes on with it
   * @throws StoppedException if it was stopped; it can go on
   */
  public static <T> T inFolder(Path folder, String command, Work<String> inputs, Work<T> study)
      throws IOException {
    return inFolder(folder, command, inputs, study, result -> null);
  }

  /**
   * The same for a study that has a result also where it was stopped.
   *
   * @param stopped gives the reason; null where it came to its end
   */
  public static <T> T inFolder(
      Path folder, String command, Work<String> inputs, Work<T> study, Function<T, String> stopped)
      throws IOException {
    long start = System.nanoTime();
    RunFolder there = new RunFolder(folder);
    try (FolderLock lock = FolderLock.of(folder)) {
      StatusFile status = StatusFile.start(folder, inputs.carryOut(), command);
      Files.deleteIfExists(there.files());
      try {
        T result = study.carryOut();
        String reason = stopped.apply(result);
        if (reason == null) {
          FileList.write(there, Provenance.version(), 1, 1e-9 * (System.nanoTime() - start));
        }
        status.ended(reason == null ? RunStatus.DONE : RunStatus.STOPPED, reason);
        return result;
      } catch (StoppedException e) {
        status.ended(RunStatus.STOPPED, e.getMessage());
        throw e;
      } catch (UncheckedIOException e) {
        status.failed(e.getCause());
        throw e.getCause();
      } catch (IOException | RuntimeException e) {
        status.failed(e);
        throw e;
      }
    }
  }

  /**
   * Carries out runs.
   *
   * @param folder that of all of them
   * @return those that failed
   * @throws StoppedException if one was stopped
   */
  public static List<SweepRecord> carryOut(
      List<SweepRun> runs, Path folder, SweepBackend backend, SweepListener listener)
      throws IOException {
    List<SweepRun> open = new ArrayList<>();
    for (SweepRun run : runs) {
      if (FinishedRecord.isWhole(run, folder)) {
        listener.doneBefore(run);
      } else {
        open.add(run);
      }
    }
    List<SweepRecord> ended = new ArrayList<>();
    backend.run(
        open,
        folder,
        listener,
        record -> {
          ended.add(record);
          listener.finished(record, runs.size() - open.size() + ended.size(), runs.size());
        });
    for (SweepRecord record : ended) {
      if (record.status() == RunStatus.STOPPED) {
        throw new StoppedException(record.message());
      }
    }
    return ended.stream().filter(r -> r.status() != RunStatus.DONE).toList();
  }

  /** Throws if any failed. */
  public static void requireDone(List<SweepRecord> failed) {
    if (!failed.isEmpty()) {
      throw new FailedException(failed.get(0));
    }
  }
}
