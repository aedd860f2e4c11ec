package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentValues;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every claim plans the experiments of {@code golden-claims.txt}, and can judge tiny films. A
 * change on purpose says why; {@code -Dhopfilm.golden=write} writes the file again.
 */
class GoldenClaimsTest {

  private static final String WRITE = "hopfilm.golden";
  private static final Path FILE = Path.of("src/test/resources/hopfilm/claims/golden-claims.txt");

  static List<Claim> claims() {
    return Claims.known();
  }

  @Test
  @DisabledIfSystemProperty(named = WRITE, matches = "write")
  void plansTheSameExperiments() throws IOException {
    Map<String, String> plans = new LinkedHashMap<>();
    Claims.known().forEach(c -> plans.putAll(plans(c)));
    assertThat(plans).containsExactlyInAnyOrderEntriesOf(held());
  }

  /** What came out of tiny films means nothing; that all of it can be computed does. */
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("claims")
  void judgesTinyFilms(Claim claim, @TempDir Path folder) throws IOException {
    ClaimResult result = TinyFilms.judged(claim, Effort.TINY, folder.resolve("out"));
    assertThat(result.evidence().outcomes()).hasSameSizeAs(claim.criteria());
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = "write")
  void writes() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Claim claim : Claims.known()) {
      plans(claim).forEach((key, value) -> lines.add(key + " = " + value));
    }
    Files.write(FILE, lines);
  }

  /**
   * The list of {@code reproduce list} is what its claims plan. Their seconds may differ by a
   * factor of two, as the loops of this machine decide them.
   */
  @ParameterizedTest
  @EnumSource(
      value = Effort.class,
      names = {"FULL", "QUICK"})
  @DisabledIfSystemProperty(named = WRITE, matches = "write")
  void theStoredCostsAreThoseOfTheClaims(Effort effort) {
    List<ClaimCost> planned = ClaimCost.of(Claims.known(), effort);
    List<ClaimCost> stored = ClaimCost.known(effort);
    assertThat(stored)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
        .isEqualTo(planned);
    for (int k = 0; k < stored.size(); k++) {
      double seconds = planned.get(k).seconds();
      assertThat(stored.get(k).seconds())
          .as(stored.get(k).id())
          .isBetween(seconds / 2 - 1, 2 * seconds + 1);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = "write")
  void writesTheCosts() throws IOException {
    List<String> lines =
        Stream.of(Effort.FULL, Effort.QUICK)
            .flatMap(e -> ClaimCost.of(Claims.known(), e).stream().map(c -> c.line(e)))
            .toList();
    Files.write(Path.of("src/main/resources/hopfilm/claims", ClaimCost.LIST), lines);
  }

  private static Map<String, String> held() throws IOException {
    return Files.readAllLines(FILE).stream()
        .map(line -> line.split(" = ", 2))
        .collect(Collectors.toMap(both -> both[0], both -> both[1]));
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
}
