package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.check.ExperimentCheck;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.ClaimVerdict;
import hopfilm.reproduce.ClaimsJson;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Reproduction;
import hopfilm.run.FolderLock;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Order(1)
class ReproductionTest {

  /** 40 x 40 cells for 50 ps: large enough to have a texture. */
  private static final List<String> SMALL =
      List.of(
          "film.size=[160 nm, 160 nm]",
          "electrodes.radius=40 nm",
          "initial.relax.time=50 ps",
          "train.time=50 ps",
          "output.table=50 ps",
          "output.snapshots=50 ps");

  @TempDir Path folder;

  private static Claim claim(String id) {
    return Claims.known().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<ClaimResult> reproduce(Path out, SweepBackend backend, Claim... claims)
      throws IOException {
    Reproduction r = new Reproduction(out, List.of(claims), List.of(claims), Effort.TINY);
    r.carryOut(backend, 1, SweepListener.NONE);
    return r.report();
  }

  private static Reproduction planned(Path out, Claim... claims) throws IOException {
    return new Reproduction(out, List.of(claims), List.of(claims), Effort.TINY);
  }

  /** Stops after the first run, as a user may. */
  private static SweepBackend oneRunOnly(AtomicInteger count) {
    LocalWorkers workers = new LocalWorkers(1);
    return (runs, where, listener, finished) -> {
      count.set(runs.size());
      workers.run(runs.subList(0, Math.min(1, runs.size())), where, listener, finished);
    };
  }

  @Tag("slow")
  @Test
  void heatIsReproducedToRoundingAndOnlyWhatIsMissingIsRunAgain() throws IOException {
    Path out = folder.resolve("out");
    AtomicInteger open = new AtomicInteger();
    List<ClaimResult> stopped = reproduce(out, oneRunOnly(open), claim("heat"));
    assertThat(open).hasValue(3);
    assertThat(stopped.get(0).failure()).contains("were not carried out");
    assertThat(json(out)).isEmpty();
    Path first = out.resolve("runs").resolve(stopped.get(0).runs().get(0).folderName());
    assertThat(first).isDirectoryContaining("glob:**summary.json");
    String before = Files.readString(first.resolve("provenance.json"));

    reproduce(out, oneRunOnly(open), claim("heat"));
    assertThat(open).hasValue(2);
    List<ClaimResult> done = reproduce(out, new LocalWorkers(2), claim("heat"));
    // carries the time at which it ran
    assertThat(Files.readString(first.resolve("provenance.json"))).isEqualTo(before);
    assertThat(planned(out, claim("heat")).open()).isEmpty();

    assertThat(done.get(0).evidence().verdict()).isEqualTo(ClaimVerdict.REPRODUCED);
    JsonNode heat = json(out).get(0);
    assertThat(heat.propertyNames())
        .containsExactly(
            "id",
            "claim",
            "criterion",
            "verdict",
            "numbers",
            "page",
            "hash",
            "first_run",
            "runs_before",
            "seeds",
            "seconds");
    assertThat(heat.get("id").asString()).isEqualTo("heat");
    assertThat(heat.get("verdict").asString()).isEqualTo("reproduced");
    assertThat(heat.get("seeds").get(0).asLong()).isEqualTo(1);
    JsonNode difference = heat.get("numbers").get("largest difference / power");
    assertThat(difference.get("quick").asBoolean()).isTrue();
    // two matrices and an integral, each from potentials that are right to 1e-10 or better
    assertThat(difference.get("value").asDouble()).isBetween(0.0, 1e-8);
    assertThat(difference.get("n").asInt()).isEqualTo(3 * 2 * 7);
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("id=\"heat\"", "stated beforehand", "reproduced", "Tiny films")
        .contains("hopfilm reproduce heat --tiny");
    assertThat(out.resolve("tables")).isDirectoryContaining("glob:**heat-1.csv");
  }

  /** A claim on the first run of heat that does as told when it is judged. */
  private record Told(String id, List<String> settings, Consumer<FinishedRun> judge)
      implements Claim {

    private Told(String id, Consumer<FinishedRun> judge) {
      this(id, SMALL, judge);
    }

    @Override
    public String title() {
      return "made up";
    }

    @Override
    public String source() {
      return "nowhere";
    }

    @Override
    public List<Criterion> criteria() {
      return List.of(Criterion.of("a", "x > 1"));
    }

    @Override
    public List<PlannedRun> runs(Effort effort) {
      Experiment heat = claim("heat").runs(Effort.FULL).get(0).experiment();
      return List.of(PlannedRun.of("told", ExperimentFile.with(heat, settings)));
    }

    @Override
    public void judge(Effort effort, FinishedRuns runs, Evidence evidence) throws IOException {
      judge.accept(runs.get(runs(effort).get(0)));
      evidence.picture("none", runs.folder().resolve("none.svg"), "nothing");
      if (id.equals("crooked")) {
        evidence.table(
            "one cell too few", List.of("a", "b"), List.of(Collections.singletonList(null)));
      }
      evidence.decide("a", true, "x is 2");
    }
  }

  @Test
  void whatFailsDoesNotTakeTheOthersAlong() throws IOException {
    Path out = folder.resolve("failing");
    Claim good = new Told("good", run -> {});
    Claim bad =
        new Told(
            "bad",
            run -> {
              throw new IllegalStateException("no such column");
            });
    Claim crooked = new Told("crooked", run -> {});
    List<Claim> all = List.of(bad, good, claim("heat"), crooked);
    Reproduction call = new Reproduction(out, all, List.of(bad), Effort.TINY);
    call.carryOut(new LocalWorkers(1), 1, SweepListener.NONE);
    List<ClaimResult> results = call.report();
    assertThat(results)
        .extracting(ClaimResult::outcome)
        .containsExactly("not judged", "reproduced", "not run yet", "reproduced");
    assertThat(results.get(0).failure()).isEqualTo("no such column");
    assertThat(json(out)).hasSize(2);
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("Not in the run", "could not be written")
        .contains("no such column", "3 of 3 runs are missing", "reproduce heat --tiny");

    // a run that fails, as there is a file in the place of its folder: what is there stays
    SweepBackend failing =
        (runs, where, listener, finished) -> {
          write(where.resolve(runs.get(0).folderName()));
          new LocalWorkers(1).run(runs.subList(0, 1), where, listener, finished);
        };
    call = new Reproduction(out, all, all, Effort.TINY);
    call.carryOut(failing, 1, SweepListener.NONE);
    results = call.report();
    assertThat(results)
        .extracting(ClaimResult::outcome)
        .containsExactly("not judged", "reproduced", "not judged", "reproduced");
    assertThat(results.get(2).failure()).contains("failed: ");
  }

  /** Asks runs to stop once it was asked often enough, before a time step. */
  private static RunControl stopping(int questions) {
    AtomicInteger left = new AtomicInteger(questions);
    return new RunControl(Double.POSITIVE_INFINITY) {
      @Override
      public boolean isStopAsked() {
        if (left.decrementAndGet() == 0) {
          stop("the test");
        }
        return super.isStopAsked();
      }
    };
  }

  @Test
  void aRunThatWasStoppedGoesOnFromItsCheckpointWithTheSameBits() throws IOException {
    Claim told = new Told("told", run -> {});
    Path whole = folder.resolve("whole");
    String name = reproduce(whole, new LocalWorkers(1), told).get(0).runs().get(0).folderName();
    Path out = folder.resolve("stopped");
    Reproduction first = planned(out, told);
    first.carryOut(new LocalWorkers(1, stopping(100)), 1, SweepListener.NONE);
    assertThat(first.stopped()).isOne();
    Path unfinished = out.resolve("runs/unfinished");
    Path begun = unfinished.resolve("001_run=" + name);
    assertThat(begun).isDirectoryContaining("glob:**checkpoint*");
    // as if it had another place in the order, beside one that nobody asks for any more
    Files.move(begun, unfinished.resolve("007_run=" + name));
    Files.createDirectories(unfinished.resolve("001_run=other"));

    // another claim is asked for: what was begun stays as it is
    Reproduction other =
        new Reproduction(out, List.of(told, claim("heat")), List.of(), Effort.TINY);
    other.carryOut(new LocalWorkers(1), 1, SweepListener.NONE);
    assertThat(unfinished.resolve("007_run=" + name)).isDirectory();
    assertThat(unfinished.resolve("001_run=other")).doesNotExist();

    List<ClaimResult> done = reproduce(out, new LocalWorkers(1), told);
    assertThat(done.get(0).outcome()).isEqualTo("reproduced");
    assertThat(unfinished).doesNotExist();
    Path run = out.resolve("runs").resolve(name);
    assertThat(run.resolve("table.txt"))
        .hasSameBinaryContentAs(whole.resolve("runs").resolve(name).resolve("table.txt"));
    String provenance = Files.readString(run.resolve("provenance.json"));
    assertThat(new JsonMapper().readTree(provenance).get("sessions").asInt()).isEqualTo(2);

    // killed when it was done and before it was moved
    Path still = Files.createDirectories(unfinished).resolve("003_run=" + name);
    Files.move(run, still);
    Files.writeString(still.resolve("lock"), "");
    Files.writeString(still.resolve("checkpoint-A"), "");
    assertThat(reproduce(out, new LocalWorkers(1), told).get(0).outcome()).isEqualTo("reproduced");
    assertThat(run.resolve("lock")).doesNotExist();
    assertThat(run.resolve("checkpoint-A")).doesNotExist();
    // carries the time at which it ran
    assertThat(Files.readString(run.resolve("provenance.json"))).isEqualTo(provenance);
  }

  @Test
  void nobodyElseWorksInTheFolderMeanwhile() throws IOException {
    Claim told = new Told("told", run -> {});
    Path out = Files.createDirectories(folder.resolve("used"));
    try (FolderLock lock = FolderLock.of(out)) {
      assertThatExceptionOfType(ExperimentException.class)
          .isThrownBy(() -> planned(out, told).lock())
          .withMessageContaining("is in use by process");
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "in the way");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void ofARunOnlyWhatIsNeededIsKept() throws IOException {
    Path out = folder.resolve("kept");
    Claim told = new Told("told", FinishedRun::snapshots);
    ClaimResult result = reproduce(out, new LocalWorkers(1), told).get(0);
    Path run = out.resolve("runs").resolve(result.runs().get(0).folderName());
    assertThat(result.failure()).contains("has not all its snapshots");
    try (var files = Files.list(run)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "experiment.yaml",
              "files.json",
              "m000000.ovf",
              "m000002.ovf",
              "provenance.json",
              "references.bib",
              "spared.txt",
              "status.json",
              "summary.json",
              "table.txt");
    }
    assertThat(Files.readString(run.resolve("spared.txt")))
        .contains("output.report=on", "m000001.ovf");
    PlannedRun all = result.runs().get(0).withSnapshots();
    FinishedRuns finished = new FinishedRuns(out.resolve("runs"));
    assertThat(finished.has(result.runs().get(0))).isTrue();
    assertThat(finished.has(all)).isFalse();
  }

  @Tag("slow")
  @Test
  void aRunWithoutASnapshotOfTheRelaxedFilmIsNotReadAsIfItHadOne() throws IOException {
    List<String> late = new ArrayList<>(SMALL);
    late.set(late.size() - 1, "output.snapshots=100 ps");
    Claim told = new Told("told", late, FinishedRun::relaxed);
    Path out = folder.resolve("late");
    Reproduction r = new Reproduction(out, List.of(told), List.of(told), Effort.TINY);
    r.carryOut(new LocalWorkers(1), 1, SweepListener.NONE);
    assertThat(r.report().get(0).failure()).contains("has no snapshot after 0.05");
  }

  @Test
  void quickAndFullAreKeptApart() throws IOException {
    Path out = folder.resolve("apart");
    reproduce(out, oneRunOnly(new AtomicInteger()), claim("heat"));
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> new Reproduction(out, List.of(), List.of(), Effort.FULL))
        .withMessageContaining("tiny");
    JsonNode record = new JsonMapper().readTree(Files.readString(out.resolve("reproduction.json")));
    assertThat(record.get("calls")).hasSize(1);
    assertThat(record.get("calls").get(0).get("runs").asInt()).isEqualTo(1);
  }

