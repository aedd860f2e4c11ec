package hopfilm.manual;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hopfilm.film.TableColumns;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.result.Field;
import hopfilm.result.OneOrAll;
import hopfilm.result.Summary;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told of {@code summary.json} of a run, written from the records that it is made of: the
 * page docs/reference/summary.md, the JSON Schema docs/summary.schema.json, and what the Python
 * package says.
 */
public final class SummaryManual {

  private static final String INTRODUCTION =
      """
      # summary.json

      A run writes these fields. In a key, `{}` stands for the name of a readout, a pattern or a seed, `[]` for each element of a list.
      N x N matrices are lists of rows, in electrode order. A missing number is `null`. Where a meaning names things, such as *probes*, the value is their number. [summary.schema.json](../summary.schema.json) is
      the JSON Schema; [conventions](conventions.md#reading) and [glossary](glossary.md) explain the terms.

      """;

  /** A field and how it is written. */
  private record Entry(String key, Field field, Type type, boolean isOneOrAll) {
    Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      String unit = field.unit().isEmpty() ? "" : " [" + field.unit() + "]";
      schema.put("description", field.value() + unit);
      schema.putAll(SummaryManual.schema(type));
      if (isOneOrAll) {
        schema.put("type", List.of("array", "boolean", "number", "null"));
      }
      return schema;
    }
  }

  private SummaryManual() {}

  /** The page docs/reference/summary.md. */
  public static String markdown() {
    List<Entry> all = new ArrayList<>();
    rows("", Summary.class, all);
    return INTRODUCTION
        + new Sheet<>(all)
            .add("key", Form.TEXT, e -> "`" + e.key() + "`")
            .add("unit", Form.TEXT, e -> e.field().unit())
            .add("meaning", Form.TEXT, e -> e.field().value())
            .markdown();
  }

  /** The schema as text. */
  public static String schema() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", "summary.json of a Hopfilm run");
    root.putAll(schema(Summary.class));
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(root)
            .replace("\r\n", "\n")
        + "\n";
  }

  /** The module hopfilm._fields of the Python package. */
  public static String python() {
    StringBuilder text =
        new StringBuilder(
            "\"\"\"Unit and meaning of the fields of summary.json and of the columns of table.txt.\"\"\"\n\n"
                + "FIELDS = {\n");
    for (Entry e : entries(Summary.class)) {
      python(e.key(), e.field().unit(), e.field().value(), text);
    }
    text.append("}\n\nCOLUMNS = {\n");
    TableColumns.all().forEach(c -> python(c.name(), c.unit(), c.meaning(), text));
    return text.append("}\n").toString();
  }

  private static void python(String name, String unit, String meaning, StringBuilder text) {
    text.append("    \"%s\": (\n        \"%s\",\n".formatted(name, unit));
    text.append("        \"%s\",\n    ),\n".formatted(meaning));
  }

  private static void rows(String before, Class<?> type, List<Entry> all) {
    for (Entry e : entries(type)) {
      String key = before + e.key();
      all.add(new Entry(key, e.field(), e.type(), false));
      Type inner = e.type();
      while (inner instanceof ParameterizedType p) {
        boolean isMap = p.getRawType() == Map.class;
        inner = p.getActualTypeArguments()[isMap ? 1 : 0];
        key += isMap ? ".{}" : "[]";
      }
      if (inner instanceof Class<?> c && c.isRecord()) {
        rows(key + ".", c, all);
      }
    }
  }

  /** The fields of an object, those of parts that are written into it among them. */
  private static List<Entry> entries(Class<?> type) {
    List<Entry> all = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    if (type.isSealed()) {
      for (Class<?> one : type.getPermittedSubclasses()) {
        entries(one).stream().filter(e -> known.add(e.key())).forEach(all::add);
      }
      return all;
    }
    for (RecordComponent c : type.getRecordComponents()) {
      Method m = c.getAccessor();
      if (m.isAnnotationPresent(JsonUnwrapped.class)) {
        all.addAll(entries(c.getType()));
      } else if (!m.isAnnotationPresent(JsonIgnore.class) && c.isAnnotationPresent(Field.class)) {
        all.add(entry(c.getName(), c.getAnnotation(Field.class), c.getGenericType(), m));
      }
    }
    for (Method m : type.getDeclaredMethods()) {
      boolean isOwn = all.stream().noneMatch(e -> e.key().equals(key(m.getName(), m)));
      if (isOwn
          && m.isAnnotationPresent(Field.class)
          && m.isAnnotationPresent(JsonProperty.class)) {
        all.add(entry(m.getName(), m.getAnnotation(Field.class), m.getGenericReturnType(), m));
      }
    }
    return all;
  }

  private static Entry entry(String name, Field field, Type type, Method m) {
    return new Entry(key(name, m), field, type, m.isAnnotationPresent(OneOrAll.class));
  }

  private static String key(String name, Method m) {
    JsonProperty given = m.getAnnotation(JsonProperty.class);
    return given != null && !given.value().isEmpty()
        ? given.value()
        : name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> schema(Type type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type instanceof ParameterizedType p) {
      boolean isMap = p.getRawType() == Map.class;
      schema.put("type", isMap ? "object" : List.of("array", "null"));
      schema.put(
          isMap ? "additionalProperties" : "items",
          schema(p.getActualTypeArguments()[isMap ? 1 : 0]));
    } else if (type instanceof Class<?> c && c.isArray()) {
      schema.put("type", "array");
      schema.put("items", schema(c.getComponentType()));
    } else if (type instanceof Class<?> c && c.isRecord()) {
      schema.put("type", "object");
      Map<String, Object> properties = new LinkedHashMap<>();
      entries(c).forEach(e -> properties.put(e.key(), e.schema()));
      schema.put("properties", properties);
    } else {
      schema.put("type", simple((Class<?>) type));
    }
    return schema;
  }

  private static Object simple(Class<?> type) {
    if (type == double.class) {
      return "number";
    }
    if (type == int.class || type == long.class) {
      return "integer";
    }
    if (type == boolean.class) {
      return "boolean";
    }
    String boxed =
        type == Double.class
            ? "number"
            : type == Integer.class || type == Long.class
                ? "integer"
                : type == Boolean.class ? "boolean" : "string";
    return List.of(boxed, "null");
  }
}
