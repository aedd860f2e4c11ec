package hopfilm.key;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Keys;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value usually is in films of this kind, see {@link Keys.Usual}.
 *
 * @param key of the experiment file
 * @param text lowest and highest usual magnitude with their units; 0 itself is usual
 * @param values reads it, or all of them [SI]
 */
public record UsualRange(
    String key, String text, Dimension dimension, Function<Experiment, List<Double>> values) {

  /** All that are known, in the order of the file. */
  public static final List<UsualRange> ALL = all();

  private static List<UsualRange> all() {
    List<UsualRange> all = new ArrayList<>();
    for (Component c : Component.all(Experiment.class)) {
      if (c.type().isRecord()) {
        String section = c.of().isAnnotationPresent(Keys.Inline.class) ? "" : c.key();
        all.addAll(of(section, c.type(), c::in));
      }
    }
    all.addAll(of("", Experiment.class, e -> e));
    return List.copyOf(all);
  }

  private static List<UsualRange> of(
      String section, Class<?> record, Function<Experiment, Object> part) {
    List<String> order = ExperimentKeys.children(section);
    return Arrays.stream(record.getDeclaredMethods())
        .filter(m -> m.isAnnotationPresent(Keys.Usual.class))
        .map(m -> of(section, m, part))
        .sorted(
            Comparator.comparingInt(r -> order.indexOf(r.key.substring(r.key.indexOf('.') + 1))))
        .toList();
  }

  private static UsualRange of(String section, Method m, Function<Experiment, Object> part) {
    String name =
        Component.all(m.getDeclaringClass()).stream()
            .filter(c -> c.of().getName().equals(m.getName()))
            .map(Component::key)
            .findFirst()
            .orElse(m.getName());
    String text = m.getAnnotation(Keys.Usual.class).value();
    KeyKind kind = ExperimentKeys.find(Section.join(section, name)).kind();
    KeyKind.Measure measure =
        kind instanceof KeyKind.Measures list ? list.element() : (KeyKind.Measure) kind;
    Dimension dimension = measure.read(text.split(" to ", -1)[0]).dimension();
    return new UsualRange(
        Section.join(section, name), text, dimension, e -> values(m, part.apply(e)));
  }

  private static List<Double> values(Method m, Object part) {
    if (part instanceof Optional<?> section) {
      return section.map(s -> values(m, s)).orElse(List.of());
    }
    try {
      return m.invoke(part) instanceof List<?> all
          ? all.stream().map(Double.class::cast).toList()
          : List.of((Double) m.invoke(part));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Optional<UsualRange> of(String key) {
    return ALL.stream().filter(r -> r.key.equals(key)).findFirst();
  }

  /** A line about each value in an experiment that is unusual. */
  public List<String> warnings(Experiment e) {
    String[] ends = text.split(" to ", -1);
    double low = Quantity.parse(ends[0], dimension);
    double high = Quantity.parse(ends[1], dimension);
    return values.apply(e).stream()
        .filter(v -> v != 0 && (Math.abs(v) < low || Math.abs(v) > high))
        .map(
            v ->
                "%s = %s is unusual, usual are %s; check number and unit"
                    .formatted(key, Quantity.format(v, dimension), text))
        .toList();
  }
}
