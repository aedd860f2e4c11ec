package hopfilm.sweep;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import hopfilm.page.Sheet;
import hopfilm.report.SweepReport;
import hopfilm.sweep.RunValue.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A number of the runs of a sweep against one of its keys, a line for each combination of the other
 * ones. Of a share the band is its 95 % interval (Wilson), of a mean the smallest and the largest.
 */
public final class SweepCurve extends SweepDrawing {

  /** More areas would lie over each other. */
  private static final int MAX_BANDS = 3;

  /** By line and value of x. */
  private final List<List<Reading>> lines;

  SweepCurve(SweepTable table, MapAxis x, RunValue value, List<Alike> parts, List<String> pooled) {
    super(table, x, value, parts, pooled);
    this.lines =
        parts.stream()
            .map(part -> x.values().stream().map(at -> value.of(part.where(x.key(), at))).toList())
            .toList();
  }

  @Override
  boolean hasRoom() {
    return true;
  }

  @Override
  Stream<Reading> readings() {
    return lines.stream().flatMap(List::stream);
  }

  @Override
  String name() {
    return SweepReport.CURVE + stem();
  }

  @Override
  public String title() {
    return "%s over %s, %d runs".formatted(value.title(), x.title(), runs());
  }

  @Override
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(apart());
    head.addAll(List.of(x.title(), value.title(), "from", "to", "runs"));
    rows.add(head);
    forEach(
        (part, k, r) -> {
          List<String> row = new ArrayList<>(part.values().values());
          row.addAll(
              List.of(
                  x.labels().get(k),
                  text(r),
                  number(r.low()),
                  number(r.high()),
                  Integer.toString(r.runs())));
          rows.add(row);
        });
    return rows;
  }

  @Override
  String csv() {
    List<String> head =
        new ArrayList<>(List.of(x.title(), value.titleWithUnit(), "low", "high", "runs"));
    head.addAll(apart());
    List<List<?>> rows = new ArrayList<>();
    forEach(
        (part, k, r) -> {
          List<Object> row =
              new ArrayList<>(List.of(x.exact().get(k), r.value(), r.low(), r.high(), r.runs()));
          row.addAll(part.values().values());
          rows.add(row);
        });
    return Sheet.of(head, rows).csv();
  }

  /** A point of a line. */
  private interface Point {
    void of(Alike part, int at, Reading reading);
  }

  private void forEach(Point point) {
    for (int line = 0; line < lines.size(); line++) {
      for (int k = 0; k < x.values().size(); k++) {
        point.of(parts.get(line), k, lines.get(line).get(k));
      }
    }
  }

  @Override
  Figure figure() {
    double[] all = readings().mapToDouble(Reading::value).filter(Double::isFinite).toArray();
    String unit = value.dimension().unit();
    Prefix prefix = unit.isEmpty() ? new Prefix("", 1) : Prefix.of(all);
    String up =
        unit.isEmpty()
            ? value.title()
            : "%s (%s%s)".formatted(value.title(), prefix.symbol(), unit);
    CurveChart chart =
        new CurveChart(value.title() + " over " + x.key(), subtitle(), x.title(), up).marked();
    Range right = new Range();
    Range upwards = new Range();
    for (int line = 0; line < lines.size(); line++) {
      List<Reading> own = lines.get(line);
      int[] shown =
          IntStream.range(0, own.size()).filter(k -> Double.isFinite(own.get(k).value())).toArray();
      double[] at = right.of(shown, k -> Double.parseDouble(x.exact().get(k)));
      double[] y = upwards.of(shown, k -> own.get(k).value() / prefix.factor());
      String label = Fonts.withPatterns(parts.get(line).label());
      if (isRepeated()) {
        double[] low =
            upwards.of(shown, k -> bound(own.get(k), own.get(k).low()) / prefix.factor());
        double[] high =
            upwards.of(shown, k -> bound(own.get(k), own.get(k).high()) / prefix.factor());
        chart.band(label, at, y, low, high);
      } else {
        chart.line(label, at, y);
      }
    }
    if (lines.size() == 1) {
      chart.namesAtEnds();
    } else {
      chart.legendTitle(String.join(", ", apart()));
    }
    if (lines.size() > MAX_BANDS) {
      chart.barred();
    }
    PlotAxis vertical =
        isShare() ? new PlotAxis(0, 1, false) : PlotAxis.roomy(upwards.least, upwards.most);
    return chart.axes(PlotAxis.roomy(right.least, right.most), vertical).figure();
  }

  /** The numbers that an axis must hold. */
  private static final class Range {
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    double[] of(int[] shown, IntToDoubleFunction number) {
      double[] numbers = IntStream.of(shown).mapToDouble(number).toArray();
      for (double n : numbers) {
        least = Math.min(least, n);
        most = Math.max(most, n);
      }
      return numbers;
    }
  }

  private static double bound(Reading r, double bound) {
    return Double.isFinite(bound) ? bound : r.value();
  }

  private boolean isShare() {
    return readings().anyMatch(r -> r.hits() >= 0);
  }

  /** Whether some point is of several runs: of one there is no spread. */
  private boolean isRepeated() {
    return readings().anyMatch(r -> r.runs() > 1);
  }

  /** Which runs there are, and what the band is. */
  private String subtitle() {
    List<String> with = table.with(x.key());
    String words = runs() + " runs" + (with.isEmpty() ? "" : ", with " + String.join(", ", with));
    if (readings().noneMatch(r -> r.runs() > 1 && r.high() > r.low())) {
      return words;
    }
    return "%s; %s: %s over %s"
        .formatted(
            words,
            lines.size() > MAX_BANDS ? "bars" : "band",
            isShare() ? "95 % interval (Wilson)" : "smallest and largest",
            pooled());
  }
}
