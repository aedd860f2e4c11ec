package hopfilm.figures;

import hopfilm.chart.BarMarks;
import hopfilm.chart.ChartFigure;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.figures.EnergyReading.PatternEnergy;
import hopfilm.figures.EnergyReading.Trained;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;

/** E' of the patterns as bars, the trained ones and the lowest one marked. */
public final class EnergyChart {
  /** With more patterns only the lowest are shown. */
  private static final int MOST_BARS = 20;

  /** Width of a sign [px]. */
  private static final int CHARACTER = 14;

  private EnergyChart() {}

  /**
   * Draws the bars.
   *
   * @param reference what G' is measured against
   */
  public static Figure of(EnergyReading reading, String reference) {
    List<PatternEnergy> shown = shown(reading);
    Set<String> trained =
        reading.trained().stream().map(Trained::pattern).collect(Collectors.toSet());
    Prefix prefix =
        Prefix.of(reading.energies().stream().mapToDouble(PatternEnergy::watts).toArray());
    boolean turned =
        CHARACTER * shown.get(0).pattern().length() * shown.size() > 0.8 * ChartFigure.WIDTH;
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(ChartFigure.WIDTH)
            .height(turned ? 390 + CHARACTER * shown.get(0).pattern().length() : 390)
            .xAxisTitle(
                "pattern: signs of the electrodes in order"
                    + (shown.size() < reading.energies().size()
                        ? " (%d of %d)".formatted(shown.size(), reading.energies().size())
                        : ""))
            .yAxisTitle("E\u2032 (" + prefix.symbol() + "W)")
            .build();
    ChartFigure.style(chart.getStyler());
    chart.getStyler().setOverlapped(true);
    chart.getStyler().setAvailableSpaceFill(0.7);
    chart.getStyler().setXAxisLabelRotation(turned ? 90 : 0);
    chart.getStyler().setXAxisMaxLabelCount(0);
    chart.getStyler().setXAxisTickMarkSpacingHint(10);
    List<String> names =
        shown.stream().map(e -> Fonts.pattern(e.pattern())).collect(Collectors.toList());
    add(
        chart,
        "trained",
        Palette.VERMILLION,
        names,
        shown,
        prefix,
        e -> trained.contains(e.pattern()));
    add(chart, "others", Palette.SKY, names, shown, prefix, e -> !trained.contains(e.pattern()));
    chart.addAnnotation(new BarMarks(shown, trained, reading.minimum(), prefix));
    ChartFigure.yRange(
        chart,
        shown.stream().mapToDouble(PatternEnergy::watts).min().orElse(0) / prefix.factor(),
        shown.stream().mapToDouble(PatternEnergy::watts).max().orElse(0) / prefix.factor(),
        true);
    String subtitle = "lower is stronger; reference " + reference + uniform(shown);
    return new ChartFigure("Energies of the patterns: " + reading.label(), subtitle, chart, 0);
  }

  /** The uniform pattern carries no current: it is no memory, whatever its energy. */
  private static String uniform(List<PatternEnergy> shown) {
    return shown.stream().map(PatternEnergy::pattern).anyMatch(EnergyChart::isUniform)
        ? "; +\u2026+ carries no current"
        : "";
  }

  private static boolean isUniform(String pattern) {
    return pattern.chars().distinct().count() == 1;
  }

  private static void add(
      CategoryChart chart,
      String name,
      Color colour,
      List<String> names,
      List<PatternEnergy> shown,
      Prefix prefix,
      Predicate<PatternEnergy> belongs) {
    List<Double> values = new ArrayList<>();
    for (PatternEnergy e : shown) {
      values.add(belongs.test(e) ? e.watts() / prefix.factor() : null);
    }
    CategorySeries series = chart.addSeries(name, names, values);
    series.setFillColor(colour);
  }

  /** All in natural order, or the lowest where they are too many, and always the trained ones. */
  public static List<PatternEnergy> shown(EnergyReading reading) {
    List<PatternEnergy> all = reading.energies();
    if (all.size() <= MOST_BARS) {
      return all;
    }
    List<PatternEnergy> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(PatternEnergy::watts));
    List<PatternEnergy> shown = new ArrayList<>(sorted.subList(0, MOST_BARS));
    for (PatternEnergy e : sorted.subList(MOST_BARS, sorted.size())) {
      if (reading.trained().stream().anyMatch(t -> t.pattern().equals(e.pattern()))) {
        shown.add(e);
      }
    }
    return shown;
  }
}
