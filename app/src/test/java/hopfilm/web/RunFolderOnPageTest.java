package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.io.Ovf;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folders of runs, done or under way, as a page sees them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunFolderOnPageTest extends OwnServer {

  @Test
  void aRunFolderIsOpenedAndScrubbedThrough() throws Exception {
    Path run = Files.createDirectories(folder.resolve("runs/small-001"));
    Experiment e = ExperimentFile.parse(Caller.SMALL, "small", List.of());
    ExperimentRunner.run(e, run, 1, RunListener.NONE);
    JsonNode folders = caller.get("/api/folders").json();
    assertThat(folders.path(0).path("folder").asString()).isEqualTo("small-001");
    assertThat(folders.path(0).path("snapshots").asInt()).isEqualTo(4);
    JsonNode opened = caller.post("/api/films", "{\"folder\": \"small-001\"}").json();
    String film = opened.path("id").asString();
    assertThat(opened.path("state").path("readOnly").asBoolean()).isTrue();
    assertThat(caller.get("/api/films/" + film + "/snapshots").json()).hasSize(4);
    ByteBuffer frame =
        ByteBuffer.wrap(caller.bytes("/api/films/" + film + "/frames/2"))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(frame.getDouble(24)).isEqualTo(Ovf.read(run.resolve("m000002.ovf")).time());
    Page page = caller.page(film);
    Caller.await(() -> page.ofType("network").size() >= 2);
    assertThat(page.ofType("network"))
        .extracting(n -> n.path("label").asString())
        .contains("untrained", "trained");
    assertThat(caller.command(film, "{\"command\": \"train\"}").status()).isEqualTo(409);
    assertThat(caller.get("/api/films/" + film + "/frames/4").status()).isEqualTo(404);
  }

  /**
   * G' = G - G_ref and R' = R - R_ref (docs/explanation/physics.md), from the matrices of the
   * summary.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weights: resistance | true",
        "reference: saturated | true",
        "reference: untrained | true",
        "reference: untrained | false"
      })
  void aRunFolderShowsTheWeightsThatItsEnergiesAreMadeOf(String network, boolean isReadBefore)
      throws Exception {
    Path run = Files.createDirectories(folder.resolve("runs/small-001"));
    String yaml = Caller.SMALL + "network: {" + network + "}\n";
    yaml = isReadBefore ? yaml : yaml.replace("  - measure: untrained\n", "");
    ExperimentRunner.run(ExperimentFile.parse(yaml, "small", List.of()), run, 1, RunListener.NONE);
    JsonNode summary = JsonMapper.shared().readTree(Files.readString(run.resolve("summary.json")));
    boolean isResistance = network.contains("resistance");
    JsonNode read = summary.path(isResistance ? "resistance" : "conductance").path("trained");
    JsonNode from = summary.path("reference_matrix");
    caller.post("/api/films", "{\"folder\": \"small-001\"}");
    JsonNode shown = caller.get("/api/films/f1").json().path("network");
    assertThat(shown.path("label").asString()).isEqualTo("trained");
    assertThat(shown.path("unit").asString()).isEqualTo(isResistance ? "Ohm" : "S");
    double largest = read.at("/0/0").asDouble();
    double sum = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        double weight = shown.path("Gprime").path(a).path(b).asDouble();
        double expected = read.path(a).path(b).asDouble() - from.path(a).path(b).asDouble();
        // a difference of two doubles
        assertThat(weight).isCloseTo(expected, within(1e-14 * largest));
        sum += Math.abs(weight);
      }
    }
    assertThat(sum).isGreaterThan(1e-6 * largest);
    if (!isReadBefore) {
      return;
    }
    Page page = caller.page("f1");
    Caller.await(() -> page.ofType("network").stream().anyMatch(RunFolderOnPageTest::isUntrained));
    JsonNode before =
        page.ofType("network").stream()
            .filter(RunFolderOnPageTest::isUntrained)
            .findFirst()
            .orElseThrow();
    if (network.contains("saturated")) {
      assertThat(before.path("Gprime").isNull()).isTrue();
    } else {
      assertThat(before.at("/Gprime/0/1").asDouble(1)).isZero();
    }
  }

  private static boolean isUntrained(JsonNode network) {
    return network.path("label").asString().equals("untrained");
  }

  @Test
  void aRunIsWatchedWhileItGoesOn() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    Experiment e = ExperimentFile.parse(Caller.SMALL, "small", List.of());
    LiveServer.Watched watched = caller.server().watch(e);
    Page page = caller.page("f1");
    ExperimentRunner.run(e, run, 1, watched.listener());
    watched.ended("done", null);
    Caller.await(() -> !page.frames.isEmpty() && !page.ofType("network").isEmpty());
    Caller.await(
        () ->
            page.ofType("state").stream()
                .anyMatch(s -> s.path("status").asString().equals("done")));
    assertThat(caller.command("f1", "{\"command\": \"pause\"}").status()).isEqualTo(409);
  }
}
