package hopfilm.expression;

import hopfilm.expression.Names.What;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Readings and functions that expressions may use: the methods of a class that have a {@link
 * Meaning}. A method without parameters is a reading, which is used without parentheses.
 */
public final class Vocabulary {

  private final Map<String, Method> readings = new TreeMap<>();
  private final Map<String, Method> functions = new TreeMap<>();

  private final Class<?> owner;

  private Vocabulary(Class<?> of) {
    this.owner = of;
    for (Method m : of.getMethods()) {
      if (m.isAnnotationPresent(Meaning.class)) {
        (m.getParameterCount() == 0 ? readings : functions).put(m.getName(), m);
      }
    }
  }

  public static Vocabulary of(Class<?> owner) {
    return new Vocabulary(owner);
  }

  /** The class that has them. */
  Class<?> owner() {
    return owner;
  }

  List<String> readings() {
    return List.copyOf(readings.keySet());
  }

  List<String> functions() {
    return List.copyOf(functions.keySet());
  }

  boolean hasReading(String name) {
    return readings.containsKey(name);
  }

  boolean hasFunction(String name) {
    return functions.containsKey(name);
  }

  Type readingType(String name) {
    return Type.of(readings.get(name).getReturnType());
  }

  /** The value of a reading. */
  Object read(String name, Object owner) {
    try {
      return readings.get(name).invoke(owner);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException r
          ? r
          : new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parameter that takes an argument, by its number from 0; null beyond the last. */
  Parameter parameter(String function, int number) {
    Method m = functions.get(function);
    Parameter[] all = m.getParameters();
    if (m.isVarArgs() && number >= all.length - 1) {
      return all[all.length - 1];
    }
    return number < all.length ? all[number] : null;
  }

  /** True if a function takes so many arguments. */
  boolean takes(String function, int arguments) {
    Method m = functions.get(function);
    return m.isVarArgs()
        ? arguments >= m.getParameterCount() - 1
        : arguments == m.getParameterCount();
  }

  /** Type of an argument. */
  static Type type(Parameter p) {
    Class<?> java = p.isVarArgs() ? p.getType().getComponentType() : p.getType();
    if (isColumn(java)) {
      What what = names(p);
      return what == null ? Type.NUMBERS : Type.valueOf(what.name());
    }
    return Type.of(java);
  }

  static boolean isColumn(Class<?> java) {
    return ColumnValue.class.isAssignableFrom(java);
  }

  /** What an argument names; null for any value. */
  static What names(Parameter p) {
    Names names = p.getAnnotation(Names.class);
    return names == null ? null : names.value();
  }

  /** Type of the result; a function from columns to columns keeps the type of its first. */
  Type result(String function, List<Type> arguments) {
    Class<?> java = functions.get(function).getReturnType();
    return isColumn(java) ? arguments.get(0) : Type.of(java);
  }

  /** How a function is called: {@code share(column, kinds...)}. */
  String form(String name) {
    Method m = functions.get(name);
    return name
        + Arrays.stream(m.getParameters())
            .map(p -> p.getName() + (p.isVarArgs() ? "..." : ""))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A row of the reference. */
  public record Entry(String form, String meaning, String unit) {}

  /** All of it, for the reference: readings first. */
  public List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    readings.forEach((name, m) -> all.add(entry(name, m)));
    functions.keySet().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(name -> all.add(entry(form(name), functions.get(name))));
    return all;
  }

  private static Entry entry(String form, Method m) {
    Meaning meaning = m.getAnnotation(Meaning.class);
    return new Entry(form, meaning.value(), meaning.unit());
  }
}
