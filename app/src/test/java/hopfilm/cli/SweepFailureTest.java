package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.io.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of three runs the second of which fails, as from a shell. */
class SweepFailureTest {

  /** Currents nearly across the field, in a film of which hardly any resists, are not found. */
  private static final String SWEEP =
      """
      name: sweep that fails
      film: {size: [128 nm, 80 nm]}
      material: {amr: 199.99 %}
      electrodes: {layout: corners, radius: 30 nm}
      initial: {seed: 3, relax: 10 ps}
      protocol:
        - train: {pattern: "+-+-", voltage: 7 mV, time: 10 ps}
      output: {table: 10 ps, formats: [], report: off}
      sweep: {material.hall_angle: [0 deg, -88.99 deg, 1 deg]}
      """;

  @TempDir Path folder;

  @Test
  void theOthersGoOnAndTheFailureIsListedAtTheEnd() throws IOException {
    Path film = Files.writeString(folder.resolve("film.yaml"), SWEEP);
    Path out = folder.resolve("out");
    Program p = Program.call("run", film.toString(), "--out", out.toString());
    assertThat(p.status()).as(p.err()).isEqualTo(1);
    assertThat(p.err())
        .containsOnlyOnce("warning: run")
        .contains("warning: run 2 failed: ", "the potential does not converge", ": lower ");
    List<String> csv = Files.readAllLines(out.resolve("runs.csv"));
    int status = List.of(csv.get(0).split(",")).indexOf("status");
    assertThat(csv.subList(1, 4))
        .extracting(line -> line.split(",")[status])
        .containsExactly("done", "failed", "done");
    assertThat(Files.readString(out.resolve("status.json"))).contains("\"failed\"", "1 of 3 runs");

    Map<String, String> first = RealProgram.content(run(out, 1));
    Files.delete(run(out, 3).resolve("summary.json"));
    Program again = Program.call("run", "--resume", out.toString());
    assertThat(again.status()).as(again.err()).isEqualTo(1);
    assertThat(again.err()).contains("warning: run 2 failed: ");
    assertThat(RealProgram.content(run(out, 1))).isEqualTo(first);
    assertThat(run(out, 3)).isDirectoryContaining("glob:**summary.json");
  }

  /** As on a disk that is full when a run begins and has room again: it is begun the next time. */
  @Test
  void aRunThatCouldNotBeginIsTriedAgain() throws IOException {
    Path film =
        Files.writeString(
            folder.resolve("film.yaml"),
            SWEEP.replace("199.99 %", "2 %").replace("-88.99 deg", "2 deg"));
    Path out = folder.resolve("out");
    assertThat(Program.call("run", film.toString(), "--out", out.toString()).status()).isZero();
    Map<String, String> third = RealProgram.content(run(out, 3));
    Path own = run(out, 3);
    FileTree.remove(own);
    Path inTheWay = Files.createDirectories(own.resolve("status.json.part/full"));
    Program p = Program.call("run", "--resume", out.toString());
    assertThat(p.status()).as(p.err()).isEqualTo(1);
    assertThat(p.err()).contains("run 3 failed: cannot read or write " + own + "/status.json");
    FileTree.remove(inTheWay.getParent());
    Program again = Program.call("run", "--resume", out.toString());
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(RealProgram.content(own)).isEqualTo(third);
  }

  /** Where runs.csv cannot be written the sweep ends, and the reason is not an error of ours. */
  @Test
  void aListThatCannotBeWrittenIsSaidAsSuch() throws IOException {
    Path film =
        Files.writeString(folder.resolve("film.yaml"), SWEEP.replace("-88.99 deg", "2 deg"));
    Path out = folder.resolve("my runs");
    assertThat(Program.call("run", film.toString(), "--out", out.toString()).status()).isZero();
    Files.delete(out.resolve("runs.csv"));
    Files.createDirectories(out.resolve("runs.csv/not-empty"));
    Files.delete(run(out, 3).resolve("summary.json"));
    Program p = Program.call("run", "--resume", out.toString());
    assertThat(p.status()).as(p.err()).isEqualTo(1);
    assertThat(p.err()).contains("runs.csv", "--resume '" + out + "'").doesNotContain("Exception");
    assertThat(Files.readString(out.resolve("status.json"))).contains("\"failed\"");
  }

  private static Path run(Path sweep, int number) throws IOException {
    try (var all = Files.list(sweep)) {
      return all.filter(f -> f.getFileName().toString().startsWith("00" + number))
          .findFirst()
          .orElseThrow();
    }
  }
}
