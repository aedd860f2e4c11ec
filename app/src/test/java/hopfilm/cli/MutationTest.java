package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import hopfilm.key.ExperimentKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good files changed at random: each is either right, or wrong with one clear line. */
@Tag("samples")
class MutationTest {

  /** What was tested with few is not tested again with many. */
  private static final int FIRST = Boolean.getBoolean("hopfilm.slow") ? 250 : 0;

  private static final int MUTATIONS = Boolean.getBoolean("hopfilm.slow") ? 1000 : 250;

  @TempDir Path folder;

  private static final String EXAMPLES = "examples";

  private static final String EVERY_KEY = "app/src/test/resources/hopfilm/cli";

  private static List<String> goodFiles(String... places) throws IOException {
    List<String> files = new ArrayList<>();
    for (String place : places) {
      try (Stream<Path> all = Files.list(Program.repository().resolve(place))) {
        for (Path file : all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          String text = Files.readString(file);
          // a changed file lies elsewhere, where drawings, pictures and samples are not
          if (ExperimentFile.drawing(text, file.toString()).isEmpty()
              && !text.contains("texture: image")
              && !text.contains("drive.csv")) {
            files.add(text);
          }
        }
      }
    }
    return files;
  }

  @Test
  void theGoodFilesAreGoodAndUseEveryKey() throws IOException {
    // ExamplesTest checks the others
    for (String text : goodFiles(EVERY_KEY)) {
      Program p = check(text);
      assertThat(p.status()).as(p.err() + text).isZero();
    }
    // a plan of a fit takes many runs; its example stands beside its page
    Path fit = Program.repository().resolve("docs/howto/fit-your-film.yaml");
    String all = String.join("\n", goodFiles(EXAMPLES, EVERY_KEY)) + Files.readString(fit);
    assertThat(ExperimentKeys.all())
        .filteredOn(
            k -> !k.path().matches("initial\\.(file|resample|shows|height|bright)|device\\..*"))
        .filteredOn(k -> !k.path().matches(".*\\.(file|id|scale|pixels|threshold)"))
        // FilmFitTest has these
        .filteredOn(k -> !k.path().matches("fit\\.(draws|data\\[]\\.at)"))
        .allSatisfy(k -> assertThat(all).containsPattern("\\b" + k.name() + ":"));
  }

  @Test
  void everyChangedFileIsRightOrRefusedInOneLine() throws IOException {
    List<String> good = goodFiles(EXAMPLES, EVERY_KEY);
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (int seed = FIRST; seed < FIRST + MUTATIONS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = good.get(random.nextInt(good.size()));
      for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
        text = Mutation.any(random).apply(text, random);
      }
      Program p = check(text);
      refused += p.status() == 2 ? 1 : 0;
      String defect = defect(p, text);
      if (defect != null) {
        wrong.add("seed %d: %s%n%s%s".formatted(seed, defect, shorten(p.err()), text));
      }
    }
    assertThat(wrong).isEmpty();
    // that the changes are neither all harmless nor all fatal
    assertThat(refused).isBetween(MUTATIONS / 3, MUTATIONS * 9 / 10);
  }

  private Program check(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("changed.yaml"), text);
    Program p = Program.call("check", file.toString());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
    return p;
  }

  /** What is wrong with what the program said, or null. */
  private static String defect(Program p, String text) {
    String said = p.out() + p.err();
    for (String word : List.of("Exception", "hopfilm.", "java.", "\tat ", "%s", "NaN", "null")) {
      if (said.contains(word) && !text.contains(word)) {
        return "says " + word;
      }
    }
    if (p.status() == 0) {
      boolean warns = p.err().lines().allMatch(l -> l.matches("(warning: | {9}).+"));
      return warns ? null : "done, but with other lines than warnings";
    }
    if (p.status() != 2) {
      return "ends with " + p.status();
    }
    List<String> lines = p.err().lines().toList();
    if (!p.out().isEmpty() || lines.isEmpty() || lines.size() > 11) {
      return "says nothing or too much";
    }
    if (!lines.stream()
        .allMatch(l -> l.matches("hopfilm: (.*changed\\.yaml(:\\d+)?: .{10,}|\\d+ more; .*)"))) {
      return "does not say where";
    }
    return lines.stream().anyMatch(l -> l.length() > 800) ? "says too much" : null;
  }

  private static String shorten(String text) {
    return text.length() < 1000 ? text : text.substring(0, 1000) + "...\n";
  }
}
