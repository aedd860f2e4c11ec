package hopfilm.sweep;

import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.page.Sheet;
import hopfilm.plot.MapData;
import hopfilm.plot.MapData.Scale;
import hopfilm.plot.SweepMapFigure;
import hopfilm.sweep.RunValue.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A number of the runs of a sweep over two of its keys, a panel for each combination of the other
 * ones.
 */
public final class SweepMap extends SweepDrawing {

  private static final int MAX_PANELS = 12;

  /** Numbers over a larger range than this get a logarithmic scale. */
  private static final double WIDE = 10;

  private final MapAxis y;

  /** By panel, rows from the lowest y on. */
  private final List<Reading[][]> panels;

  SweepMap(
      SweepTable table,
      MapAxis x,
      MapAxis y,
      RunValue value,
      List<Alike> parts,
      List<String> pooled) {
    super(table, x, value, parts, pooled);
    this.y = y;
    this.panels = parts.stream().map(this::cells).toList();
  }

  private Reading[][] cells(Alike panel) {
    Reading[][] cells = new Reading[y.values().size()][x.values().size()];
    for (int j = 0; j < cells.length; j++) {
      String atY = y.values().get(j);
      for (int i = 0; i < cells[j].length; i++) {
        cells[j][i] =
            value.of(
                panel.where(x.key(), x.values().get(i)).stream()
                    .filter(r -> r.get(y.key()).equals(atY))
                    .toList());
      }
    }
    return cells;
  }

  @Override
  boolean hasRoom() {
    return panels.size() <= MAX_PANELS && y.values().size() <= MAX_VALUES;
  }

  @Override
  Stream<Reading> readings() {
    return panels.stream().flatMap(Arrays::stream).flatMap(Arrays::stream);
  }

  @Override
  String name() {
    return "map-" + stem();
  }

  /** Those of each panel with the largest y first. */
  @Override
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(apart());
    head.add(y.title());
    head.addAll(x.labels());
    rows.add(head);
    for (int p = 0; p < panels.size(); p++) {
      for (int j = y.values().size() - 1; j >= 0; j--) {
        List<String> row = new ArrayList<>(parts.get(p).values().values());
        row.add(y.labels().get(j));
        Arrays.stream(panels.get(p)[j]).map(this::text).forEach(row::add);
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public String title() {
    return "%s over %s (right) and %s (up), %d runs"
        .formatted(value.title(), x.title(), y.title(), runs());
  }

  @Override
  String csv() {
    List<List<?>> rows = new ArrayList<>();
    String column = value.dimension().unit().isEmpty() ? value.name() : value.titleWithUnit();
    List<String> head =
        new ArrayList<>(List.of(x.title(), y.title(), column, "low", "high", "runs"));
    head.addAll(apart());
    for (int p = 0; p < panels.size(); p++) {
      for (int j = 0; j < y.values().size(); j++) {
        for (int i = 0; i < x.values().size(); i++) {
          Reading c = panels.get(p)[j][i];
          List<Object> row =
              new ArrayList<>(
                  List.of(
                      x.exact().get(i), y.exact().get(j), exact(c), c.low(), c.high(), c.runs()));
          row.addAll(parts.get(p).values().values());
          rows.add(row);
        }
      }
    }
    return Sheet.of(head, rows).csv();
  }

  private Object exact(Reading c) {
    return value.kinds().isEmpty() || Double.isNaN(c.value())
        ? (Object) c.value()
        : value.kinds().get((int) c.value());
  }

  @Override
  Figure figure() {
    List<MapData> data = new ArrayList<>();
    for (int p = 0; p < panels.size(); p++) {
      data.add(data(parts.get(p).label(), panels.get(p)));
    }
    return SweepMapFigure.of(data);
  }

  private MapData data(String panel, Reading[][] cells) {
    String name =
        value.title().substring(0, 1).toUpperCase(Locale.ROOT) + value.title().substring(1);
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
        panel.isEmpty() ? name : name + ", " + Fonts.withPatterns(panel),
        sweep
            + (panels.size() == 1 ? "" : ", a map for each " + String.join(" and ", apart()))
            + (pooled.isEmpty() ? "" : ", over " + pooled()),
        x.axis(),
        y.axis(),
        new MapData.Quantity(value.title(), value.dimension().unit(), scale(), value.kinds()),
        rows);
  }

  private Scale scale() {
    if (value.scale() != Scale.LOGARITHMIC) {
      return value.scale();
    }
    double[] all = readings().mapToDouble(Reading::value).filter(Double::isFinite).toArray();
    double low = Arrays.stream(all).min().orElse(0);
    double high = Arrays.stream(all).max().orElse(0);
    return low > 0 && high > WIDE * low ? Scale.LOGARITHMIC : Scale.PLAIN;
  }
}
