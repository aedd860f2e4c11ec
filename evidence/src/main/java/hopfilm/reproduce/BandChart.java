package hopfilm.reproduce;

import hopfilm.chart.CurveChart;
import hopfilm.io.Table;
import hopfilm.reading.FinishedRun;
import hopfilm.sweep.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Columns of the tables of several runs against time: mean, lowest and highest. */
public final class BandChart {

  private final List<Table> tables = new ArrayList<>();
  private final double start;

  /**
   * @param runs with rows at the same times; time counts from the end of the relaxation
   */
  public BandChart(List<FinishedRun> runs) {
    for (FinishedRun run : runs) {
      tables.add(run.table());
    }
    this.start = runs.get(0).start();
  }

  /** Adds some columns to a chart. */
  public void addTo(CurveChart chart, List<String> columns, List<String> labels) {
    double[] times = tables.get(0).column("t");
    int first = 0;
    while (first < times.length - 1 && times[first] < start * (1 - 1e-9)) {
      first++;
    }
    int rows = tables.stream().mapToInt(t -> t.rows().size()).min().orElseThrow() - first;
    double[] x = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = (times[first + i] - start) * 1e9;
    }
    int start = first;
    for (int c = 0; c < columns.size(); c++) {
      List<double[]> values = column(columns.get(c));
      band(chart, labels.get(c), x, i -> Spread.of(values, v -> v[start + i]));
    }
  }

  private List<double[]> column(String name) {
    return tables.stream().map(t -> t.column(name)).toList();
  }

  /** Adds the mean of several things against x, with a band from the lowest to the highest. */
  public static void band(CurveChart chart, String label, double[] x, IntFunction<Spread> at) {
    band(chart, label, x, at, Spread::least, Spread::greatest);
  }

  /** The same with the 95 % interval of the mean as the band, of shares in percent. */
  public static void interval(CurveChart chart, String label, double[] x, IntFunction<Spread> at) {
    band(
        chart,
        label,
        x,
        at,
        s -> Math.max(0, s.mean() - s.error()),
        s -> Math.min(100, s.mean() + s.error()));
  }

  private static void band(
      CurveChart chart,
      String label,
      double[] x,
      IntFunction<Spread> at,
      ToDoubleFunction<Spread> low,
      ToDoubleFunction<Spread> high) {
    List<Spread> all = IntStream.range(0, x.length).mapToObj(at).toList();
    chart.band(
        label,
        x,
        all.stream().mapToDouble(Spread::mean).toArray(),
        all.stream().mapToDouble(low).toArray(),
        all.stream().mapToDouble(high).toArray());
  }
}
