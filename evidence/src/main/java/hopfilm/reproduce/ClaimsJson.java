package hopfilm.reproduce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import hopfilm.folder.JsonFile;
import hopfilm.input.ExperimentException;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code claims.json}: what came out, for programs, and as a table for pages. Claims without a
 * verdict are not in.
 */
public final class ClaimsJson {

  private static final String FILE = "claims.json";

  private ClaimsJson() {}

  /**
   * A claim as the file has it.
   *
   * @param page its text, with hash and time of the first run, and how many of its runs were there
   *     before; null for a claim without a page
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Judged(
      String id,
      String claim,
      String criterion,
      String verdict,
      Map<String, Value> numbers,
      @JsonInclude(JsonInclude.Include.NON_NULL) String page,
      @JsonInclude(JsonInclude.Include.NON_NULL) String hash,
      @JsonInclude(JsonInclude.Include.NON_NULL) String firstRun,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer runsBefore,
      List<Long> seeds,
      double seconds) {

    static Judged of(ClaimResult r, Effort effort, Registration registration) {
      Map<String, Value> numbers = new LinkedHashMap<>();
      r.evidence().values().forEach(v -> numbers.put(v.name(), Value.of(v, effort)));
      Optional<Registration.Page> page = registration.find(r.claim());
      return new Judged(
          r.claim().id(),
          r.claim().title(),
          r.claim().criteria().stream().map(Criterion::text).collect(Collectors.joining("; ")),
          r.evidence().verdict().text(),
          numbers,
          page.map(Registration.Page::file).orElse(null),
          page.map(Registration.Page::sha256).orElse(null),
          page.map(Registration.Page::firstRun).orElse(null),
          page.map(Registration.Page::before).orElse(null),
          r.seeds(),
          r.seconds());
    }
  }

  /** A number; what is not finite is null, as JSON has no NaN. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Value(Double value, Double low, Double high, int n, String unit, boolean quick) {

    static Value of(Evidence.Value v, Effort effort) {
      return new Value(
          finite(v.value()), finite(v.low()), finite(v.high()), v.n(), v.unit(), effort.isQuick());
    }

    private static Double finite(double v) {
      return Double.isFinite(v) ? v : null;
    }

    String spread() {
      return low == null || high == null ? "" : text(low) + " to " + text(high);
    }

    static String text(Double v) {
      return v == null ? "-" : Numbers.text(v);
    }
  }

  static void write(Path folder, List<ClaimResult> results, Effort effort) throws IOException {
    Registration registration = Registration.of(folder);
    Files.createDirectories(folder);
    JsonFile.write(
        folder.resolve(FILE),
        results.stream()
            .filter(ClaimResult::isJudged)
            .map(r -> Judged.of(r, effort, registration))
            .toList());
  }

  /** A row of the table; a claim is named in its first one. */
  private record Line(Judged of, boolean isFirst, String name, Value number) {}

  /**
   * Markdown with a row for each number of a claim.
   *
   * @param folder of a reproduction
   * @param ids the claims in the table
   * @throws ExperimentException if nothing was judged there
   */
  public static String markdown(Path folder, Set<String> ids) throws IOException {
    Judged[] all =
        JsonFile.read(folder.resolve(FILE), Judged[].class)
            .orElseThrow(
                () -> ExperimentException.of(folder, ReproduceMessage.REPRODUCE_NO_VERDICTS));
    List<Line> lines = new ArrayList<>();
    Arrays.stream(all)
        .filter(c -> ids.contains(c.id))
        .forEach(
            c ->
                c.numbers.forEach((name, v) -> lines.add(new Line(c, isFirst(lines, c), name, v))));
    return new Sheet<>(lines)
        .add("claim", Form.TEXT, l -> l.isFirst ? "`%s`: %s".formatted(l.of.id, l.of.claim) : "")
        .add("verdict", Form.TEXT, l -> l.isFirst ? l.of.verdict : "")
        .add("number", Form.TEXT, Line::name)
        .add("value", Form.TEXT, l -> (Value.text(l.number.value) + " " + l.number.unit).strip())
        .add("interval or spread", Form.TEXT, l -> l.number.spread())
        .add("n", Form.TEXT, l -> l.number.n + (l.number.quick ? " (quick)" : ""))
        .markdown();
  }

  private static boolean isFirst(List<Line> lines, Judged claim) {
    return lines.isEmpty() || !lines.get(lines.size() - 1).of.id.equals(claim.id);
  }
}
