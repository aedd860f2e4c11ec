package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.hopfield.SuccessFraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The figures of docs/evidence/training-and-heat.md follow from the runs that are kept beside it.
 */
class ReliableLearningTest {

  private static final List<String> PATTERNS = List.of("+-+-", "+--+", "++-+");

  private static final List<Map<String, String>> RUNS = new ArrayList<>();

  private static String page;

  @BeforeAll
  static void read() throws IOException {
    Path docs = Program.repository().resolve("docs");
    page = Files.readString(docs.resolve("evidence/training-and-heat.md")).replaceAll("\\s+", " ");
    List<String> lines = Files.readAllLines(docs.resolve("data/reliable-runs.csv"));
    String[] names = lines.get(0).split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      Map<String, String> run = new HashMap<>();
      for (int k = 0; k < names.length; k++) {
        run.put(names[k], cells[k].replace("\"", ""));
      }
      RUNS.add(run);
    }
  }

  private static List<Map<String, String>> of(String pattern) {
    return RUNS.stream().filter(r -> r.get("train.pattern").equals(pattern)).toList();
  }

  private static String share(List<Map<String, String>> runs, Predicate<Map<String, String>> did) {
    SuccessFraction f = SuccessFraction.of((int) runs.stream().filter(did).count(), runs.size());
    return String.format(
        Locale.ROOT,
        "%d of %d (%.1f to %.1f %%)",
        f.successes(),
        f.total(),
        100 * f.low(),
        100 * f.high());
  }

  private static String row(String name, List<Map<String, String>> runs) {
    double mean =
        runs.stream().mapToInt(r -> Integer.parseInt(r.get("pulses"))).average().orElseThrow();
    int most = runs.stream().mapToInt(r -> Integer.parseInt(r.get("pulses"))).max().orElseThrow();
    return String.join(
        " | ",
        "| " + name,
        share(runs, r -> r.get("verified").equals("true")),
        share(runs, r -> r.get("learned").equals("true")),
        share(runs, r -> r.get("hits_graded_1.2").equals("16")),
        share(runs, r -> r.get("hits_asynchronous").equals("16")),
        String.format(Locale.ROOT, "%.1f", mean),
        most + " |");
  }

  @Test
  void theTableFollowsFromTheRuns() {
    for (String pattern : PATTERNS) {
      assertThat(page).contains(row("`" + pattern + "`", of(pattern)));
    }
    assertThat(page).contains(row("all", RUNS));
  }

  @Test
  void everySeedOfTheCampaignIsThereOnce() {
    List<String> seeds = of("+-+-").stream().map(r -> r.get("initial.seed")).toList();
    assertThat(seeds).doesNotHaveDuplicates().contains("301");
    for (String pattern : PATTERNS) {
      assertThat(of(pattern)).extracting(r -> r.get("initial.seed")).isEqualTo(seeds);
    }
    // none that the design was chosen on
    assertThat(seeds).allSatisfy(s -> assertThat(Integer.parseInt(s)).isBetween(301, 400));
    assertThat(RUNS).allSatisfy(r -> assertThat(r.get("status")).isEqualTo("done"));
  }

  @Test
  void theControlFollowsFromTheRuns() {
    int passed = 0;
    int checks = 0;
    for (Map<String, String> r : RUNS) {
      String which = r.get("passed_untrained");
      passed += which.isEmpty() ? 0 : which.split(" ").length;
      checks += Integer.parseInt(r.get("checks"));
    }
    // six states that carry current and were not trained, in each run
    SuccessFraction f = SuccessFraction.of(passed, 6 * RUNS.size());
    assertThat(page)
        .contains(
            String.format(
                Locale.ROOT,
                "%d of %d passed at least one of the %d verify reads (%.1f to %.1f %%)",
                passed,
                f.total(),
                checks,
                100 * f.low(),
                100 * f.high()));
  }
}
