package hopfilm.sweep;

import hopfilm.experiment.SweepRun;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import hopfilm.result.SweepRecord;
import hopfilm.run.DoneRun;
import hopfilm.run.InputHash;
import hopfilm.run.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a sweep keeps of its runs, from their ends and from their folders. */
public final class FinishedRecord {

  private FinishedRecord() {}

  /** Of a run that was carried out. */
  static SweepRecord of(SweepRun run, RunResult r) throws IOException {
    Summary summary = r.summary(Provenance.version());
    boolean isDone = r.status() == RunStatus.DONE;
    return new SweepRecord(
        which(run),
        r.status(),
        r.message(),
        summary,
        isDone ? FilmEnd.of(new RunFolder(r.folder()), summary) : Map.of());
  }

  /** Of a run that was stopped, or ended with an error. */
  public static SweepRecord ended(SweepRun run, RunStatus status, String message, double seconds) {
    return new SweepRecord(
        which(run), status, message, Summary.ended(failed(run, message), seconds), Map.of());
  }

  private static Summary.Head failed(SweepRun run, String message) {
    return new Summary.Head(
        run.experiment().name(),
        Provenance.version(),
        RunStatus.FAILED.text(),
        message,
        run.experiment().seeds(),
        null);
  }

  private static SweepRecord.Which which(SweepRun run) {
    return new SweepRecord.Which(
        run.number(), run.folderName(), run.values(), run.experiment().seeds());
  }

  /**
   * The record of a run, empty if it is not done, was of other inputs, or has lost its data. What
   * else it has lost is made again.
   *
   * @param notes hears of that
   */
  static Optional<SweepRecord> read(SweepRun run, Path sweep, Consumer<String> notes)
      throws IOException {
    RunFolder folder = new RunFolder(sweep).run(run.folderName());
    return folder.isDone(InputHash.of(run.experiment()))
            && DoneRun.mend(run.experiment(), folder.path(), 1, notes)
        ? of(run, folder.summary())
        : Optional.empty();
  }

  /** Says whether a run is done with all its files as they were. */
  public static boolean isWhole(SweepRun run, Path sweep) throws IOException {
    RunFolder folder = new RunFolder(sweep).run(run.folderName());
    return folder.isDone(InputHash.of(run.experiment())) && DoneRun.isWhole(folder.path());
  }

  /**
   * The record of a run that has ended, well or not; empty if it has not, was of other inputs, or
   * has damaged files.
   *
   * @param sweep folder of the sweep, in which that of the run is
   */
  public static Optional<SweepRecord> ended(SweepRun run, Path sweep) throws IOException {
    RunFolder folder = new RunFolder(sweep).run(run.folderName());
    String inputs = InputHash.of(run.experiment());
    Optional<StatusRecord> status =
        folder.readStatus().filter(s -> s.hasFailed() && s.isOf(inputs));
    if (status.isEmpty()) {
      return isWhole(run, sweep) ? of(run, folder.summary()) : Optional.empty();
    }
    String reason = status.get().end().reason();
    String why = reason == null ? "no reason given" : reason;
    Summary summary = folder.readSummary().orElseGet(() -> Summary.ended(failed(run, why), 0));
    return Optional.of(new SweepRecord(which(run), RunStatus.FAILED, why, summary, Map.of()));
  }

  /** The record in a summary, empty if it cannot be read or is of a run that did not end well. */
  public static Optional<SweepRecord> of(SweepRun run, Path file) throws IOException {
    Summary summary =
        JsonFile.read(file, Summary.class).filter(s -> s.head().isDone()).orElse(null);
    if (summary == null) {
      return Optional.empty();
    }
    Map<String, Double> film = FilmEnd.of(new RunFolder(file.resolveSibling("")), summary);
    return Optional.of(new SweepRecord(which(run), RunStatus.DONE, null, summary, film));
  }
}
