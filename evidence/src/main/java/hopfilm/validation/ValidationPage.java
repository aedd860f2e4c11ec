package hopfilm.validation;

import hopfilm.io.WholeFile;
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
    page.append("    ./hopfilm validate --out docs")
        .append(effort == Problem.Effort.QUICK ? " --quick" : "")
        .append("\n\n");
    page.append(
        "which solves all of it anew and fails if a check does; `--quick` takes coarser meshes and"
            + " wider tolerances,\n"
            + "`validate NAME` one problem. Tolerances follow from the discretisation; each says"
            + " how. Equilibria are found by descent on the\n"
            + "energy with the step lengths of Barzilai and Borwein (IMA J. Numer. Anal. 8, 141"
            + " (1988), doi:10.1093/imanum/8.1.141).\n\n");
    overview(page, results);
    for (ProblemResult result : results) {
      section(page, result, figures);
    }
    WholeFile.writeSafely(folder.resolve("validation.md"), page.toString());
  }

  private static void overview(StringBuilder page, List<ProblemResult> results) {
    page.append("| problem | checks | pass | seconds |\n|---|---|---|---|\n");
    for (ProblemResult r : results) {
      long pass = r.findings().checks().stream().filter(Check::passes).count();
      page.append(
          "| [%s](#%s) `%s` | %d | %d | %.0f |%n"
              .formatted(
                  r.problem().title(),
                  anchor(r.problem().title()),
                  r.problem().name(),
                  r.findings().checks().size(),
                  pass,
                  r.seconds())
              .replace("\r", ""));
    }
    page.append('\n');
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
    page.append("| quantity | ours | reference | tolerance | verdict |\n|---|---|---|---|---|\n");
    List<String> notes =
        result.findings().checks().stream().map(ValidationPage::note).distinct().toList();
    for (Check c : result.findings().checks()) {
      page.append(
          "| %s [%d] | %s | %s | %s | %s |\n"
              .formatted(
                  escaped(c.quantity()),
                  notes.indexOf(note(c)) + 1,
                  number(c.ours()),
                  number(c.reference()),
                  tolerance(c.tolerance()),
                  c.passes() ? "pass" : "**fail**"));
    }
    page.append('\n');
    for (int n = 0; n < notes.size(); n++) {
      page.append(n + 1).append(". ").append(notes.get(n)).append('\n');
    }
    page.append('\n');
  }

  private static String note(Check c) {
    return "%s. Tolerance: %s.".formatted(escaped(c.source()), escaped(c.reason()));
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("^", "\\^").replace("_", "\\_").replace("*", "\\*");
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
