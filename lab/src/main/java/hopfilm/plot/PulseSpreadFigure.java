package hopfilm.plot;

import hopfilm.chart.BarChart;
import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Palette;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import hopfilm.chart.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/** Device curves of several films: mean and deviation pulse by pulse, and how the films ended. */
public final class PulseSpreadFigure {

  /** Colours keep so many groups apart. */
  private static final int MAX_GROUPS = 6;

  private static final int BINS = 10;

  /** Fewer have no distribution to show. */
  private static final int MIN_FILMS = 5;

  /**
   * Films that differ in their seeds alone.
   *
   * @param pair of electrodes whose conductance changed most
   * @param changes of that conductance after each pulse, for each film [%]
   */
  public record Group(String name, String pair, List<double[]> changes) {
    public Group {
      changes = List.copyOf(changes);
    }
  }

  private PulseSpreadFigure() {}

  /**
   * Curves to the left; of five films or more the distribution after the last pulse to the right.
   */
  public static Figure of(List<Group> all) {
    List<Group> groups = all.subList(0, Math.min(MAX_GROUPS, all.size()));
    Figure curves = curves(groups);
    return films(groups) < MIN_FILMS
        ? curves
        : new Row("Conductance pulse by pulse", List.of(curves, histogram(groups)));
  }

  private static int films(List<Group> groups) {
    return groups.stream().mapToInt(g -> g.changes().size()).sum();
  }

  private static String pair(Group g) {
    String pattern = Fonts.pattern(g.name());
    return pattern.isEmpty() ? g.pair() : pattern + " " + g.pair();
  }

  private static Figure curves(List<Group> groups) {
    int films = films(groups);
    CurveChart chart =
        new CurveChart(
                "Conductance pulse by pulse",
                (films == 1 ? "one film" : "mean and deviation, %d films".formatted(films))
                    + (groups.size() == 1
                        ? ", " + pair(groups.get(0))
                        : ", pair that changes most"),
                "pulse",
                "conducts better by (%)")
            .namesAtEnds();
    double low = 0;
    double high = 0;
    int last = 1;
    for (Group g : groups) {
      int n = g.changes().get(0).length;
      double[] x = IntStream.range(0, n).asDoubleStream().toArray();
      double[] mean = new double[n];
      double[] below = new double[n];
      double[] above = new double[n];
      for (int k = 0; k < n; k++) {
        int pulse = k;
        double[] all = g.changes().stream().mapToDouble(c -> c[pulse]).toArray();
        mean[k] = StatUtils.mean(all);
        double deviation = all.length > 1 ? Math.sqrt(StatUtils.variance(all)) : 0;
        below[k] = mean[k] - deviation;
        above[k] = mean[k] + deviation;
        low = Math.min(low, below[k]);
        high = Math.max(high, above[k]);
      }
      chart.band(pair(g), x, mean, below, above);
      last = Math.max(last, n - 1);
    }
    return chart.axes(PlotAxis.whole(0, last), PlotAxis.roomy(low, high)).figure();
  }

  private static Figure histogram(List<Group> groups) {
    double[] ends =
        groups.stream()
            .flatMap(g -> g.changes().stream())
            .mapToDouble(c -> c[c.length - 1])
            .sorted()
            .toArray();
    double low = ends[0];
    double width = Math.max(1e-9, (ends[ends.length - 1] - low) / BINS);
    int[] counts = new int[BINS];
    for (double e : ends) {
      counts[Math.min(BINS - 1, (int) ((e - low) / width))]++;
    }
    BarChart.Kind films = new BarChart.Kind("films", Palette.BLUE);
    List<BarChart.Bar> bars = new ArrayList<>();
    int decimals = (int) Math.max(1, Math.min(9, Math.ceil(1 - Math.log10(width))));
    for (int k = 0; k < BINS; k++) {
      String name = Prefix.fixed(low + (k + 0.5) * width, decimals);
      bars.add(new BarChart.Bar(name, counts[k], films, ""));
    }
    return new BarChart(
        "After the last pulse",
        "films by the change of that conductance",
        "change of |G| (%), middle of the bin",
        "films",
        List.of(films),
        bars);
  }
}
