package hopfilm.reproduce;

import hopfilm.chart.CurveChart;
import hopfilm.io.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Columns of the tables of several runs against time: mean, lowest and highest. */
public final class BandChart {

  private final List<Table> tables = new ArrayList<>();
  private final double start;

  /**
   * @param runs with rows at the same times; time counts from the end of the relaxation
   */
  public BandChart(List<FinishedRun> runs) throws IOException {
    for (FinishedRun run : runs) {
      tables.add(run.table());
    }
    this.start = runs.get(0).experiment().initial().relaxTime();
  }

  /** Draws some columns; their names and what they are called. */
  public CurveChart draw(
      String title,
      String subtitle,
      String xTitle,
      String yTitle,
      List<String> columns,
      List<String> labels) {
    CurveChart chart = new CurveChart(title, subtitle, xTitle, yTitle);
    addTo(chart, columns, labels);
    return chart;
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
    for (int c = 0; c < columns.size(); c++) {
      double[] mean = new double[rows];
      double[] low = new double[rows];
      double[] high = new double[rows];
      for (int i = 0; i < rows; i++) {
        int row = first + i;
        String column = columns.get(c);
        Spread s = Spread.of(tables.stream().map(t -> t.column(column)[row]).toList());
        mean[i] = s.mean();
        low[i] = s.least();
        high[i] = s.greatest();
      }
      chart.band(labels.get(c), x, mean, low, high);
    }
  }
}
