package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals, time limits and second starts, with real processes. */
class StopTest {

  private static final String FILM =
      """
      name: stopped film
      film: {size: [160 nm, 160 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 40 nm}
      initial: {texture: maze, seed: 1, relax: 20 ps}
      protocol:
        - train: {pattern: "+-+-", voltage: 10 mV, time: %s}
      output: {table: 10 ps, snapshots: 1 us, formats: [], report: off}
      """;

  @TempDir static Path folder;

  private static Path shortFilm;
  private static Path longFilm;

  @BeforeAll
  static void films() throws IOException {
    shortFilm = Files.writeString(folder.resolve("short.yaml"), FILM.formatted("50 ps"));
    longFilm = Files.writeString(folder.resolve("long.yaml"), FILM.formatted("900 ns"));
  }

  private static RealProgram start(Path said, String... arguments) throws IOException {
    return RealProgram.start(folder.resolve(said), arguments);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalStopsWithACheckpointAndItsStatus(String name, int status) throws Exception {
    if (name.equals("INT")) {
      // inherited where a shell started the tests in the background
      assumeFalse(RealProgram.isIgnored(2), "the signal INT is ignored here");
    }
    Path out = folder.resolve("out-" + name);
    RealProgram run =
        start(Path.of("said-" + name), "run", longFilm.toString(), "--out", out.toString());
    run.awaitLock(out);
    awaitRow(out, run);
    assertThat(run.kill(name)).isZero();
    assertThat(run.status()).as(run.said()).isEqualTo(status);
    assertThat(run.said()).contains("to go on: hopfilm run --resume " + out);
    assertThat(Files.readString(out.resolve("status.json"))).contains("\"stopped\"");
    assertThat(out).isDirectoryContaining("glob:**checkpoint-*");
    assertThat(out).isDirectoryNotContaining("glob:**{lock,summary.json,*.part}");
  }

  /** A bar of progress may open the terminal, and set signals to what they do by default. */
  @Test
  void controlCOnATerminalStopsWithACheckpoint() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no program script here");
    assumeFalse(RealProgram.isIgnored(2), "the signal INT is ignored here");
    Path out = folder.resolve("out-terminal");
    RealProgram run =
        RealProgram.onTerminal(
            folder.resolve("said-terminal"), "run", longFilm.toString(), "--out", out.toString());
    awaitRow(out, run);
    run.process.getOutputStream().write(3);
    run.process.getOutputStream().flush();
    assertThat(run.status()).as(run.said()).isEqualTo(130);
    assertThat(run.said()).contains("simulated", "to go on: hopfilm run --resume " + out);
    assertThat(Files.readString(out.resolve("status.json"))).contains("\"stopped\"");
    assertThat(out).isDirectoryContaining("glob:**checkpoint-*");
  }

  @Test
  void reproduceStopsWithACheckpointOfEachRun() throws Exception {
    Path out = folder.resolve("out-reproduce");
    RealProgram run =
        start(
            Path.of("said-reproduce"),
            ("reproduce fig1 --quick --workers 1 --out " + out).split(" "));
    Path unfinished = out.resolve("runs/unfinished");
    while (!Files.isDirectory(unfinished) || !hasRow(unfinished)) {
      assertThat(run.process.isAlive()).as(run.said()).isTrue();
      Thread.sleep(20);
    }
    assertThat(run.kill("TERM")).isZero();
    assertThat(run.status()).as(run.said()).isEqualTo(143);
    assertThat(run.said()).contains("6 of 6 runs are not done", "the same command once more");
    try (Stream<Path> runs = Files.list(unfinished)) {
      assertThat(runs).singleElement(PATH).isDirectoryContaining("glob:**checkpoint-*");
    }
    assertThat(out.resolve("lock")).doesNotExist();
  }

  private static boolean hasRow(Path unfinished) throws IOException {
    try (Stream<Path> runs = Files.list(unfinished)) {
      return runs.anyMatch(r -> Files.exists(r.resolve("table.txt")));
    }
  }

  @Test
  void aTimeLimitStopsLikeASignalAndTheRunGoesOn() throws IOException {
    Path whole = folder.resolve("whole");
    assertThat(Program.call("run", shortFilm.toString(), "--out", whole.toString()).status())
        .isZero();
    Path out = folder.resolve("limited");
    Program first =
        Program.call("run", shortFilm.toString(), "--out", out.toString(), "--time-limit", "0 s");
    assertThat(first.status()).as(first.err()).isEqualTo(143);
    assertThat(first.err()).contains("time limit reached", "run --resume " + out);
    Program second = Program.call("run", "--resume", out.toString());
    assertThat(second.status()).as(second.err()).isZero();
    assertThat(RealProgram.content(out)).isEqualTo(RealProgram.content(whole));
    Program third = Program.call("run", "--resume", out.toString());
    assertThat(third.status()).isZero();
    assertThat(third.err()).contains("is done; there is nothing to resume");
    assertThat(RealProgram.content(out)).isEqualTo(RealProgram.content(whole));
  }

  @Test
  void aFolderInUseIsRefused() throws Exception {
    Path out = folder.resolve("used");
    RealProgram run =
        start(Path.of("said-used"), "run", longFilm.toString(), "--out", out.toString());
    run.awaitLock(out);
    awaitRow(out, run);
    Program second = Program.call("run", "--resume", out.toString());
    assertThat(second.status()).isEqualTo(2);
    assertThat(second.err()).contains("is in use by process " + run.process.pid() + " on ");
    Program third = Program.call("run", longFilm.toString(), "--out", out.toString());
    assertThat(third.status()).isEqualTo(2);
    assertThat(run.process.isAlive()).isTrue();
    assertThat(Program.call("status", out.toString()).out()).contains(": running, begun ");
    run.process.destroyForcibly();
    run.status();
    // the lock is left over, and the file says running
    assertThat(Program.call("status", out.toString()).out())
        .contains(
            ": killed, begun ",
            "by process " + run.process.pid() + " on ",
            " that is gone",
            "run --resume " + out);
    Program fourth = Program.call("run", "--resume", out.toString(), "--time-limit", "0 s");
    assertThat(fourth.status()).as(fourth.err()).isEqualTo(143);
  }

  /** Waits until the film moves: the table has its first row. */
  private static void awaitRow(Path out, RealProgram run) throws Exception {
    Path table = out.resolve("table.txt");
    while (!Files.exists(table) || Files.readAllLines(table).size() < 2) {
      assertThat(run.process.isAlive()).as(run.said()).isTrue();
      Thread.sleep(5);
    }
  }
}
