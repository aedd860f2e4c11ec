package hopfilm.claims;

import hopfilm.study.ExperimentException;
import hopfilm.study.Message;
import hopfilm.study.RunStatus;
import hopfilm.study.SweepBackend;
import hopfilm.study.SweepListener;
import hopfilm.study.SweepRecord;
import hopfilm.study.SweepRun;
import hopfilm.study.Vetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Claims put to the test in one folder. Each run goes to {@code runs/unfinished} and is moved to
 * its own name once it is complete, so that after a stop only what is missing is run, and claims
 * that need the same experiment share it.
 */
public final class Reproduction {

  private static final String UNFINISHED = "unfinished";

  /** Of a run that is not shown in the report; its page holds the same figures. */
  private static final List<String> SPARED =
      List.of("figures", "film.gif", "film-strip.png", "film-strip.svg");

  private final Path folder;
  private final Effort effort;
  private final List<Claim> claims;
  private final FinishedRuns finished;
  private final Map<String, PlannedRun> planned = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  /**
   * Plans the runs; writes nothing.
   *
   * @param folder new, empty, or one of an earlier reproduction
   * @throws ExperimentException if the folder holds something else
   */
  public Reproduction(Path folder, List<Claim> claims, Effort effort) throws IOException {
    this.folder = folder;
    this.claims = List.copyOf(claims);
    this.effort = effort;
    this.finished = new FinishedRuns(folder.resolve("runs"));
    requireUsable(folder);
    for (Claim claim : claims) {
      for (PlannedRun run : claim.runs(effort)) {
        planned.merge(run.folderName(), run, (a, b) -> a.illustratedIf(b.isIllustrated()));
      }
    }
  }

  private static void requireUsable(Path folder) throws IOException {
    boolean ours = Files.isDirectory(folder) && Files.isDirectory(folder.resolve("runs"));
    if (Files.exists(folder) && !ours) {
      if (!Files.isDirectory(folder)) {
        throw ExperimentException.of(folder, Message.OPTION_OUT_FILE);
      }
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw ExperimentException.of(folder, Message.OPTION_OUT_NOT_EMPTY);
        }
      }
    }
  }

  /** The runs that are not there yet, numbered for a backend. */
  public List<SweepRun> open() {
    List<SweepRun> open = new ArrayList<>();
    for (PlannedRun run : planned.values()) {
      if (!finished.has(run)) {
        open.add(new SweepRun(open.size() + 1, Map.of("run", run.folderName()), run.experiment()));
      }
    }
    return open;
  }

  /** Number of runs, those that are there included. */
  public int size() {
    return planned.size();
  }

  /**
   * Carries out what is missing.
   *
   * @throws IOException if the folder cannot be written
   */
  public void carryOut(SweepBackend backend, SweepListener listener) throws IOException {
    List<SweepRun> open = open();
    Vetting.vet(open);
    Path unfinished = finished.folder().resolve(UNFINISHED);
    delete(unfinished);
    Files.createDirectories(unfinished);
    int[] done = {0};
    backend.run(
        open,
        unfinished,
        listener,
        record -> {
          try {
            keep(unfinished, record);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          done[0]++;
          listener.finished(record, done[0], open.size());
        });
    if (failures.isEmpty()) {
      delete(unfinished);
    }
  }

  private void keep(Path unfinished, SweepRecord record) throws IOException {
    String name = record.values().get("run");
    if (record.status() != RunStatus.DONE) {
      failures.put(name, record.message());
      return;
    }
    Path own = unfinished.resolve(record.folder());
    if (!planned.get(name).isIllustrated()) {
      for (String file : SPARED) {
        delete(own.resolve(file));
      }
    }
    Path place = finished.folder().resolve(name);
    delete(place);
    Files.move(own, place);
  }

  /** Evaluates the claims and writes {@code index.html}, {@code claims.json}, figures, tables. */
  public List<ClaimResult> report() throws IOException {
    List<ClaimResult> results = new ArrayList<>();
    for (Claim claim : claims) {
      results.add(judge(claim));
    }
    ClaimsJson.write(folder, results, effort);
    ClaimsReport.write(folder, results, effort);
    return results;
  }

  private ClaimResult judge(Claim claim) throws IOException {
    List<PlannedRun> runs = claim.runs(effort);
    for (PlannedRun run : runs) {
      if (!finished.has(run)) {
        String message = failures.getOrDefault(run.folderName(), "it was not carried out");
        return new ClaimResult(
            claim, null, "run %s failed: %s".formatted(run.folderName(), message), runs, 0);
      }
    }
    long started = System.nanoTime();
    Evidence evidence = new Evidence(claim);
    claim.judge(effort, finished, evidence);
    double seconds = (System.nanoTime() - started) * 1e-9;
    for (PlannedRun run : runs) {
      seconds += finished.get(run).summary().path("seconds").asDouble(0);
    }
    return new ClaimResult(claim, evidence, null, runs, seconds);
  }

  /** Deletes a folder of ours and all that is in it, if it is there. */
  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
