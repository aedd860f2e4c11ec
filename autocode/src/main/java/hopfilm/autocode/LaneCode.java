package hopfilm.autocode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes vector code without branches from expressions: an expression that occurs again is computed
 * once, one that is not stored is not computed. Zero is null and costs nothing.
 */
final class LaneCode {

  private final Map<List<String>, String> names = new HashMap<>();
  private final Map<String, List<String>> nodes = new LinkedHashMap<>();
  private final Map<Double, String> constants = new LinkedHashMap<>();
  private final List<String[]> stores = new ArrayList<>();

  private String node(String... key) {
    return names.computeIfAbsent(
        List.of(key),
        k -> {
          String name = "t" + names.size();
          nodes.put(name, k);
          return name;
        });
  }

  String load(String where) {
    return node("load", where);
  }

  /** A number of an array, in all lanes. */
  String scalar(String where) {
    return node("scalar", where);
  }

  String constant(double v) {
    return constants.computeIfAbsent(v, k -> "c" + constants.size());
  }

  String add(String a, String b) {
    return a == null ? b : b == null ? a : node("add", a, b);
  }

  String sub(String a, String b) {
    return b == null ? a : a == null ? neg(b) : node("sub", a, b);
  }

  String neg(String a) {
    return a == null ? null : node("neg", a);
  }

  String mul(String a, String b) {
    return a == null ? null : node("mul", a, b);
  }

  /** a b + c. */
  String fma(String a, String b, String c) {
    return a == null ? c : c == null ? mul(a, b) : node("fma", a, b, c);
  }

  void store(String where, String value) {
    stores.add(new String[] {where, value});
  }

  /** Assigns to a variable that the text around it declares. */
  void assign(String variable, String value) {
    stores.add(new String[] {"=" + variable, value});
  }

  /** The statements that declare the constants. */
  String constants(String indent) {
    StringBuilder out = new StringBuilder();
    constants.forEach(
        (v, name) ->
            out.append(indent)
                .append(
                    "final var %s = DoubleVector.broadcast(S, (double) %s);%n".formatted(name, v)));
    return out.toString();
  }

  /** The statements; all is loaded before anything is stored, which may be in its place. */
  String text(String indent) {
    StringBuilder out = new StringBuilder();
    Set<String> done = new HashSet<>();
    for (Map.Entry<String, List<String>> node : nodes.entrySet()) {
      if (node.getValue().get(0).equals("load")) {
        write(node.getKey(), done, indent, out);
      }
    }
    for (String[] store : stores) {
      write(store[1], done, indent, out);
      String value = "((DoubleVector) T.cast(%s))".formatted(store[1]);
      out.append(indent)
          .append(
              store[0].startsWith("=")
                  ? "%s = %s;%n".formatted(store[0].substring(1), value)
                  : "%s.intoArray(%s);%n".formatted(value, store[0]));
    }
    return out.toString();
  }

  private void write(String name, Set<String> done, String indent, StringBuilder out) {
    List<String> key = nodes.get(name);
    if (key == null || !done.add(name)) {
      return;
    }
    String op = key.get(0);
    if (!op.equals("load") && !op.equals("scalar")) {
      key.subList(1, key.size()).forEach(k -> write(k, done, indent, out));
    }
    String a = key.get(1);
    String value =
        switch (op) {
          case "load" -> "DoubleVector.fromArray(S, %s)".formatted(a);
          case "scalar" -> "DoubleVector.broadcast(S, %s)".formatted(a);
          case "neg" -> a + ".neg()";
          case "fma" -> "%s.fma(%s, %s)".formatted(a, key.get(2), key.get(3));
          default -> "%s.%s(%s)".formatted(a, op, key.get(2));
        };
    out.append(indent).append("var %s = %s;%n".formatted(name, value));
  }
}
