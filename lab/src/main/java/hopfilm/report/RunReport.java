package hopfilm.report;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.figures.FilmStrip;
import hopfilm.figures.SnapshotPicture;
import hopfilm.figures.Snapshots;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.Sheet;
import hopfilm.result.Energies;
import hopfilm.result.Outcome;
import hopfilm.result.Retrieved;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    if (!data.summary().recalls().memories().isEmpty()) {
      new MemorySection(html, data).write(data.summary().recalls());
      group("pair", "hebb");
    }
    retrieval();
    heat();
    conductances();
    return html.page(data.facts());
  }

  private void head() {
    html.raw("<h1>" + Markup.escape(data.facts().name()) + "</h1>");
    Outcome outcome = data.outcome();
    if (outcome != null) {
      html.raw(
          "<p class=\"verdict %s\">%s</p>"
              .formatted(outcome.text(), RunLink.verdict(outcome, RunSummary.stored(data))));
    }
    if (!data.summary().head().isDone()) {
      html.raw(
          "<p class=\"alert\">This run is not complete: "
              + Markup.escape(data.summary().head().message())
              + "</p>");
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
    if (data.decisive() != null) {
      all.put("energies", "Energies");
    }
    if (!data.summary().recalls().memories().isEmpty()) {
      all.put("memories", "Memories");
    }
    if (!data.summary().retrieval().isEmpty()) {
      all.put("retrieval", "Retrieval");
    }
    if (figures.get("T-time") != null) {
      all.put("heat", "Heat");
    }
    if (!data.summary().readings().labels().isEmpty()) {
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
    Energies result = data.decisive();
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
                    data.reference().name(),
                    result.input() == null ? "" : ", " + result.input().words() + " throughout")
            + " energy is the one the film remembers: lower is stronger. A pattern and its negative"
            + " are one state."
            + (result.isUniformOneOfThem()
                ? ""
                : " The uniform pattern carries no current and its E\u2032 is zero"
                    + " whatever was trained, so it does not count.")
            + (result.sampled() ? " Not all patterns were looked at: these were sampled." : ""));
    String note = data.reference().note();
    if (note != null) {
      html.raw("<p class=\"alert\">" + Markup.escape(note) + "</p>");
    }
    group("pair", "energies", "E-time");
    Sheet<?> readings = RunSheets.readings(data);
    if (!readings.cells().isEmpty()) {
      html.sheet(readings);
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

  /** True if the inputs of the network are currents. */
  private boolean isResistance() {
    return data.summary().network().isResistance();
  }

  private void conductances() {
    if (data.summary().readings().labels().isEmpty()) {
      return;
    }
    html.heading("conductances", "Conductances");
    group("trio", "G-before", "G-after", "G-weights");
    html.sheet(RunSheets.conductances(data.summary()));
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
    if (data.summary().retrieval().isEmpty()) {
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
        IntStream.rangeClosed(1, data.summary().retrieval().size())
            .boxed()
            .flatMap(k -> Stream.of("retrieval-" + k, "recall-" + k))
            .toArray(String[]::new));
    html.raw("<details><summary>All starts</summary><div class=\"tables\">");
    for (Retrieved r : data.summary().retrieval()) {
      html.raw(
          "<div><h3>%s, self-term %s: %s</h3>"
              .formatted(Markup.escape(r.words()), Markup.escape(r.selfTerm()), r.counts()));
      if (!r.recall().isEmpty()) {
        html.sheet(RunSheets.recall(r));
      }
      List<String> trained = data.summary().network().trained();
      List<Map.Entry<String, Retrieved.End>> shown = List.copyOf(r.from().entrySet());
      if (shown.size() > MOST_ROWS) {
        shown =
            shown.stream()
                .sorted(Comparator.comparing(e -> e.getValue().hits(trained)))
                .limit(MOST_ROWS)
                .toList();
        html.raw(
            "<p class=\"note\">%d of %d distinct starts, misses first.</p>"
                .formatted(MOST_ROWS, r.from().size()));
      }
      html.sheet(
          new Sheet<>(shown)
              .add("start", Form.SIGNS, Map.Entry::getKey)
              .add("end", Form.TEXT, e -> end(e.getValue()))
              .add(
                  "recalled",
                  Form.TEXT,
                  e -> RunSheets.mark(e.getValue().hits(trained), "good", "bad"))
              .add("steps", Form.WHOLE, e -> e.getValue().steps()));
      html.raw("</div>");
    }
    html.raw("</div></details>");
  }

  private static Markup end(Retrieved.End end) {
    String cycle = String.join(" ", end.cycle());
    return end.end() != null
        ? new Markup(Markup.pattern(end.end()), end.end())
        : new Markup(
            "cycle " + String.join(" ", end.cycle().stream().map(Markup::pattern).toList()),
            "cycle " + cycle);
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
}
