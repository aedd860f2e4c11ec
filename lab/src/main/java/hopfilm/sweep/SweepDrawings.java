package hopfilm.sweep;

import hopfilm.experiment.Objective;
import hopfilm.experiment.SweepAxis;
import hopfilm.input.ExperimentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The choice of a drawing: which keys of a sweep are its axes, its lines or its panels. */
public final class SweepDrawings {

  /** More lines than these are drawn as a map. */
  private static final int MAX_LINES = 8;

  private SweepDrawings() {}

  /**
   * The drawing of a sweep.
   *
   * @param sweep its folder
   * @param x a swept key, or its ending where no other ends so; of numbers unless there is a y
   * @param y another one; null for a curve
   * @param value a name of {@link Objective}, or a column of numbers
   * @param pool swept keys whose runs are taken together as if they repeated each other
   * @throws ExperimentException if there is no such sweep, key or value, or too much is kept apart
   */
  public static SweepDrawing of(Path sweep, String x, String y, String value, List<String> pool) {
    SweepTable table = SweepTable.read(sweep);
    MapAxis right = axis(table, "--x", x);
    List<String> pooled = pool.stream().map(k -> key(table, "--pool", k)).toList();
    requireNoAxis(pool, pooled, right);
    SweepDrawing drawing;
    if (y == null) {
      if (!right.isOfNumbers()) {
        throw ExperimentException.of("--x " + x, SweepMessage.MAP_NO_NUMBERS, right.key());
      }
      RunValue shown = value(table, value);
      if (!shown.kinds().isEmpty()) {
        throw ExperimentException.of("--value " + value, SweepMessage.MAP_KINDS);
      }
      drawing = overOne(table, right, shown, pooled);
    } else {
      MapAxis up = axis(table, "--y", y);
      if (right.key().equals(up.key())) {
        throw ExperimentException.of("--y " + y, SweepMessage.MAP_SAME_KEY, right.key());
      }
      requireNoAxis(pool, pooled, up);
      drawing = overTwo(table, right, up, value(table, value), pooled);
    }
    if (!drawing.hasNumbers()) {
      throw ExperimentException.of(table.file(), SweepMessage.MAP_NOTHING, value);
    }
    if (!drawing.hasRoom()) {
      throw ExperimentException.of(sweep, SweepMessage.MAP_APART);
    }
    return drawing;
  }

  /**
   * The drawings that a sweep over one or two keys of numbers makes by itself: of all named values,
   * or of the numbers of the films where nothing was trained.
   */
  static List<SweepDrawing> of(SweepTable table) {
    List<MapAxis> axes = ofNumbers(table);
    if (axes.isEmpty() || axes.size() > 2) {
      return List.of();
    }
    List<Objective> objectives =
        axes.size() == 2
            ? List.of(Objective.values())
            : List.of(Objective.LEARNED, Objective.MARGIN, Objective.RECALLED);
    List<SweepDrawing> ofTraining =
        drawn(table, axes, objectives.stream().map(RunValue::of).toList());
    return ofTraining.isEmpty()
        ? drawn(table, axes, RunValue.ofFilms(table, axes.size()))
        : ofTraining;
  }

  private static List<SweepDrawing> drawn(
      SweepTable table, List<MapAxis> axes, List<RunValue> values) {
    return values.stream()
        .map(
            v ->
                axes.size() == 1
                    ? overOne(table, axes.get(0), v, List.of())
                    : overTwo(table, axes.get(0), axes.get(1), v, List.of()))
        .filter(d -> d.hasNumbers() && d.hasRoom())
        .toList();
  }

  private static SweepDrawing overOne(
      SweepTable table, MapAxis x, RunValue value, List<String> pool) {
    List<String> apart = apart(table, pool, x.key());
    List<Alike> lines = Alike.of(table, apart);
    List<String> pooled = pooled(table, apart, x.key());
    if (lines.size() <= MAX_LINES) {
      return new SweepCurve(table, x, value, lines, pooled);
    }
    String joined = String.join(" and ", apart);
    SweepTable wider = apart.size() == 1 ? table : Alike.together(table, apart, joined);
    MapAxis up = MapAxis.of(joined, wider.values(joined));
    return new SweepMap(wider, x, up, value, Alike.of(wider, List.of()), pooled);
  }

