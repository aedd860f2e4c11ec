package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.study.ExperimentException;
import hopfilm.study.LocalWorkers;
import hopfilm.study.SweepBackend;
import hopfilm.study.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReproductionTest {

  /** 40 x 40 cells for 50 ps: large enough to have a texture. */
  private static final Effort TINY =
      new Effort(
          true,
          List.of(
              "film.size=[160 nm, 160 nm]",
              "electrodes.radius=40 nm",
              "initial.relax.time=50 ps",
              "train.time=50 ps",
              "output.table=50 ps",
              "output.snapshots=50 ps"));

  @TempDir Path folder;

  private static Claim claim(String id) {
    return Claims.all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<ClaimResult> reproduce(Path out, SweepBackend backend, Claim... claims)
      throws IOException {
    Reproduction r = new Reproduction(out, List.of(claims), TINY);
    r.carryOut(backend, SweepListener.NONE);
    return r.report();
  }

  /** Stops after the first run, as a user may. */
  private static SweepBackend oneRunOnly(AtomicInteger count) {
    LocalWorkers workers = new LocalWorkers(1);
    return (runs, where, listener, finished) -> {
      count.set(runs.size());
      workers.run(runs.subList(0, Math.min(1, runs.size())), where, listener, finished);
    };
  }

  @Test
  void heatIsReproducedToRoundingAndOnlyWhatIsMissingIsRunAgain() throws IOException {
    Path out = folder.resolve("out");
    AtomicInteger open = new AtomicInteger();
    List<ClaimResult> stopped = reproduce(out, oneRunOnly(open), claim("heat"));
    assertThat(open).hasValue(3);
    assertThat(stopped.get(0).failure()).contains("was not carried out");
    assertThat(json(out)).isEmpty();
    Path first = out.resolve("runs").resolve(stopped.get(0).runs().get(0).folderName());
    assertThat(first).isDirectoryContaining("glob:**summary.json");
    String before = Files.readString(first.resolve("provenance.json"));

    reproduce(out, oneRunOnly(open), claim("heat"));
    assertThat(open).hasValue(2);
    List<ClaimResult> done = reproduce(out, new LocalWorkers(2), claim("heat"));
    // carries the time at which it ran
    assertThat(Files.readString(first.resolve("provenance.json"))).isEqualTo(before);
    assertThat(new Reproduction(out, List.of(claim("heat")), TINY).open()).isEmpty();

    assertThat(done.get(0).evidence().verdict()).isEqualTo(Verdict.REPRODUCED);
    JsonNode heat = json(out).get(0);
    assertThat(heat.propertyNames())
        .contains("id", "claim", "criterion", "verdict", "numbers", "seeds", "seconds");
    assertThat(heat.get("id").asString()).isEqualTo("heat");
    assertThat(heat.get("verdict").asString()).isEqualTo("reproduced");
    assertThat(heat.get("seeds").get(0).asLong()).isEqualTo(1);
    assertThat(heat.get("quick").asBoolean()).isTrue();
    JsonNode difference = heat.get("numbers").get("largest difference / power");
    // two matrices and an integral, each from potentials that are right to 1e-10 or better
    assertThat(difference.get("value").asDouble()).isBetween(0.0, 1e-8);
    assertThat(difference.get("n").asInt()).isEqualTo(3 * 2 * 7);
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("id=\"heat\"", "stated beforehand", "reproduced", "Quick:")
        .contains("hopfilm reproduce heat --quick");
    assertThat(out.resolve("tables")).isDirectoryContaining("glob:**heat-1.csv");
  }

  @Test
  void claimsShareTheirRuns() throws IOException {
    Path out = folder.resolve("shared");
    Reproduction both = new Reproduction(out, List.of(claim("heat"), claim("fig2")), TINY);
    Reproduction one = new Reproduction(out, List.of(claim("fig2")), TINY);
    assertThat(both.size()).isEqualTo(one.size());
    assertThat(out).doesNotExist();
  }

  @Test
  void aFolderWithSomethingElseIsRefused() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "precious");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> new Reproduction(folder, List.of(claim("heat")), TINY))
        .withMessageContaining("is not empty");
  }

  @Test
  void everyClaimIsComplete() {
    for (Claim c : Claims.all()) {
      assertThat(c.id()).matches("[a-z0-9-]+");
      assertThat(c.criteria()).as(c.id()).isNotEmpty();
      assertThat(c.criteria().stream().map(Criterion::key)).as(c.id()).doesNotHaveDuplicates();
      List<PlannedRun> full = c.runs(Effort.FULL);
      assertThat(full.stream().map(PlannedRun::folderName)).as(c.id()).doesNotHaveDuplicates();
      assertThat(c.runs(Effort.QUICK)).as(c.id()).hasSizeLessThanOrEqualTo(full.size());
    }
    assertThat(Claims.all().stream().map(Claim::id)).doesNotHaveDuplicates();
  }

  private static JsonNode json(Path out) throws IOException {
    return new JsonMapper().readTree(Files.readString(out.resolve("claims.json")));
  }
}
