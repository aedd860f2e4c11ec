package hopfilm.file;

import hopfilm.experiment.Experiment;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind;
import hopfilm.key.Section;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of an experiment by their keys, in SI units, to tell experiments apart: neither units
 * nor the order of a file nor its short forms count. A value at the default of its key is left out,
 * so that a key of a later version changes nothing for an experiment that does without it. What is
 * expected of a run does not count: it decides nothing of what is computed.
 */
public final class ExperimentValues {

  private static final String STEPS = "protocol";
  private static final String HEAT = "heat";

  private final Map<String, String> values = new TreeMap<>();

  private ExperimentValues() {}

  /** The values of one run, a line each: {@code film.cell = 2.0E-9 m}. */
  public static String of(Experiment experiment) {
    return of(ExperimentTree.of(experiment));
  }

  /** The values of a study, its axes and what it looks for included. */
  public static String of(Study study) {
    return of(StudyWriter.tree(study));
  }

  private static String of(YamlNode.Mapping root) {
    ExperimentValues all = new ExperimentValues();
    all.add(root.without("expect"), "", "");
    return all.values.entrySet().stream()
        .map(e -> e.getKey() + " = " + e.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Adds what is below a place.
   *
   * @param place with the number of each entry of a list, from 1
   * @param key the same as {@link ExperimentKeys} declares it
   */
  private void add(YamlNode node, String place, String key) {
    if (node instanceof YamlNode.Mapping map) {
      int before = values.size();
      map.entries().forEach((k, v) -> add(v, Section.join(place, k), Section.join(key, k)));
      if (place.equals(HEAT) && values.size() == before) {
        // a section with defaults alone is another model than none
        values.put(place, "");
      }
    } else if (node instanceof YamlNode.Sequence list && isOfMaps(list)) {
      // steps within steps are declared like any others
      boolean isSteps = key.equals(STEPS) || key.endsWith(".steps");
      for (int n = 1; n <= list.items().size(); n++) {
        YamlNode item = list.items().get(n - 1);
        String at = place + "." + n;
        values.put(at, isSteps ? kind(item) : "");
        add(item, at, isSteps ? STEPS : key + "[]");
      }
    } else {
      String value = canonical(key, node);
      Key declared = ExperimentKeys.find(key);
      if (declared == null
          || declared.byDefault() == null
          || !value.equals(canonical(key, Yaml.byDefault(declared.byDefault())))) {
        values.put(place, value);
      }
    }
  }

  private static boolean isOfMaps(YamlNode.Sequence list) {
    return list.items().stream().anyMatch(YamlNode.Mapping.class::isInstance);
  }

  private static String kind(YamlNode step) {
    return step instanceof YamlNode.Mapping map ? String.join(" ", map.entries().keySet()) : "";
  }

  private static String canonical(String key, YamlNode node) {
    if (node instanceof YamlNode.Sequence list) {
      return list.items().stream()
          .map(item -> canonical(key, item))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    String text = node instanceof YamlNode.Scalar s ? s.text() : node.flow();
    Key declared = ExperimentKeys.find(key);
    KeyKind kind = declared == null ? null : declared.kind();
    KeyKind.Measure measure =
        kind instanceof KeyKind.Measures list
            ? list.element()
            : (kind instanceof KeyKind.Measure m ? m : null);
    if (measure == null) {
      return text;
    }
    try {
      Quantity q = measure.read(text);
      return (q.value() + " " + q.dimension().unit()).strip();
    } catch (UnitException e) {
      // no quantity: a word that the key takes too, such as none
      return text;
    }
  }
}
