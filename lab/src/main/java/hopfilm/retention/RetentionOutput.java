package hopfilm.retention;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.Page;
import hopfilm.page.Page.Picture;
import hopfilm.page.Sheet;
import hopfilm.retention.Retention.Bake;
import hopfilm.retention.Retention.Crossed;
import hopfilm.retention.Retention.Event;
import hopfilm.retention.Retention.Film;
import hopfilm.retention.Retention.Kind;
import hopfilm.retention.Retention.Reading;
import hopfilm.retention.Retention.Rest;
import hopfilm.run.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A retention in words, tables and figures: the same for terminal and page. Writes {@code
 * summary.json}, {@code retention.csv}, figures and {@code index.html}.
 */
public final class RetentionOutput {

  /** Least half width of the axis of weights left, so that noise does not fill the figure. */
  private static final double LEAST_RANGE = 0.05;

  private RetentionOutput() {}

  static void write(Retention r, Path path) throws IOException {
    RunFolder folder = new RunFolder(path);
    JsonFile.write(folder.summary(), r);
    WholeFile.writeSafely(folder.retained(), table(r).csv());
    Html html = new Html(r.name());
    html.raw("<h1>" + Markup.escape(r.name()) + "</h1>");
    int number = 0;
    for (Kind kind : kinds(r)) {
      number++;
      tell(r, kind, html);
      String end = r.only() == null ? "-" + number : "";
      String weights = FigureFiles.write(folder.figures(), "retention" + end, weights(kind));
      html.figures("figures", List.of(new Picture(weights, 800)));
    }
    tellEvents(r, html);
    html.heading("films", "Films").sheet(films(r.films()));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("program", "Hopfilm " + Provenance.version());
    facts.put("films baked", r.run());
    html.facts(facts);
    WholeFile.writeSafely(folder.page(), html.page());
  }

  /** Tells all of it but the figures. */
  public static void tell(Retention r, Page page) {
    kinds(r).forEach(kind -> tell(r, kind, page));
    tellEvents(r, page);
  }

  private static void tellEvents(Retention r, Page page) {
    if (r.events() != null) {
      page.heading("events", "Other rest states that bakes ended in");
      if (r.events().isEmpty()) {
        page.summary("none");
      } else {
        page.sheet(events(r.events()));
      }
    }
  }

  private static List<Kind> kinds(Retention r) {
    return r.only() == null ? r.kinds() : List.of(r.only());
  }

  private static void tell(Retention r, Kind kind, Page page) {
    if (!kind.kind().isEmpty()) {
      page.heading(kind.kind().replaceAll("[^A-Za-z0-9]+", "-"), kind.kind());
    }
    page.summary(rest(kind));
    page.sheet(bakes(kind));
    Map<String, String> lifetimes = new LinkedHashMap<>();
    kind.crossed()
        .forEach(c -> lifetimes.put(Prefix.fixed(c.temperature(), 0) + " K", crossed(c, r, kind)));
    page.heading("changes", "Bakes that ended in another rest state than the control");
    page.outcome(lifetimes);
  }

  private static String rest(Kind kind) {
    Rest rest = kind.rest();
    return "rest limit (0 K, for ever): %s %s, %s, recalled: %s"
        .formatted(
            what(kind),
            within(rest.weights(), rest.low(), rest.high()),
            margin(kind, rest.margin()),
            count(rest.recalled(), kind.films(), "film"));
  }

  private static String what(Kind kind) {
    return kind.isRow() ? "contrast left" : "weights left";
  }

  private static String margin(Kind kind, Double margin) {
    String name = kind.isRow() ? "sigma" : "margin";
    return margin == null ? "no " + name : name + " " + Prefix.fixed(margin, 3);
  }

  private static String count(int n, int of, String what) {
    return of == 1 ? (n == 1 ? "yes" : "no") : "%d of %d %ss".formatted(n, of, what);
  }

  private static String within(double mean, Double low, Double high) {
    return Prefix.fixed(mean, 3) + (low == null ? "" : " (" + interval(low, high) + ")");
  }

  private static String interval(double low, double high) {
    return Prefix.fixed(low, 3) + " to " + Prefix.fixed(high, 3);
  }

  private static Sheet<Bake> bakes(Kind kind) {
    Sheet<Bake> sheet =
        new Sheet<>(kind.bakes()).add("bake, read cold", Form.TEXT, RetentionOutput::name);
    double[] times = kind.bakes().get(0).times();
    for (int k = 0; k < times.length; k++) {
      int at = k;
      sheet.add(Prefix.format(times[k], "s"), Form.fixed(3), b -> b.weights()[at]);
    }
    int last = times.length - 1;
    return sheet
        .add("95 %", Form.TEXT, b -> b.low() == null ? "" : interval(b.low()[last], b.high()[last]))
        .add("per decade", Form.TEXT, RetentionOutput::slope)
        .add(
            "95 % ",
            Form.TEXT, b -> b.slopeLow() == null ? "" : interval(b.slopeLow(), b.slopeHigh()))
        .add(kind.isRow() ? "sigma" : "margin", Form.fixed(3), Bake::margin)
        .add("recalled", Form.TEXT, b -> "%d of %d".formatted(b.recalled(), b.of()))
        .add("= 300 K at", "m", Form.QUANTITY, Bake::sameThickness);
  }

