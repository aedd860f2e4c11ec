package hopfilm.claims;

import hopfilm.figures.FigureFiles;
import hopfilm.figures.Html;
import hopfilm.study.ExperimentCheck;
import hopfilm.study.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code index.html}, self-contained, with {@code figures/} and {@code tables/} beside. */
final class ClaimsReport {

  /** Longer tables are folded. */
  private static final int MOST_ROWS = 20;

  private final Path folder;
  private final Effort effort;
  private final Html html = new Html("The paper, claim by claim");

  private ClaimsReport(Path folder, Effort effort) {
    this.folder = folder;
    this.effort = effort;
  }

  static void write(Path folder, List<ClaimResult> results, Effort effort) throws IOException {
    new ClaimsReport(folder, effort).write(results);
  }

  private void write(List<ClaimResult> results) throws IOException {
    html.raw("<h1>The paper, claim by claim</h1>");
    html.raw(
        "<p class=\"summary\">What W. Yu, J. Xiao and G. E. W. Bauer show and say in Phys. Rev. B"
            + " 104, L180405 (2021), <a href=\"https://doi.org/10.1103/PhysRevB.104.L180405\">"
            + "doi:10.1103/PhysRevB.104.L180405</a>, computed anew.</p>");
    html.paragraph(
        "Each verdict follows from criteria that were stated before the runs. Reproduced: all hold."
            + " Partly: some do not, or wait. Contradicted: none holds. Waiting: the program cannot"
            + " decide yet. Numbers are mean \u00b1 standard deviation over n films, each from"
            + " another random maze, unless an interval is named. Supplemental Material was not"
            + " available: nothing here is a number of it.");
    if (effort.isQuick()) {
      html.raw(
          "<p class=\"alert\">Quick: fewer films and fewer points than the full report, see n.</p>");
    }
    overview(results);
    for (ClaimResult r : results) {
      section(r);
    }
    html.heading("provenance", "Provenance").facts(provenance(results));
    Files.writeString(folder.resolve("index.html"), html.page(), StandardCharsets.UTF_8);
  }

  private void overview(List<ClaimResult> results) {
    html.heading("contents", "Contents");
    List<List<String>> rows = new ArrayList<>();
    for (ClaimResult r : results) {
      rows.add(
          List.of(
              "<a href=\"#%s\">%s</a>".formatted(r.claim().id(), r.claim().id()),
              Html.withPatterns(minus(r.claim().title())),
              verdict(r),
              r.runs().isEmpty() ? "" : Integer.toString(r.runs().size()),
              ExperimentCheck.duration(r.seconds())));
    }
    html.table(List.of("id", "claim", "verdict", "runs", "time on one core"), rows);
  }

  private void section(ClaimResult r) throws IOException {
    Claim claim = r.claim();
    html.heading(claim.id(), minus(claim.title()));
    html.raw("<p>" + verdict(r) + "</p>");
    html.raw("<p>" + Html.withPatterns(minus(claim.source())) + "</p>");
    if (r.evidence() == null) {
      html.raw("<p class=\"alert\">Not judged: " + Html.escape(r.failure()) + "</p>");
      return;
    }
    criteria(r.evidence());
    for (String note : r.evidence().notes()) {
      html.raw("<p>" + Html.withPatterns(note) + "</p>");
    }
    pictures(claim, r.evidence());
    numbers(claim, r.evidence());
    int k = 0;
    for (Evidence.Rows t : r.evidence().tables()) {
      k++;
      boolean isLong = t.rows().size() > MOST_ROWS;
      String title = Html.withPatterns(minus(t.title()));
      html.raw(
          isLong
              ? "<details><summary>%s (%d rows)</summary>".formatted(title, t.rows().size())
              : "<h3>" + title + "</h3>");
      html.table(
          t.columns(),
          t.rows().stream()
              .map(row -> row.stream().map(c -> Html.withPatterns(minus(c))).toList())
              .toList());
      html.raw(isLong ? "</details>" : "");
      csv(claim.id() + "-" + k, t);
    }
    behind(r);
  }

  private void criteria(Evidence evidence) {
    List<List<String>> rows = new ArrayList<>();
    for (Evidence.Outcome o : evidence.outcomes()) {
      rows.add(
          List.of(
              Html.withPatterns(minus(o.criterion().text())),
              o.met() == null
                  ? "waiting"
                  : o.met()
                      ? "<span class=\"good\">\u2713 holds</span>"
                      : "<span class=\"bad\">\u2717 does not</span>",
              Html.withPatterns(minus(o.because()))));
    }
    html.table(List.of("criterion, stated beforehand", "outcome", "because"), rows);
  }

