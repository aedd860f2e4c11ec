package hopfilm.sweep;

import hopfilm.experiment.Objective;
import hopfilm.figures.MapData;
import hopfilm.figures.MapData.Scale;
import hopfilm.figures.SweepMapFigure;
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
import java.util.Map;
import java.util.stream.Stream;

/**
 * A number of the runs of a sweep over two of its keys. The runs that differ in other keys, such as
 * seeds and patterns, are taken together; those that failed are left out.
 */
public final class SweepMap {

  /** More than these no one can tell apart. */
  static final int MOST_VALUES = 60;

  /** Numbers over a larger range than this get a logarithmic scale. */
  private static final double WIDE = 10;

  private final SweepTable table;
  private final MapAxis x;
  private final MapAxis y;
  private final RunValue value;

  /** Rows from the lowest y on. */
  private final Reading[][] cells;

  private SweepMap(SweepTable table, MapAxis x, MapAxis y, RunValue value) {
    this.table = table;
    this.x = x;
    this.y = y;
    this.value = value;
    List<Map<String, String>> done = table.done();
    this.cells = new Reading[y.values().size()][x.values().size()];
    for (int j = 0; j < cells.length; j++) {
      for (int i = 0; i < cells[j].length; i++) {
        String atX = x.values().get(i);
        String atY = y.values().get(j);
        cells[j][i] =
            value.of(
                done.stream()
                    .filter(r -> r.get(x.key()).equals(atX) && r.get(y.key()).equals(atY))
                    .toList());
      }
    }
  }

  /**
   * The map of a sweep.
   *
   * @param sweep its folder
   * @param x a swept key, or its ending where no other ends so
   * @param y another one
   * @param value a name of {@link Objective}, or a column of numbers
   * @throws ExperimentException if there is no such sweep, key or value
   */
  public static SweepMap of(Path sweep, String x, String y, String value) {
    SweepTable table = SweepTable.read(sweep);
    MapAxis right = axis(table, "--x", x);
    MapAxis up = axis(table, "--y", y);
    if (right.key().equals(up.key())) {
      throw ExperimentException.of("--y " + y, Message.MAP_SAME_KEY, right.key());
    }
    SweepMap map = new SweepMap(table, right, up, value(table, value));
    if (!map.hasNumbers()) {
      throw ExperimentException.of(table.file(), Message.MAP_NOTHING, value);
    }
    return map;
  }

  /**
   * Maps of all named values over the two keys of numbers, where a sweep has just two of these; of
   * the numbers of the films where nothing was trained.
   */
  static List<SweepMap> ofTwoKeys(SweepTable table) {
    List<MapAxis> axes = ofNumbers(table);
    if (axes.size() != 2) {
      return List.of();
    }
    List<SweepMap> ofTraining =
        maps(table, axes, Arrays.stream(Objective.values()).map(RunValue::of));
    return ofTraining.isEmpty() ? maps(table, axes, RunValue.ofFilms(table).stream()) : ofTraining;
  }

  private static List<SweepMap> maps(
      SweepTable table, List<MapAxis> axes, Stream<RunValue> values) {
    return values
        .map(v -> new SweepMap(table, axes.get(0), axes.get(1), v))
        .filter(SweepMap::hasNumbers)
        .toList();
  }

  /** The swept keys of numbers but for seeds. */
  static List<MapAxis> ofNumbers(SweepTable table) {
    return table.keys().stream()
        .filter(k -> !k.endsWith("seed"))
        .map(k -> MapAxis.of(k, table.values(k)))
        .filter(MapAxis::isOfNumbers)
        .filter(a -> a.values().size() > 1 && a.values().size() <= MOST_VALUES)
        .toList();
  }

  private boolean hasNumbers() {
    return Arrays.stream(cells).flatMap(Arrays::stream).anyMatch(c -> Double.isFinite(c.value()));
  }

  /** A swept key that was named on the command line. */
  static MapAxis axis(SweepTable table, String option, String given) {
    List<String> keys = table.keys();
    List<String> matching =
        keys.contains(given)
            ? List.of(given)
            : keys.stream().filter(k -> k.endsWith("." + given)).toList();
    String place = option + " " + given;
    if (matching.isEmpty()) {
      throw keys.isEmpty()
          ? ExperimentException.of(place, Message.MAP_NO_KEYS)
          : ExperimentException.of(place, Message.MAP_KEY_UNKNOWN, String.join(", ", keys));
    } else if (matching.size() > 1) {
      throw ExperimentException.of(place, Message.MAP_KEY_SEVERAL, String.join(", ", matching));
    }
    List<String> values = table.values(matching.get(0));
    if (values.size() > MOST_VALUES) {
      throw ExperimentException.of(place, Message.MAP_TOO_MANY, values.size(), MOST_VALUES);
    }
    return MapAxis.of(matching.get(0), values);
  }

