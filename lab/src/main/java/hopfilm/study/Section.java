package hopfilm.study;

import hopfilm.study.KeyKind.Choice;
import hopfilm.study.KeyKind.Form;
import hopfilm.study.KeyKind.Measure;
import hopfilm.study.KeyKind.Measures;
import hopfilm.study.KeyKind.Whole;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A map of the experiment file, read through {@link ExperimentKeys}: values that are not given have
 * their default, unknown keys are refused at once.
 */
final class Section {

  private final String path;
  private final String shown;
  private final YamlNode.Mapping map;

  /**
   * @param path its place in {@link ExperimentKeys}
   * @param shown its name in messages
   * @param node the map, or null where the file leaves the section out
   * @param above where the section would belong
   */
  Section(String path, String shown, YamlNode node, Origin above) {
    this.path = path;
    this.shown = shown;
    if (node != null && !(node instanceof YamlNode.Mapping)) {
      throw ExperimentException.at(
          node.origin(),
          shown,
          "\"%s\" where keys are expected; write \"key: value\" with one of %s"
              .formatted(shorten(node.flow()), String.join(", ", ExperimentKeys.children(path))));
    }
    this.map = node == null ? YamlNode.Mapping.empty(above) : (YamlNode.Mapping) node;
    for (String key : map.entries().keySet()) {
      requireKnown(path, shown, key, map.originOf(key));
    }
  }

  static void requireKnown(String path, String shown, String key, Origin origin) {
    String full = join(path, key);
    if (ExperimentKeys.isLater(full)) {
      throw ExperimentException.at(
          origin, join(shown, key), "not available yet in this version; leave it out");
    }
    List<String> known = ExperimentKeys.children(path);
    if (!known.contains(key)) {
      throw ExperimentException.at(
          origin, join(shown, key), "unknown key" + Nearest.hint(key, known));
    }
  }

  static String join(String a, String b) {
    return a.isEmpty() ? b : a + "." + b;
  }

  Origin origin() {
    return map.origin();
  }

  boolean has(String key) {
    return map.get(key) != null;
  }

  /** The value as it was written, or null. */
  YamlNode node(String key) {
    return map.get(key);
  }

  Section section(String key) {
    return new Section(join(path, key), join(shown, key), map.get(key), map.origin());
  }

  ExperimentException error(String key, String message) {
    return ExperimentException.at(
        key.isEmpty() ? map.origin() : map.originOf(key),
        key.isEmpty() ? shown : join(shown, key),
        message);
  }

  /** Refuses a key that means nothing beside the others. */
  void refuse(String key, String why) {
    if (has(key)) {
      throw error(key, why + "; leave it out");
    }
  }

  /** A number in its SI unit. */
  double value(String key) {
    return quantity(key).value();
  }

  OptionalDouble optional(String key) {
    return has(key) ? OptionalDouble.of(value(key)) : OptionalDouble.empty();
  }

  Quantity quantity(String key) {
    return quantity(key, (Measure) find(key).kind(), text(key));
  }

  private Quantity quantity(String key, Measure kind, String text) {
    try {
      Quantity q = Quantity.read(text, kind.dimensions());
      Form form = kind.form(q.dimension());
      if (!form.range().contains(q.value(), q.dimension())) {
        throw error(
            key,
            "%s is out of range; allowed %s%s".formatted(text, form.range(), usual(find(key))));
      }
      return q;
    } catch (UnitException e) {
      throw error(key, e.getMessage() + " (allowed " + kind.allowed() + ")");
    }
  }

  /**
   * Numbers in their SI unit, as many as the key wants; any number if that is one per electrode.
   */
  double[] values(String key) {
    Key k = find(key);
    Measures kind = (Measures) k.kind();
    List<YamlNode> items = list(key);
    if (kind.count() > 0 && items.size() != kind.count()) {
      throw error(
          key,
          "%d values where %d are expected, such as %s"
              .formatted(
                  items.size(),
                  kind.count(),
                  k.byDefault() == null ? example(kind) : k.byDefault()));
    }
    return items.stream()
        .mapToDouble(item -> quantity(key, kind.element(), scalar(key, item)).value())
        .toArray();
  }

