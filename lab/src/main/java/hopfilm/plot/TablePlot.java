package hopfilm.plot;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import hopfilm.chart.Stack;
import hopfilm.io.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Columns of the tables of runs against one another. */
public final class TablePlot {
  /** Colours and dashes keep so many curves apart. */
  public static final int MAX_CURVES = 14;

  /** Width without the names of the curves [px]. */
  private static final int WIDTH = 760;

  /** Height of the plot [px]. */
  private static final int PLOT = 386;

  /** More points than pixels only make a file large. */
  private static final int MAX_POINTS = 4000;

  private TablePlot() {}

  /**
   * A curve.
   *
   * @param label its name beside the curve
   * @param table that holds both columns
   * @param column drawn upwards
   */
  public record Curve(String label, Table table, String column) {}

  /**
   * Writes a plot as {@code NAME.svg}, {@code NAME.png} or both.
   *
   * @param files each ends with .svg or .png
   * @param title above the plot
   * @param x column that is drawn to the right, in every table
   * @param curves 1 to {@link #MAX_CURVES}; those of one unit share a panel, in the order of units
   * @param note what else is to be said below the title; may be empty
   * @throws IllegalArgumentException if no row has a number in both columns
   */
  public static void write(
      List<Path> files, String title, String x, List<Curve> curves, String note)
      throws IOException {
    Map<String, List<Curve>> byUnit = new LinkedHashMap<>();
    for (Curve c : curves) {
      byUnit.computeIfAbsent(unit(c.table, c.column), u -> new ArrayList<>()).add(c);
    }
    List<Figure> panels = byUnit.values().stream().map(c -> of(title, x, c, note)).toList();
    FigureFiles.write(files, "plot", panels.size() == 1 ? panels.get(0) : new Stack(panels));
  }

  private static Figure of(String title, String x, List<Curve> curves, String note) {
    double[][] xs = new double[curves.size()][];
    double[][] ys = new double[curves.size()][];
    for (int k = 0; k < curves.size(); k++) {
      Table table = curves.get(k).table;
      double[] a = table.column(x);
      double[] b = table.column(curves.get(k).column);
      int stride = 1 + (a.length - 1) / MAX_POINTS;
      int[] kept =
          IntStream.range(0, a.length)
              .filter(i -> Double.isFinite(a[i]) && Double.isFinite(b[i]))
              .filter(i -> i % stride == 0 || i == a.length - 1)
              .toArray();
      xs[k] = Arrays.stream(kept).mapToDouble(i -> a[i]).toArray();
      ys[k] = Arrays.stream(kept).mapToDouble(i -> b[i]).toArray();
    }
    Axis right = axis(x, unit(curves.get(0).table, x), xs);
    String column = curves.get(0).column;
    Axis up = axis(quantity(curves), unit(curves.get(0).table, column), ys);
    String subtitle =
        String.join(", ", curves.stream().map(Curve::column).distinct().toList())
            + " against "
            + x
            + (note.isEmpty() ? "" : "; " + note);
    int names = CurveChart.roomForNames(curves.stream().map(Curve::label).toList());
    CurveChart chart =
        new CurveChart(title, subtitle, right.title, up.title)
            .width(WIDTH + names)
            .plotHeight(PLOT)
            .namesAtEnds()
            .axes(withAir(right), PlotAxis.roomy(up.low, up.high));
    for (int k = 0; k < curves.size(); k++) {
      chart.line(
          curves.get(k).label,
          Arrays.stream(xs[k]).map(v -> v / right.factor).toArray(),
          Arrays.stream(ys[k]).map(v -> v / up.factor).toArray());
    }
    return chart.figure();
  }

  /**
   * @param title with the unit
   * @param factor of the unit's prefix
   * @param low smallest number, in that unit
   * @param high largest number
   */
  private record Axis(String title, double factor, double low, double high) {}

  private static Axis axis(String name, String unit, double[][] numbers) {
    double[] all = Arrays.stream(numbers).flatMapToDouble(Arrays::stream).toArray();
    if (all.length == 0) {
      throw new IllegalArgumentException("no row has a number in both columns");
    }
    Prefix prefix = unit.isEmpty() ? new Prefix("", 1) : Prefix.of(all);
    String title = unit.isEmpty() ? name : "%s (%s%s)".formatted(name, prefix.symbol(), unit);
    return new Axis(
        title.strip(),
        prefix.factor(),
        DoubleStream.of(all).min().getAsDouble() / prefix.factor(),
        DoubleStream.of(all).max().getAsDouble() / prefix.factor());
  }

  /** The column, or what the names of several have in common, such as G of G_n1_n2 and G_n1_n3. */
  private static String quantity(List<Curve> curves) {
    List<String> names = curves.stream().map(Curve::column).distinct().toList();
    List<String> heads = names.stream().map(n -> n.replaceFirst("_.*", "")).distinct().toList();
    return names.size() == 1 ? names.get(0) : String.join(", ", heads);
  }

  private static String unit(Table table, String column) {
    return table.columns().get(table.indexOf(column).getAsInt()).unit();
  }

  /** Curves run on to the edges of the plot but for a hundredth. */
  private static PlotAxis withAir(Axis right) {
    double width = right.high - right.low;
    double air = width > 0 ? 0.01 * width : Math.max(1e-3, 0.05 * Math.abs(right.high));
    return new PlotAxis(right.low - air, right.high + air, false);
  }
}
