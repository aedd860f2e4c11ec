package hopfilm.report;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Fonts;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.Sheet;
import hopfilm.plot.PulseSpreadFigure;
import hopfilm.plot.VerifiedFigure;
import hopfilm.plot.WeightHistogram;
import hopfilm.result.PatternEnergies.PatternEnergy;
import hopfilm.result.SweepRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.stat.StatUtils;

/** Writes the report of a sweep: one self-contained page that links to its runs. */
public final class SweepReport {
  /** More thumbnails than this no one looks at. */
  private static final int MAX_BARS = 300;

  /** How files of curves over one key begin. */
  public static final String CURVE = "curve-";

  private static final int MAP_WIDTH = 640;

  private static final String MAPS_BEGIN = "<!-- maps -->";
  private static final String MAPS_END = "<!-- end of maps -->";

  /** More lines say little to a reader; the file has them all. */
  private static final int MAX_PAIRS = 36;

  private final SweepReportData data;
  private final RunFolder folder;
  private final Html html;
  private String verified;
  private int width;
  private String pulses;
  private int pulsesWidth;
  private String weights;
  private int weightsWidth;

  private SweepReport(SweepReportData data, RunFolder folder) {
    this.data = data;
    this.folder = folder;
    this.html = new Html(data.facts().name());
  }

  /**
   * Writes {@code index.html} into the folder of the sweep.
   *
   * @return the page
   */
  public static Path write(SweepReportData data, RunFolder folder) throws IOException {
    Path page = folder.page();
    Files.createDirectories(folder.path());
    SweepReport report = new SweepReport(data, folder);
    if (data.verified() != null) {
      Figure figure = new VerifiedFigure(data.verified());
      report.verified = FigureFiles.write(folder.figures(), "verified", figure);
      report.width = figure.width();
    }
    if (data.pulses() != null) {
      Figure figure = PulseSpreadFigure.of(data.pulses());
      report.pulses = FigureFiles.write(folder.figures(), "pulses", figure);
      report.pulsesWidth = figure.width();
    }
    if (data.weights() != null && data.weights().isSpread()) {
      Figure figure = WeightHistogram.of(data.weights().groups(), data.weights().unit());
      report.weights = FigureFiles.write(folder.figures(), "weights", figure);
      report.weightsWidth = figure.width();
    }
    WholeFile.writeSafely(page, report.page());
    return page;
  }

  /**
   * Shows the maps and curves that are in the folder of a sweep, {@code map-*.svg} and {@code
   * curve-*.svg}, in its report; a folder without a report is left as it is.
   */
  public static void showMaps(Path folder) throws IOException {
    Path page = new RunFolder(folder).page();
    if (!Files.isRegularFile(page)) {
      return;
    }
    String text = Files.readString(page);
    int from = text.indexOf(MAPS_BEGIN);
    int to = text.indexOf(MAPS_END);
    if (from < 0 || to < from) {
      return;
    }
    List<Path> maps;
    try (Stream<Path> files = Files.list(folder)) {
      maps =
          files
              .filter(f -> f.getFileName().toString().matches("(map|" + CURVE + ").*\\.svg"))
              .sorted()
              .toList();
    }
    Html section = new Html("");
    if (!maps.isEmpty()) {
      section.heading("maps", "Over the swept values");
      section.raw(maps.size() > 1 ? "<div class=\"pair\">" : "<div>");
      for (Path map : maps) {
        section.figure(FigureFiles.embedded(map), MAP_WIDTH);
      }
      section.raw("</div>");
    }
    WholeFile.writeSafely(
        page, text.substring(0, from) + MAPS_BEGIN + "\n" + section.body() + text.substring(to));
    FileList.update(new RunFolder(folder));
  }

