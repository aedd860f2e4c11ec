package hopfilm.expression;

import java.util.List;

/** Types of the values of expressions. */
public enum Type {
  NUMBER("a number"),
  TRUTH("yes or no"),
  TEXT("a text"),
  /** A reading of all films. */
  NUMBERS("a column of numbers"),
  TRUTHS("a column of yes and no"),
  TEXTS("a column of texts"),
  LIST("a list of numbers"),
  LISTS("a column of lists"),
  MATRIX("a matrix"),
  MATRICES("a column of matrices"),
  /** Nothing, as for films of another kind. */
  NONE("null");

  private final String words;

  Type(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  static Type of(Class<?> java) {
    if (java == boolean.class) {
      return TRUTH;
    }
    if (java == String.class) {
      return TEXT;
    }
    if (java == double[][].class) {
      return MATRIX;
    }
    if (java == List.class) {
      return LIST;
    }
    if (java == double.class || java == Number.class) {
      return NUMBER;
    }
    throw new IllegalArgumentException("no expression has the type " + java.getName());
  }

  /** The column of readings of this type. */
  public Type column() {
    return switch (this) {
      case NUMBER, NONE -> NUMBERS;
      case TRUTH -> TRUTHS;
      case TEXT -> TEXTS;
      case MATRIX -> MATRICES;
      default -> LISTS;
    };
  }

  public boolean isColumn() {
    return this == NUMBERS || this == TRUTHS || this == TEXTS || this == LISTS || this == MATRICES;
  }
}
