package hopfilm.plot;

import hopfilm.chart.BarChart;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.chart.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the weights of several films are distributed. */
public final class WeightHistogram {

  /** So many groups fit side by side on a page. */
  private static final int MAX_GROUPS = 3;

  private static final int BINS = 12;

  /**
   * Films that differ in their seeds alone.
   *
   * @param name of the group, empty where there is one alone
   * @param pairs of electrodes, such as {@code n1 n2}
   * @param films the weights of each film, in the order of the pairs
   */
  public record Group(String name, List<String> pairs, List<double[]> films) {

    public Group {
      pairs = List.copyOf(pairs);
      films = List.copyOf(films);
    }

    /** A weight in all films. */
    public double[] of(int pair) {
      return films.stream().mapToDouble(f -> f[pair]).toArray();
    }
  }

  private WeightHistogram() {}

  /**
   * A histogram for each group, with the same bins.
   *
   * @param unit of the weights, S or Ohm
   */
  public static Figure of(List<Group> groups, String unit) {
    List<Group> shown = groups.subList(0, Math.min(MAX_GROUPS, groups.size()));
    double[] all =
        shown.stream()
            .flatMap(g -> g.films().stream())
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .toArray();
    double low = Arrays.stream(all).min().orElse(0);
    double width = Math.max(Double.MIN_NORMAL, (Arrays.stream(all).max().orElse(0) - low) / BINS);
    Prefix prefix = Prefix.of(all);
    List<Figure> charts = new ArrayList<>();
    for (Group g : shown) {
      charts.add(chart(g, low, width, prefix, unit));
    }
    return new Row(charts.size() == 1 ? "" : "Weights", charts);
  }

  private static Figure chart(Group g, double low, double width, Prefix prefix, String unit) {
    int[] counts = new int[BINS];
    for (double[] film : g.films()) {
      for (double weight : film) {
        if (Double.isFinite(weight)) {
          counts[Math.min(BINS - 1, (int) ((weight - low) / width))]++;
        }
      }
    }
    BarChart.Kind weights = new BarChart.Kind("weights", Palette.BLUE);
    List<BarChart.Bar> bars = new ArrayList<>();
    for (int k = 0; k < BINS; k++) {
      double middle = (low + (k + 0.5) * width) / prefix.factor();
      bars.add(
          new BarChart.Bar(
              String.format(Locale.ROOT, "%.3g", middle).replace('-', '\u2212'),
              counts[k],
              weights,
              ""));
    }
    return new BarChart(
        g.name().isEmpty() ? "Weights" : Fonts.pattern(g.name()),
        "%d pairs of electrodes in %s%s"
            .formatted(
                g.pairs().size(),
                g.films().size() == 1 ? "one film" : g.films().size() + " films",
                unit.equals("S") ? "; below zero: conducts better" : ""),
        "weight (" + prefix.symbol() + unit + "), middle of the bin",
        "weights",
        List.of(weights),
        bars);
  }
}
