package hopfilm.key;

import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.Message;
import hopfilm.input.NamedFiles;
import hopfilm.input.Nearest;
import hopfilm.input.Origin;
import hopfilm.key.KeyKind.Choice;
import hopfilm.key.KeyKind.Form;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.KeyKind.Measures;
import hopfilm.key.KeyKind.Union;
import hopfilm.key.KeyKind.Whole;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A map of the experiment file, read through {@link ExperimentKeys}: values that are not given have
 * their default, unknown keys are refused at once.
 */
public final class Section {

  /** What stands for several values in a sweep. */
  private static final Pattern RANGE = Pattern.compile("-?\\d+\\.\\.-?\\d+");

  /** Of any list; beyond that, checking what they mean together takes too long. */
  static final int MAX_ENTRIES = 10_000;

  private final String path;
  private final String shown;
  private final YamlNode.Mapping map;
  private final NamedFiles files;

  /**
   * @param path its place in {@link ExperimentKeys}
   * @param shown its name in messages
   * @param node the map, or null where the file leaves the section out
   * @param above where the section would belong
   */
  public Section(String path, String shown, YamlNode node, Origin above) {
    this(path, shown, node, above, NamedFiles.NONE);
  }

  /**
   * The same where keys may name files.
   *
   * @param files that they may name
   */
  public Section(String path, String shown, YamlNode node, Origin above, NamedFiles files) {
    this.path = path;
    this.shown = shown;
    this.files = files;
    if (node != null && !(node instanceof YamlNode.Mapping)) {
      String keys = String.join(", ", ExperimentKeys.children(path));
      throw shown(node).isEmpty()
          ? ExperimentException.at(node.origin(), shown, FileMessage.EMPTY_SECTION, keys)
          : ExperimentException.at(
              node.origin(), shown, FileMessage.KEYS_EXPECTED, shown(node), keys);
    }
    this.map = node == null ? YamlNode.Mapping.empty(above) : (YamlNode.Mapping) node;
    for (String key : map.entries().keySet()) {
      requireKnown(path, shown, key, map.originOf(key));
    }
  }

  public static void requireKnown(String path, String shown, String key, Origin origin) {
    if (!ExperimentKeys.children(path).contains(key) && !ExperimentKeys.isOfContacts(path)) {
      Optional<String> meant = ExperimentKeys.meant(path, key, shown);
      throw unknown(origin, join(shown, key), meant, ExperimentKeys.beside(path, key));
    }
  }

  public static ExperimentException unknown(
      Origin origin, String shown, Optional<String> meant, List<String> known) {
    return meant
        .map(near -> ExperimentException.at(origin, shown, FileMessage.UNKNOWN_KEY_NEAR, near))
        .orElseGet(
            () ->
                ExperimentException.at(
                    origin, shown, FileMessage.UNKNOWN_KEY, String.join(", ", known)));
  }

  public static String join(String a, String b) {
    return a.isEmpty() || b.isEmpty() ? a + b : a + "." + b;
  }

  /** How a key below this section is called in messages. */
  public String shown(String key) {
    return join(shown, key);
  }

  public Origin origin() {
    return map.origin();
  }

  /** Where a key was written, or where it would belong. */
  public Origin originOf(String key) {
    return map.originOf(key);
  }

  public boolean has(String key) {
    return map.get(key) != null;
  }

  /** The value as it was written, or null. */
  public YamlNode node(String key) {
    return map.get(key);
  }

  public Section section(String key) {
    return new Section(join(path, key), join(shown, key), map.get(key), map.origin(), files);
  }

  /** The section that stands at a key, or is one of a list there. */
  public Section below(String key, YamlNode node) {
    return new Section(join(path, key), join(shown, key), node, map.origin(), files);
  }

  /** The same section as if a key were not given. */
  public Section without(String key) {
    return new Section(path, shown, map.without(key), map.origin(), files);
  }

  /** The same section on top of values that hold where it gives none. */
  public Section over(YamlNode.Mapping below) {
    return new Section(
        path, shown, YamlNode.Mapping.empty(origin()).with(below).with(map), map.origin(), files);
  }

  /** An entry, counted from 1, of a list of maps. */
  public Section entry(String key, int number, YamlNode node) {
    return new Section(
        join(path, key) + "[]", join(shown, key) + "[" + number + "]", node, origin(), files);
  }

  /**
   * An error in the value of a key, which may be its default; the empty key stands for the section
   * itself.
   */
  public ExperimentException error(String key, Message message, Object... values) {
    Key k = ExperimentKeys.find(join(path, key));
    boolean isDefault = !key.isEmpty() && !has(key) && k != null && k.byDefault() != null;
    return isDefault
        ? ExperimentException.ofDefault(origin(), shown(key), k.byDefault(), message, values)
        : missing(key, message, values);
  }