  /** One corner of a list of corners. */
  double[] point(String key, YamlNode node) {
    Measures kind = (Measures) ExperimentKeys.find("electrodes[].centre").kind();
    if (!(node instanceof YamlNode.Sequence s) || s.items().size() != 2) {
      throw error(key, shorten(node.flow()) + " is no corner; write [[0 nm, 0 nm], ...]");
    }
    return s.items().stream()
        .mapToDouble(item -> quantity(key, kind.element(), scalar(key, item)).value())
        .toArray();
  }

  private static String example(Measures kind) {
    Dimension d = kind.element().forms().get(0).dimension();
    String one = d.example().split(" or ")[0];
    return "[" + String.join(", ", java.util.Collections.nCopies(kind.count(), one)) + "]";
  }

  long whole(String key) {
    Whole kind = (Whole) find(key).kind();
    String text = text(key);
    try {
      long n = Long.parseLong(text);
      if (n >= kind.min() && n <= kind.max()) {
        return n;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw error(key, "\"%s\" is not %s".formatted(text, kind.allowed()));
  }

  /** One of the words of the key. */
  String choice(String key) {
    Choice kind = (Choice) find(key).kind();
    String text = text(key);
    if (kind.words().contains(text)) {
      return text;
    }
    if (ExperimentKeys.isLaterWord(join(path, key), text)) {
      throw error(
          key,
          "%s is not available yet in this version; allowed: %s".formatted(text, kind.allowed()));
    }
    throw error(
        key,
        "\"%s\" is none of %s%s"
            .formatted(text, kind.allowed(), has(key) ? near(text, kind.words()) : ""));
  }

  private static String near(String text, List<String> words) {
    String hint = Nearest.hint(text, words);
    return hint.contains("did you mean") ? hint : "";
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) {
    return Enum.valueOf(type, choice(key).replace('-', '_').toUpperCase(java.util.Locale.ROOT));
  }

  /** A value that must be there and be no list or map. */
  String text(String key) {
    Key k = find(key);
    YamlNode node = map.get(key);
    if (node == null) {
      if (k.byDefault() == null) {
        throw ExperimentException.at(
            map.origin(),
            join(shown, key),
            "missing; it is needed here (%s): %s".formatted(k.meaning(), k.kind().allowed()));
      }
      return k.byDefault();
    }
    return scalar(key, node);
  }

  String scalar(String key, YamlNode node) {
    if (node instanceof YamlNode.Scalar s && !s.text().isEmpty()) {
      return s.text();
    }
    throw error(
        key,
        (node instanceof YamlNode.Scalar ? "empty" : shorten(node.flow()) + " is not one value")
            + "; allowed: "
            + find(key).kind().allowed());
  }

  /** The items of a list. */
  List<YamlNode> list(String key) {
    YamlNode node = map.get(key);
    if (node == null) {
      Key k = find(key);
      if (k.byDefault() == null) {
        throw ExperimentException.at(
            map.origin(),
            join(shown, key),
            "missing; it is needed here (%s): %s".formatted(k.meaning(), k.kind().allowed()));
      }
      node = Yaml.parseValue(k.byDefault(), Origin.DEFAULT);
    }
    if (node instanceof YamlNode.Sequence s) {
      return s.items();
    }
    throw error(
        key,
        "%s is no list; write %s"
            .formatted(
                node instanceof YamlNode.Scalar s ? "\"" + s.text() + "\"" : shorten(node.flow()),
                find(key).kind().allowed()));
  }

  private Key find(String key) {
    Key k = ExperimentKeys.find(join(path, key));
    if (k == null) {
      throw new IllegalArgumentException("no key " + join(path, key) + " is declared");
    }
    return k;
  }

  private static String usual(Key key) {
    return key.byDefault() == null ? "" : ", usually " + key.byDefault();
  }

  static String shorten(String text) {
    return text.length() <= 50 ? text : text.substring(0, 47) + "...";
  }
}
