package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run during which the clock on the wall is set back by more than a year. */
@Tag("slow")
@Order(5)
class ClockTest {

  private static final String FILM =
      """
      name: film out of time
      film: {size: [96 nm, 80 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 24 nm}
      initial: {texture: maze, seed: 1, relax: 20 ps}
      protocol:
        - train: {pattern: "+-+-", voltage: 10 mV, time: 40 ps}
      output: {table: 1 ps, snapshots: 20 ps, checkpoint: 20 ms, formats: [ovf], report: off}
      """;

  @TempDir Path folder;

  @Test
  void changesNoResultAndHoldsUpNoCheckpoint() throws Exception {
    Optional<Path> library = library();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(library).as("libfaketime").isPresent();
    }
    assumeTrue(library.isPresent(), "clocks are set back by libfaketime, which is not here");
    Path film = Files.writeString(folder.resolve("film.yaml"), FILM);
    Path whole = folder.resolve("whole");
    RealProgram undisturbed =
        RealProgram.start(
            folder.resolve("said"), "run", film.toString(), "--out", whole.toString());
    assertThat(undisturbed.status()).as(undisturbed.said()).isZero();

    Path clock = Files.writeString(folder.resolve("clock"), "+0");
    Path out = folder.resolve("out");
    RealProgram run =
        RealProgram.start(
            Map.of(
                "LD_PRELOAD",
                library.get().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"),
            folder.resolve("said-out"),
            "run",
            film.toString(),
            "--out",
            out.toString());
    run.awaitLock(out);
    Path table = out.resolve("table.txt");
    while (!Files.exists(table) || Files.readAllLines(table).size() < 5) {
      assertThat(run.process.isAlive()).as(run.said()).isTrue();
      Thread.sleep(2);
    }
    // In one move: the library ends the program where it reads a file that is still empty.
    Path back = Files.writeString(folder.resolve("back"), "-400d");
    Files.move(back, clock, StandardCopyOption.ATOMIC_MOVE);
    assertThat(run.status()).as(run.said()).isZero();
    assertThat(RealProgram.content(out)).isEqualTo(RealProgram.content(whole));
    JsonNode status = JsonMapper.shared().readTree(Files.readString(out.resolve("status.json")));
    Instant since = Instant.parse(status.get("since").asString());
    for (String later : List.of("checkpoint", "ended")) {
      assertThat(Instant.parse(status.get(later).asString()))
          .as(later)
          .isBefore(since.minus(300, ChronoUnit.DAYS));
    }
  }

  private static Optional<Path> library() throws IOException {
    Path root = Path.of("/usr/lib");
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (Stream<Path> there = Files.list(root)) {
      return there
          .map(p -> p.resolve("faketime/libfaketimeMT.so.1"))
          .filter(Files::exists)
          .findFirst();
    }
  }
}
