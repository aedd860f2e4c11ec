package hopfilm.report;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Prefix;
import hopfilm.figures.ConductanceReading;
import hopfilm.figures.EnergyReading;
import hopfilm.figures.EnergyReading.Trained;
import hopfilm.figures.FilmStrip;
import hopfilm.figures.RetrievalTable;
import hopfilm.figures.SnapshotPicture;
import hopfilm.figures.Snapshots;
import hopfilm.folder.Outcome;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.hopfield.WeightKind;
import hopfilm.io.WholeFile;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the report of a run: one self-contained page and its figures as files. */
public final class RunReport {
  /** A longer list of starts is cut to so many, misses first. */
  private static final int MOST_ROWS = 64;

  private final RunReportData data;
  private final RunFigures figures;
  private final Html html;
  private final Map<String, String> svg = new HashMap<>();

  /** Null without snapshots. */
  private FilmStrip strip;

  private int frames;
  private boolean hasMovie;

  private RunReport(RunReportData data) {
    this.data = data;
    this.figures = new RunFigures(data);
    this.html = new Html(data.facts().name());
  }

  /**
   * Writes {@code index.html}, {@code figures/*.svg, *.png} and, from the snapshots that lie there,
   * {@code film-strip.svg, film-strip.png, film.gif} into the folder of the run.
   *
   * @param threads 1 keeps other runs at the same time undisturbed
   * @return the page
   */
  public static Path write(RunReportData data, RunFolder folder, int threads) throws IOException {
    RunReport report = new RunReport(data);
    report.svg.putAll(FigureFiles.write(folder.figures(), report.figures.all(), threads));
    if (report.figures.thumbnail() != null) {
      FigureFiles.write(
          List.of(folder.thumbnail()), RunFolder.THUMBNAIL, report.figures.thumbnail());
    }
    List<SnapshotPicture> frames = report.showStrip(folder);
    if (!frames.isEmpty()) {
      report.hasMovie = true;
      RunFilm.write(folder, frames);
    }
    return report.writePage(folder);
  }

  /**
   * Writes the most important figures of a run as one picture, which its page does not show.
   *
   * @param file ends with .svg or .png
   * @return false if the run has none of them
   */
  public static boolean writeOverview(RunReportData data, Path file) throws IOException {
    Figure overview = new RunFigures(data).overview();
    if (overview == null) {
      return false;
    }
    FigureFiles.write(List.of(file), "overview", overview);
    return true;
  }

  /** Writes {@code index.html} as {@link #write} does, without any file of a figure. */
  public static Path writePage(RunReportData data, RunFolder folder, int threads)
      throws IOException {
    RunReport report = new RunReport(data);
    report.svg.putAll(FigureFiles.draw(report.figures.all(), threads));
    report.showStrip(folder);
    return report.writePage(folder);
  }

  private List<SnapshotPicture> showStrip(RunFolder folder) throws IOException {
    List<SnapshotPicture> shown = RunFilm.frames(folder);
    if (!shown.isEmpty()) {
      frames = shown.size();
      strip = Snapshots.strip(shown);
      svg.put(RunFolder.STRIP, FigureFiles.svg(strip, RunFolder.STRIP));
    }
    return shown;
  }

  private Path writePage(RunFolder folder) throws IOException {
    Path page = folder.page();
    WholeFile.writeSafely(page, page());
    return page;
  }

  private String page() {
    head();
    film();
    energies();
    if (data.energies().memories() != null) {
      new MemorySection(html, data).write(data.energies().memories());
      group("pair", "hebb");
    }
    retrieval();
    heat();
    conductances();
    return html.page(data.facts());
  }

  private void head() {
    html.raw("<h1>" + Markup.escape(data.facts().name()) + "</h1>");
    Stored stored = RunSummary.stored(data);
    Outcome outcome = data.energies().outcome();
    if (outcome != null) {
      html.raw(
          "<p class=\"verdict %s\">%s</p>"
              .formatted(outcome.text(), RunLink.verdict(outcome, stored)));
    }
    if (!data.status().equals("done")) {
      html.raw(
          "<p class=\"alert\">This run is not complete: " + Markup.escape(data.status()) + "</p>");
    }
    html.raw("<p class=\"summary\">" + Markup.withPatterns(RunSummary.of(data)) + "</p>");
    html.outcome(RunSummary.outcome(data));
    if (!data.facts().warnings().isEmpty()) {
      html.raw(
          "<p class=\"note\"><a href=\"#warnings\">%s</a></p>"
              .formatted(
                  data.facts().warnings().size() == 1
                      ? "1 warning"
                      : data.facts().warnings().size() + " warnings"));
    }
    StringBuilder links = new StringBuilder("<nav>");
    sections().forEach((id, title) -> links.append(link(id, title)));
    html.raw(links.append("</nav>").toString());
  }

