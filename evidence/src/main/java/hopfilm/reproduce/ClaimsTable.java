package hopfilm.reproduce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hopfilm.folder.JsonFile;
import hopfilm.input.ExperimentException;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verdicts of {@code claims.json} as a table for pages: a row for each number of a claim. */
public final class ClaimsTable {

  private ClaimsTable() {}

  /** A claim as the file has it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Judged(String id, String claim, String verdict, Map<String, Value> numbers) {}

  /** A number; what is not finite is null. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Value(Double value, Double low, Double high, int n, String unit, boolean quick) {}

  /** A row; a claim is named in its first one. */
  private record Line(Judged of, boolean isFirst, String name, Value value) {}

  /**
   * Markdown.
   *
   * @param folder of a reproduction
   * @param ids the claims in the table
   * @throws ExperimentException if nothing was judged there
   */
  public static String markdown(Path folder, Set<String> ids) throws IOException {
    Judged[] all =
        JsonFile.read(folder.resolve(ClaimsJson.FILE), Judged[].class)
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
        .add("value", Form.TEXT, l -> (text(l.value.value) + " " + l.value.unit).strip())
        .add("interval or spread", Form.TEXT, l -> spread(l.value))
        .add("n", Form.TEXT, l -> l.value.n + (l.value.quick ? " (quick)" : ""))
        .markdown();
  }

  private static boolean isFirst(List<Line> lines, Judged claim) {
    return lines.isEmpty() || !lines.get(lines.size() - 1).of.id.equals(claim.id);
  }

  private static String spread(Value v) {
    return v.low == null || v.high == null ? "" : text(v.low) + " to " + text(v.high);
  }

  private static String text(Double v) {
    return v == null ? "-" : Numbers.text(v);
  }
}