  private String page() throws IOException {
    html.raw("<h1>" + Markup.escape(data.facts().name()) + "</h1>");
    html.raw("<p class=\"summary\">" + Markup.escape(SweepSummary.of(data)) + "</p>");
    html.outcome(SweepSummary.outcome(data));
    double largest = largest();
    boolean hasEnergies = data.runs().stream().anyMatch(r -> r.energies() != null);
    SweepFilms films = new SweepFilms(html, folder, data.runs(), largest);
    html.links();
    films.write();
    SweepSheets.shares(html, data);
    if (verified != null) {
      html.figure(verified, width);
    }
    html.raw(MAPS_BEGIN + MAPS_END);
    pulses();
    weights();
    if (hasEnergies && !films.isOfAll()) {
      energies(largest);
    }
    SweepSheets.edges(html, data.found());
    html.heading("runs", "Runs");
    html.sheet(
        SweepSheets.runs(
            data.runs(),
            r -> new Markup(RunLink.of(folder, r, Markup.escape(r.folder())), r.folder())));
    return html.page(data.facts());
  }

  /** |E'| of a bar of full height [W], the same for all runs. */
  private double largest() {
    return data.runs().stream()
        .filter(r -> r.energies() != null)
        .flatMap(r -> r.energies().energies().stream())
        .mapToDouble(PatternEnergy::watts)
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  private void energies(double largest) {
    html.heading("energies", "Energies of the patterns, run by run");
    html.raw(
        "<p class=\"note\">E\u2032 of each pattern, the trained one in orange, the lowest one"
            + " framed;"
            + " all on one scale, full height %s.</p>"
                .formatted(MiniBars.scale(largest, data.runs())));
    html.raw("<div class=\"bars\">");
    data.runs().stream()
        .filter(r -> r.energies() != null)
        .limit(MAX_BARS)
        .forEach(r -> bars(r, largest));
    html.raw("</div>");
  }

  private void bars(SweepRecord run, double largest) {
    html.raw(
        RunLink.of(
            folder,
            run,
            "%s<span>%s</span><br>%s"
                .formatted(
                    MiniBars.svg(run.energies(), largest, MiniBars.NARROW),
                    RunLink.values(run),
                    RunLink.verdict(run))));
  }

  private void pulses() {
    if (pulses != null) {
      html.heading("pulses", "Pulse by pulse");
      html.figure(pulses, pulsesWidth);
      html.raw(
          "<p class=\"note\">Mean and deviation of every conductance, of the energy and of the"
              + " heat:"
              + " <a href=\"%1$s\">%1$s</a></p>".formatted(RunFile.PULSES.text()));
    }
  }

  private void weights() {
    if (data.weights() == null || data.weights().films() < 2) {
      return;
    }
    html.heading("weights", "Weights over the films");
    if (weights != null) {
      html.figure(weights, weightsWidth);
    }
    for (WeightHistogram.Group g : data.weights().groups()) {
      if (g.films().size() > 1 && g.pairs().size() <= MAX_PAIRS) {
        html.raw("<p>" + Markup.withPatterns(Fonts.pattern(g.name())) + "</p>");
        html.sheet(spread(g));
      }
    }
    html.raw(
        "<p class=\"note\">Values of each film at its first readout at rest after training; every"
            + " conductance and weight:"
            + " <a href=\"%1$s\">%1$s</a></p>".formatted(RunFile.WEIGHTS.text()));
  }

  private Sheet<Integer> spread(WeightHistogram.Group g) {
    String unit = data.weights().unit();
    return new Sheet<>(IntStream.range(0, g.pairs().size()).boxed().toList())
        .add("pair", Form.TEXT, p -> g.pairs().get(p))
        .add("mean", unit, Form.QUANTITY, p -> StatUtils.mean(g.of(p)))
        .add("deviation", unit, Form.QUANTITY, p -> Math.sqrt(StatUtils.variance(g.of(p))))
        .add("smallest", unit, Form.QUANTITY, p -> StatUtils.min(g.of(p)))
        .add("largest", unit, Form.QUANTITY, p -> StatUtils.max(g.of(p)));
  }
}
