package hopfilm.yaml;

import hopfilm.experiment.Series;
import hopfilm.input.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A YAML document as a tree that remembers where each value was written. Scalars stay text: the
 * reader of a key decides what the text means, so that {@code 1e3} or {@code off} are never turned
 * into something else first.
 */
public sealed interface YamlNode {

  Origin origin();

  /** The node as one line of YAML in flow style. */
  String flow();

  /** Series that it names. */
  default Stream<Numbers> numbers() {
    return Stream.of();
  }

  /** The same with the numbers of every series in it. */
  default YamlNode whole() {
    return this;
  }

  /** A scalar. */
  record Scalar(String text, Origin origin) implements YamlNode {
    /** Scalars that need no quotes anywhere, flow style included. */
    private static final Pattern PLAIN =
        Pattern.compile("[A-Za-z0-9+./_-][A-Za-z0-9 +.%^/_*()=-]*(?<! )");

    /** Texts that other readers of YAML would take for something else than text. */
    private static final Pattern RESERVED = Pattern.compile("(?i)-|--.*|null|~|");

    /** What YAML takes as an escape only. */
    private static final Pattern UNPRINTABLE =
        Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF\\p{Cs}]");

    @Override
    public String flow() {
      return quoted(text);
    }

    /** The text as a YAML scalar, in quotes where it needs them. */
    public static String quoted(String text) {
      if (PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches()) {
        return text;
      }
      String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
      return '"'
          + UNPRINTABLE
              .matcher(escaped)
              .replaceAll(m -> "\\\\u%04X".formatted((int) m.group().charAt(0)))
          + '"';
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, Origin origin) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String flow() {
      return items.stream().map(YamlNode::flow).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Stream<Numbers> numbers() {
      return items.stream().flatMap(YamlNode::numbers);
    }

    @Override
    public YamlNode whole() {
      return new Sequence(items.stream().map(YamlNode::whole).toList(), origin);
    }
  }

  /** Numbers of a file beside this one, in memory already. */
  record Numbers(Series series) implements YamlNode {

    private static final String FILE = "signal-%s.npy";

    @Override
    public Origin origin() {
      return Origin.DEFAULT;
    }

    /** Named after its numbers, so that equal ones are one file. */
    public String file() {
      return FILE.formatted(series.digest());
    }

    /** The numbers themselves. */
    public YamlNode list() {
      return new Sequence(
          series.list().stream().map(x -> (YamlNode) new Scalar(text(x), Origin.DEFAULT)).toList(),
          Origin.DEFAULT);
    }

    /** To the bit, and whole numbers as such. */
    private static String text(double x) {
      String text = Double.toString(x);
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String flow() {
      return file();
    }

    @Override
    public Stream<Numbers> numbers() {
      return Stream.of(this);
    }

    @Override
    public YamlNode whole() {
      return list();
    }
  }

  /** A map whose keys keep their order and the place where each was written. */
  record Mapping(Map<String, YamlNode> entries, Map<String, Origin> keys, Origin origin)
      implements YamlNode {

    /** A long protocol is many maps of one entry, for which a table takes five times as much. */
    public Mapping {
      if (entries.size() == 1) {
        entries = Map.copyOf(entries);
        keys = Map.copyOf(keys);
      }
    }

    public static Mapping empty(Origin origin) {
      return new Mapping(new LinkedHashMap<>(), new LinkedHashMap<>(), origin);
    }

    public YamlNode get(String key) {
      return entries.get(key);
    }

    /** Where the key was written, else where the map begins. */
    public Origin originOf(String key) {
      return keys.getOrDefault(key, origin);
    }

    /** A copy with one entry set; a new key comes last. */
    public Mapping with(String key, YamlNode value) {
      return with(key, value, value.origin());
    }

    /** The same where it is known where the key was written. */
    public Mapping with(String key, YamlNode value, Origin at) {
      Map<String, YamlNode> e = new LinkedHashMap<>(entries);
      Map<String, Origin> k = new LinkedHashMap<>(keys);
      e.put(key, value);
      k.put(key, at);
      return new Mapping(e, k, origin);
    }

    /** A copy with the entries of another map. */
    public Mapping with(Mapping more) {
      Mapping all = this;
      for (String key : more.entries().keySet()) {
        all = all.with(key, more.get(key), more.originOf(key));
      }
      return all;
    }

    /** A copy with some of the entries. */
    public Mapping only(Collection<String> some) {
      Map<String, YamlNode> e = new LinkedHashMap<>(entries);
      Map<String, Origin> k = new LinkedHashMap<>(keys);
      e.keySet().retainAll(some);
      k.keySet().retainAll(some);
      return new Mapping(e, k, origin);
    }

    /** A copy without an entry. */
    public Mapping without(String key) {
      Map<String, YamlNode> e = new LinkedHashMap<>(entries);
      Map<String, Origin> k = new LinkedHashMap<>(keys);
      e.remove(key);
      k.remove(key);
      return new Mapping(e, k, origin);
    }

    @Override
    public Stream<Numbers> numbers() {
      return entries.values().stream().flatMap(YamlNode::numbers);
    }

    @Override
    public YamlNode whole() {
      Map<String, YamlNode> all = new LinkedHashMap<>();
      entries.forEach((key, value) -> all.put(key, value.whole()));
      return new Mapping(all, keys, origin);
    }

    @Override
    public String flow() {
      List<String> parts = new ArrayList<>();
      entries.forEach((k, v) -> parts.add(Scalar.quoted(k) + ": " + v.flow()));
      return parts.stream().collect(Collectors.joining(", ", "{", "}"));
    }
  }
}
