package hopfilm.accuracy;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.magnet.Discretisation;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Error against cost, a chart for each content, three beside each other. */
public final class AccuracyFigure implements Figure {

  /**
   * One run of the study.
   *
   * @param content name of what was computed
   * @param cell size [nm]
   * @param seconds processor time
   * @param errors in percent
   */
  public record Row(
      String content,
      Discretisation scheme,
      double cell,
      double seconds,
      List<String> quantities,
      List<Double> errors) {}

  private static final int COLUMNS = 3;
  private static final int WIDTH = 500;

  private final List<Figure> charts = new ArrayList<>();

  AccuracyFigure(List<Row> rows) {
    for (String content : rows.stream().map(Row::content).distinct().toList()) {
      charts.add(chart(rows.stream().filter(r -> r.content().equals(content)).toList()));
    }
  }

  private static Figure chart(List<Row> rows) {
    Row first = rows.get(0);
    CurveChart chart =
        new CurveChart(
                first.content(),
                "cells of 8, 5, 4, 2.5 and 2 nm, from left to right",
                "processor time (s)",
                "error of " + first.quantities().get(0) + " (%)")
            .logarithmic()
            .width(WIDTH);
    for (Discretisation d : Discretisation.values()) {
      List<Row> own = rows.stream().filter(r -> r.scheme() == d).toList();
      double[] x = own.stream().mapToDouble(Row::seconds).toArray();
      double[] y = own.stream().mapToDouble(r -> r.errors().get(0)).toArray();
      chart.points(d.name().toLowerCase(Locale.ROOT), x, y);
    }
    return chart.figure();
  }

  @Override
  public int width() {
    return WIDTH * Math.min(COLUMNS, charts.size());
  }

  @Override
  public int height() {
    int lines = (charts.size() + COLUMNS - 1) / COLUMNS;
    return lines * charts.stream().mapToInt(Figure::height).max().orElse(0);
  }

  @Override
  public String description() {
    return "Error against processor time for three discretisations and five sizes of cells";
  }

  @Override
  public void paint(Graphics2D g) {
    int high = charts.stream().mapToInt(Figure::height).max().orElse(0);
    for (int k = 0; k < charts.size(); k++) {
      Graphics2D own = (Graphics2D) g.create();
      own.translate(k % COLUMNS * WIDTH, k / COLUMNS * high);
      charts.get(k).paint(own);
      own.dispose();
    }
  }
}
