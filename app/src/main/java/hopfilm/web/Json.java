package hopfilm.web;

import hopfilm.input.Nearest;
import hopfilm.input.Spelling;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests and writes answers as JSON. */
final class Json {

  static final String TYPE = "application/json; charset=utf-8";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // keys in the order of docs/reference/http.md
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private Json() {}

  /** A quantity of a request: a number in SI units, or a text with its unit. */
  record Amount(String field, JsonNode node) {

    Amount {
      if (!node.isNumber() && !node.isString()) {
        throw WebException.wrong(
            field,
            "a number in SI units or a text with a unit is needed, not %s",
            shown(node.toString()));
      }
    }

    /** The value; NaN where it is missing. */
    static double si(Amount amount, Dimension dimension) {
      return amount == null ? Double.NaN : amount.si(dimension);
    }

    double si(Dimension dimension) {
      if (node.isNumber()) {
        return number(node, field);
      }
      try {
        return Quantity.parse(node.asString(), dimension);
      } catch (IllegalArgumentException e) {
        throw WebException.wrong(field, "%s", e.getMessage());
      }
    }

    /** As it stands in a file, where it reads back to the same bits. */
    String written(Dimension dimension) {
      return node.isNumber() ? Quantity.exact(number(node, field), dimension) : node.asString();
    }
  }

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The fields of a record. */
  static Map<String, Object> map(Object value) {
    return MAPPER.convertValue(value, new TypeReference<Map<String, Object>>() {});
  }

  private static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Answers a request. */
  static void send(Context ctx, Object value) {
    ctx.contentType(TYPE).result(bytes(value));
  }

  static InputStream stream(Object value) {
    return new ByteArrayInputStream(bytes(value));
  }

  /** NaN and infinity are null. */
  static Double number(double v) {
    return Double.isFinite(v) ? v : null;
  }

  /** The rows of a matrix or table, without NaN. */
  static List<List<Double>> rows(Iterable<double[]> rows) {
    List<List<Double>> all = new ArrayList<>();
    for (double[] row : rows) {
      List<Double> numbers = new ArrayList<>(row.length);
      for (double x : row) {
        numbers.add(number(x));
      }
      all.add(numbers);
    }
    return all;
  }

  /**
   * Reads the fields of an object into the components of a record, the missing ones as null. The
   * name of a field is that of its component in snake case; the one of version 0.2, in camel case,
   * is still taken. Others are refused.
   *
   * @param what it is, for a message
   */
  static <T> T record(ObjectNode object, String what, Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> allowed = fields(type);
    for (int k = 0; k < components.length; k++) {
      rename(object, components[k].getName(), allowed.get(k));
    }
    object.propertyNames().forEach(name -> known(name, what, allowed));
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int k = 0; k < components.length; k++) {
      types[k] = components[k].getType();
      JsonNode node = object.path(allowed.get(k));
      boolean isGiven = !node.isMissingNode() && !node.isNull();
      values[k] = isGiven ? value(node, allowed.get(k), components[k].getGenericType()) : null;
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fields that a record stands for. */
  static List<String> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(c -> c.getName().replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT))
        .toList();
  }

  private static void rename(ObjectNode object, String old, String now) {
    JsonNode value = old.equals(now) ? null : object.remove(old);
    if (value != null && object.has(now)) {
      throw WebException.wrong(old, "is the old name of %s; give one of them", now);
    }
    if (value != null) {
      object.set(now, value);
    }
  }

  private static Object value(JsonNode node, String name, Type type) {
    if (type instanceof ParameterizedType list) {
      if (!node.isArray()) {
        throw wrong(node, name, "a list");
      }
      Type item = list.getActualTypeArguments()[0];
      return node.valueStream().map(n -> value(n, name, item)).toList();
    } else if (type == String.class) {
      return text(node, name);
    } else if (type == Long.class) {
      return whole(node, name);
    } else if (type == Double.class) {
      return number(node, name);
    } else if (type == Boolean.class) {
      return flag(node, name);
    } else if (type == Amount.class) {
      return new Amount(name, node);
    }
    return type == JsonNode.class ? node : constant(node, name, (Class<?>) type);
  }

  /**
   * Refuses a field as a file refuses a key.
   *
   * @param what takes fields
   * @param allowed those that it takes
   */
  private static void known(String name, String what, List<String> allowed) {
    if (allowed.isEmpty()) {
      throw WebException.wrong(shown(name), "%s takes no field", what);
    }
    if (!allowed.contains(name)) {
      throw WebException.wrong(
          shown(name),
          "%s has no such field%s; it takes %s",
          what,
          Nearest.to(name, allowed).map(" (did you mean %s?)"::formatted).orElse(""),
          String.join(", ", allowed));
    }
  }

  /** Reads an object, whatever is in it. */
  static ObjectNode object(byte[] body) {
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw WebException.of(400, "the body is not JSON: %s", reason(e));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw WebException.of(400, "the body is not a JSON object");
  }

  /** What its reader says, without the names of its settings. */
  private static String reason(JacksonException e) {
    String line = e.getOriginalMessage().lines().findFirst().orElse("");
    return shown(line.replaceAll(": enable `.*|\\(for \\w+ starting at.*|, from `[^`]*`", ""));
  }

  static String shown(String text) {
    return text.length() <= 120 ? text : text.substring(0, 117) + "...";
  }

  /** A text; null where it is missing. */
  static String text(JsonNode node, String name) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw wrong(node, name, "a text");
    }
    return node.asString();
  }

  static <T> T needed(T value, String name) {
    if (value == null) {
      throw WebException.wrong(name, "is missing");
    }
    return value;
  }

  private static boolean flag(JsonNode node, String name) {
    if (!node.isBoolean()) {
      throw wrong(node, name, "true or false");
    }
    return node.asBoolean();
  }

  private static long whole(JsonNode node, String name) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrong(node, name, "a whole number");
    }
    return node.asLong();
  }

  static double number(JsonNode node, String name) {
    if (!node.isNumber()) {
      throw wrong(node, name, "a number");
    }
    // an integer of any length, or 1e999
    double value = node.numberValue().doubleValue();
    if (!Double.isFinite(value)) {
      throw WebException.wrong(name, "%s is too large", shown(node.toString()));
    }
    return value;
  }

  private static Object constant(JsonNode node, String name, Class<?> type) {
    String text = text(node, name);
    Map<String, Object> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      words.put(Spelling.of((Enum<?>) constant), constant);
    }
    Object constant = words.get(text.toLowerCase(Locale.ROOT));
    if (constant == null) {
      throw WebException.wrong(
          name, "there is no '%s'; use %s", shown(text), String.join(", ", words.keySet()));
    }
    return constant;
  }

  private static WebException wrong(JsonNode node, String name, String needed) {
    return WebException.wrong(name, "%s is needed, not %s", needed, shown(node.toString()));
  }
}
