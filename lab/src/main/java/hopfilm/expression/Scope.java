package hopfilm.expression;

import hopfilm.units.Constants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What an expression may name.
 *
 * @param names with their types: constants, values that vary, readings above, columns
 * @param vocabulary readings and functions of the program
 * @param kinds of films, for functions that take one
 * @param measures of the films
 * @param columns of their tables
 * @param setting what is wrong with a setting of the experiment; null if it can be set
 */
public record Scope(
    Map<String, Type> names,
    Vocabulary vocabulary,
    List<String> kinds,
    List<String> measures,
    List<String> columns,
    Function<String, String> setting) {

  /** Constants of physics, in SI units. */
  public static final Map<String, Double> CONSTANTS =
      Map.of(
          "pi", Math.PI,
          "mu0", Constants.MU0,
          "gamma0", Constants.GAMMA0,
          "muB", Constants.MUB,
          "e", Constants.E);

  public static Scope of(Map<String, Type> names, Class<?> functions) {
    return new Scope(names, Vocabulary.of(functions), List.of(), List.of(), List.of(), s -> null);
  }

  public Scope with(String name, Type type) {
    Map<String, Type> all = new LinkedHashMap<>(names);
    all.put(name, type);
    return new Scope(all, vocabulary, kinds, measures, columns, setting);
  }

  /** Type of a name; null if there is none. */
  Type type(String name) {
    Type own = names.get(name);
    if (own != null) {
      return own;
    }
    return vocabulary.hasReading(name)
        ? vocabulary.readingType(name)
        : CONSTANTS.containsKey(name) ? Type.NUMBER : null;
  }

  /** All names, in order. */
  List<String> all() {
    TreeSet<String> all = new TreeSet<>(names.keySet());
    all.addAll(vocabulary.readings());
    all.addAll(CONSTANTS.keySet());
    return List.copyOf(all);
  }
}
