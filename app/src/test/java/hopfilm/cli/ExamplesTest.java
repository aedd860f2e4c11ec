package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example runs as a user runs it, with nothing but its times cut. */
class ExamplesTest {

  @TempDir Path folder;

  static Stream<Path> examples() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Program.repository().resolve("examples"))) {
      files = all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(3);
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runs(Path example) throws IOException {
    Path out = folder.resolve("out");
    Program p =
        Program.call(
            "run",
            example.toString(),
            "--set",
            "initial.relax.time=10 ps",
            "--set",
            "train.time=10 ps",
            "--set",
            "output.table=5 ps",
            "--set",
            "output.snapshots=10 ps",
            "--out",
            out.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.err()).doesNotContain("warning: u is about").doesNotContain("failed");
    for (String file : List.of("experiment.yaml", "summary.json", "index.html")) {
      assertThat(out.resolve(file)).isNotEmptyFile();
    }
    try (Stream<Path> tables = Files.walk(out)) {
      assertThat(tables.filter(f -> f.endsWith("table.txt")).toList())
          .isNotEmpty()
          // relaxation and training of 10 ps each at least, a row every 5 ps, and the header
          .allSatisfy(t -> assertThat(Files.readAllLines(t)).hasSizeGreaterThanOrEqualTo(6));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void checksWithoutAWarning(Path example) {
    Program p = Program.call("check", example.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.err()).isEmpty();
  }
}