  /** The same for a key whose default, if it has one, does not count here. */
  public ExperimentException missing(String key, Message message, Object... values) {
    return ExperimentException.at(originOf(key), shown(key), message, values);
  }

  /** An error in one entry of the list of a key, which may be in a line of its own. */
  public ExperimentException errorIn(
      String key, YamlNode entry, Message message, Object... values) {
    Origin at = entry.origin().equals(Origin.DEFAULT) ? map.originOf(key) : entry.origin();
    return ExperimentException.at(at, join(shown, key), message, values);
  }

  /** Refuses a key that means nothing beside the others. */
  public void refuse(String key, Message why, Object... values) {
    if (has(key)) {
      throw error(key, why, values);
    }
  }

  /** A number in its SI unit. */
  public double value(String key) {
    return quantity(key).value();
  }

  public OptionalDouble optional(String key) {
    return has(key) ? OptionalDouble.of(value(key)) : OptionalDouble.empty();
  }

  public Quantity quantity(String key) {
    YamlNode node = map.get(key);
    Measure kind = (Measure) find(key).kind();
    return quantity(
        key, kind, kind, node == null ? new YamlNode.Scalar(text(key), origin()) : node);
  }

  /** A number that stands at a key, or is one of a list there. */
  public Quantity quantity(String key, YamlNode node) {
    Measure kind = (Measure) find(key).kind();
    return quantity(key, kind, kind, node);
  }

  /** The same where only one of several quantities fits, so that only its units are offered. */
  public Quantity quantity(String key, YamlNode node, Dimension wanted) {
    Measure kind = (Measure) find(key).kind();
    return quantity(key, kind, new Measure(List.of(kind.form(wanted))), node);
  }

  private Quantity quantity(String key, Measure kind, Measure offered, YamlNode node) {
    String text = scalar(key, node);
    try {
      Quantity q = kind.read(text);
      Form form = kind.form(q.dimension());
      if (!form.range().contains(q.value())) {
        String usual = find(key).byDefault();
        throw usual == null
            ? errorIn(key, node, FileMessage.OUT_OF_RANGE, text, form.range())
            : errorIn(key, node, FileMessage.OUT_OF_RANGE_USUAL, text, form.range(), usual);
      }
      return q;
    } catch (UnitException e) {
      throw errorIn(key, node, FileMessage.NO_QUANTITY, reason(offered, text), offered.allowed());
    }
  }

  /** Why a text is none of the quantities; null if it is one. */
  private static String reason(Measure kind, String text) {
    try {
      kind.read(text);
      return null;
    } catch (UnitException e) {
      return e.getMessage();
    }
  }

  public Measures measures(String key) {
    return (Measures) find(key).kind();
  }

  /** A list of closed lines, each of three positions or more. */
  public List<List<List<Double>>> lines(String key) {
    List<List<List<Double>>> lines = new ArrayList<>();
    for (YamlNode line : list(key)) {
      List<YamlNode> corners = line instanceof YamlNode.Sequence q ? q.items() : List.of();
      if (corners.size() < 3) {
        throw errorIn(key, line, FileMessage.NO_CLOSED_LINE, shown(line));
      }
      lines.add(corners.stream().map(c -> point(key, c)).toList());
    }
    return lines;
  }

  /** A list of positions [x, y]. */
  public List<List<Double>> points(String key) {
    return list(key).stream().map(node -> point(key, node)).toList();
  }

  /** Three numbers that are not all zero. */
  public double[] direction(String key) {
    double[] v = values(key);
    if (v[0] == 0 && v[1] == 0 && v[2] == 0) {
      throw error(key, FileMessage.NO_DIRECTION);
    }
    return v;
  }

  /**
   * Numbers in their SI unit, as many as the key wants; any number if that is one per electrode.
   */
  public double[] values(String key) {
    Key k = find(key);
    Measures kind = (Measures) k.kind();
    List<YamlNode> items = list(key);
    if (kind.count() > 0 && items.size() != kind.count()) {
      throw error(
          key,
          FileMessage.HOW_MANY,
          items.size(),
          kind.count(),
          k.byDefault() == null ? kind.example() : k.byDefault());
    }
    return items.stream()
        .mapToDouble(item -> quantity(key, kind.element(), kind.element(), item).value())
        .toArray();
  }

  /** One position [x, y] of a list of positions. */
  public List<Double> point(String key, YamlNode node) {
    Measures kind = (Measures) ExperimentKeys.find("electrodes[].centre").kind();
    if (!(node instanceof YamlNode.Sequence s) || s.items().size() != 2) {
      throw errorIn(key, node, FileMessage.NO_POSITION, shown(node));
    }
    return s.items().stream()
        .map(item -> quantity(key, kind.element(), kind.element(), item).value())
        .toList();
  }

