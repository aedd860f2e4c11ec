package hopfilm.reproduce;

import hopfilm.experiment.SweepRun;
import hopfilm.input.ExperimentException;
import hopfilm.io.FileTree;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.run.DoneRun;
import hopfilm.run.FolderLock;
import hopfilm.run.RunDirectory;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims put to the test in one folder. Each run goes to {@code runs/unfinished} and is moved to
 * its own name once it is complete, so that after a stop only what is missing is run, from the last
 * checkpoint of each run on, and claims that need the same experiment share it. The report shows
 * every claim whose runs are there, whichever call carried them out.
 */
public final class Reproduction {

  private static final Logger LOG = LoggerFactory.getLogger(Reproduction.class);

  private static final String UNFINISHED = "unfinished";

  private final Path folder;
  private final Effort effort;
  private final List<Claim> claims;
  private final List<Claim> chosen;
  private final FinishedRuns finished;
  private CallRecord calls;

  /** All claims decide which files of a run are kept, those not chosen included. */
  private final Map<String, PlannedRun> needed = new LinkedHashMap<>();

  private final Map<String, PlannedRun> planned = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();
  private CallRecord.Started call;
  private int carriedOut;
  private int stopped;

  /**
   * Plans the runs; writes nothing.
   *
   * @param folder new, empty, or one of an earlier reproduction
   * @param claims all of the report, in its order
   * @param chosen those of them whose runs are carried out
   * @throws ExperimentException if the folder holds something else, cannot be written into, or
   *     belongs to the other effort; if a chosen film needs more memory than Java has
   */
  public Reproduction(Path folder, List<Claim> claims, List<Claim> chosen, Effort effort)
      throws IOException {
    this.folder = folder;
    this.claims = List.copyOf(claims);
    this.chosen = List.copyOf(chosen);
    this.effort = effort;
    this.finished = new FinishedRuns(folder.resolve("runs"));
    if (!Files.isDirectory(finished.folder())) {
      RunDirectory.requireFree(folder);
    }
    RunDirectory.requireWritable(folder);
    this.calls = CallRecord.of(folder);
    if (!calls.takes(effort)) {
      throw ExperimentException.of(
          folder,
          calls.tiny()
              ? ReproduceMessage.REPRODUCE_FOLDER_TINY
              : Boolean.TRUE.equals(calls.quick())
                  ? ReproduceMessage.REPRODUCE_FOLDER_QUICK
                  : ReproduceMessage.REPRODUCE_FOLDER_FULL);
    }
    // reading a thousand experiments takes seconds
    List<Map<String, PlannedRun>> ofAll =
        claims.parallelStream().map(claim -> named(claim.runs(effort))).toList();
    for (Map<String, PlannedRun> ofClaim : ofAll) {
      ofClaim.forEach((name, run) -> needed.merge(name, run, PlannedRun::and));
    }
    for (Claim claim : chosen) {
      ofAll.get(claims.indexOf(claim)).keySet().forEach(n -> planned.put(n, needed.get(n)));
    }
    planned.values().parallelStream().forEach(PlannedRun::vet);
  }

  /** Whether claims were put to the test in a folder. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(CallRecord.FILE));
  }

  private static Map<String, PlannedRun> named(List<PlannedRun> runs) {
    Map<String, PlannedRun> all = new LinkedHashMap<>();
    runs.forEach(run -> all.merge(run.folderName(), run, PlannedRun::and));
    return all;
  }

  /**
   * The runs that are not there yet, numbered for a backend, the longest first, so that no worker
   * is left alone with one at the end.
   */
  public List<SweepRun> open() throws IOException {
    List<SweepRun> open = new ArrayList<>();
    List<PlannedRun> longestFirst = new ArrayList<>(planned.values());
    longestFirst.sort(Comparator.comparingDouble(PlannedRun::work).reversed());
    for (PlannedRun run : longestFirst) {
      if (!finished.has(run)) {
        open.add(UnfinishedRuns.numbered(open.size() + 1, run));
      }
    }
    return open;
  }

  /** About how much processor time judging takes at most; fits that are done are read again [s]. */
  public double judgingSeconds() {
    return chosen.stream().mapToDouble(claim -> claim.judgingSeconds(effort)).sum();
  }

  /** Number of runs of the chosen claims, those that are there included. */
  public int size() {
    return planned.size();
  }

  /**
   * Keeps other processes out of the folder, from before {@link #open} until after {@link #report}.
   *
   * @throws ExperimentException if one works there
   */
  public FolderLock lock() throws IOException {
    FolderLock lock = FolderLock.of(Files.createDirectories(folder));
    calls = CallRecord.of(folder); // another one may just have ended
    return lock;
  }

