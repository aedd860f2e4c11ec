package hopfilm.expression;

import hopfilm.input.ExperimentException;
import hopfilm.input.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/**
 * An expression of a file, whose names, functions and types were checked when the file was read. It
 * can call the functions of its {@link Scope} and nothing else: {@link ExpressionCheck} refuses all
 * other forms of the language.
 */
public final class Expression {

  /** Numbers divide as in physics: 1 / 2 is a half. */
  private static final class Arithmetic extends JexlArithmetic {
    Arithmetic() {
      super(true);
    }

    @Override
    public Object divide(Object left, Object right) {
      return toDouble(left) / toDouble(right);
    }

    @Override
    public Object mod(Object left, Object right) {
      return toDouble(left) % toDouble(right);
    }

    @Override
    protected int compare(Object left, Object right, JexlOperator operator) {
      requireNumber(left);
      requireNumber(right);
      return super.compare(left, right, operator);
    }

    @Override
    public boolean equals(Object left, Object right) {
      requireNumber(left);
      requireNumber(right);
      return super.equals(left, right);
    }

    /** A value that is missing fulfils no condition, and fails none. */
    private static void requireNumber(Object value) {
      if (value instanceof Number n && !Double.isFinite(n.doubleValue())) {
        throw new ArithmeticException(
            "a comparison with %s; ask exists(...) first".formatted(n.doubleValue()));
      }
    }
  }

  /** By the class of the functions: an engine may call these and those that it inherits. */
  private static final ClassValue<JexlEngine> ENGINES =
      new ClassValue<>() {
        @Override
        protected JexlEngine computeValue(Class<?> functions) {
          Class<?>[] allowed =
              Stream.<Class<?>>iterate(functions, c -> c != Object.class, Class::getSuperclass)
                  .toArray(Class<?>[]::new);
          return new JexlBuilder()
              .permissions(new JexlPermissions.ClassPermissions(allowed))
              .features(ExpressionSyntax.FEATURES)
              .arithmetic(new Arithmetic())
              .strict(true)
              .silent(false)
              .create();
        }
      };

  private final String text;
  private final Origin origin;
  private final String key;
  private final Type type;
  private final JexlExpression compiled;
  private final Vocabulary vocabulary;

  private Expression(
      String text, Origin origin, String key, Type type, JexlExpression e, Vocabulary v) {
    this.text = text;
    this.origin = origin;
    this.key = key;
    this.type = type;
    this.compiled = e;
    this.vocabulary = v;
  }

  /**
   * Reads an expression.
   *
   * @param origin its place in the file
   * @param key that it is the value of
   * @throws ExperimentException if it is none, or uses what the scope has not
   */
  public static Expression of(String text, Origin origin, String key, Scope scope) {
    Type type = new ExpressionCheck(text, origin, key, scope).type();
    return new Expression(
        text,
        origin,
        key,
        type,
        ENGINES.get(scope.vocabulary().owner()).createExpression(text),
        scope.vocabulary());
  }

  public Type type() {
    return type;
  }

  /** The same, which must be of a type. */
  public Expression mustBe(Type wanted) {
    if (type != wanted) {
      throw ExperimentException.at(
          origin, key, ExpressionMessage.EXPRESSION_RESULT, wanted.words(), type.words());
    }
    return this;
  }

  /**
   * Its value.
   *
   * @param names values of the names of its scope that are no readings
   * @param functions an object of the class of its vocabulary
   * @throws ExperimentException if it has none, as where a list is shorter than an index
   */
  public Object value(Map<String, ?> names, Object functions) {
    try {
      return compiled.evaluate(new Context(new HashMap<>(names), functions));
    } catch (RuntimeException e) { // readings throw their own, functions those of JEXL
      Throwable why = e instanceof JexlException && e.getCause() != null ? e.getCause() : e;
      String reason =
          why instanceof NullPointerException
              ? "the film has none"
              : String.valueOf(why.getMessage());
      throw ExperimentException.at(origin, key, ExpressionMessage.EXPRESSION_VALUE, text, reason);
    }
  }

  private final class Context implements JexlContext, JexlContext.NamespaceResolver {
    private final Map<String, Object> names;
    private final Object functions;

    Context(Map<String, Object> names, Object functions) {
      this.names = names;
      this.functions = functions;
    }

    @Override
    public Object get(String name) {
      if (names.containsKey(name)) {
        return names.get(name);
      }
      return vocabulary.hasReading(name)
          ? vocabulary.read(name, functions)
          : Scope.CONSTANTS.get(name);
    }

    @Override
    public boolean has(String name) {
      return names.containsKey(name)
          || vocabulary.hasReading(name)
          || Scope.CONSTANTS.containsKey(name);
    }

    @Override
    public void set(String name, Object value) {
      throw new UnsupportedOperationException("an expression assigns nothing");
    }

    @Override
    public Object resolveNamespace(String name) {
      return name == null ? functions : null;
    }
  }
}
