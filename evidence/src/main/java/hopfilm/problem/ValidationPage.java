package hopfilm.problem;

import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of results, {@code validation.md} with the figures in {@code validation/}. */
public final class ValidationPage {

  private static final String INTRODUCTION =
      """
      # Validation

      Each computed value is compared with an independent one: a formula, a published table or another program. This command writes the page:

          ./hopfilm validate --out docs/evidence%s

      It fails if a check fails. [checks.csv](%s/checks.csv) lists every check with both values, tolerance, source and reason. Equilibria are found by
      descent with Barzilai-Borwein steps (doi:10.1093/imanum/8.1.141).

      """;

  private ValidationPage() {}

  /** Writes the page and its figures. */
  public static void write(Path folder, List<Problem.Result> results, Problem.Effort effort)
      throws IOException {
    Path figures = Files.createDirectories(folder.resolve("validation"));
    String quick = effort == Problem.Effort.QUICK ? " --quick" : "";
    StringBuilder page = new StringBuilder(INTRODUCTION.formatted(quick, figures.getFileName()));
    page.append(overview(results).markdown());
    for (Problem.Result result : results) {
      section(page, result, figures);
    }
    WholeFile.writeSafely(folder.resolve("validation.md"), page.toString());
    WholeFile.writeSafely(figures.resolve("checks.csv"), checks(results).csv());
  }

  private static Sheet<Map.Entry<Problem, Check>> checks(List<Problem.Result> results) {
    List<Map.Entry<Problem, Check>> all =
        results.stream()
            .flatMap(r -> r.findings().checks().stream().map(c -> Map.entry(r.problem(), c)))
            .toList();
    return new Sheet<>(all)
        .add("problem", Form.TEXT, c -> c.getKey().name())
        .add("quantity", Form.TEXT, c -> c.getValue().quantity())
        .add("computed", Form.TEXT, c -> number(c.getValue().ours()))
        .add("reference", Form.TEXT, c -> number(c.getValue().reference()))
        .add("tolerance", Form.TEXT, c -> tolerance(c.getValue().tolerance()))
        .add("verdict", Form.TEXT, c -> c.getValue().passes() ? "pass" : "fail")
        .add("source", Form.TEXT, c -> c.getValue().source())
        .add("reason of the tolerance", Form.TEXT, c -> c.getValue().reason());
  }

  private static Sheet<Problem.Result> overview(List<Problem.Result> results) {
    return new Sheet<>(results)
        .add("problem", Form.TEXT, r -> link(r.problem()))
        .add("checks", Form.WHOLE, r -> r.findings().checks().size())
        .add(
            "passed", Form.WHOLE, r -> r.findings().checks().stream().filter(Check::passes).count())
        .add("max deviation / tolerance", Form.fixed(2), r -> largest(r.findings().checks()));
  }

  private static String link(Problem p) {
    return "[%s](#%s)".formatted(p.name(), anchor(p.title()));
  }

  /** The anchor that forges make of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static void section(StringBuilder page, Problem.Result result, Path figures)
      throws IOException {
    Problem problem = result.problem();
    page.append("\n## %s\n\n%s\n".formatted(problem.title(), plain(problem.shows())));
    for (int k = 0; k < result.findings().charts().size(); k++) {
      String name = problem.name() + (k == 0 ? "" : "-" + (k + 1));
      result.findings().charts().get(k).writePng(figures.resolve(name + ".png"));
      page.append(
          "\n![%s](validation/%s.png)\n"
              .formatted(result.findings().charts().get(k).title(), name));
    }
    List<String> failed =
        result.findings().checks().stream()
            .filter(c -> !c.passes())
            .map(c -> plain(c.quantity()))
            .toList();
    if (!failed.isEmpty()) {
      page.append("\n**Failed:** ").append(String.join("; ", failed)).append('\n');
    }
  }

  /** The largest deviation of a check, in units of its tolerance; 0 where both are. */
  private static double largest(List<Check> checks) {
    return checks.stream()
        .mapToDouble(c -> Math.abs(c.ours() - c.reference()) / c.tolerance())
        .map(d -> Double.isNaN(d) ? 0 : d)
        .max()
        .orElse(0);
  }

  /** Text that is no mark. */
  private static String plain(String text) {
    return text.replace("^", "\\^").replace("_", "\\_").replace("*", "\\*");
  }

  /** A value to seven digits. */
  public static String number(double v) {
    if (v == 0 || !Double.isFinite(v)) {
      return v == 0 ? "0" : "not a number";
    }
    double size = Math.abs(v);
    return size >= 1e-4 && size < 1e6
        ? String.format(
            Locale.ROOT, "%." + Math.max(0, 6 - (int) Math.floor(Math.log10(size))) + "f", v)
        : String.format(Locale.ROOT, "%.6e", v);
  }

  /** A tolerance to two digits. */
  public static String tolerance(double v) {
    return String.format(Locale.ROOT, v >= 0.01 && v < 100 ? "%.3f" : "%.1e", v);
  }
}
