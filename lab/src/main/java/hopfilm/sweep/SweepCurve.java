package hopfilm.sweep;

import hopfilm.chart.CurveChart;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.PlotAxis;
import hopfilm.chart.Prefix;
import hopfilm.experiment.Objective;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.io.WholeFile;
import hopfilm.report.SweepReport;
import hopfilm.sweep.RunValue.Reading;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A number of the runs of a sweep against one of its keys. The runs that differ in other keys, such
 * as seeds and patterns, are taken together; those that failed are left out. Of a share the band is
 * its 95 % interval (Wilson), of a mean the smallest and the largest.
 */
public final class SweepCurve {

  private final SweepTable table;
  private final MapAxis x;
  private final RunValue value;
  private final List<Reading> readings;

  private SweepCurve(SweepTable table, MapAxis x, RunValue value) {
    this.table = table;
    this.x = x;
    this.value = value;
    this.readings =
        x.values().stream()
            .map(
                at ->
                    value.of(table.done().stream().filter(r -> r.get(x.key()).equals(at)).toList()))
            .toList();
  }

  /**
   * The curve of a sweep.
   *
   * @param sweep its folder
   * @param x a swept key of numbers, or its ending where no other ends so
   * @param value a name of {@link Objective}, or a column of numbers
   * @throws ExperimentException if there is no such sweep, key or value
   */
  public static SweepCurve of(Path sweep, String x, String value) {
    SweepTable table = SweepTable.read(sweep);
    MapAxis along = SweepMap.axis(table, "--x", x);
    if (!along.isOfNumbers()) {
      throw ExperimentException.of("--x " + x, Message.MAP_NO_NUMBERS, along.key());
    }
    SweepCurve curve = new SweepCurve(table, along, SweepMap.value(table, value));
    if (!curve.hasNumbers()) {
      throw ExperimentException.of(table.file(), Message.MAP_NOTHING, value);
    }
    return curve;
  }

  /**
   * Curves of what is learned, its margin and what is recalled, where one key of numbers is swept;
   * of the numbers of the films where nothing was trained.
   */
  static List<SweepCurve> ofOneKey(SweepTable table) {
    List<MapAxis> axes = SweepMap.ofNumbers(table);
    if (axes.size() != 1) {
      return List.of();
    }
    List<SweepCurve> ofTraining =
        curves(
            table,
            axes.get(0),
            Stream.of(Objective.LEARNED, Objective.MARGIN, Objective.RECALLED).map(RunValue::of));
    return ofTraining.isEmpty()
        ? curves(table, axes.get(0), RunValue.ofFilms(table).stream())
        : ofTraining;
  }

  private static List<SweepCurve> curves(SweepTable table, MapAxis x, Stream<RunValue> values) {
    return values.map(v -> new SweepCurve(table, x, v)).filter(SweepCurve::hasNumbers).toList();
  }

  private boolean hasNumbers() {
    return readings.stream().anyMatch(r -> Double.isFinite(r.value()));
  }

  private String name() {
    return SweepReport.CURVE + value.name().replaceAll("[^A-Za-z0-9._-]", "-");
  }

  /** What stands above the lines. */
  public String title() {
    int runs = readings.stream().mapToInt(Reading::runs).sum();
    return "%s over %s, %d runs".formatted(value.title(), x.title(), runs);
  }

  /** Lines of values, with a head. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(x.title(), value.title(), "from", "to", "runs"));
    for (int k = 0; k < readings.size(); k++) {
      Reading r = readings.get(k);
      rows.add(
          List.of(
              x.labels().get(k),
              r.hits() >= 0 ? r.hits() + "/" + r.total() : number(r.value()),
              number(r.low()),
              number(r.high()),
              Integer.toString(r.runs())));
    }
    return rows;
  }

  private String number(double v) {
    return Double.isFinite(v) ? Quantity.format(v, value.dimension()) : "-";
  }

  /**
   * Writes {@code curve-VALUE.svg}, {@code .png} and {@code .csv} into the folder of the sweep, and
   * shows the curve in its report.
   *
   * @return the files
   */
  public List<Path> write() throws IOException {
    Path folder = table.file().resolveSibling("");
    List<Path> files =
        Stream.of(".svg", ".png", ".csv").map(ending -> folder.resolve(name() + ending)).toList();
    for (Path file : files) {
      writeFile(file);
    }
    SweepReport.showMaps(folder);
    return files;
  }

  /** Writes one file, as a table or as a picture. */
  public void writeFile(Path file) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      WholeFile.writeSafely(file, csv());
    } else {
      FigureFiles.write(List.of(file), name(), chart().figure());
    }
  }

  /** In SI units but for the swept key, whose unit is in the head. */
  private String csv() {
    StringBuilder csv = new StringBuilder();
    csv.append(RunsTable.line(List.of(x.title(), value.titleWithUnit(), "low", "high", "runs")));
    for (int k = 0; k < readings.size(); k++) {
      Reading r = readings.get(k);
      csv.append(
          RunsTable.line(
              List.of(
                  x.exact().get(k),
                  RunsTable.number(r.value()),
                  RunsTable.number(r.low()),
                  RunsTable.number(r.high()),
                  Integer.toString(r.runs()))));
    }
    return csv.toString();
  }

  private CurveChart chart() {
    int[] shown = finite();
    double[] at =
        Arrays.stream(shown).mapToDouble(k -> Double.parseDouble(x.exact().get(k))).toArray();
    double[] y = Arrays.stream(shown).mapToDouble(k -> readings.get(k).value()).toArray();
    double[] low = Arrays.stream(shown).mapToDouble(k -> bound(k, readings.get(k).low())).toArray();
    double[] high =
        Arrays.stream(shown).mapToDouble(k -> bound(k, readings.get(k).high())).toArray();
    boolean hasUnit = !value.dimension().unit().isEmpty();
    Prefix prefix = hasUnit ? Prefix.of(y) : new Prefix("", 1);
    for (double[] each : List.of(y, low, high)) {
      for (int k = 0; k < each.length; k++) {
        each[k] /= prefix.factor();
      }
    }
    boolean isShare = readings.stream().anyMatch(r -> r.hits() >= 0);
    String name = value.title();
    CurveChart chart =
        new CurveChart(
            name + " over " + x.key(),
            readings.stream().mapToInt(Reading::runs).sum() + " runs" + band(isShare),
            x.title(),
            hasUnit ? name + " (" + prefix.symbol() + value.dimension().unit() + ")" : name);
    chart.band(name, at, y, low, high).marked().namesAtEnds();
    double least = Arrays.stream(low).min().orElseThrow();
    double most = Arrays.stream(high).max().orElseThrow();
    return chart.axes(
        PlotAxis.roomy(at[0], at[at.length - 1]),
        isShare ? new PlotAxis(0, 1, false) : PlotAxis.roomy(least, most));
  }

  /** What the band is, where there is one. */
  private String band(boolean isShare) {
    if (readings.stream().noneMatch(r -> r.high() > r.low())) {
      return "";
    }
    return "; band: " + (isShare ? "95 % interval (Wilson)" : "smallest and largest");
  }

  private double bound(int k, double bound) {
    return Double.isFinite(bound) ? bound : readings.get(k).value();
  }

  private int[] finite() {
    return IntStream.range(0, readings.size())
        .filter(k -> Double.isFinite(readings.get(k).value()))
        .toArray();
  }
}
