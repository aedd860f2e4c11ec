package hopfilm.claimpage;

import hopfilm.chart.CurveChart;
import hopfilm.chart.PlotAxis;
import hopfilm.expression.ExpressionMessage;
import hopfilm.expression.Type;
import hopfilm.input.Nearest;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Evidence;
import hopfilm.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Numbers, tables, curves and figures of a page, from the readings of its films. */
record PageEvidence(
    PageSection page,
    List<PageFilm> films,
    List<FinishedRun> runs,
    Map<String, Column> columns,
    Evidence evidence) {

  private static final String CHARTS = "charts";
  private static final String CURVES = "curves";
  private static final String COLUMNS = "columns";

  /** Refuses charts and figures of readings and kinds that there are not. */
  static void check(PageSection page, Set<String> readings, List<String> kinds) {
    for (YamlNode node : page.list(CHARTS)) {
      PageSection c =
          PageSection.of(node, CHARTS)
              .allow(List.of("title", "subtitle", "x", "y", "scale", "of", COLUMNS, CURVES));
      c.needed("title", "the title of the chart");
      c.word("scale", List.of("logarithmic"));
      for (String name : c.section(CURVES).entries().keySet()) {
        if (!readings.contains(name)) {
          throw c.error(
              CURVES,
              ExpressionMessage.EXPRESSION_NAME_NEAR,
              name,
              Nearest.to(name, readings).orElse(String.join(", ", readings)));
        }
      }
      if (c.has("of")) {
        requireKind(c, "of", c.text("of"), kinds);
      }
    }
    PageSection figures = page.section("figures");
    for (String name : figures.entries().keySet()) {
      if (name.contains("/")) {
        requireKind(figures, name, PageFilm.kind(name, kinds), kinds);
      }
    }
  }

  private static void requireKind(
      PageSection section, String key, String kind, List<String> kinds) {
    if (!kinds.contains(kind)) {
      throw section.error(key, ExpressionMessage.EXPRESSION_KIND, kind, String.join("; ", kinds));
    }
  }

  void add() {
    List<Column> shown =
        columns.values().stream()
            .filter(
                c -> !c.title().isEmpty() && c.type() != Type.LISTS && c.type() != Type.MATRICES)
            .toList();
    List<String> kinds = films.stream().map(PageFilm::kind).distinct().toList();
    numbers(shown, kinds);
    table(shown, kinds);
    if (!page.text("table").isEmpty()) {
      each(shown);
    }
    for (YamlNode chart : page.list(CHARTS)) {
      chart(PageSection.of(chart, CHARTS), kinds);
    }
    page.section("figures").entries().keySet().forEach(name -> figure(name, kinds));
  }

  private void numbers(List<Column> shown, List<String> kinds) {
    for (String kind : kinds) {
      for (Column c : shown) {
        Column own = c.of(kind);
        String name = kinds.size() == 1 ? c.title() : kind + ": " + c.title();
        if (own.hasValue() && own.isTruth()) {
          evidence.number(name, own.share());
        } else if (own.hasValue() && own.type() == Type.NUMBERS) {
          evidence.number(name, own.spread(), c.unit());
        }
      }
    }
  }

  private void table(List<Column> shown, List<String> kinds) {
    List<Column> several = shown.stream().filter(c -> c.type() != Type.TEXTS).toList();
    Evidence.Rows table =
        evidence.table("Films", "films", several.stream().map(Column::title).toList(), "n");
    for (String kind : kinds) {
      List<String> cells = several.stream().map(c -> c.of(kind).words()).toList();
      table.row(kind, cells, films.stream().filter(f -> f.kind().equals(kind)).count());
    }
  }

  private void each(List<Column> shown) {
    Evidence.Rows table =
        evidence.table(
            "Each film",
            "film",
            shown.stream()
                .map(c -> c.unit().isEmpty() ? c.title() : c.title() + " (" + c.unit() + ")")
                .toList());
    for (int k = 0; k < films.size(); k++) {
      int film = k;
      table.row(films.get(k).run().name(), shown.stream().map(c -> c.words(film)).toList());
    }
  }

  private void chart(PageSection c, List<String> kinds) {
    CurveChart chart =
        new CurveChart(c.text("title"), c.text("subtitle"), c.text("x"), c.text("y"));
    Map<String, YamlNode> table = c.section(COLUMNS).entries();
    if (!table.isEmpty()) {
      List<FinishedRun> some =
          IntStream.range(0, runs.size())
              .filter(k -> !c.has("of") || films.get(k).kind().equals(c.text("of")))
              .mapToObj(runs::get)
              .toList();
      List<String> labels = table.keySet().stream().map(c.section(COLUMNS)::text).toList();
      new BandChart(some).addTo(chart, List.copyOf(table.keySet()), labels);
    }
    PageSection curves = c.section(CURVES);
    if (!curves.entries().isEmpty()) {
      double[] x = kinds.stream().mapToDouble(PageEvidence::number).toArray();
      for (String name : curves.entries().keySet()) {
        BandChart.band(
            chart, curves.text(name), x, k -> columns.get(name).of(kinds.get(k)).spread());
      }
      if (c.has("scale")) {
        chart.axes(PlotAxis.around(x[0], x[x.length - 1], true), null);
      }
    }
    evidence.picture(
        c.text("title").toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"),
        chart,
        "Mean of the films; the band is from the lowest to the highest.");
  }

  /** The first number in the name of a kind. */
  private static double number(String kind) {
    return Double.parseDouble(kind.replaceAll("^[^0-9.-]*(-?[0-9.]+).*$", "$1"));
  }

  /** Signs of a pattern become letters; the hyphen between two words stays. */
  private static String fileName(String name) {
    return name.replace('+', 'p').replaceAll("-(?![a-z])", "m").replaceAll("\\W+", "-");
  }

  private void figure(String name, List<String> kinds) {
    String kind = PageFilm.kind(name, kinds);
    IntStream.range(0, runs.size())
        .filter(k -> films.get(k).kind().equals(kind))
        .findFirst()
        .ifPresent(
            k ->
                evidence.picture(
                    fileName(name),
                    runs.get(k).figure(name.substring(name.lastIndexOf('/') + 1)),
                    page.section("figures").text(name)));
  }
}
