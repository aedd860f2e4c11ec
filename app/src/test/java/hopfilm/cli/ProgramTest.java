package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

  private static final String SMALL =
      """
      name: small film
      film: {size: [128 nm, 80 nm]}
      electrodes: {layout: corners, radius: 30 nm}
      initial: {seed: 3, relax: 20 ps}
      protocol:
        - measure: before
        - train: {pattern: "+-+-", voltage: 10 mV, time: 20 ps}
        - measure: after
        - retrieve: {update: graded}
        - retrieve: {update: synchronous}
      output: {table: 10 ps, formats: []}
      """;

  @TempDir Path folder;

  private String file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), yaml).toString();
  }

  @Test
  void saysItsVersion() {
    Program p = Program.call("--version");
    assertThat(p.status()).isZero();
    assertThat(p.out().strip())
        .matches("Hopfilm \\d+\\.\\d+\\.\\d+\\S*( \\(commit [0-9a-f]{10}(, changed)?\\))?");
    assertThat(p.err()).isEmpty();
  }

  @Test
  void helps() {
    for (String[] args : new String[][] {{"help"}, {"--help"}, {"help", "run"}, {"run", "-h"}}) {
      Program p = Program.call(args);
      assertThat(p.status()).isZero();
      assertThat(p.out()).contains("Usage: hopfilm");
    }
    assertThat(Program.call("help", "run").out()).contains("--set", "--out", "--workers", "--only");
  }

  @Test
  void withoutACommandItShowsTheUsageAndSaysThatThisWasWrong() {
    Program p = Program.call();
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err()).contains("Usage: hopfilm", "run", "check");
  }

  @Test
  void printsTheEnergiesOfAllPatternsAndTheRetrieval() throws IOException {
    Path out = folder.resolve("out");
    Program p = Program.call("run", file(SMALL), "--out", out.toString());
    assertThat(p.status()).as(p.err()).isZero();
    for (String pattern : List.of("+---", "+--+", "+-+-", "+-++", "++--", "++-+", "+++-")) {
      assertThat(p.out()).contains(pattern);
    }
    assertThat(p.out().lines())
        .anySatisfy(l -> assertThat(l).contains("+-+-").contains("trained"))
        .anySatisfy(l -> assertThat(l).contains("lowest"))
        .anySatisfy(l -> assertThat(l).contains("margin"))
        .anySatisfy(l -> assertThat(l).contains("graded").contains("of 16"))
        .anySatisfy(l -> assertThat(l).contains("synchronous").contains("of 16"));
    assertThat(p.err()).contains("index.html");
    assertThat(out).isDirectoryContaining("glob:**summary.json");
  }

  @Test
  void printsATableOfRunsAndTheFractions() throws IOException {
    Path out = folder.resolve("out");
    Program p =
        Program.call(
            "run",
            file(SMALL),
            "--set",
            "train.pattern=[+-+-, +--+]",
            "--out",
            out.toString(),
            "--workers",
            "2");
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out().lines())
        .anySatisfy(l -> assertThat(l).matches("\\s*1\\s+\\+-\\+-.*"))
        .anySatisfy(l -> assertThat(l).matches("\\s*2\\s+\\+--\\+.*"))
        .anySatisfy(l -> assertThat(l).contains("95 % interval"));
    assertThat(Files.readAllLines(out.resolve("runs.csv"))).hasSize(3);
  }

  @Test
  void aShareOfASweepIsThatShareAlone() throws IOException {
    Path out = folder.resolve("out");
    Program p =
        Program.call(
            "run",
            file(SMALL),
            "--set",
            "initial.seed=1..3",
            "--only",
            "2/2",
            "--out",
            out.toString());
    assertThat(p.status()).as(p.err()).isZero();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith("0")))
          .containsExactly("002_initial.seed=2");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsWrongInput() throws IOException {
    String file = file(SMALL);
    // below a file there can be no folder
    Program p = Program.call("run", file, "--out", file + "/out");
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err())
        .hasLineCount(1)
        .contains("cannot be written; name another with --out")
        .doesNotContain("\tat ");
  }

  @Test
  void checkShowsValuesLengthsDriveAndCostAndRunsNothing() throws IOException {
    Program p = Program.call("check", file(SMALL));
    assertThat(p.status()).isZero();
    assertThat(p.out())
        .contains(
            "exchange length",
            "DMI pitch",
            "wall width",
            "resolution",
            "drift velocity",
            "steps",
            "memory",
            "wall time");
    String resolved = p.out().substring(0, p.out().indexOf("\n\n") + 1);
    assertThat(ExperimentFile.parse(resolved, "x", List.of()))
        .isEqualTo(ExperimentFile.parse(SMALL, "x", List.of()));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("small.yaml"));
    }
  }

  @Test
  void checkWarnsOnStandardError() throws IOException {
    Program p = Program.call("check", file(SMALL), "--set", "train.voltage=1 V");
    assertThat(p.status()).isZero();
    assertThat(p.err()).contains("warning: ").contains("nucleates");
    assertThat(p.out()).doesNotContain("warning: ");
  }

  /** A wall that is driven, or a film that relaxes, is no network, and nothing is said of one. */
  @Test
  void aFilmThatLearnsNothingIsNotJudged(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wall.yaml"),
            """
            film: {size: [64 nm, 16 nm], cell: 4 nm, thickness: 10 nm}
            material: {D: 0 mA, amr: 0 %}
            electrodes: {layout: sides-x, drive: current}
            initial: {texture: wall, centre: [32 nm, 8 nm]}
            protocol:
              - measure: before
              - train: {currents: [16 uA, -16 uA], time: 5 ps}
              - measure: after
            output: {table: 1 ps, report: off, figures: off}
            """);
    Program driven =
        Program.call("run", file.toString(), "--out", folder.resolve("driven").toString());
    assertThat(driven.status()).isZero();
    assertThat(driven.out())
        .contains("Joule heat ", "Conductances")
        .doesNotContain("training", "Weights");
    assertThat(driven.err()).doesNotContain("learn");
    Program relaxed =
        Program.call(
            "run",
            file.toString(),
            "--out",
            folder.resolve("relaxed").toString(),
            "--set",
            "protocol=[{relax: 5 ps}]");
    assertThat(relaxed.status()).isZero();
    assertThat(relaxed.out()).doesNotContain("Joule", "Weights").contains("steps");
    assertThat(relaxed.err()).doesNotContain("learn");
  }

  /** A triangle with a square beside it has seven corners. */
  @Test
  void checkCountsTheCornersOfLines() throws IOException {
    String lines =
        "[[[0 nm, 0 nm], [20 nm, 0 nm], [0 nm, 30 nm]],"
            + " [[40 nm, 0 nm], [60 nm, 0 nm], [60 nm, 20 nm], [40 nm, 20 nm]]]";
    String setting = "film.mask=[{shape: contours, contours: %s}]".formatted(lines);
    Program p = Program.call("check", file(SMALL), "--set", setting);
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out()).contains("contours: 7 corners").doesNotContain("[20 nm, 0 nm]");
    Program json = Program.call("check", file(SMALL), "--json", "--set", setting);
    assertThat(json.out()).contains("[20 nm, 0 nm]");
  }
}
