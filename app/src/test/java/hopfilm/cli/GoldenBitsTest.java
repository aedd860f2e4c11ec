package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Examples and files with every key, cut short, end with the bits of {@code golden-bits.txt}: with
 * plain kernels and with the vectors of this machine, on one thread and on two.
 */
@Tag("samples")
@Order(2)
class GoldenBitsTest {

  private static final String WRITE = "hopfilm.golden";

  private static final String ADVICE =
      "\nWhere numbers are meant to change, CONTRIBUTING.md says how golden-bits.txt is written.";

  @TempDir Path folder;

  static List<Path> cases() {
    return GoldenBits.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisabledIfSystemProperty(named = WRITE, matches = "write")
  void keepsItsBits(Path file) throws IOException {
    Map<String, String> held = GoldenBits.held();
    List<String> wrong = new ArrayList<>();
    compare(GoldenBits.key(file, "values", "-"), GoldenBits.values(file), "", held, wrong);
    for (Loops loops : GoldenBits.isHeld() ? loops(cases().indexOf(file)) : List.<Loops>of()) {
      Path out = Files.createDirectory(folder.resolve(loops.toString()));
      GoldenBits.run(file, loops.kernels, loops.threads, out)
          .forEach((key, hash) -> compare(key, hash, ", threads: " + loops.threads, held, wrong));
    }
    assertThat(wrong).as(ADVICE).isEmpty();
  }

  private record Loops(String kernels, int threads) {}

  /**
   * Verify takes the vectors of this machine, for one case in three plain kernels too, on one
   * thread or on two; the profile slow takes all.
   */
  private static List<Loops> loops(int number) {
    if (Boolean.getBoolean("hopfilm.slow")) {
      return List.of(
          new Loops("vector", 1),
          new Loops("vector", 2),
          new Loops("plain", 1),
          new Loops("plain", 2));
    }
    Loops vector = new Loops("vector", 1 + number % 2);
    return number % 3 == 1 ? List.of(vector, new Loops("plain", vector.threads)) : List.of(vector);
  }

  private static void compare(
      String key, PartedHash hash, String how, Map<String, String> held, List<String> wrong) {
    String golden = held.getOrDefault(key, "");
    if (!golden.equals(hash.toString())) {
      List<String> parts = hash.differing(golden);
      String more = parts.size() > 8 ? " and " + (parts.size() - 8) + " more" : "";
      wrong.add(
          key
              + how
              + (golden.isEmpty()
                  ? ": is not held"
                  : parts.stream().limit(8).collect(Collectors.joining(", ", ": ", more))));
    }
  }

  @Test
  @DisabledIfSystemProperty(named = WRITE, matches = "write")
  void holdsNothingElse() throws IOException {
    // values, and three quantities with plain kernels and three lengths of vectors
    assertThat(GoldenBits.held()).hasSize(cases().size() * (1 + 3 * 4));
  }

  @Tag("slow")
  @Test
  @DisabledIfSystemProperty(named = WRITE, matches = "write")
  void keepsItsBitsOnShorterVectors() throws Exception {
    assumeThat(GoldenBits.isHeld()).isTrue();
    for (int level = 1; level <= 2; level++) {
      assertThat(GoldenBits.held()).as(ADVICE).containsAllEntriesOf(withVectors(level));
    }
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = "write")
  void writes() throws Exception {
    assertThat(GoldenBits.isHeld()).as("this machine is one whose bits are held").isTrue();
    Map<String, String> hashes = new TreeMap<>();
    for (int level = 1; level <= 3; level++) {
      hashes.putAll(withVectors(level));
    }
    for (Path file : cases()) {
      hashes.put(GoldenBits.key(file, "values", "-"), GoldenBits.values(file).toString());
      Path out = Files.createDirectory(folder.resolve(file.getFileName()));
      GoldenBits.run(file, "plain", 1, out).forEach((key, h) -> hashes.put(key, h.toString()));
    }
    // lines of vectors that this machine has not
    GoldenBits.held().entrySet().stream()
        .filter(e -> hashes.containsKey(e.getKey().replaceFirst("vector-.*", "plain")))
        .forEach(e -> hashes.putIfAbsent(e.getKey(), e.getValue()));
    GoldenBits.write(hashes);
  }

  /** The hashes of all cases with the vectors of a level of AVX: 128, 256 and 512 bits. */
  private Map<String, String> withVectors(int level) throws Exception {
    Path said = folder.resolve("said" + level);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-XX:UseAVX=" + level,
                "-XX:ActiveProcessorCount=1",
                "-cp",
                RealProgram.classPath(),
                GoldenBits.class.getName(),
                "vector",
                Files.createDirectory(folder.resolve("level" + level)).toString())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return GoldenBits.hashes(said);
  }
}
