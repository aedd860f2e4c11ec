package hopfilm.claimpage;

import hopfilm.expression.Expression;
import hopfilm.expression.Scope;
import hopfilm.expression.Type;
import hopfilm.input.Origin;
import hopfilm.reading.FilmFunctions;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values into the holes of texts, <code>${expression}</code>.
 *
 * @param values by their names
 * @param scope of the expressions
 * @param compiled expressions by their texts and the types of their names
 */
record Filling(
    Map<String, Object> values,
    Scope scope,
    FilmFunctions functions,
    Map<Object, Expression> compiled) {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");

  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");

  /** Whether any text of a node has a hole. */
  static boolean hasHoles(YamlNode node) {
    if (node instanceof YamlNode.Sequence list) {
      return list.items().stream().anyMatch(Filling::hasHoles);
    }
    if (node instanceof YamlNode.Mapping map) {
      return map.entries().values().stream().anyMatch(Filling::hasHoles);
    }
    return node instanceof YamlNode.Scalar s && s.text().contains("${");
  }

  /** A node whose texts are filled; one with a hole may become a map or list. */
  YamlNode of(YamlNode node, String key) {
    return hasHoles(node) ? filled(node, key) : node;
  }

  private YamlNode filled(YamlNode node, String key) {
    if (node instanceof YamlNode.Scalar s) {
      String text =
          HOLE.matcher(s.text())
              .replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), s.origin(), key)));
      boolean isTree = text.startsWith("{") || text.startsWith("[");
      return isTree ? Yaml.parseValue(text, s.origin()) : new YamlNode.Scalar(text, s.origin());
    }
    if (node instanceof YamlNode.Sequence list) {
      return new YamlNode.Sequence(
          list.items().stream().map(item -> of(item, key)).toList(), list.origin());
    }
    if (node instanceof YamlNode.Mapping map) {
      YamlNode.Mapping all = YamlNode.Mapping.empty(map.origin());
      for (Map.Entry<String, YamlNode> e : map.entries().entrySet()) {
        all = all.with(e.getKey(), of(e.getValue(), e.getKey()), map.originOf(e.getKey()));
      }
      return all;
    }
    return node;
  }

  private String value(String expression, Origin origin, String key) {
    Expression e =
        compiled.computeIfAbsent(
            List.of(expression, origin, scope.names()),
            k -> Expression.of(expression, origin, key, scope));
    return text(e.value(values, functions));
  }

  /** A value in a text: whole numbers without a point. */
  static String text(Object value) {
    boolean isWhole = value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15;
    return isWhole ? Long.toString(((Double) value).longValue()) : String.valueOf(value);
  }

  /** Type of a value. */
  static Type type(Object value) {
    return value instanceof Boolean
        ? Type.TRUTH
        : value instanceof Number ? Type.NUMBER : value instanceof List ? Type.LIST : Type.TEXT;
  }

  /** A value as the page gives it: a number, or a text. */
  static Object value(YamlNode node) {
    String text = node instanceof YamlNode.Scalar s ? s.text() : node.flow();
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
  }
}