  private static String link(String id, String title) {
    return "<a href=\"#%s\">%s</a> ".formatted(id, title);
  }

  /** Identity and link of each section that this run has something for. */
  private Map<String, String> sections() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("film", "Film");
    if (data.energies().decisive() != null) {
      all.put("energies", "Energies");
    }
    if (data.energies().memories() != null) {
      all.put("memories", "Memories");
    }
    if (!data.retrievals().isEmpty()) {
      all.put("retrieval", "Retrieval");
    }
    if (figures.get("T-time") != null) {
      all.put("heat", "Heat");
    }
    if (!data.readings().isEmpty()) {
      all.put("conductances", "Conductances");
    }
    all.put("provenance", "Provenance");
    all.put("experiment", "Experiment file");
    return all;
  }

  private void film() {
    html.heading("film", "The film, before and after");
    if (data.film().states().isEmpty()) {
      html.paragraph(
          "This run kept no texture: it has no snapshots; output.formats: [ovf] keeps some.");
      new FilmNumbers(html, data).write();
      return;
    }
    group("pair", "space-before", "space-after");
    group("pair", "texture-before", "texture-after");
    group("pair", "current-before", "current-after");
    group("pair", "direction-before", "direction-after");
    group("pair", "m-time");
    if (strip != null) {
      html.figure(svg.get(RunFolder.STRIP), strip.width());
      String moments = "%d of %d moments".formatted(strip.frames(), frames);
      html.raw(
          hasMovie
              ? "<p class=\"note\">%s; all as a moving picture: <a href=\"%2$s\">%2$s</a></p>"
                  .formatted(moments, RunFolder.MOVIE)
              : "<p class=\"note\">%s</p>".formatted(moments));
    }
    new FilmNumbers(html, data).write();
  }

  private void energies() {
    EnergyReading result = data.energies().decisive();
    if (result == null) {
      return;
    }
    html.heading("energies", "Energies of the patterns");
    html.paragraph(
        (isResistance()
                ? "E\u2032(I) = \u2212\u03a3 R\u2032ij Ii Ij with R\u2032 = R \u2212 Rref, the resistances to given currents"
                : "E\u2032(V) = \u2212\u03a3 G\u2032ij Vi Vj with G\u2032 = G \u2212 Gref")
            + ", reference \u201c%s\u201d%s. The pattern of the lowest"
                .formatted(
                    data.energies().reference().name(),
                    result.input() == null ? "" : ", " + result.input().words() + " throughout")
            + " energy is the one the film remembers: lower is stronger. A pattern and its negative"
            + " are one state."
            + (result.isUniformOneOfThem()
                ? ""
                : " The uniform pattern carries no current and its E\u2032 is zero"
                    + " whatever was trained, so it does not count.")
            + (result.sampled() ? " Not all patterns were looked at: these were sampled." : ""));
    String note = data.energies().reference().note();
    if (note != null) {
      html.raw("<p class=\"alert\">" + Markup.escape(note) + "</p>");
    }
    group("pair", "energies", "E-time");
    List<List<String>> rows = new ArrayList<>();
    for (EnergyReading e : data.energies().readings()) {
      for (Trained t : e.trained()) {
        rows.add(
            List.of(
                Markup.escape(e.label()),
                condition(e.label()),
                Markup.pattern(t.pattern()),
                Markup.escape(Prefix.format(t.watts(), "W")),
                Markup.pattern(e.minimum()),
                t.learned() ? yes("learned") : no("not-learned"),
                Prefix.fixed(t.margin(), 3)));
      }
    }
    if (!rows.isEmpty()) {
      html.table(
          List.of("measure", "read", "trained", "its E\u2032", "lowest", "learned", "margin"),
          rows);
      html.raw(
          "<p class=\"note\">References are read at rest. Under current the magnetisation tilts"
              + " into a cone, at once and reversibly, which changes E\u2032 by 10 to 20 %: compare"
              + " readings at rest. The margin is how far the trained pattern lies below the next one, as"
              + " a share of the largest |E\u2032|; below zero another pattern is lower.</p>");
    }
  }

  private void heat() {
    if (figures.get("T-time") != null) {
      html.heading("heat", "Heat");
      group("pair", "T-time", "temperature");
    }
  }

  private String condition(String label) {
    return data.readings().stream()
        .filter(r -> r.label().equals(label))
        .findFirst()
        .map(ConductanceReading::condition)
        .orElse("");
  }

  /** True if the inputs of the network are currents. */
  private boolean isResistance() {
    return data.readings().stream().anyMatch(r -> r.kind() == WeightKind.RESISTANCE);
  }

  private void conductances() {
    if (data.readings().isEmpty()) {
      return;
    }
    html.heading("conductances", "Conductances");
    group("trio", "G-before", "G-after", "G-weights");
    List<List<String>> rows = new ArrayList<>();
    for (ConductanceReading g : data.readings()) {
      rows.add(
          List.of(
              Markup.escape(g.label()),
              Markup.escape(Prefix.format(g.time(), "s")),
              g.condition(),
              small(g.matrix().symmetryError()),
              small(g.matrix().rowSumError()),
              small(g.matrix().residual())));
    }
    html.table(
        List.of("measure", "time", "read", "symmetry error", "row-sum error", "residual"), rows);
    html.raw(
        "<p class=\"note\">An element G\u1d62\u2c7c of two electrodes is the current into one for 1 V on the other"
            + " and so below zero: where it falls, the pair conducts better, and its conductance, |G|, grows.</p>");
    html.raw(
        "<p class=\"note\">Errors are relative to the largest conductance: an exact matrix is"
            + " symmetric unless there is an anomalous Hall effect, and its rows sum to zero.</p>");
    group("pair", "G-change", "G-time", "pulses", "edges-time");
    if (data.course().pulses() != null) {
      html.raw(
          "<p class=\"note\">Each pulse was read at rest, before the next one; the numbers are in"
              + " <a href=\"%1$s\">%1$s</a></p>".formatted(RunFolder.PULSES));
    }
  }

  private void retrieval() {
    if (data.retrievals().isEmpty()) {
      return;
    }
    html.heading("retrieval", "Retrieval");
    html.paragraph(
        "Each start is updated until nothing changes. It is recalled if it ends at a trained"
            + " pattern or its negative, which are one memory. Asynchronous updates turn one sign after"
            + " the other. Graded ones change all voltages together, in small steps with a rising gain,"
            + " that is, an ever stronger answer of each voltage to the others.");
    group(
        "pair",
        IntStream.rangeClosed(1, data.retrievals().size())
            .boxed()
            .flatMap(k -> Stream.of("retrieval-" + k, "recall-" + k))
            .toArray(String[]::new));
    html.raw("<details><summary>All starts</summary><div class=\"tables\">");
    for (RetrievalTable r : data.retrievals()) {
      html.raw(
          "<div><h3>%s, self-term %s: %s</h3>"
              .formatted(Markup.escape(r.update()), Markup.escape(r.selfTerm()), r.counts()));
      recall(r);
      List<RetrievalTable.Row> shown = r.rows();
      if (shown.size() > MOST_ROWS) {
        shown =
            shown.stream()
                .sorted((a, b) -> Boolean.compare(a.hit(), b.hit()))
                .limit(MOST_ROWS)
                .toList();
        html.raw(
            "<p class=\"note\">%d of %d distinct starts, misses first.</p>"
                .formatted(MOST_ROWS, r.rows().size()));
      }
      html.table(
          List.of("start", "end", "recalled", "steps"), shown.stream().map(this::row).toList());
      html.raw("</div>");
    }
    html.raw("</div></details>");
  }

  /** The numbers of the curve, where there is one. */
  private void recall(RetrievalTable r) {
    if (!r.recall().isEmpty()) {
      html.table(
          List.of("wrong signs", "copies", "distinct", "recalled", "95 % interval", "mean overlap"),
          r.recall().stream()
              .map(
                  p ->
                      List.of(
                          "%d (%.0f %%)".formatted(p.flips(), 100 * p.flipped()),
                          Integer.toString(p.recalled().total()),
                          Integer.toString(p.distinct()),
                          "%.0f %%".formatted(100 * p.recalled().fraction()),
                          interval(p.recalled()),
                          Prefix.fixed(p.overlap(), 2)))
              .toList());
    }
  }

  private static String interval(SuccessFraction f) {
    return f.hasInterval() ? "%.0f to %.0f %%".formatted(100 * f.low(), 100 * f.high()) : "\u2013";
  }

  private List<String> row(RetrievalTable.Row r) {
    String end =
        r.end() != null
            ? Markup.pattern(r.end())
            : "cycle " + String.join(" ", r.cycle().stream().map(Markup::pattern).toList());
    return List.of(
        Markup.pattern(r.start()),
        end,
        r.hit() ? yes("good") : no("bad"),
        Long.toString(r.steps()));
  }

  private void group(String kind, String... names) {
    html.raw("<div class=\"" + kind + "\">");
    for (String name : names) {
      if (figures.get(name) != null) {
        html.figure(svg.get(name), figures.get(name).width());
      }
    }
    html.raw("</div>");
  }

  private static String yes(String kind) {
    return "<span class=\"%s\">\u2713 yes</span>".formatted(kind);
  }

  private static String no(String kind) {
    return "<span class=\"%s\">\u2717 no</span>".formatted(kind);
  }

  private static String small(double error) {
    return String.format(Locale.ROOT, "%.1e", error).replace('-', '\u2212');
  }
}
