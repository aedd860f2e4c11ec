package hopfilm.reproduce;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.check.ExperimentCheck;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The section of a claim in the report: source, criteria, figures, numbers, what was run. */
final class ClaimSection {

  /** Longer tables are folded. */
  private static final int MAX_ROWS = 12;

  private final Html html;
  private final Path folder;
  private final Effort effort;

  ClaimSection(Html html, Path folder, Effort effort) {
    this.html = html;
    this.folder = folder;
    this.effort = effort;
  }

  /** Writes the section of a claim that could not be written. */
  void failed(ClaimResult r, Exception e) {
    html.heading(r.claim().id(), typeset(r.claim().title()));
    html.raw(
        "<p>%s</p><p class=\"alert\">This section could not be written: %s</p>"
            .formatted(chip(r), Markup.escape(String.valueOf(e.getMessage()))));
  }

  void write(ClaimResult r) throws IOException {
    Claim claim = r.claim();
    html.heading(claim.id(), typeset(claim.title()));
    html.raw(
        "<p>%s <span class=\"note\">%s%s</span></p>".formatted(chip(r), claim.id(), effort(r)));
    html.raw("<p>" + text(claim.source()) + "</p>");
    if (!r.isJudged()) {
      html.raw("<details><summary>Criteria</summary>");
      for (Criterion c : claim.criteria()) {
        html.raw("<p class=\"criterion\">" + text(c.text()) + "</p>");
      }
      html.raw("</details>");
      html.raw(
          r.failure() == null
              ? "<p>%s</p>".formatted(missing(r))
              : "<p class=\"alert\">Not judged: " + Markup.escape(r.failure()) + "</p>");
      html.experiment(command(claim));
      return;
    }
    Evidence evidence = r.evidence();
    criteria(claim, evidence);
    for (String note : evidence.notes()) {
      html.raw("<p>" + text(note) + "</p>");
    }
    drawn(claim, evidence);
    numbers(claim, evidence);
    int k = 0;
    for (Evidence.Rows t : evidence.tables()) {
      k++;
      List<List<Markup>> cells =
          t.rows().stream().map(row -> row.stream().map(ClaimSection::cell).toList()).toList();
      table(t.title(), t.rows().size(), Sheet.of(t.columns(), cells), claim.id() + "-" + k);
    }
    ofRuns(claim, evidence);
    html.experiment(command(claim));
    page(claim);
    behind(r);
  }

  /** The page as it was run, with its hash and the time of its first run. */
  private void page(Claim claim) throws IOException {
    Registration registration = Registration.of(folder);
    Registration.Page page = registration.find(claim).orElse(null);
    if (page == null) {
      return;
    }
    html.raw("<details><summary>The page, first run on %s</summary>".formatted(page.when()));
    html.raw(
        "<p class=\"note\"><a href=\"%s\">%s</a>, SHA-256 %s</p>"
            .formatted(page.file(), page.file(), page.sha256()));
    html.experiment(claim.page().orElseThrow());
    html.raw("</details>");
    for (Registration.Page other : registration.others(claim)) {
      html.raw(
          "<p class=\"alert\">Another page of this claim was run here, first on %s: <a href=\"%s\">%s</a></p>"
              .formatted(other.when(), other.file(), other.file()));
    }
  }

  private static String missing(ClaimResult r) {
    return r.runs().isEmpty()
        ? "Computed when asked for:"
        : "%d of %d runs are missing:".formatted(r.missing(), r.runs().size());
  }

  private static String effort(ClaimResult r) {
    String runs = r.runs().isEmpty() ? "" : ", %d runs".formatted(r.runs().size());
    return r.isJudged()
        ? runs + ", " + ExperimentCheck.duration(r.seconds()) + " on one core"
        : runs;
  }

  private String command(Claim claim) {
    return "hopfilm reproduce %s%s --out DIR"
        .formatted(
            claim.argument(), effort.isTiny() ? " --tiny" : effort.isQuick() ? " --quick" : "");
  }

  private void criteria(Claim claim, Evidence evidence) throws IOException {
    html.raw("<h3>%s</h3>".formatted(whenStated(claim)));
    for (Evidence.Outcome o : evidence.outcomes()) {
      String style = o.met() ? "good" : "bad";
      String sign = o.met() ? "\u2713 " : "\u2717 ";
      html.raw(
          "<p class=\"criterion\">%s<br><span class=\"%s\">%s%s</span>: %s</p>"
              .formatted(text(o.criterion().text()), style, sign, o.words(), text(o.because())));
    }
    csv(
        claim.id() + "-criteria",
        new Sheet<>(evidence.outcomes())
            .add("criterion", Form.TEXT, o -> o.criterion().text())
            .add("outcome", Form.TEXT, Evidence.Outcome::words)
            .add("because", Form.TEXT, Evidence.Outcome::because));
  }

  /** Whether runs were there before the criteria. */
  private String whenStated(Claim claim) throws IOException {
    Registration registration = Registration.of(folder);
    int before = registration.find(claim).map(Registration.Page::before).orElse(0);
    return before == 0
        ? "Criteria, stated beforehand"
        : "Criteria, stated when %d of the runs were there".formatted(before);
  }

