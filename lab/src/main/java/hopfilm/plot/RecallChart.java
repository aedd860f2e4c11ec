package hopfilm.plot;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.result.OrEmpty;
import hopfilm.result.Retrieved;
import java.util.function.ToDoubleFunction;

/** Recalled copies, and how near their ends come, against the fraction of signs that was wrong. */
public final class RecallChart {

  private RecallChart() {}

  public static Figure of(Retrieved table) {
    double[] x = percent(table, Retrieved.Recall::flipped);
    return new CurveChart(
            "Recall, " + table.words(),
            "Copies that end at their own pattern or its negative; band: 95 % interval of the"
                + " inputs drawn.",
            "wrong signs (%)",
            "recalled (%)")
        .vertical(0, 100)
        .band(
            "recalled",
            x,
            percent(table, Retrieved.Recall::fraction),
            percent(table, p -> OrEmpty.number(p.low())),
            percent(table, p -> OrEmpty.number(p.high())))
        .line("mean overlap with the pattern", x, percent(table, Retrieved.Recall::overlap))
        .figure();
  }

  private static double[] percent(Retrieved table, ToDoubleFunction<Retrieved.Recall> fraction) {
    return table.recall().stream().mapToDouble(p -> 100 * fraction.applyAsDouble(p)).toArray();
  }
}
