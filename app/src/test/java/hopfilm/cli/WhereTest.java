package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereTest {
  private static final String YAML =
      """
      film: {size: [160 nm, 128 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 32 nm}
      initial: {texture: maze, seed: 1, relax: 25 ps}
      protocol: [{train: {pattern: "+-+-", voltage: 10 mV, time: 40 ps}}]
      output: {table: 10 ps, snapshots: 20 ps, formats: [ovf], report: off}
      """;

  @TempDir Path folder;
  private Path run;

  @BeforeEach
  void aRun() throws IOException {
    Path file = Files.writeString(folder.resolve("small.yaml"), YAML);
    run = folder.resolve("run");
    Program p = Program.call("run", file.toString(), "--out", run.toString());
    assertThat(p.status()).as(p.err()).isZero();
  }

  @Test
  void printsTheSharesAndWritesThePicture() {
    Program p = Program.call("where", run.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out())
        .contains("m000001.ovf, t = 20 ps", "trained.ovf, t = 65 ps")
        .contains("+-+-  trained, ", "the lowest other state; E' = ")
        .contains("under a contact", "more than 1 radius away", "between n1-n2", "pair");
    assertThat(run.resolve("where.svg")).isNotEmptyFile();
    assertThat(run.resolve("where.csv")).isNotEmptyFile();
    // the snapshot at 20 ps is not yet the film that the training began with at 25 ps
    assertThat(p.err()).contains("training began at 25 ps").hasLineCount(1);
  }

  @Test
  void comparesAnyTwoStatesAndLeavesTheRunAlone() throws IOException {
    Path out = folder.resolve("out");
    Path before = run.resolve("m000002.ovf");
    Path after = run.resolve("m000002.ovf");
    Program p =
        Program.call(
            "where",
            run.toString(),
            "--before",
            before.toString(),
            "--after",
            after.toString(),
            "--out",
            out.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out()).contains("E' = 0 W");
    assertThat(out.resolve("where.png")).isNotEmptyFile();
    assertThat(run.resolve("where.png")).doesNotExist();
    try (var lines = Files.lines(out.resolve("where-cells.csv"))) {
      assertThat(lines.skip(1)).allMatch(l -> l.split(",")[4].equals("0.0"));
    }
  }
}