  /** Figures that were drawn for the claim. */
  private void drawn(Claim claim, Evidence evidence) throws IOException {
    List<Evidence.Picture> pictures =
        evidence.pictures().stream().filter(p -> p.figure() != null).toList();
    if (pictures.isEmpty()) {
      return;
    }
    html.raw("<div class=\"pair\">");
    for (Evidence.Picture p : pictures) {
      String name = claim.id() + "-" + p.name();
      Figure f = p.figure();
      html.figure(
          FigureFiles.write(new RunFolder(folder).figures(), name, f), f.width(), caption(p, name));
    }
    html.raw("</div>");
  }

  /** Figures of single runs, small and side by side. */
  private void ofRuns(Claim claim, Evidence evidence) throws IOException {
    List<Evidence.Picture> pictures =
        evidence.pictures().stream().filter(p -> p.figure() == null).toList();
    if (pictures.isEmpty()) {
      return;
    }
    Path figures = Files.createDirectories(new RunFolder(folder).figures());
    html.raw("<details><summary>Single runs (%d figures)</summary>".formatted(pictures.size()));
    html.raw("<div class=\"multiples\">");
    for (Evidence.Picture p : pictures) {
      String name = claim.id() + "-" + p.name();
      if (!Files.exists(p.file())) {
        html.raw("<p class=\"note\">%s Not in the run.</p>".formatted(text(p.caption())));
        continue;
      }
      html.figure(FigureFiles.copy(p.file(), figures, name), 0, caption(p, name));
    }
    html.raw("</div></details>");
  }

  private static String caption(Evidence.Picture p, String name) {
    String caption = text(p.caption());
    String end = caption.endsWith(".") ? "" : ".";
    return "%1$s%2$s <a href=\"%3$s/%4$s.svg\">SVG</a>, <a href=\"%3$s/%4$s.png\">PNG</a>"
        .formatted(caption, end, RunFolder.FIGURES, name);
  }

  private void numbers(Claim claim, Evidence evidence) throws IOException {
    if (evidence.values().isEmpty()) {
      return;
    }
    table(
        "Numbers",
        evidence.values().size(),
        new Sheet<>(evidence.values())
            .add("quantity", Form.TEXT, v -> cell(v.name()))
            .add("value", Form.TEXT, v -> cell(Numbers.text(v.value())))
            .add("spread", Form.TEXT, v -> cell(spread(v)))
            .add("unit", Form.TEXT, v -> cell(v.unit()))
            .add("n", Form.TEXT, v -> cell(v.n() + (effort.isQuick() ? " (quick)" : ""))),
        claim.id() + "-numbers");
  }

  private static String spread(Evidence.Value v) {
    return Double.isNaN(v.low()) ? "" : Numbers.text(v.low()) + " to " + Numbers.text(v.high());
  }

  private static Markup cell(String plain) {
    return new Markup(text(plain), plain);
  }

  /** A table in the page and as CSV; a long one is folded. */
  private void table(String title, int rows, Sheet<?> sheet, String name) throws IOException {
    String link = " <a class=\"file\" href=\"tables/%s.csv\">CSV</a>".formatted(name);
    boolean isLong = rows > MAX_ROWS;
    html.raw(
        isLong
            ? "<details><summary>%s (%d rows)</summary><p>%s</p>".formatted(text(title), rows, link)
            : "<h3>" + text(title) + link + "</h3>");
    html.raw("<div class=\"data\">");
    html.sheet(sheet);
    html.raw(isLong ? "</div></details>" : "</div>");
    csv(name, sheet);
  }

  private void behind(ClaimResult r) {
    if (r.runs().isEmpty()) {
      return;
    }
    html.raw("<details><summary>%d run folders</summary>".formatted(r.runs().size()));
    html.paragraph(
        ("One of them alone, with its page: hopfilm run DIR/runs/NAME/%s --set output.report=on."
                + " Those that are links have theirs here.")
            .formatted(RunFile.EXPERIMENT.text()));
    html.raw("<ul class=\"names\">");
    for (PlannedRun run : r.runs()) {
      String name = Markup.escape(run.folderName());
      Path page = new RunFolder(folder.resolve("runs")).run(run.folderName()).page();
      html.raw(
          Files.exists(page)
              ? "<li><a href=\"runs/%s/%s\">%s</a></li>"
                  .formatted(link(name), RunFile.PAGE.text(), name)
              : "<li>" + name + "</li>");
    }
    html.raw("</ul></details>");
  }

  private void csv(String name, Sheet<?> sheet) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    WholeFile.writeSafely(tables.resolve(name + ".csv"), sheet.csv());
  }

  /** The verdict, or why there is none. */
  static String chip(ClaimResult r) {
    String style =
        !r.isJudged()
            ? r.failure() == null ? "note" : "bad"
            : switch (r.evidence().verdict()) {
              case REPRODUCED -> "good";
              case PARTLY -> "part";
              case CONTRADICTED -> "bad";
            };
    return "<span class=\"verdict %s\">%s</span>".formatted(style, r.outcome());
  }

  /** Markup of a text of a claim. */
  static String text(String plain) {
    return Markup.withPatterns(typeset(plain));
  }

  /** A hyphen before a sign or digit is a minus. */
  private static String typeset(String text) {
    return text.replaceAll("(?<![A-Za-z0-9)])-(?=[+\\-0-9. ]|E')|(?<=[+\\-])-", "\u2212")
        .replaceAll("(?<=[+\u2212])-", "\u2212");
  }

  private static String link(String name) {
    return name.replace("+", "%2B").replace("=", "%3D");
  }
}