  /** A value that was named on the command line. */
  static RunValue value(SweepTable table, String name) {
    if (Objective.names().contains(name)) {
      return RunValue.of(Objective.named(name));
    }
    double[] numbers =
        table.columns().contains(name)
            ? table.rows().stream()
                .mapToDouble(r -> SweepTable.number(r, name))
                .filter(Double::isFinite)
                .toArray()
            : new double[0];
    if (numbers.length == 0) {
      List<String> known = new ArrayList<>(Objective.names());
      table.columns().stream()
          .filter(c -> !c.equals("run") && !known.contains(c))
          .filter(c -> table.rows().stream().anyMatch(r -> isNumber(r, c)))
          .forEach(known::add);
      throw ExperimentException.of("--value " + name, Message.MAP_VALUE, String.join(" | ", known));
    }
    return RunValue.ofColumn(name, RunValue.isOfBothSigns(numbers));
  }

  private static boolean isNumber(Map<String, String> row, String column) {
    return Double.isFinite(SweepTable.number(row, column));
  }

  private Path folder() {
    return table.file().resolveSibling("");
  }

  /** Name of its files without their ending. */
  private String name() {
    return "map-" + value.name().replaceAll("[^A-Za-z0-9._-]", "-");
  }

  /** Lines of values, the largest y first; each begins with its y, the head has the values of x. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(y.title()));
    head.addAll(x.labels());
    rows.add(head);
    for (int j = cells.length - 1; j >= 0; j--) {
      List<String> row = new ArrayList<>(List.of(y.labels().get(j)));
      Arrays.stream(cells[j]).map(this::text).forEach(row::add);
      rows.add(row);
    }
    return rows;
  }

  private String text(Reading c) {
    if (!Double.isFinite(c.value())) {
      return "-";
    }
    return c.hits() >= 0
        ? c.hits() + "/" + c.total()
        : Quantity.format(c.value(), value.dimension());
  }

  /** What stands above the lines. */
  public String title() {
    int runs = Arrays.stream(cells).flatMap(Arrays::stream).mapToInt(Reading::runs).sum();
    return "%s over %s (right) and %s (up), %d runs"
        .formatted(value.title(), x.title(), y.title(), runs);
  }

  /**
   * Writes {@code map-VALUE.svg}, {@code .png} and {@code .csv} into the folder of the sweep, and
   * shows the map in its report.
   *
   * @return the files
   */
  public List<Path> write() throws IOException {
    Path folder = folder();
    List<Path> files =
        Stream.of(".svg", ".png", ".csv").map(ending -> folder.resolve(name() + ending)).toList();
    new SweepMapFigure(data()).write(files.subList(0, 2));
    WholeFile.writeSafely(files.get(2), csv());
    SweepReport.showMaps(folder);
    return files;
  }

  /** Writes one file, as a table or as a picture. */
  public void writeFile(Path file) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      WholeFile.writeSafely(file, csv());
    } else {
      new SweepMapFigure(data()).write(List.of(file));
    }
  }

  /** In SI units but for the swept keys, whose units are in the head. */
  private String csv() {
    StringBuilder csv = new StringBuilder();
    String column = value.dimension().unit().isEmpty() ? value.name() : value.titleWithUnit();
    csv.append(RunsTable.line(List.of(x.title(), y.title(), column, "low", "high", "runs")));
    for (int j = 0; j < cells.length; j++) {
      for (int i = 0; i < cells[j].length; i++) {
        Reading c = cells[j][i];
        csv.append(
            RunsTable.line(
                List.of(
                    x.exact().get(i),
                    y.exact().get(j),
                    RunsTable.number(c.value()),
                    RunsTable.number(c.low()),
                    RunsTable.number(c.high()),
                    Integer.toString(c.runs()))));
      }
    }
    return csv.toString();
  }

  private MapData data() {
    String name =
        value.title().substring(0, 1).toUpperCase(Locale.ROOT) + value.title().substring(1);
    List<String> others =
        table.keys().stream().filter(k -> !k.equals(x.key()) && !k.equals(y.key())).toList();
    String sweep = folder().toAbsolutePath().normalize().getFileName().toString();
    List<List<MapData.Cell>> rows =
        Arrays.stream(cells)
            .map(
                row ->
                    Arrays.stream(row)
                        .map(
                            c ->
                                new MapData.Cell(
                                    c.value(), c.total() == c.runs() ? c.hits() : -1, c.runs()))
                        .toList())
            .toList();
    return new MapData(
        name,
        sweep + (others.isEmpty() ? "" : ", over " + String.join(" and ", others)),
        x.axis(),
        y.axis(),
        new MapData.Quantity(value.title(), value.dimension().unit(), scale()),
        rows);
  }

  private Scale scale() {
    if (value.scale() != Scale.LOGARITHMIC) {
      return value.scale();
    }
    double[] all =
        Arrays.stream(cells)
            .flatMap(Arrays::stream)
            .mapToDouble(Reading::value)
            .filter(Double::isFinite)
            .toArray();
    double low = Arrays.stream(all).min().orElse(0);
    double high = Arrays.stream(all).max().orElse(0);
    return low > 0 && high > WIDE * low ? Scale.LOGARITHMIC : Scale.PLAIN;
  }
}
