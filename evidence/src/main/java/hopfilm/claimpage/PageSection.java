package hopfilm.claimpage;

import hopfilm.expression.Expression;
import hopfilm.expression.Scope;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Nearest;
import hopfilm.input.Origin;
import hopfilm.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map of a page.
 *
 * @param name its place, for messages; empty for the page itself
 */
record PageSection(YamlNode.Mapping map, String name) {

  /**
   * A node that must be a map.
   *
   * @throws ExperimentException if it is none
   */
  static PageSection of(YamlNode node, String name) {
    if (node instanceof YamlNode.Mapping map) {
      return new PageSection(map, name);
    }
    throw ExperimentException.at(node.origin(), name, PageMessage.PAGE_NO_MAP, shown(node));
  }

  static String shown(YamlNode node) {
    String flow = node.flow();
    return flow.length() > 60 ? flow.substring(0, 60) + "..." : flow;
  }

  /** Refuses keys other than these. */
  PageSection allow(List<String> known) {
    for (String key : map.entries().keySet()) {
      if (!known.contains(key)) {
        Optional<String> near = Nearest.to(key, known);
        throw near.isPresent()
            ? error(key, PageMessage.PAGE_UNKNOWN_KEY_NEAR, near.get())
            : error(key, PageMessage.PAGE_UNKNOWN_KEY, String.join(", ", known));
      }
    }
    return this;
  }

  ExperimentException error(String key, Message message, Object... values) {
    return ExperimentException.at(origin(key), place(key), message, values);
  }

  String place(String key) {
    return name.isEmpty() ? key : key.isEmpty() ? name : name + "." + key;
  }

  boolean has(String key) {
    return map.get(key) != null;
  }

  /** Where a key is, or where it would belong. */
  Origin origin(String key) {
    return map.originOf(key);
  }

  YamlNode node(String key) {
    return map.get(key);
  }

  Map<String, YamlNode> entries() {
    return map.entries();
  }

  /** Text of a key; empty where it is not given. */
  String text(String key) {
    YamlNode node = map.get(key);
    if (node == null) {
      return "";
    }
    if (node instanceof YamlNode.Scalar s) {
      return s.text().strip();
    }
    throw error(key, PageMessage.PAGE_TEXT_EXPECTED, shown(node));
  }

  /** Text of a key that must be given. */
  String needed(String key, String meaning) {
    String text = text(key);
    if (text.isEmpty()) {
      throw error(key, PageMessage.PAGE_MISSING, meaning);
    }
    return text;
  }

  /** One of some words; empty where it is not given. */
  String word(String key, List<String> words) {
    String text = text(key);
    if (!text.isEmpty() && !words.contains(text)) {
      throw error(key, PageMessage.PAGE_WORD, text, String.join(", ", words));
    }
    return text;
  }

  /** The map at a key; an empty one where it is not given. */
  PageSection section(String key) {
    YamlNode node = map.get(key);
    return node == null
        ? new PageSection(YamlNode.Mapping.empty(map.origin()), place(key))
        : of(node, place(key));
  }

  /** The list at a key; empty where it is not given. */
  List<YamlNode> list(String key) {
    YamlNode node = map.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof YamlNode.Sequence s) {
      return s.items();
    }
    throw error(key, PageMessage.PAGE_LIST_EXPECTED, shown(node));
  }

  /**
   * An expression.
   *
   * @param node that stands at the key
   */
  Expression expression(String key, YamlNode node, Scope scope) {
    if (node instanceof YamlNode.Scalar s) {
      return Expression.of(s.text(), s.origin(), place(key), scope);
    }
    throw error(key, PageMessage.PAGE_TEXT_EXPECTED, shown(node));
  }
}
