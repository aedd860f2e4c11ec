package hopfilm.console;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import hopfilm.input.Excerpt;
import hopfilm.page.Page;
import hopfilm.page.PrefixedNumbers;
import hopfilm.page.Sheet;
import hopfilm.report.SweepSheets;
import hopfilm.sweep.SweepOutput;
import hopfilm.sweep.SweepResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Results as a terminal shows them: in ASCII, without figures and what explains them. */
public final class Terminal implements Page {

  private static final Pattern SIGNS = Pattern.compile("[+-]{2,}");

  private final PrintWriter out;

  public Terminal(PrintWriter out) {
    this.out = out;
  }

  /** Tells a sweep. */
  public static void print(SweepResult sweep, PrintWriter out) throws IOException {
    out.println(sweep.experiment().name());
    SweepSheets.tell(SweepOutput.told(sweep), new Terminal(out));
    out.printf(Locale.ROOT, "%n%d runs, %.1f s%n", sweep.records().size(), sweep.seconds());
  }

  private Terminal line(String text) {
    out.println(
        SIGNS.matcher(PrefixedNumbers.ascii(text)).replaceAll(m -> Excerpt.signs(m.group())));
    return this;
  }

  /** A film that did not learn must not be overlooked. */
  @Override
  public Terminal verdict(String kind, String words) {
    return line(words.replaceFirst("^[^a-z]*not ", "NOT ").replaceFirst("^[^A-Za-z]*", ""));
  }

  @Override
  public Terminal alert(String text) {
    return line("").line("NOTE: " + text);
  }

  @Override
  public Terminal summary(String text) {
    return line(text);
  }

  @Override
  public Terminal outcome(Map<String, String> outcome) {
    outcome.forEach((what, words) -> line(what + ": " + words));
    return this;
  }

  @Override
  public Terminal heading(String id, String text) {
    return line("").line(text);
  }

  @Override
  public Terminal sheet(Sheet<?> sheet) {
    out.println();
    table(sheet, out);
    return this;
  }

  /**
   * Prints a table with the prefixes and signs of a terminal, without columns of nothing; numbers
   * to the right.
   */
  public static void table(Sheet<?> sheet, PrintWriter out) {
    List<String> heads = sheet.heads();
    List<List<String>> rows = sheet.shown();
    List<Integer> shown =
        IntStream.range(0, heads.size())
            .filter(k -> rows.stream().anyMatch(row -> !row.get(k).isEmpty()))
            .boxed()
            .toList();
    Column[] columns =
        shown.stream()
            .map(k -> column(heads.get(k), rows.stream().map(row -> row.get(k)).toList()))
            .toArray(Column[]::new);
    String[][] cells =
        rows.stream()
            .map(row -> shown.stream().map(row::get).toArray(String[]::new))
            .toArray(String[][]::new);
    AsciiTable.getTable(AsciiTable.NO_BORDERS, columns, cells)
        .lines()
        .map(String::stripTrailing)
        .forEach(out::println);
  }

  private static Column column(String head, List<String> cells) {
    boolean isOfNumbers = cells.stream().allMatch(s -> s.matches("-|\\*?|[-+]?[0-9.][^ ]*\\*?"));
    HorizontalAlign align = isOfNumbers ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    return new Column().header(head).headerAlign(align).dataAlign(align).maxWidth(60);
  }
}