  /**
   * Carries out what is missing. A run that fails does not keep the others from being run; one that
   * is stopped goes on at the next call.
   *
   * @param workers runs at a time, for the record
   * @throws ExperimentException if another process is at a run that was begun
   * @throws IOException if the folder cannot be written
   */
  public void carryOut(SweepBackend backend, int workers, SweepListener listener)
      throws IOException {
    Path atWork = Files.createDirectories(finished.folder().resolve(UNFINISHED));
    UnfinishedRuns unfinished = new UnfinishedRuns(atWork);
    for (Map.Entry<String, Path> done : unfinished.done(needed.values()).entrySet()) {
      DoneRun.removeLeftOvers(done.getValue());
      move(done.getValue(), needed.get(done.getKey()));
    }
    List<SweepRun> open = open();
    call = calls.start(folder, effort, chosen, workers);
    unfinished.takeOver(open, needed.values());
    call.write(0);
    Registration registration = Registration.of(folder);
    for (Claim claim : chosen) {
      int before = 0;
      for (PlannedRun run : claim.runs(effort)) {
        before += finished.has(run) ? 1 : 0;
      }
      registration.register(claim, before);
    }
    int[] done = {0};
    backend.run(
        open,
        atWork,
        listener,
        record -> {
          if (record.status() == RunStatus.STOPPED) {
            stopped++;
            return;
          }
          try {
            keep(atWork, record);
          } catch (IOException e) {
            failures.put(name(record), "it cannot be kept: " + e.getMessage());
          }
          done[0]++;
          listener.finished(record, done[0], open.size());
        });
    call.write(carriedOut);
    unfinished.tidy();
  }

  /** Number of runs that were asked to stop before they were done. */
  public int stopped() {
    return stopped;
  }

  /** What the runs that failed say, by their names. */
  public Map<String, String> failures() {
    return Map.copyOf(failures);
  }

  private static String name(SweepRecord record) {
    return record.values().get(UnfinishedRuns.NAME);
  }

  private void keep(Path unfinished, SweepRecord record) throws IOException {
    if (record.status() != RunStatus.DONE) {
      failures.put(name(record), record.message());
      return;
    }
    move(unfinished.resolve(record.folder()), planned.get(name(record)));
    carriedOut++;
    call.write(carriedOut);
  }

  /** Gives a run that is done its place, with what is needed of it. */
  private void move(Path own, PlannedRun run) throws IOException {
    KeptFiles.trim(own, run);
    Path place = finished.folder().resolve(run.folderName());
    FileTree.remove(place);
    Files.move(own, place);
  }

  /**
   * Judges every claim whose runs are there and writes {@code index.html}, {@code claims.json},
   * figures and tables.
   *
   * @return all claims, in the order of the report; those beyond the paper only if they were run
   */
  public List<ClaimResult> report() throws IOException {
    List<ClaimResult> results = new ArrayList<>();
    for (Claim claim : claims) {
      ClaimResult result = result(claim);
      if (result.isJudged() || isChosen(claim) || !claim.isBeyondPaper()) {
        results.add(result);
      }
    }
    ClaimsJson.write(folder, results, effort);
    ClaimsReport.write(
        folder, results, effort, call == null ? calls.calls() : call.write(carriedOut));
    return results;
  }

  private ClaimResult result(Claim claim) throws IOException {
    List<PlannedRun> runs = claim.runs(effort);
    String failed = null;
    int missing = 0;
    for (PlannedRun run : runs) {
      if (!finished.has(run)) {
        missing++;
        String message = failures.get(run.folderName());
        failed =
            failed == null && message != null
                ? "run %s failed: %s".formatted(run.folderName(), message)
                : failed;
      }
    }
    if (missing > 0) {
      String why =
          failed == null && isChosen(claim)
              ? "%d of its runs were not carried out".formatted(missing)
              : failed;
      return new ClaimResult(claim, null, why, runs, missing, seconds(runs));
    }
    if (runs.isEmpty() && !wanted(claim)) {
      return new ClaimResult(claim, null, null, runs, 0, 0);
    }
    return judged(claim, runs);
  }

  /** A claim without runs is computed when it is judged: not unless it was asked for once. */
  private boolean wanted(Claim claim) {
    return isChosen(claim) || calls.calls().stream().anyMatch(c -> c.claims().contains(claim.id()));
  }

  private boolean isChosen(Claim claim) {
    return chosen.stream().anyMatch(c -> c.id().equals(claim.id()));
  }

  private ClaimResult judged(Claim claim, List<PlannedRun> runs) throws IOException {
    long started = System.nanoTime();
    Evidence evidence = new Evidence(claim.id(), claim.criteria());
    String failure = null;
    try {
      claim.judge(effort, finished, evidence);
      evidence.verdict();
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} cannot be judged", claim.id(), e);
      evidence = null;
      failure = e.getMessage() == null ? "an error of the program" : e.getMessage();
    }
    double seconds = (System.nanoTime() - started) * 1e-9;
    return new ClaimResult(claim, evidence, failure, runs, 0, seconds + seconds(runs));
  }

  /** Seconds that the runs took that are there. */
  private double seconds(List<PlannedRun> runs) throws IOException {
    double seconds = 0;
    for (PlannedRun run : runs) {
      if (finished.has(run)) {
        seconds += finished.get(run).summary().effort().seconds();
      }
    }
    return seconds;
  }
}