  @Test
  void claimsShareTheirRuns() throws IOException {
    Path out = folder.resolve("shared");
    Reproduction both = planned(out, claim("heat"), claim("fig2"));
    Reproduction one = planned(out, claim("fig2"));
    assertThat(both.size()).isEqualTo(one.size());
    assertThat(out).doesNotExist();
  }

  @Test
  void aFolderWithSomethingElseIsRefused() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "precious");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> planned(folder, claim("heat")))
        .withMessageContaining("is not empty");
  }

  @Test
  void everyClaimIsComplete() {
    for (Claim c : Claims.known()) {
      assertThat(c.id()).matches("[a-z0-9-]+");
      assertThat(c.criteria()).as(c.id()).isNotEmpty();
      assertThat(c.criteria().stream().map(Criterion::key)).as(c.id()).doesNotHaveDuplicates();
      List<PlannedRun> full = c.runs(Effort.FULL);
      assertThat(full.stream().map(PlannedRun::folderName)).as(c.id()).doesNotHaveDuplicates();
      assertThat(c.runs(Effort.QUICK)).as(c.id()).hasSizeLessThanOrEqualTo(full.size());
    }
    assertThat(Claims.known().stream().map(Claim::id)).doesNotHaveDuplicates();
  }

  /** The list counts runs by their names, and reads one of each kind for what it costs. */
  @Test
  void runsOfANameAreOneExperimentAndRunsOfAKindCostTheSame() {
    Map<Object, String> named = new HashMap<>();
    Map<Object, Double> costs = new HashMap<>();
    for (Claim c : Claims.known()) {
      for (PlannedRun run : c.runs(Effort.QUICK)) {
        assertThat(named.computeIfAbsent(run.same(), n -> run.folderName()))
            .isEqualTo(run.folderName());
        double cost = ExperimentCheck.coreSeconds(run.experiment());
        // the same sums of the same numbers
        assertThat(costs.computeIfAbsent(run.kind(), k -> cost)).as(run.name()).isEqualTo(cost);
      }
    }
    assertThat(costs).hasSizeLessThan(named.size());
  }

  @Test
  void claimsAreOfThePaperOrBeyondIt() {
    assertThat(Claims.all()).noneMatch(Claim::isBeyondPaper);
    assertThat(Claims.beyondPaper()).allMatch(Claim::isBeyondPaper);
  }

  @Test
  void theTableHasARowForEachNumberOfTheClaims() throws IOException {
    Files.writeString(
        folder.resolve("claims.json"),
        """
        [{"id": "heat", "claim": "energy is heat", "criterion": "x", "verdict": "reproduced",
          "numbers": {"share": {"value": 0.95, "low": 0.9, "high": 0.98, "n": 20, "unit": "", "quick": false},
                      "rise": {"value": null, "low": null, "high": null, "n": 3, "unit": "K", "quick": true}},
          "seeds": [1], "seconds": 2.0},
         {"id": "hall", "claim": "another", "verdict": "partly",
          "numbers": {"g": {"value": 4.5, "low": null, "high": null, "n": 1, "unit": "S", "quick": false}}}]
        """);
    assertThat(ClaimsJson.markdown(folder, Set.of("heat")).lines())
        .containsExactly(
            "|claim |verdict |number |value |interval or spread |n |",
            "|---|---|---|---|---|---|",
            "|`heat`: energy is heat |reproduced |share |0.9500 |0.9000 to 0.9800 |20 |",
            "| ||rise |- K ||3 (quick) |");
  }

  private static JsonNode json(Path out) throws IOException {
    return new JsonMapper().readTree(Files.readString(out.resolve("claims.json")));
  }
}
