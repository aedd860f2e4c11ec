package hopfilm.cli;

import hopfilm.input.Excerpt;
import hopfilm.page.Page;
import hopfilm.page.PrefixedNumbers;
import hopfilm.page.Sheet;
import hopfilm.report.SweepSheets;
import hopfilm.sweep.SweepOutput;
import hopfilm.sweep.SweepResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Results as a terminal shows them: in ASCII, without figures and what explains them. */
final class Terminal implements Page {

  private static final Pattern SIGNS = Pattern.compile("[+-]{2,}");

  private final PrintWriter out;

  Terminal(PrintWriter out) {
    this.out = out;
  }

  /** Tells a sweep. */
  static void print(SweepResult sweep, PrintWriter out) throws IOException {
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
    TextTable.print(sheet, out);
    return this;
  }
}
