package hopfilm.web;

import hopfilm.input.Nearest;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
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
          // keys in the order of docs/http.md
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private Json() {}

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
   * Reads an object.
   *
   * @param what it is, for a message
   * @param allowed its fields; others are refused
   */
  static JsonNode object(byte[] body, String what, List<String> allowed) {
    JsonNode object = object(body);
    object.propertyNames().forEach(name -> known(name, what, allowed));
    return object;
  }

  /**
   * Refuses a field as a file refuses a key.
   *
   * @param what takes fields
   * @param allowed those that it takes
   */
  static void known(String name, String what, List<String> allowed) {
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
      throw WebException.of(400, "the body is not JSON: %s", first(e.getOriginalMessage()));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw WebException.of(400, "the body is not a JSON object");
  }

  private static String first(String message) {
    return shown(message.lines().findFirst().orElse(""));
  }

  static String shown(String text) {
    return text.length() <= 120 ? text : text.substring(0, 117) + "...";
  }

  /** A text; null where it is missing. */
  static String text(JsonNode body, String name) {
    JsonNode node = body.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw WebException.wrong(name, "a text is needed, not %s", shown(node.toString()));
    }
    return node.asString();
  }

  static String needed(JsonNode body, String name) {
    String text = text(body, name);
    if (text == null) {
      throw WebException.wrong(name, "is missing");
    }
    return text;
  }

  static boolean flag(JsonNode body, String name) {
    JsonNode node = body.path(name);
    if (!node.isMissingNode() && !node.isBoolean()) {
      throw WebException.wrong(name, "true or false is needed, not %s", shown(node.toString()));
    }
    return node.asBoolean(false);
  }

  static long whole(JsonNode body, String name, long usual) {
    JsonNode node = body.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return usual;
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw WebException.wrong(name, "a whole number is needed, not %s", shown(node.toString()));
    }
    return node.asLong();
  }

  static double number(JsonNode body, String name, double usual) {
    JsonNode node = body.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return usual;
    }
    if (!node.isNumber()) {
      throw WebException.wrong(name, "a number is needed, not %s", shown(node.toString()));
    }
    return finite(node, name);
  }

  /** A quantity in SI units, from a number or a text with a unit; NaN where it is missing. */
  static double quantity(JsonNode body, String name, Dimension dimension) {
    JsonNode node = body.path(name);
    return node.isMissingNode() || node.isNull() ? Double.NaN : value(node, name, dimension);
  }

  private static double finite(JsonNode node, String name) {
    // an integer of any length, or 1e999
    double value = node.numberValue().doubleValue();
    if (!Double.isFinite(value)) {
      throw WebException.wrong(name, "%s is too large", shown(node.toString()));
    }
    return value;
  }

  private static void needQuantity(JsonNode node, String name) {
    if (!node.isNumber() && !node.isString()) {
      throw WebException.wrong(
          name,
          "a number in SI units or a text with a unit is needed, not %s",
          shown(node.toString()));
    }
  }

  /** A quantity as it stands in a file, where it reads back to the same bits. */
  static String written(JsonNode node, String name, Dimension dimension) {
    needQuantity(node, name);
    return node.isNumber() ? Quantity.exact(finite(node, name), dimension) : node.asString();
  }

  /** The items of a list. */
  static Iterable<JsonNode> list(JsonNode body, String name) {
    JsonNode node = body.path(name);
    if (!node.isArray()) {
      throw WebException.wrong(name, "a list is needed, not %s", shown(node.toString()));
    }
    return node;
  }

  static double value(JsonNode node, String name, Dimension dimension) {
    if (node.isNumber()) {
      return finite(node, name);
    }
    needQuantity(node, name);
    try {
      return Quantity.parse(node.asString(), dimension);
    } catch (IllegalArgumentException e) {
      throw WebException.wrong(name, "%s", e.getMessage());
    }
  }
}
