package hopfilm.sweep;

import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.FileList;
import hopfilm.folder.FilesRecord;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.run.DoneRun;
import hopfilm.run.FolderLock;
import hopfilm.run.InputHash;
import hopfilm.run.Provenance;
import hopfilm.run.StatusFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Runs every combination of the swept values and gathers what came out: runs.csv (a line as each
 * run ends, in order at the end), summary.json, index.html.
 */
public final class Sweep {

  private Sweep() {}

  /**
   * The runs of a study.
   *
   * @throws ExperimentException if the share has none of them
   */
  public static List<SweepRun> runs(Study study, Share share) {
    List<SweepRun> runs = study.runs().stream().filter(share::has).toList();
    if (runs.isEmpty()) {
      throw ExperimentException.of(
          "--only %d/%d".formatted(share.k(), share.n()),
          SweepMessage.OPTION_ONLY_EMPTY,
          study.runs().size());
    }
    return runs;
  }

  /**
   * Runs a sweep, or goes on with it: runs that are done are not run again, those that were begun
   * go on from their checkpoints.
   *
   * @param folder an existing folder, empty or that of the same sweep
   * @throws IOException if it cannot be written
   * @throws ExperimentException if it is in use
   */
  public static SweepResult run(
      Study study, Path folder, Share share, SweepBackend backend, SweepListener listener)
      throws IOException {
    try (FolderLock lock = FolderLock.of(folder)) {
      StatusFile status = StatusFile.start(folder, InputHash.of(study), share);
      try {
        SweepResult result = runLocked(study, folder, share, backend, listener);
        int failed = result.failures().size();
        status.ended(
            result.isStopped() ? RunStatus.STOPPED : failed > 0 ? RunStatus.FAILED : RunStatus.DONE,
            result.isStopped()
                ? reason(result)
                : failed > 0 ? "%d of %d runs".formatted(failed, result.records().size()) : null);
        return result;
      } catch (IOException | RuntimeException e) {
        status.failed(e);
        throw e;
      }
    }
  }

  /**
   * Says whether a sweep that is done has all its files, and those of its runs, as they were.
   *
   * @param share of its runs that is in the folder
   */
  public static boolean isWhole(Study study, Path folder, Share share) throws IOException {
    for (SweepRun run : runs(study, share)) {
      if (!FinishedRecord.isWhole(run, folder)) {
        return false;
      }
    }
    return DoneRun.isWhole(folder);
  }

  private static String reason(SweepResult result) {
    return result.records().stream()
        .filter(r -> r.status() == RunStatus.STOPPED)
        .map(SweepRecord::message)
        .findFirst()
        .orElseThrow();
  }

  private static SweepResult runLocked(
      Study study, Path folder, Share share, SweepBackend backend, SweepListener listener)
      throws IOException {
    final long started = System.nanoTime();
    List<SweepRun> runs = runs(study, share);
    RunFolder there = new RunFolder(folder);
    // of a sweep that is done, whose pages are made again
    double before = there.readFiles().map(FilesRecord::seconds).orElse(0.0);
    Files.deleteIfExists(there.files());
    ExperimentFile.save(study, new RunFolder(folder).experiment());
    List<SweepRecord> records = new ArrayList<>();
    List<SweepRun> open = new ArrayList<>();
    for (SweepRun run : runs) {
      Optional<SweepRecord> done =
          FinishedRecord.read(run, folder, note -> listener.note(run, note));
      if (done.isPresent()) {
        records.add(done.get());
        listener.doneBefore(run);
      } else {
        open.add(run);
      }
    }
    try {
      backend.run(
          open,
          folder,
          listener,
          record -> {
            records.add(record);
            try {
              SweepOutput.writeRuns(folder, RunsTable.of(sorted(records)));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            listener.finished(record, records.size(), runs.size());
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    double seconds = (System.nanoTime() - started) * 1e-9;
    SweepResult result =
        new SweepResult(
            folder, study, sorted(records), open.isEmpty() ? Math.max(before, seconds) : seconds);
    if (!result.isStopped()) {
      SweepOutput.write(result);
      backend.finished(result);
      FileList.write(new RunFolder(folder), Provenance.version(), 1, result.seconds());
    }
    return result;
  }

  private static List<SweepRecord> sorted(List<SweepRecord> records) {
    return records.stream().sorted(Comparator.comparingInt(SweepRecord::number)).toList();
  }
}
