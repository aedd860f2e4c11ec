package hopfilm.plot;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.PlotAxis;
import hopfilm.io.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Conductances pulse by pulse, as those who build networks of devices draw them. */
public final class PulseChart {

  /** Colours keep so many curves apart. */
  private static final int MAX_CURVES = 7;

  private PulseChart() {}

  private record Curve(String label, double[] change) {
    double end() {
      return Math.abs(change[change.length - 1]);
    }
  }

  /**
   * The change of each conductance between two electrodes since before the first pulse, of many
   * those that end farthest away.
   *
   * @param pulses one row a pulse, the first before them; null for a run without any
   * @return null for such a run
   */
  public static Figure of(Table pulses, List<String> electrodes) {
    if (pulses == null) {
      return null;
    }
    double[] number = pulses.column("pulse");
    List<Curve> curves = new ArrayList<>();
    for (int a = 0; a < electrodes.size(); a++) {
      for (int b = a + 1; b < electrodes.size(); b++) {
        String column = "G_" + electrodes.get(a) + "_" + electrodes.get(b);
        if (pulses.has(column)) {
          double[] percent = percent(pulses.column(column));
          curves.add(new Curve(electrodes.get(a) + "\u2013" + electrodes.get(b), percent));
        }
      }
    }
    curves.sort(Comparator.comparingDouble(c -> -c.end()));
    int all = curves.size();
    List<Curve> shown = curves.subList(0, Math.min(all, MAX_CURVES));
    CurveChart chart =
        new CurveChart(
                "Conductance pulse by pulse",
                "read at rest after each pulse; above zero: conducts better"
                    + (shown.size() < all ? "; %d of %d pairs".formatted(shown.size(), all) : ""),
                "pulse",
                "change of |G| (%)")
            .namesAtEnds();
    double low = 0;
    double high = 0;
    for (Curve c : shown) {
      chart.line(c.label, number, c.change);
      for (double x : c.change) {
        low = Math.min(low, x);
        high = Math.max(high, x);
      }
    }
    chart.axes(PlotAxis.whole(0, number[number.length - 1]), PlotAxis.roomy(low, high));
    return chart.figure();
  }

  private static double[] percent(double[] g) {
    double[] percent = new double[g.length];
    for (int k = 0; k < g.length; k++) {
      percent[k] = 100 * (g[k] / g[0] - 1);
    }
    return percent;
  }
}
