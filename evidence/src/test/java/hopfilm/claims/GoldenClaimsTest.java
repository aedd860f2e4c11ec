package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.file.ExperimentValues;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every claim plans the experiments of {@code golden-claims.txt}, and judges tiny films as there:
 * each criterion and number. A change on purpose says why; {@code -Dhopfilm.golden=write} writes
 * the file again.
 */
class GoldenClaimsTest {

  private static final String WRITE = "hopfilm.golden";
  private static final Path FILE = Path.of("src/test/resources/hopfilm/claims/golden-claims.txt");

  /** Plain loops have the same bits everywhere but for the last digit of sine and exponential. */
  private static final double LIBRARY = 1e-6;

  static List<Claim> claims() {
    return Claims.known();
  }

  @Test
  @DisabledIfSystemProperty(named = WRITE, matches = "write")
  void plansTheSameExperiments() {
    Map<String, String> plans = new LinkedHashMap<>();
    Claims.known().forEach(c -> plans.putAll(plans(c)));
    assertThat(plans).containsExactlyInAnyOrderEntriesOf(held(k -> k.contains(" | plan ")));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("claims")
  @DisabledIfSystemProperty(named = WRITE, matches = "write")
  void judgesTinyFilmsTheSame(Claim claim, @TempDir Path folder) throws IOException {
    Map<String, String> found = judged(claim, folder.resolve("out"));
    Map<String, String> held =
        held(k -> k.startsWith(claim.id() + " | ") && !k.contains(" | plan "));
    assertThat(found.keySet()).isEqualTo(held.keySet());
    held.forEach(
        (key, value) -> {
          if (value.matches("true|false|NaN")) {
            assertThat(found.get(key)).as(key).isEqualTo(value);
          } else {
            double known = Double.parseDouble(value);
            assertThat(Double.parseDouble(found.get(key)))
                .as(key)
                .isCloseTo(known, within(LIBRARY * Math.abs(known) + 1e-12));
          }
        });
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = "write")
  void writes(@TempDir Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Claim claim : Claims.known()) {
      Map<String, String> all = new LinkedHashMap<>(plans(claim));
      all.putAll(judged(claim, folder.resolve(claim.id())));
      all.forEach((key, value) -> lines.add(key + " = " + value));
    }
    Files.write(FILE, lines);
  }

  private interface Choice {
    boolean test(String key);
  }

  private static Map<String, String> held(Choice choice) {
    Map<String, String> all = new TreeMap<>();
    for (String line : lines(FILE)) {
      int cut = line.lastIndexOf(" = ");
      if (choice.test(line.substring(0, cut))) {
        all.put(line.substring(0, cut), line.substring(cut + 3));
      }
    }
    return all;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many experiments a claim plans, and a hash of their values; names do not count. */
  private static Map<String, String> plans(Claim claim) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Effort effort : List.of(Effort.QUICK, Effort.FULL)) {
      List<PlannedRun> runs = claim.runs(effort);
      String values =
          runs.stream()
              .map(r -> ExperimentValues.of(r.experiment()))
              .map(v -> v.lines().filter(l -> !l.startsWith("name = ")))
              .map(v -> v.collect(Collectors.joining("\n")))
              .sorted()
              .collect(Collectors.joining("\n\n"));
      all.put(
          claim.id() + " | plan " + (effort.isQuick() ? "quick" : "full"),
          runs.size() + " " + sha(values));
    }
    return all;
  }

  private static String sha(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> judged(Claim claim, Path out) throws IOException {
    ClaimResult result = TinyFilms.judged(claim, Effort.TINY, out);
    Map<String, String> all = new TreeMap<>();
    result
        .evidence()
        .outcomes()
        .forEach(
            o ->
                all.put(
                    claim.id() + " | criterion " + o.criterion().key(), Boolean.toString(o.met())));
    result
        .evidence()
        .values()
        .forEach(v -> all.put(claim.id() + " | " + v.name(), Double.toString(v.value())));
    return all;
  }
}