  private static String name(Bake b) {
    return b.temperature() == 0 ? "0 K (control)" : Prefix.fixed(b.temperature(), 0) + " K";
  }

  /** With its sign; that of a bake is above that of the control. */
  private static String slope(Bake b) {
    String text = Prefix.fixed(b.slope(), 3);
    return text.matches("[1-9].*|0\\.0*[1-9].*") ? "+" + text : text;
  }

  /** What is known of the lifetime, in a sentence. */
  private static String crossed(Crossed c, Retention r, Kind kind) {
    String bakes =
        "%d of %d (%s, bakes of %s)"
            .formatted(
                c.events(),
                c.of(),
                kind.films() == 1 ? "one film" : kind.films() + " films",
                Prefix.format(r.time(), "s"));
    if (c.events() == c.of()) {
      return bakes + "; shorter bakes are needed for a mean time";
    }
    return "%s; mean time to the first change at least %s (95 %%)%s"
        .formatted(
            bakes, Prefix.format(c.atLeast(), "s"), c.events() == 0 ? ", more is not known" : "");
  }

  private static Sheet<Event> events(List<Event> events) {
    return new Sheet<>(events)
        .add("film", Form.WHOLE, Event::film)
        .add("bakes", Form.TEXT, RetentionOutput::bakes)
        .add("turned", "deg", Form.fixed(1), Event::angle)
        .add(
            "change of weights",
            Form.TEXT,
            e -> (e.weightsChange() < 0 ? "" : "+") + Prefix.fixed(e.weightsChange(), 3))
        .add("barrier", "kT", Form.fixed(1), Event::barrierKt)
        .add("back", "kT", Form.fixed(1), Event::backKt)
        .add("lifetime at 300 K", Form.TEXT, e -> e.lifetime() == null ? "" : e.lifetime().words())
        .add("barrier not proven, as", Form.TEXT, e -> e.isFound() ? "" : e.why());
  }

  /** How many bakes ended in a state, by temperature. */
  private static String bakes(Event e) {
    return e.temperatures().stream()
        .distinct()
        .map(
            t ->
                "%d at %s K"
                    .formatted(Collections.frequency(e.temperatures(), t), Prefix.fixed(t, 0)))
        .collect(Collectors.joining(", "));
  }

  private static Sheet<Film> films(List<Film> films) {
    return new Sheet<>(films)
        .add("film", Form.WHOLE, f -> films.indexOf(f) + 1)
        .add("run", Form.TEXT, Film::run)
        .add("kind", Form.TEXT, Film::kind)
        .add("left at rest", Form.fixed(3), f -> f.rest().weights())
        .add("margin at rest", Form.fixed(3), f -> f.rest().margin())
        .add("recalled at rest", Form.TEXT, f -> f.rest().recalled() ? "yes" : "no");
  }

  private static Sheet<Reading> table(Retention r) {
    return new Sheet<>(r.readings())
        .add("film", Form.WHOLE, f -> f.film() + 1)
        .add("run", Form.TEXT, f -> r.films().get(f.film()).run())
        .add("temperature", "K", Form.NUMBER, Reading::temperature)
        .add("seed", Form.WHOLE, Reading::seed)
        .add("time", "s", Form.NUMBER, Reading::time)
        .add("left", Form.NUMBER, f -> f.kept().weights())
        .add("margin", Form.NUMBER, f -> f.kept().margin())
        .add("recalled", Form.TRUTH, f -> f.kept().recalled())
        .add("angle", "deg", Form.NUMBER, Reading::angle);
  }

  private static Figure weights(Kind kind) {
    double[] all =
        kind.bakes().stream()
            .flatMapToDouble(
                b ->
                    b.low() == null
                        ? Arrays.stream(b.weights())
                        : DoubleStream.concat(Arrays.stream(b.low()), Arrays.stream(b.high())))
            .toArray();
    double low = Math.min(1 - LEAST_RANGE, Arrays.stream(all).min().orElseThrow());
    double high = Math.max(1 + LEAST_RANGE, Arrays.stream(all).max().orElseThrow());
    double[] times = nanoseconds(kind.bakes().get(0));
    CurveChart chart =
        new CurveChart(
                kind.isRow() ? "Contrast left, read cold" : "Weights left, read cold",
                "%s at rest (0 K, for ever): %s"
                    .formatted(what(kind), Prefix.fixed(kind.rest().weights(), 3)),
                "time after training (ns)",
                what(kind))
            .axes(
                PlotAxis.around(times[0], times[times.length - 1], true),
                PlotAxis.around(low, high, false))
            .barred()
            .marked();
    for (Bake b : kind.bakes()) {
      if (b.low() == null) {
        chart.line(name(b), nanoseconds(b), b.weights());
      } else {
        chart.band(name(b), nanoseconds(b), b.weights(), b.low(), b.high());
      }
    }
    return chart.figure();
  }

  private static double[] nanoseconds(Bake b) {
    return Arrays.stream(b.times()).map(t -> 1e9 * t).toArray();
  }
}