  public long whole(String key) {
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
    if (RANGE.matcher(text).matches()) {
      throw error(key, FileMessage.NOT_ONE_VALUE, text, kind.allowed());
    }
    String usual = find(key).byDefault();
    String example = usual == null ? Long.toString(kind.min()) : usual;
    throw error(key, FileMessage.NOT_WHOLE, Excerpt.of(text), kind.allowed(), example);
  }

  /** One of the words of the key. */
  public String choice(String key) {
    return word(key, ((Choice) find(key).kind()).words());
  }

  /** One of these words, or the default. */
  public String word(String key, List<String> words) {
    YamlNode node = map.get(key);
    return node == null ? text(key) : word(key, node, words);
  }

  /** The text of a value or of an entry of a list, which must be one of these words. */
  public String word(String key, YamlNode node, List<String> words) {
    String text = scalar(key, node);
    if (words.contains(text)) {
      return text;
    }
    KeyKind kind = find(key).kind();
    String allowed = kind instanceof Union ? kind.allowed() : String.join(" | ", words);
    throw Nearest.word(text, words)
        .map(
            near ->
                errorIn(key, node, FileMessage.NO_SUCH_WORD_NEAR, Excerpt.of(text), allowed, near))
        .orElseGet(() -> errorIn(key, node, FileMessage.NO_SUCH_WORD, Excerpt.of(text), allowed));
  }

  public <E extends Enum<E>> E constant(String key, Class<E> type) {
    return Enum.valueOf(type, choice(key).replace('-', '_').toUpperCase(java.util.Locale.ROOT));
  }

  /** A value that must be there and be no list or map. */
  public String text(String key) {
    YamlNode node = map.get(key);
    return node == null ? byDefault(key) : scalar(key, node);
  }

  private String byDefault(String key) {
    Key k = find(key);
    if (k.byDefault() == null) {
      throw missing(key, FileMessage.MISSING, k.meaning(), k.kind().allowed());
    }
    return k.byDefault();
  }

  /** The text of a value, or of an entry of a list. */
  public String scalar(String key, YamlNode node) {
    if (node instanceof YamlNode.Scalar s && !s.text().isEmpty()) {
      return s.text();
    }
    String allowed = find(key).kind().allowed();
    throw node instanceof YamlNode.Scalar
        ? errorIn(key, node, FileMessage.EMPTY, allowed)
        : errorIn(key, node, FileMessage.NOT_ONE_VALUE, shown(node), allowed);
  }

  /** The file that a key names. */
  public Path file(String key, String name) {
    Path file = path(key, name);
    if (!Files.isRegularFile(file)) {
      throw error(key, FileMessage.NO_FILE, file);
    }
    return file;
  }

  /** The absolute path of a name that a key has, whatever is there. */
  public Path path(String key, String name) {
    if (files.equals(NamedFiles.NONE)) {
      throw error(key, FileMessage.FILES_NOT_READ);
    }
    try {
      return files.find(name);
    } catch (InvalidPathException e) {
      throw error(key, FileMessage.NO_FILE, Excerpt.of(name));
    }
  }

  /** Reads a value by the kind of its key alone. */
  public void vet(String key) {
    KeyKind kind = find(key).kind();
    if (kind instanceof Measure) {
      quantity(key);
    } else if (kind instanceof Measures) {
      values(key);
    } else if (kind instanceof Whole) {
      whole(key);
    } else if (kind instanceof Choice) {
      choice(key);
    }
  }

  /** The entries of a list. */
  public List<YamlNode> list(String key) {
    YamlNode node = map.get(key);
    if (node == null) {
      node = Yaml.byDefault(byDefault(key));
    }
    if (!(node instanceof YamlNode.Sequence s)) {
      String allowed = find(key).kind().allowed();
      boolean isText = node instanceof YamlNode.Scalar;
      throw isText && shown(node).isEmpty()
          ? error(key, FileMessage.EMPTY, allowed)
          : error(
              key, FileMessage.NO_LIST, isText ? "\"" + shown(node) + "\"" : shown(node), allowed);
    }
    if (s.items().size() > MAX_ENTRIES) {
      throw error(key, FileMessage.TOO_MANY_ENTRIES, s.items().size(), MAX_ENTRIES);
    }
    return s.items();
  }

  private Key find(String key) {
    Key k = ExperimentKeys.find(join(path, key));
    if (k == null) {
      throw new IllegalArgumentException("no key " + join(path, key) + " is declared");
    }
    return k;
  }

  /** A value as it was written, in messages. */
  public static String shown(YamlNode node) {
    return Excerpt.of(node instanceof YamlNode.Scalar s ? s.text() : node.flow());
  }
}
