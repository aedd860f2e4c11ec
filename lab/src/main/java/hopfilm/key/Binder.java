package hopfilm.key;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.number;
import static hopfilm.key.YamlValues.numbers;
import static hopfilm.key.YamlValues.scalar;
import static hopfilm.key.YamlValues.text;

import hopfilm.dynamics.Coupling;
import hopfilm.experiment.ElectrodesSpec.GridSize;
import hopfilm.experiment.Keys;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.NamedFile;
import hopfilm.experiment.OutputSpec;
import hopfilm.key.KeyKind.Measure;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Reads and writes a section of the experiment file as a record, see {@link Keys}. */
public final class Binder {

  private static final Map<Class<?>, Codec<?>> CODECS =
      Map.of(
          MaterialSpec.CubicAxes.class,
          new Codec.OfCubicAxes(),
          Coupling.class,
          new Codec.OfCoupling(),
          NamedFile.class,
          new Codec.OfNamedFile(),
          GridSize.class,
          new Codec.OfGrid(),
          OutputSpec.Blocks.class,
          new Codec.OfBlocks(),
          OutputSpec.ContactPairs.class,
          new Codec.OfPairs());

  private Binder() {}

  @SuppressWarnings("unchecked") // each stands beside its type
  private static <T> YamlNode write(Codec<T> codec, Object value) {
    return codec.write((T) value);
  }

  /** The record of a section. */
  public static <R extends Record> R read(Class<R> record, Section s) {
    List<Component> components = Component.all(record);
    Object[] values = new Object[components.size()];
    // a wrong value is said before one that is missing
    for (boolean isGiven : new boolean[] {true, false}) {
      for (int k = 0; k < values.length; k++) {
        Component c = components.get(k);
        if (s.has(c.key()) == isGiven) {
          // of a section that does not belong here, what is in it is looked at first
          values[k] = c.type().isRecord() ? value(c, s) : null;
          Keys.OnlyWith only = c.of().getAnnotation(Keys.OnlyWith.class);
          if (only != null && !c.isAllowed(key -> given(components, key, s))) {
            s.refuse(
                c.key(),
                only.otherwise(),
                only.otherwise().template().contains("<") ? new Object[] {c.key()} : new Object[0]);
          }
          values[k] = values[k] == null ? value(c, s) : values[k];
        }
      }
    }
    R made = Component.make(record, values);
    if (made instanceof Keys.Ruled ruled) {
      ruled
          .faults()
          .forEach(
              (key, message) -> {
                throw s.error(key, message);
              });
    }
    return made;
  }

  private static Optional<String> given(List<Component> components, String key, Section s) {
    Component other = find(components, key);
    return s.has(key) || other.byDefault() != null
        ? Optional.of(other.words().isEmpty() ? "" : s.choice(key))
        : Optional.empty();
  }

  private static Component find(List<Component> components, String key) {
    return components.stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
  }

  private static Object value(Component c, Section s) {
    Class<?> type = c.type();
    String key = c.key();
    if (!c.isInFile()) {
      return type == boolean.class ? (Object) false : Optional.empty();
    }
    if (c.inline().isPresent()) {
      boolean isLeftOut = c.isOptional() && s.has(c.inline().get().unless());
      Record record = isLeftOut ? null : read(type.asSubclass(Record.class), s);
      return c.isOptional() ? Optional.ofNullable(record) : record;
    }
    if (c.isOptional()) {
      return s.has(key) ? Optional.of(one(c, s)) : Optional.empty();
    }
    return type == OptionalDouble.class ? s.optional(key) : one(c, s);
  }

  private static Object one(Component c, Section s) {
    Class<?> type = c.type();
    String key = c.key();
    Codec<?> codec = CODECS.get(type);
    if (codec != null) {
      return codec.read(s, key);
    } else if (type == YamlNode.class) {
      return s.has(key) ? s.node(key) : Yaml.byDefault(s.text(key));
    } else if (type == double.class) {
      return s.value(key);
    } else if (type == Quantity.class) {
      return s.quantity(key);
    } else if (type == long.class) {
      return s.whole(key);
    } else if (type == int.class || type == Integer.class) {
      return (int) s.whole(key);
    } else if (type == boolean.class) {
      return c.isTrue(s.choice(key));
    } else if (type == String.class) {
      return s.text(key);
    } else if (c.isChoice()) {
      return chosen(c, s);
    } else if (type == List.class && c.element() == String.class) {
      return s.list(key).stream().map(item -> s.scalar(key, item)).toList();
    } else if (c.isRecords()) {
      List<YamlNode> items = s.list(key);
      List<Object> all = new ArrayList<>();
      for (int k = 0; k < items.size(); k++) {
        Section entry = s.entry(key, k + 1, items.get(k));
        all.add(read(c.element().asSubclass(Record.class), entry));
      }
      return List.copyOf(all);
    } else if (c.element() == List.class) {
      return c.isOfLines() ? s.lines(key) : s.points(key);
    } else if (type == List.class) {
      return c.constants().isEmpty()
          ? Arrays.stream(isDirection(s, key) ? s.direction(key) : s.values(key)).boxed().toList()
          : s.list(key).stream()
              .map(item -> constant(c, s.word(key, item, c.words())))
              .distinct()
              .toList();
    } else if (type.isEnum()) {
      return constant(c, s.choice(key));
    } else if (type.isRecord()) {
      return read(type.asSubclass(Record.class), s.section(key));
    }
    return s.node(key) instanceof YamlNode.Mapping
        ? read(c.fields().orElseThrow().asSubclass(Record.class), s.section(key))
        : constant(c, s.word(key, c.words()));
  }

