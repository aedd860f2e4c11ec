package hopfilm.manual;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind;
import hopfilm.key.KeyKind.Choice;
import hopfilm.key.KeyKind.Form;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.KeyKind.Measures;
import hopfilm.key.KeyKind.Other;
import hopfilm.key.KeyKind.Several;
import hopfilm.key.KeyKind.Union;
import hopfilm.key.KeyKind.Whole;
import hopfilm.section.StepForm;
import hopfilm.units.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON Schema of the experiment file, for editors that complete keys and check values as they are
 * typed: made of {@link ExperimentKeys}. It knows keys, words, numbers and units, but not what
 * values mean together.
 */
public final class JsonSchema {

  private static final String NUMBER = "^\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*";
  private static final String PREFIX = "[yzafpnu\u00b5\u03bcmcdhkMGTPE]?";

  private static final String STEPS = "steps";
  private static final String PART = "part";
  private static final String SIGNAL = "signal";

  private JsonSchema() {}

  public static String text() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", "Hopfilm experiment");
    root.putAll(section(""));
    root.put(
        "definitions",
        Map.of(PART, section(ExperimentKeys.PARTS), SIGNAL, signal(), STEPS, steps()));
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writeValueAsString(root)
            .replace("\r\n", "\n")
        + "\n";
  }

  private static Map<String, Object> section(String path) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String child : ExperimentKeys.children(path)) {
      properties.put(child, value(path.isEmpty() ? child : path + "." + child));
    }
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("type", "object");
    section.put("additionalProperties", false);
    section.put("properties", properties);
    return section;
  }

  /** What stands at a key or section. */
  private static Object value(String path) {
    switch (path) {
      case "protocol", "protocol.repeat.steps":
        return reference(STEPS);
      case "sweep", "optimise.parameters", "fit.parameters":
        return Map.of("type", "object");
      case "electrodes":
        return anyOf(
            section(path),
            listOf(section("electrodes[]")),
            Map.of("enum", List.of(ElectrodesSpec.None.WORD)));
      case "network.reference":
        return described(
            path,
            anyOf(
                kind(path),
                Map.of(
                    "type",
                    "object",
                    "additionalProperties",
                    false,
                    "required",
                    List.of("file"),
                    "properties",
                    Map.of("file", Map.of("type", "string"))),
                Map.of(
                    "type",
                    "object",
                    "additionalProperties",
                    false,
                    "required",
                    List.of("untrained"),
                    "properties",
                    Map.of("untrained", Map.of("type", "number")))));
      case "protocol.drive.voltages", "protocol.drive.currents":
        return described(path, Map.of("type", "object", "additionalProperties", reference(SIGNAL)));
      case "protocol.drive.field.value":
        return described(path, listOf(reference(SIGNAL)));
      case "protocol.write.picture":
        return described(path, anyOf(kind(path), Map.of("type", "array")));
      case "output.samples":
        return anyOf(section(path), Map.of("enum", List.of("off", false)));
      case "initial.relax":
        return anyOf(section(path), kind("initial.relax.time"));
      default:
        break;
    }
    if (path.endsWith(".parts")) {
      return described(path, listOf(reference(PART)));
    }
    Key key = ExperimentKeys.find(path);
    if (key == null) {
      return section(path);
    }
    if (!ExperimentKeys.children(path + "[]").isEmpty()) {
      return described(path, listOf(section(path + "[]")));
    }
    return key.kind() instanceof Union u
        ? described(path, anyOf(Map.of("enum", u.words()), section(path)))
        : described(path, kind(path));
  }

  /** A value in time: a number, one of the signals, or a contact left alone. */
  private static Map<String, Object> signal() {
    return anyOf(
        section(ExperimentKeys.SIGNAL),
        kind(ExperimentKeys.SIGNAL + ".value"),
        Map.of("const", "float"));
  }

  private static Map<String, Object> described(String path, Map<String, Object> schema) {
    Key key = ExperimentKeys.find(path);
    Map<String, Object> all = new LinkedHashMap<>(schema);
    String usual = key.byDefault() == null ? "" : "; default " + key.byDefault();
    all.put("description", "%s (%s%s)".formatted(key.meaning(), key.kind().allowed(), usual));
    return all;
  }

  private static Map<String, Object> steps() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String kind : ExperimentKeys.children("protocol")) {
      Map<String, Object> full = section("protocol." + kind);
      String key = StepForm.shortKey(kind);
      properties.put(kind, key == null ? full : anyOf(full, kind("protocol." + kind + "." + key)));
    }
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("type", "object");
    step.put("additionalProperties", false);
    step.put("minProperties", 1);
    step.put("maxProperties", 1);
    step.put("properties", properties);
    return listOf(step);
  }

  private static Map<String, Object> kind(String path) {
    KeyKind kind = ExperimentKeys.find(path).kind();
    if (kind instanceof Measure m) {
      return measure(m);
    } else if (kind instanceof Measures m) {
      Map<String, Object> list = new LinkedHashMap<>(listOf(measure(m.element())));
      if (m.count() > 0) {
        list.put("minItems", m.count());
        list.put("maxItems", m.count());
      }
      return list;
    } else if (kind instanceof Choice c) {
      List<Object> words = new ArrayList<>(c.words());
      // what YAML reads as a truth value
      c.words().stream()
          .filter(w -> w.equals("true") || w.equals("false"))
          .forEach(w -> words.add(Boolean.valueOf(w)));
      return Map.of("enum", words);
    } else if (kind instanceof Whole w) {
      Map<String, Object> number = new LinkedHashMap<>();
      number.put("type", "integer");
      number.put("minimum", w.min());
      number.put("maximum", w.max());
      return number;
    }
    return kind instanceof Several s ? listOf(Map.of("enum", s.words())) : other((Other) kind);
  }

  /** What a key takes besides a list or a map, it says in words before a bar. */
  private static Map<String, Object> other(Other kind) {
    boolean hasWords = kind.allowed().contains(" | ");
    if (kind.isList()) {
      return Map.of("type", hasWords ? List.of("string", "array") : "array");
    }
    boolean takesMap = kind.allowed().contains("{");
    return Map.of(
        "type", takesMap ? List.of("string", "object") : List.of("string", "number", "boolean"));
  }

  private static Map<String, Object> measure(Measure m) {
    List<Map<String, Object>> forms = new ArrayList<>();
    forms.add(Map.of("const", 0));
    for (Form form : m.forms()) {
      forms.add(Map.of("type", "string", "pattern", NUMBER + unit(form.dimension()) + "\\s*$"));
    }
    if (m.forms().stream().anyMatch(f -> f.dimension() == Dimension.FRACTION)) {
      forms.add(Map.of("type", "number"));
    }
    Map<String, Object> any = new LinkedHashMap<>();
    any.put("anyOf", forms);
    return any;
  }

  /** Of units of one symbol that symbol; of others that there is some unit. */
  private static String unit(Dimension dimension) {
    return switch (dimension) {
      case FRACTION -> "%?";
      case LENGTH, VOLTAGE, TEMPERATURE, RESISTANCE -> PREFIX + dimension.unit();
      case TIME -> "(" + PREFIX + "s|min|h)";
      case CURRENT -> PREFIX + "A";
      case MAGNETIC_FIELD -> "(" + PREFIX + "T|.*A.*)";
      default -> "(1/|[^\\d\\s.]).*";
    };
  }

  private static Map<String, Object> anyOf(Object... schemas) {
    return Map.of("anyOf", List.of(schemas));
  }

  private static Map<String, Object> listOf(Object items) {
    return Map.of("type", "array", "items", items);
  }

  private static Map<String, Object> reference(String definition) {
    return Map.of("$ref", "#/definitions/" + definition);
  }
}
