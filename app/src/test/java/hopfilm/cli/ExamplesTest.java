package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example runs as a user runs it, with nothing but its times cut. */
@Order(3)
class ExamplesTest {

  @TempDir Path folder;

  static List<Path> examples() {
    return ShortRuns.examples();
  }

  /** One of six; in the profile slow the others. */
  static Stream<Path> someExamples() {
    List<Path> all = examples();
    boolean others = Boolean.getBoolean("hopfilm.slow");
    return IntStream.range(0, all.size()).filter(k -> (k % 6 == 2) != others).mapToObj(all::get);
  }

  @Tag("samples")
  @ParameterizedTest
  @MethodSource("someExamples")
  void runs(Path example) throws IOException {
    Path out = folder.resolve("out");
    List<String> arguments = new ArrayList<>(List.of("run", example.toString()));
    for (String setting : ShortRuns.settings(example)) {
      arguments.addAll(List.of("--set", setting));
    }
    if (isPhaseMap(example)) {
      arguments.addAll(List.of("--only", "1/20"));
    }
    if (Files.readString(example).contains("- write:")) {
      // the rest of 1 ns at its end needs no row every 2 ps
      arguments.addAll(List.of("--set", "output.table=100 ps", "--set", "output.snapshots=1 ns"));
    }
    arguments.addAll(List.of("--out", out.toString()));
    Program p = Program.call(arguments.toArray(new String[0]));
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.err()).doesNotContain("failed");
    if (!isPhaseMap(example)) {
      assertThat(p.err()).doesNotContain("u is about");
    }
    for (String file : List.of("experiment.yaml", "summary.json", "index.html")) {
      assertThat(out.resolve(file)).isNotEmptyFile();
    }
    try (Stream<Path> tables = Files.walk(out)) {
      assertThat(tables.filter(f -> f.endsWith("table.txt")).toList())
          .isNotEmpty()
          // relaxation and training of 4 ps each at least, a row every 2 ps, and the header
          .allSatisfy(t -> assertThat(Files.readAllLines(t)).hasSizeGreaterThanOrEqualTo(6));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void checksWithoutAWarningButThatOfHeat(Path example) {
    Program p = Program.call("check", example.toString());
    assertThat(p.status()).as(p.err()).isZero();
    // true of films of 1 um, as the paper's, whose model has no heat
    String warnings = p.err().replaceAll("\\R {9}", " "); // a remedy has a line of its own
    List<String> others =
        warnings.lines().filter(l -> !l.contains("heat is not in the model")).toList();
    if (isPhaseMap(example)) {
      assertThat(others)
          .isNotEmpty()
          .allMatch(l -> l.matches("warning: runs? [^:]*: u is about .*"));
    } else {
      assertThat(others).isEmpty();
    }
  }

  /**
   * A sweep of many runs that goes beyond the currents that teach a film, to show where they end.
   */
  private static boolean isPhaseMap(Path example) {
    return example.endsWith("phase-map.yaml");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasItsPictureInTheGallery(Path example) throws IOException {
    String name = example.getFileName().toString().replace(".yaml", "");
    Path gallery = Program.repository().resolve("docs/gallery");
    assertThat(gallery.resolve(name + ".png")).isNotEmptyFile();
    assertThat(Files.readString(gallery.resolve("README.md")))
        .contains("## " + name + "\n")
        .contains("](" + name + ".png)");
  }
}