  /** Three plain numbers are one, of any length but zero. */
  private static boolean isDirection(Section s, String key) {
    KeyKind.Measures kind = s.measures(key);
    return kind.count() == 3 && kind.element().forms().get(0).dimension() == Dimension.FRACTION;
  }

  /** The record that a word chooses, without keys of others. */
  private static Object chosen(Component c, Section s) {
    requireOnly(c, s);
    return read(c.records().get(s.choice(c.key())).asSubclass(Record.class), s);
  }

  /** Refuses keys of other records than that which the word of a key of a record chooses. */
  public static void requireOnly(Class<?> record, String key, Section s) {
    requireOnly(find(Component.all(record), key), s);
  }

  private static void requireOnly(Component c, Section s) {
    String word = s.choice(c.key());
    Class<?> record = c.records().get(word);
    List<String> own = names(record);
    Keys.Cases cases = c.type().getAnnotation(Keys.Cases.class);
    for (String key : c.records().values().stream().flatMap(r -> names(r).stream()).toList()) {
      if (s.has(key) && !own.contains(key)) {
        Object[] those = {
          word,
          key,
          c.records().entrySet().stream()
              .filter(e -> names(e.getValue()).contains(key))
              .map(Map.Entry::getKey)
              .sorted()
              .collect(Collectors.joining(" or "))
        };
        throw s.error(key, cases.refusal(), cases.namesThose() ? those : Arrays.copyOf(those, 2));
      }
    }
  }

  private static List<String> names(Class<?> record) {
    return Component.all(record).stream()
        .filter(c -> c.inline().isEmpty())
        .map(Component::key)
        .toList();
  }

  private static Object constant(Component c, String word) {
    return c.constants().stream()
        .filter(e -> Component.word(e).equals(word))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The section of a record, its defaults too.
   *
   * @param path its place in {@link ExperimentKeys}
   */
  public static YamlNode.Mapping tree(String path, Record record) {
    YamlNode.Mapping map = map();
    List<Component> components = Component.all(record.getClass());
    for (Component c : components) {
      Optional<Object> value = c.isInFile() ? written(c.in(record)) : Optional.empty();
      if (value.isEmpty() || !c.isAllowed(key -> word(find(components, key), record))) {
        continue;
      }
      if (c.inline().isPresent()) {
        map = map.with(tree(path, (Record) value.get()));
        continue;
      }
      YamlNode node = node(c, Section.join(path, c.key()), value.get());
      Keys.Default usual = c.of().getAnnotation(Keys.Default.class);
      if (usual == null || usual.isWritten() || !isUsual(node, usual)) {
        map = map.with(c.key(), node);
      }
      if (c.isChoice()) {
        map = map.with(tree(path, (Record) value.get()));
      }
    }
    return map;
  }

  private static boolean isUsual(YamlNode node, Keys.Default usual) {
    return node.flow().equals(Yaml.byDefault(usual.value()).flow());
  }

  /** The word of a key, if it has one, empty if it is not there. */
  private static Optional<String> word(Component c, Record record) {
    Optional<Object> value = written(c.in(record));
    return c.words().isEmpty()
        ? value.map(v -> "")
        : value.map(v -> ((YamlNode.Scalar) node(c, c.key(), v)).text());
  }

  /** A list of positions, or of lists of them. */
  private static YamlNode positions(List<?> all) {
    return all.stream().allMatch(Double.class::isInstance)
        ? numbers("electrodes[].centre", all.stream().map(Double.class::cast).toList())
        : list(all.stream().map(e -> positions((List<?>) e)).toList());
  }

  private static Optional<Object> written(Object value) {
    if (value instanceof OptionalDouble d) {
      return d.isPresent() ? Optional.of(d.getAsDouble()) : Optional.empty();
    }
    return value instanceof Optional<?> o ? o.map(Object.class::cast) : Optional.of(value);
  }

  private static YamlNode node(Component c, String path, Object value) {
    if (CODECS.get(c.type()) != null) {
      return write(CODECS.get(c.type()), value);
    } else if (value instanceof YamlNode given) {
      return given;
    } else if (value instanceof Quantity q) {
      return scalar(
          text(q.value(), ((Measure) ExperimentKeys.find(path).kind()).form(q.dimension())));
    } else if (c.isChoice()) {
      return scalar(Component.word(value.getClass()));
    } else if (c.isRecords()) {
      return list(((List<?>) value).stream().map(r -> tree(path + "[]", (Record) r)).toList());
    } else if (value instanceof Double si) {
      return number(path, si);
    } else if (value instanceof Record section) {
      return tree(path, section);
    } else if (value instanceof Enum<?> constant) {
      return scalar(Component.word(constant));
    } else if (value instanceof Boolean is) {
      return scalar(c.words().stream().filter(w -> c.isTrue(w) == is).findFirst().orElseThrow());
    } else if (c.type() == List.class && c.element() == String.class) {
      return list(((List<?>) value).stream().map(e -> scalar((String) e)).toList());
    } else if (c.element() == List.class) {
      return positions((List<?>) value);
    } else if (value instanceof List<?> all) {
      return c.constants().isEmpty()
          ? numbers(path, all.stream().map(Double.class::cast).toList())
          : list(all.stream().map(e -> scalar(Component.word((Enum<?>) e))).toList());
    }
    return scalar(value.toString());
  }
}
