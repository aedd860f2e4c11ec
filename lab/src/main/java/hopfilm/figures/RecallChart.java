package hopfilm.figures;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.hopfield.RecallCurve;
import java.util.function.ToDoubleFunction;

/** Recalled copies, and how near their ends come, against the fraction of signs that was wrong. */
public final class RecallChart {

  private RecallChart() {}

  public static Figure of(RetrievalTable table) {
    double[] x = percent(table, RecallCurve.Point::flipped);
    return new CurveChart(
            "Recall, " + table.update(),
            "Copies that end at their own pattern or its negative; band: 95 % interval of the inputs drawn.",
            "wrong signs (%)",
            "recalled (%)")
        .vertical(0, 100)
        .band(
            "recalled",
            x,
            percent(table, p -> p.recalled().fraction()),
            percent(table, p -> p.recalled().low()),
            percent(table, p -> p.recalled().high()))
        .line("mean overlap with the pattern", x, percent(table, RecallCurve.Point::overlap))
        .figure();
  }

  private static double[] percent(
      RetrievalTable table, ToDoubleFunction<RecallCurve.Point> fraction) {
    return table.recall().stream().mapToDouble(p -> 100 * fraction.applyAsDouble(p)).toArray();
  }
}
