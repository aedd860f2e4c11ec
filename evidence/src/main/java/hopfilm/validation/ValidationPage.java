package hopfilm.validation;

import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The page of results, {@code validation.md} with the figures in {@code validation/}. */
public final class ValidationPage {

  private ValidationPage() {}

  /** Writes the page and its figures. */
  public static void write(Path folder, List<ProblemResult> results, Problem.Effort effort)
      throws IOException {
    Path figures = Files.createDirectories(folder.resolve("validation"));
    StringBuilder page = new StringBuilder();
    page.append("# Validation\n\n");
    page.append(
        "Every number of ours beside one from elsewhere: a formula, a published table, another"
            + " program. Made by\n\n");
    page.append("    ./hopfilm validate --out docs/evidence")
        .append(effort == Problem.Effort.QUICK ? " --quick" : "")
        .append("\n\n");
    page.append(
        "which solves all of it anew and fails if a check does; `--quick` takes coarser meshes and"
            + " wider tolerances,\n"
            + "`validate NAME` one problem. Tolerances follow from the discretisation; each says"
            + " how. Equilibria are found by descent on the\n"
            + "energy with the step lengths of Barzilai and Borwein (IMA J. Numer. Anal. 8, 141"
            + " (1988), doi:10.1093/imanum/8.1.141).\n\n");
    page.append(overview(results).markdown()).append('\n');
    for (ProblemResult result : results) {
      section(page, result, figures);
    }
    WholeFile.writeSafely(folder.resolve("validation.md"), page.toString());
  }

  private static Sheet<ProblemResult> overview(List<ProblemResult> results) {
    return new Sheet<>(results)
        .add("problem", Form.TEXT, r -> link(r.problem()))
        .add("checks", Form.WHOLE, r -> r.findings().checks().size())
        .add("pass", Form.WHOLE, r -> r.findings().checks().stream().filter(Check::passes).count())
        .add("seconds", Form.fixed(0), ProblemResult::seconds);
  }

  private static String link(Problem p) {
    return "[%s](#%s) `%s`".formatted(p.title(), anchor(p.title()), p.name());
  }

  /** The anchor that forges make of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static void section(StringBuilder page, ProblemResult result, Path figures)
      throws IOException {
    Problem problem = result.problem();
    page.append("## ").append(problem.title()).append("\n\n");
    page.append(problem.shows()).append("\n\n");
    for (int k = 0; k < result.findings().charts().size(); k++) {
      String name = problem.name() + (k == 0 ? "" : "-" + (k + 1));
      result.findings().charts().get(k).writePng(figures.resolve(name + ".png"));
      page.append(
          "![%s](validation/%s.png)\n\n"
              .formatted(result.findings().charts().get(k).title(), name));
    }
    List<Check> checks = result.findings().checks();
    List<String> notes = checks.stream().map(ValidationPage::note).distinct().toList();
    page.append(
        new Sheet<>(checks)
            .add(
                "quantity",
                Form.TEXT,
                c -> "%s [%d]".formatted(plain(c.quantity()), notes.indexOf(note(c)) + 1))
            .add("ours", Form.TEXT, c -> number(c.ours()))
            .add("reference", Form.TEXT, c -> number(c.reference()))
            .add("tolerance", Form.TEXT, c -> tolerance(c.tolerance()))
            .add("verdict", Form.TEXT, c -> c.passes() ? "pass" : "**fail**")
            .markdown());
    page.append('\n');
    for (int n = 0; n < notes.size(); n++) {
      page.append(n + 1).append(". ").append(notes.get(n)).append('\n');
    }
    page.append('\n');
  }

  private static String note(Check c) {
    return "%s. Tolerance: %s.".formatted(plain(c.source()), plain(c.reason())).replace("|", "\\|");
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