  private void pictures(Claim claim, Evidence evidence) throws IOException {
    Path figures = folder.resolve("figures");
    html.raw("<div class=\"pair\">");
    for (Evidence.Picture p : evidence.pictures()) {
      String name = claim.id() + "-" + p.name();
      html.raw("<div>");
      if (p.figure() != null) {
        html.figure(FigureFiles.write(figures, name, p.figure()), p.figure().width());
      } else {
        html.raw(
            "<figure><img style=\"width:100%%\" alt=\"%s\" src=\"data:image/svg+xml;base64,%s\"></figure>"
                .formatted(Html.escape(p.caption()), copied(p.file(), figures, name)));
      }
      html.raw("<p class=\"note\">" + Html.withPatterns(minus(p.caption())) + "</p></div>");
    }
    html.raw("</div>");
  }

  private static String copied(Path svg, Path figures, String name) throws IOException {
    Files.createDirectories(figures);
    Path target = figures.resolve(name + ".svg");
    Files.copy(svg, target, StandardCopyOption.REPLACE_EXISTING);
    Path png = svg.resolveSibling(svg.getFileName().toString().replace(".svg", ".png"));
    if (Files.exists(png)) {
      Files.copy(png, figures.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }
    return Base64.getEncoder().encodeToString(Files.readAllBytes(target));
  }

  private void numbers(Claim claim, Evidence evidence) throws IOException {
    if (evidence.values().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Evidence.Value v : evidence.values()) {
      String spread = Double.isNaN(v.low()) ? "" : number(v.low()) + " to " + number(v.high());
      rows.add(
          List.of(
              v.name(),
              number(v.value()),
              spread,
              v.unit(),
              v.n() + (effort.isQuick() ? " (quick)" : "")));
    }
    Evidence.Rows table =
        new Evidence.Rows("Numbers", List.of("quantity", "value", "spread", "unit", "n"), rows);
    html.raw("<h3>Numbers</h3>");
    html.table(
        table.columns(),
        rows.stream()
            .map(row -> row.stream().map(c -> Html.withPatterns(minus(c))).toList())
            .toList());
    csv(claim.id() + "-numbers", table);
  }

  private void behind(ClaimResult r) {
    html.raw("<details><summary>What was run</summary>");
    html.experiment(
        "hopfilm reproduce %s%s --out DIR"
            .formatted(r.claim().id(), effort.isQuick() ? " --quick" : ""));
    if (r.runs().isEmpty()) {
      html.paragraph("Equilibria, computed directly; no run folders.");
    } else {
      html.paragraph(
          "%d runs; one of them alone: hopfilm run DIR/runs/NAME/experiment.yaml"
              .formatted(r.runs().size()));
      html.raw("<ul>");
      for (PlannedRun run : r.runs()) {
        String name = Html.escape(run.folderName());
        html.raw("<li><a href=\"runs/%s/index.html\">%s</a></li>".formatted(link(name), name));
      }
      html.raw("</ul>");
    }
    html.raw("</details>");
  }

  private void csv(String name, Evidence.Rows table) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    StringBuilder text = new StringBuilder(line(table.columns()));
    table.rows().forEach(row -> text.append(line(row)));
    Files.writeString(tables.resolve(name + ".csv"), text, StandardCharsets.UTF_8);
  }

  private static String line(List<String> cells) {
    return cells.stream()
            .map(c -> c.matches(".*[,\"\n].*") ? "\"" + c.replace("\"", "\"\"") + "\"" : c)
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static Map<String, String> provenance(List<ClaimResult> results) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", "Hopfilm " + Provenance.version());
    facts.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("runs", Long.toString(results.stream().mapToInt(r -> r.runs().size()).sum()));
    return facts;
  }

  private static String verdict(ClaimResult r) {
    if (r.evidence() == null) {
      return "<span class=\"verdict bad\">not judged</span>";
    }
    Verdict v = r.evidence().verdict();
    String style = v == Verdict.REPRODUCED ? " good" : v == Verdict.WAITING ? " note" : " bad";
    return "<span class=\"verdict%s\">%s</span>".formatted(style, v.text());
  }

  /** To four digits. */
  static String number(double v) {
    if (!Double.isFinite(v)) {
      return "";
    }
    double size = Math.abs(v);
    if (v == Math.rint(v) && size < 1e6) {
      return String.format(Locale.ROOT, "%.0f", v);
    }
    return size >= 1e-3 && size < 1e5
        ? String.format(
            Locale.ROOT, "%." + Math.max(0, 3 - (int) Math.floor(Math.log10(size))) + "f", v)
        : String.format(Locale.ROOT, "%.3e", v);
  }

  /** A hyphen before a sign or digit is a minus. */
  private static String minus(String text) {
    return text.replaceAll("(?<![A-Za-z0-9)])-(?=[+\\-0-9. ])|(?<=[+\\-])-", "\u2212")
        .replaceAll("(?<=[+\u2212])-", "\u2212");
  }

  private static String link(String name) {
    return name.replace("+", "%2B").replace("=", "%3D");
  }
}
