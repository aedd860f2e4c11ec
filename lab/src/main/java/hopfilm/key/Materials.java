package hopfilm.key;

import hopfilm.experiment.Keys;
import hopfilm.experiment.MaterialSpec;
import hopfilm.input.Faults;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Materials whose values have a source, from the file materials.yaml beside this class. */
public final class Materials {

  /** Keys of a material that must come from its source or from the user: no default stands in. */
  public static final List<String> NEEDED =
      Component.all(MaterialSpec.class).stream()
          .filter(c -> c.of().isAnnotationPresent(Keys.FromSource.class))
          .map(Component::key)
          .toList();

  /** For the section heat and material.Tc, to be written there: a preset does not fill them in. */
  public static final List<String> MORE =
      List.of("Tc", "thermal_conductivity", "density", "specific_heat");

  /** Read when somebody asks, as most films have no preset. */
  private static final class Known {
    private static final Map<String, Entry> ALL = read();

    private static final List<String> MAGNETS =
        ALL.entrySet().stream()
            .filter(e -> e.getValue().isMagnet())
            .map(Map.Entry::getKey)
            .toList();
  }

  private static final List<String> MAGNETS =
      new AbstractList<>() {
        @Override
        public String get(int index) {
          return Known.MAGNETS.get(index);
        }

        @Override
        public int size() {
          return Known.MAGNETS.size();
        }
      };

  static final Key PRESET =
      new Key(
          "material.preset",
          new KeyKind.Choice(MAGNETS),
          null,
          "material with published values (`hopfilm materials`); other keys replace or complete them");

  private Materials() {}

  /**
   * A value.
   *
   * @param text with its unit
   * @param range in which the source gives it; empty without
   * @param doi of the source; empty where a reason stands instead
   * @param why the value is so without a source, such as by symmetry; empty with one
   * @param note what a reader should know; may be empty
   */
  public record Value(String text, String range, String doi, String why, String note) {}

  /**
   * A material or substrate.
   *
   * @param about it in a few words
   * @param values by their keys
   */
  public record Entry(String about, Map<String, Value> values) {

    /** Whether it can be the film: it has a magnetisation. */
    public boolean isMagnet() {
      return values.containsKey("Ms");
    }

    /** Keys that are needed and have no source. */
    public List<String> unknown() {
      return NEEDED.stream().filter(k -> !values.containsKey(k)).toList();
    }
  }

  /** All by their names, in the order of the list. */
  public static Map<String, Entry> all() {
    return Known.ALL;
  }

  /** Names of those that can be the film. */
  public static List<String> magnets() {
    return MAGNETS;
  }

  private static Map<String, Entry> read() {
    try (var in = Materials.class.getResourceAsStream("materials.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Entry> all = new LinkedHashMap<>();
      ((YamlNode.Mapping) Yaml.parse(text, "materials.yaml", new Faults()))
          .entries()
          .forEach((name, node) -> all.put(name, entry((YamlNode.Mapping) node)));
      return Collections.unmodifiableMap(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(YamlNode.Mapping map) {
    Map<String, Value> values = new LinkedHashMap<>();
    map.without("about")
        .entries()
        .forEach((key, v) -> values.put(key, value((YamlNode.Mapping) v)));
    return new Entry(text(map, "about"), Collections.unmodifiableMap(values));
  }

  private static Value value(YamlNode.Mapping map) {
    return new Value(
        text(map, "value"),
        text(map, "range"),
        text(map, "doi"),
        text(map, "why"),
        text(map, "note"));
  }

  private static String text(YamlNode.Mapping map, String key) {
    return map.get(key) instanceof YamlNode.Scalar s ? s.text() : "";
  }
}