  private static SweepDrawing overTwo(
      SweepTable table, MapAxis x, MapAxis y, RunValue value, List<String> pool) {
    List<String> apart = apart(table, pool, x.key(), y.key());
    List<String> pooled = pooled(table, apart, x.key(), y.key());
    return new SweepMap(table, x, y, value, Alike.of(table, apart), pooled);
  }

  /** All swept keys but for seeds, those of the axes and those that are taken together. */
  private static List<String> apart(SweepTable table, List<String> pool, String... axes) {
    List<String> keys = table.keys().stream().filter(k -> !SweepAxis.isSeed(k)).toList();
    return without(without(keys, pool, axes), with(table, axes));
  }

  /** The keys whose values go with those of an axis. */
  private static List<String> with(SweepTable table, String... axes) {
    return Stream.of(axes).flatMap(a -> table.with(a).stream()).toList();
  }

  /** The keys whose runs are taken together at a point. */
  private static List<String> pooled(SweepTable table, List<String> apart, String... axes) {
    return without(without(table.keys(), apart, axes), with(table, axes));
  }

  private static List<String> without(List<String> keys, List<String> some, String... more) {
    return keys.stream().filter(k -> !some.contains(k) && !List.of(more).contains(k)).toList();
  }

  /** The swept keys of numbers but for seeds; of those that go together the first. */
  private static List<MapAxis> ofNumbers(SweepTable table) {
    List<String> keys = table.keys();
    return keys.stream()
        .filter(k -> !SweepAxis.isSeed(k))
        .filter(k -> table.with(k).stream().noneMatch(o -> keys.indexOf(o) < keys.indexOf(k)))
        .map(k -> MapAxis.of(k, table.values(k)))
        .filter(MapAxis::isOfNumbers)
        .filter(a -> a.values().size() > 1 && a.values().size() <= SweepDrawing.MAX_VALUES)
        .toList();
  }

  /** A swept key that was named on the command line. */
  private static void requireNoAxis(List<String> given, List<String> pooled, MapAxis axis) {
    int found = pooled.indexOf(axis.key());
    if (found >= 0) {
      throw ExperimentException.of(
          "--pool " + given.get(found), SweepMessage.MAP_POOLED_AXIS, axis.key());
    }
  }

  private static String key(SweepTable table, String option, String given) {
    List<String> keys = table.keys();
    List<String> matching =
        keys.contains(given)
            ? List.of(given)
            : keys.stream().filter(k -> k.endsWith("." + given)).toList();
    String place = option + " " + given;
    if (matching.isEmpty()) {
      throw keys.isEmpty()
          ? ExperimentException.of(place, SweepMessage.MAP_NO_KEYS)
          : ExperimentException.of(place, SweepMessage.MAP_KEY_UNKNOWN, String.join(", ", keys));
    } else if (matching.size() > 1) {
      throw ExperimentException.of(
          place, SweepMessage.MAP_KEY_SEVERAL, String.join(", ", matching));
    }
    return matching.get(0);
  }

  private static MapAxis axis(SweepTable table, String option, String given) {
    String key = key(table, option, given);
    List<String> values = table.values(key);
    if (values.size() > SweepDrawing.MAX_VALUES) {
      throw ExperimentException.of(
          option + " " + given, SweepMessage.MAP_TOO_MANY, values.size(), SweepDrawing.MAX_VALUES);
    }
    return MapAxis.of(key, values);
  }

  /** A value that was named on the command line. */
  private static RunValue value(SweepTable table, String name) {
    if (name.equals(RunValue.TEXTURE.name()) && table.columns().contains(name)) {
      return RunValue.TEXTURE;
    }
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
          .filter(
              c -> table.rows().stream().anyMatch(r -> Double.isFinite(SweepTable.number(r, c))))
          .forEach(known::add);
      if (table.columns().contains(RunValue.TEXTURE.name())) {
        known.add(RunValue.TEXTURE.name());
      }
      throw ExperimentException.of(
          "--value " + name, SweepMessage.MAP_VALUE, String.join(" | ", known));
    }
    return RunValue.ofColumn(name, RunValue.isOfBothSigns(numbers));
  }
}
