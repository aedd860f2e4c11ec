package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.Ovf;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.web.Caller.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of a film as a page and a notebook see it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FilmLifeTest extends OwnServer {

  @Test
  void aFilmIsTrainedReadRecalledAndSavedAsTheRunOfItsFile() throws Exception {
    String film = caller.film(Caller.SMALL);
    Answer early = caller.command(film, "{\"command\": \"retain\"}");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.error()).contains("no pattern was trained");
    String train =
        "{\"command\": \"train\", \"pattern\": \"+-+-\", \"voltage\": \"10 mV\", \"time\": \"40 ps\"}";
    assertThat(caller.command(film, train).status()).isEqualTo(200);
    caller.await(film, s -> Caller.isIdle(s) && s.path("undo").asString("").startsWith("train"));
    JsonNode network = caller.get("/api/films/" + film).json().path("network");
    assertThat(network.path("trained").path(0).asString()).isEqualTo("+-+-");
    assertThat(network.path("energies")).hasSize(8);

    JsonNode retrieval =
        caller
            .command(film, "{\"command\": \"retrieve\", \"start\": \"++-+\"}")
            .json()
            .path("retrieval");
    List<JsonNode> steps = new java.util.ArrayList<>();
    retrieval.path("steps").forEach(steps::add);
    for (int k = 1; k < steps.size(); k++) {
      // one flip at a time downhill: Hopfield 1982, symmetric weights with zero diagonal
      assertThat(steps.get(k).path("flipped")).hasSize(1);
      assertThat(steps.get(k).path("energy").asDouble())
          .isLessThan(steps.get(k - 1).path("energy").asDouble());
    }
    assertThat(retrieval.path("end").asString())
        .isEqualTo(steps.get(steps.size() - 1).path("pattern").asString());

    JsonNode left = caller.command(film, "{\"command\": \"retain\"}").json().path("rest_limit");
    assertThat(left.path("weights").asDouble()).isBetween(0.1, 2.0);
    assertThat(left.path("recalled").isBoolean()).isTrue();

    JsonNode saved = caller.command(film, "{\"command\": \"save\", \"name\": \"mine\"}").json();
    assertThat(saved.path("folder").asString()).isEqualTo("mine-001");
    Path run = Files.createDirectory(folder.resolve("run"));
    Experiment e = ExperimentFile.parse(Caller.SMALL, "small", List.of());
    ExperimentRunner.run(e, run, 2, RunListener.NONE);
    Path mine = folder.resolve("runs/mine-001");
    for (String file : List.of("table.txt", "m000000.ovf", "m000003.ovf", "experiment.yaml")) {
      assertThat(mine.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
    }
    Path now = Files.write(folder.resolve("m.ovf"), caller.bytes("/api/films/" + film + "/m.ovf"));
    assertThat(Ovf.read(now).field().x())
        .isEqualTo(Ovf.read(run.resolve("m000003.ovf")).field().x());
    assertThat(caller.delete("/api/films/" + film).status()).isEqualTo(204);
    assertThat(caller.get("/api/films/" + film).status()).isEqualTo(404);
  }

  /** Two contacts have one pattern that carries current: it is the lowest, and passes its test. */
  @Test
  void aFilmIsVerifiedUntilItIsTrainedOnWithoutATest() throws Exception {
    String film =
        caller.film(
            """
            film: {size: [96 nm, 64 nm], cell: 4 nm}
            electrodes: {layout: sides-x}
            initial: {texture: helix, angle: 45 deg, relax: 20 ps}
            protocol:
              - train:
                  pattern: +-
                  voltage: 10 mV
                  time: 2 ns
                  until: verified
                  hold: 50 ps
                  pulse: {on: 100 ps, off: 50 ps}
              - measure: trained
            output: {table: 50 ps, snapshots: 1 us, formats: [], report: off}
            """);
    assertThat(outcome(film).isNull()).isTrue();
    caller.command(film, "{\"command\": \"protocol\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("time").asDouble() > 200e-12);
    assertThat(outcome(film).asString()).isEqualTo("verified");
    // with another reference it is another network, which nobody tested
    caller.command(film, "{\"command\": \"network\", \"self_term\": \"full\"}");
    assertThat(outcome(film).asString()).isEqualTo("learned");
    caller.command(film, "{\"command\": \"network\", \"self_term\": \"zero\"}");
    caller.command(film, "{\"command\": \"train\", \"time\": \"20 ps\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("time").asDouble() > 230e-12);
    assertThat(outcome(film).asString()).isEqualTo("learned");
    caller.command(film, "{\"command\": \"undo\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("time").asDouble() < 230e-12);
    assertThat(outcome(film).asString()).isEqualTo("verified");
  }

  private JsonNode outcome(String film) throws IOException {
    return caller.get("/api/films/" + film).json().path("network").path("outcome");
  }

  /** The rank and energy of each are those of the list of all, its copies a hundred. */
  @Test
  void eachOfSeveralMemoriesIsTriedOnceTheFilmWaits() throws Exception {
    String film = caller.film(Caller.SMALL);
    Page page = caller.page(film);
    String train =
        "{\"command\": \"train\", \"patterns\": [\"+-+-\", \"+--+\"], \"slot\": \"5 ps\","
            + " \"voltage\": \"20 mV\", \"time\": \"40 ps\"}";
    assertThat(caller.command(film, train).status()).isEqualTo(200);
    caller.await(film, s -> Caller.isIdle(s) && s.path("undo").asString("").startsWith("train"));
    Caller.await(
        () -> page.ofType("network").stream().anyMatch(n -> n.path("memories").size() == 2));
    JsonNode network = caller.get("/api/films/" + film).json().path("network");
    assertThat(network.path("memoryReading")).isEqualTo(network.path("memory_reading"));
    assertThat(network.at("/memory_reading/flips").asInt()).isEqualTo(1);
    assertThat(network.at("/memory_reading/update").asString()).isEqualTo("graded");
    int stored = 0;
    double basins = 0;
    for (JsonNode memory : network.path("memories")) {
      String pattern = memory.path("pattern").asString();
      assertThat(memory.path("fixed_point").isBoolean()).isTrue();
      assertThat(memory.path("fixedPoint")).isEqualTo(memory.path("fixed_point"));
      List<JsonNode> all = network.path("energies").valueStream().toList();
      double own =
          all.stream()
              .filter(e -> e.path("pattern").asString().equals(pattern))
              .mapToDouble(e -> e.path("energy").asDouble())
              .findFirst()
              .orElseThrow();
      long lower =
          all.stream()
              .filter(e -> !e.path("pattern").asString().equals("++++"))
              .filter(e -> e.path("energy").asDouble() < own)
              .count();
      assertThat(memory.path("energy").asDouble()).isEqualTo(own);
      assertThat(memory.path("rank").asLong()).isEqualTo(lower + 1);
      assertThat(memory.path("of").asInt()).isEqualTo(100);
      stored += memory.path("recalled").asInt() >= 90 ? 1 : 0;
      basins += memory.path("basin").asDouble();
    }
    assertThat(network.path("stored").asInt()).isEqualTo(stored);
    assertThat(basins).isBetween(0.0, 1.0);
    // what a person trains one after the other is no memory before there are two
    assertThat(page.ofType("network").get(0).path("memories")).isEmpty();
  }

  /** What somebody stops before it has relaxed is a file that runs all the same. */
  @Test
  void theFileOfAFilmThatOnlyRelaxedIsInOrder() throws Exception {
    String film = caller.film(Caller.SMALL.replace("relax: 20 ps", "relax: 1 ns"));
    caller.command(film, "{\"command\": \"stop\"}");
    caller.await(film, Caller::isIdle);
    String yaml = new String(caller.bytes("/api/films/" + film + "/experiment"), "UTF-8");
    Experiment e = ExperimentFile.parse(yaml, "untouched", List.of());
    assertThat(e.steps()).hasSize(1);
  }

  /** As where something clears the folder for temporary files: the table cannot be copied. */
  @Test
  void aSaveThatFailsIsAnsweredWithTheReasonAndItsFolderSaysSo() throws Exception {
    String film = caller.film(Caller.SMALL.replace("seed: 1", "seed: 4711"));
    Path own = ofFilms(caller.bytes("/api/films/" + film + "/table.txt"));
    Path moved = Files.move(own, folder.resolve("moved"));
    String save = "{\"command\": \"save\", \"name\": \"mine\"}";
    Answer failed = caller.command(film, save);
    assertThat(failed.status()).isEqualTo(507);
    assertThat(failed.error())
        .isEqualTo("cannot read or write %s: there is no such file".formatted(own));
    Path status = folder.resolve("runs/mine-001/status.json");
    JsonNode said = JsonMapper.shared().readTree(Files.readString(status));
    assertThat(said.path("status").asString()).isEqualTo("failed");
    assertThat(said.path("reason").asString()).isEqualTo(failed.error());
    Files.move(moved, own);
    assertThat(caller.command(film, save).status()).isEqualTo(200);
  }

  /**
   * A file of the films of this computer by what is in it: no other film has this seed. Locks are
   * not read: whoever closes one lets it go (POSIX), and another program would clear the films
   * away.
   */
  private static Path ofFilms(byte[] content) throws IOException {
    Path found = null;
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path scratch : all.filter(p -> p.toString().contains("hopfilm-films-")).toList()) {
        try (Stream<Path> files = Files.walk(scratch)) {
          Path lock = new RunFolder(scratch).lock();
          for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.equals(lock)).toList()) {
            found = Arrays.equals(Files.readAllBytes(file), content) ? file : found;
          }
        } catch (IOException | UncheckedIOException e) {
          continue; // those of another test come and go
        }
      }
    }
    return found;
  }

  @Test
  void aSaveThatCannotBeginLeavesNoFolder() throws Exception {
    String film = caller.film(Caller.SMALL.replace("seed: 1", "seed: 4712"));
    caller.command(film, "{\"command\": \"train\", \"time\": \"20 ps\"}");
    caller.await(film, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    caller.command(film, "{\"command\": \"electrodes\", \"layout\": \"sides-x\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("chapter").asInt() == 2);
    Files.delete(ofFilms(caller.bytes("/api/films/" + film + "/start.ovf")));
    assertThat(caller.command(film, "{\"command\": \"save\"}").status()).isEqualTo(507);
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void electrodesAreMovedFlippedAndLaidOutAnew() throws Exception {
    String film = caller.film(Caller.SMALL);
    caller.command(film, "{\"command\": \"flip\", \"electrode\": \"n2\"}");
    assertThat(caller.state(film).path("pattern").asString()).isEqualTo("+++-");
    caller.command(film, "{\"command\": \"train\", \"time\": \"20 ps\"}");
    caller.await(film, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    caller.command(
        film, "{\"command\": \"move\", \"electrode\": \"n1\", \"centre\": [4e-8, \"40 nm\"]}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("chapter").asInt() == 2);
    assertThat(caller.state(film).path("electrodes").path(0).path("centre").path(1).asDouble())
        .isEqualTo(40e-9);
    assertThat(caller.bytes("/api/films/" + film + "/start.ovf")).isNotEmpty();
    caller.command(film, "{\"command\": \"electrodes\", \"layout\": \"grid: 3x3\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("chapter").asInt() == 3);
    assertThat(caller.state(film).path("layout").asString()).isEqualTo("grid: 3x3");
    assertThat(caller.state(film).path("electrodes")).hasSize(9);
    caller.command(film, "{\"command\": \"undo\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("chapter").asInt() == 2);
  }

  @Test
  void theEndOfAServerKeepsWhatWasTrainedAndNotSaved() throws Exception {
    String untrained = caller.film(Caller.SMALL.replace("small film", "untrained"));
    String saved = caller.film(Caller.SMALL.replace("small film", "saved"));
    String train = "{\"command\": \"train\", \"pattern\": \"+-+-\", \"time\": \"20 ps\"}";
    caller.command(saved, train);
    caller.await(saved, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    caller.command(saved, "{\"command\": \"save\"}");
    String film = caller.film(Caller.SMALL);
    caller.command(film, "{\"command\": \"train\"}");
    caller.await(film, s -> s.path("time").asDouble() > 60e-12);
    assertThat(caller.state(untrained).path("undo").isNull()).isTrue();
    Page page = caller.page(film);

    List<String> said = new java.util.ArrayList<>();
    caller.server().keepFilms(100, said::add);
    assertThat(said).singleElement().asString().contains("small film is kept in ");
    Path kept = folder.resolve("runs/small-film-kept-001");
    assertThat(said.get(0)).contains(kept.toString());
    caller.server().close();
    assertThat(page.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
    assertThat(page.ofType("closed").get(0).path("reason").asString())
        .contains("small-film-kept-001");

    // a run of it has the same bits
    Path run = Files.createDirectory(folder.resolve("again"));
    Experiment e = ExperimentFile.read(kept.resolve("experiment.yaml"), List.of());
    assertThat(e.steps()).anyMatch(hopfilm.experiment.Step.Train.class::isInstance);
    ExperimentRunner.run(e, run, 1, RunListener.NONE);
    assertThat(kept.resolve("table.txt")).hasSameBinaryContentAs(run.resolve("table.txt"));
    try (Caller next = new Caller(folder.resolve("runs"))) {
      assertThat(
              next.get("/api/folders").json().valueStream().map(f -> f.path("folder").asString()))
          .containsExactlyInAnyOrder("small-film-kept-001", "live-001");
      assertThat(next.post("/api/films", "{\"folder\": \"small-film-kept-001\"}").status())
          .isEqualTo(201);
    }
  }

  @Test
  void aFilmOfWhichTheExperimentAloneWasKeptIsRepeated() throws Exception {
    // other contacts on a trained film, whose texture is then a file of its folder
    String film = caller.film(Caller.SMALL);
    caller.command(film, "{\"command\": \"train\", \"time\": \"20 ps\"}");
    caller.await(film, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    caller.command(film, "{\"command\": \"electrodes\", \"layout\": \"edge-centres\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("chapter").asInt() == 2);
    Path kept = Files.createDirectories(folder.resolve("runs/small-film-kept-001"));
    ((LiveScreen) caller.server().films().find(film)).film().keep(kept);
    assertThat(caller.get("/api/folders").json().path(0).path("status").asString())
        .isEqualTo("stopped");
    String again =
        caller
            .post("/api/films", "{\"folder\": \"small-film-kept-001\"}")
            .json()
            .path("id")
            .asString();
    caller.await(again, Caller::isIdle);
    assertThat(caller.state(again).path("kind").asString()).isEqualTo("live");
    Path one = Files.write(folder.resolve("1.ovf"), caller.bytes("/api/films/" + film + "/m.ovf"));
    Path two = Files.write(folder.resolve("2.ovf"), caller.bytes("/api/films/" + again + "/m.ovf"));
    assertThat(Ovf.read(two).field().x()).isEqualTo(Ovf.read(one).field().x());
    // but no other file is read that way
    Path outside = Files.copy(kept.resolve("start.ovf"), folder.resolve("outside.ovf"));
    Path yaml = kept.resolve("experiment.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml).replace(kept.resolve("start.ovf").toString(), outside.toString()));
    assertThat(caller.post("/api/films", "{\"folder\": \"small-film-kept-001\"}").status())
        .isEqualTo(422);
  }

  @Test
  void whatBreaksDownIsStillReadAndTheServerStays() throws Exception {
    // a current that no film withstands: the run of the same file says the same
    String film = caller.film(Caller.SMALL);
    caller.command(film, "{\"command\": \"train\", \"voltage\": \"10 V\"}");
    caller.await(film, s -> s.path("status").asString().equals("failed"));
    assertThat(caller.state(film).path("message").asString()).isNotBlank();
    assertThat(caller.bytes("/api/films/" + film + "/table.txt")).isNotEmpty();
    assertThat(caller.command(film, "{\"command\": \"train\"}").status()).isEqualTo(409);
    assertThat(caller.command(film, "{\"command\": \"undo\"}").status()).isEqualTo(200);
    caller.await(film, Caller::isIdle);
  }
}
