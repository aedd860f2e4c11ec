package hopfilm.report;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Fonts;
import hopfilm.chart.Layers;
import hopfilm.chart.Pointed;
import hopfilm.chart.Prefix;
import hopfilm.figures.FilmState;
import hopfilm.figures.FilmThumbnail;
import hopfilm.figures.Snapshots;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.plot.EnergyChart;
import hopfilm.result.PatternEnergies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** A run as a page with a slider: film, current, energies and curves at each snapshot. */
public final class SliderPage {
  private static final int MAX_FRAMES = 60;

  /** Characters of all pictures of the film; the rest of a page takes up to 400,000. */
  private static final int FILM = 1_100_000;

  private static final int MAX_CURVES = 4;

  private static final List<String> CURVES =
      List.of("E-time", "R-time", "G-change", "edges-time", "T-time", "V-time", "I-time", "m-time");

  /**
   * The film at a snapshot.
   *
   * @param film its label says what is done to it
   * @param energies null where there are none
   */
  public record Moment(FilmState film, PatternEnergies energies) {}

  /** The snapshots of a run, read one after the other: all films at once may not fit in memory. */
  public interface Moments {
    /** Number of snapshots. */
    int count();

    /** One of them, from 0. */
    Moment at(int k) throws IOException;
  }

  private final RunReportData data;
  private final RunFigures figures;
  private final Html html;
  private final List<Double> times = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private SliderPage(RunReportData data) {
    this.data = data;
    this.figures = new RunFigures(data);
    this.html = new Html(data.facts().name());
  }

  /**
   * Writes {@link RunFolder#slider}, which fetches nothing.
   *
   * @param moments two or more
   * @return the page
   */
  public static Path write(RunReportData data, Moments moments, RunFolder folder)
      throws IOException {
    WholeFile.writeSafely(folder.slider(), new SliderPage(data).page(moments));
    return folder.slider();
  }

  private String page(Moments moments) throws IOException {
    List<String> films = new ArrayList<>();
    List<PatternEnergies> energies = new ArrayList<>();
    FilmThumbnail film = null;
    List<Integer> chosen = IntStream.range(0, moments.count()).boxed().toList();
    for (int n = 0; n < chosen.size(); n++) {
      Moment moment = moments.at(chosen.get(n));
      film = figures.little(moment.film());
      films.add(frame(film.cells(), "film-" + n));
      if (n == 0) { // all take about as much
        int most = Math.max(2, Math.min(MAX_FRAMES, FILM / films.get(0).length()));
        chosen = Snapshots.choose(chosen, most);
      }
      if (moment.energies() != null) {
        energies.add(moment.energies());
      }
      times.add(moment.film().time());
      words.add(words(moment));
    }
    html.raw("<h1>" + Markup.escape(data.facts().name()) + "</h1>");
    html.summary(RunSummary.of(data));
    controls();
    String still = FigureFiles.svg(film.marks(), "marks");
    String cells = String.join("", films);
    int marks = still.indexOf('>') + 1;
    html.raw("<div class=\"pair\">");
    html.figure(
        still.substring(0, marks) + cells + still.substring(marks),
        0,
        Markup.escape(film.legend() + current(film) + shown(moments.count())));
    if (energies.size() == films.size()) {
      Layers bars = EnergyChart.moving(energies, settled(), data.reference().name());
      html.figure(layered(bars, "energies"), bars.still().width());
    }
    CURVES.stream()
        .map(figures::get)
        .filter(Pointed.class::isInstance)
        .limit(MAX_CURVES)
        .forEach(f -> curve((Pointed) f));
    html.raw("</div>");
    html.script("slider.js");
    return html.page();
  }

  /** The first moment at which training has begun: a random start would press all bars flat. */
  private int settled() {
    double start = data.phases().isEmpty() ? 0 : data.phases().get(0).start();
    return (int) times.stream().limit(times.size() - 1L).filter(t -> t < start).count();
  }

  private String current(FilmThumbnail film) {
    return !film.hasCurrent()
        ? ""
        : data.isTrained() ? ", as in training" : ", with all signals at their largest";
  }

  private String shown(int snapshots) {
    return times.size() == snapshots
        ? "."
        : "; %d of %d snapshots.".formatted(times.size(), snapshots);
  }

  private static String words(Moment moment) {
    PatternEnergies e = moment.energies();
    FilmState film = moment.film();
    String time = film.time() == 0 ? "0" : Prefix.format(film.time(), "s");
    return Stream.of(
            "t = " + time, film.label(), e == null ? null : "lowest " + Fonts.pattern(e.minimum()))
        .filter(StringUtils::isNotEmpty)
        .collect(Collectors.joining(", "));
  }

  private void controls() {
    html.raw(
        """
        <div class="slider">
        <button type="button" id="play">Play</button>
        <input type="range" id="frame" min="0" max="%d" value="0" aria-label="Moment of the run">
        <output for="frame" id="moment">%s</output>
        </div>\
        """
            .formatted(times.size() - 1, words.get(0)));
    html.raw(
        words.stream()
            .map(w -> "<li>" + Markup.escape(w) + "</li>")
            .collect(Collectors.joining("", "<ol id=\"moments\" hidden>", "</ol>")));
  }

  private void curve(Pointed figure) {
    String name = "curve-" + html.body().length();
    Layers layers = new Layers(figure, times.stream().map(figure::pointer).toList());
    html.figure(layered(layers, name), figure.width());
  }

  /** The still parts with those of each moment above them. */
  private static String layered(Layers layers, String name) {
    String still = FigureFiles.svg(layers.still(), name);
    StringBuilder moving = new StringBuilder();
    for (int k = 0; k < layers.moving().size(); k++) {
      moving.append(frame(layers.moving().get(k), name + "-" + k));
    }
    int end = still.lastIndexOf("</svg");
    return still.substring(0, end) + moving + still.substring(end);
  }

  private static String frame(Figure part, String name) {
    String svg = FigureFiles.svg(part, name);
    return "<svg class=\"frame\">"
        + svg.substring(svg.indexOf('>') + 1, svg.lastIndexOf("</svg"))
        + "</svg>";
  }
}
