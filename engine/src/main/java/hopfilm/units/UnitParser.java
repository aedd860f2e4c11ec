package hopfilm.units;

/**
 * Reads a product or quotient of units, from left to right.
 *
 * <pre>
 *   unit   = [ "/" ] factor { [ " " | "*" | "·" | "/" ] factor }
 *   factor = ( symbol | "1" | "(" unit ")" ) [ [ "^" | "**" ] integer ]
 * </pre>
 *
 * <p>{@code m uOhm}, {@code J/m^3}, {@code J m^-3}, {@code J/m3}, {@code J/m/m/m} and {@code m/(A
 * s)} are all read; raised digits count as exponents. As {@code m/A s} is read from left to right,
 * it is (m/A) s; the check of the dimension that follows refuses it where m/(A s) was meant.
 */
final class UnitParser {

  private static final String RAISED =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
  private static final char RAISED_MINUS = '\u207b';

  private final String text;
  private int at;

  UnitParser(String text) {
    this.text = text;
  }

  /**
   * @throws UnitException if the text is not a unit
   */
  Unit parse() {
    try {
      Unit unit = product();
      if (at < text.length()) {
        throw unreadable();
      }
      return unit;
    } catch (ArithmeticException e) {
      throw new UnitException("the exponents of the unit '" + text + "' are too large");
    }
  }

  private Unit product() {
    Unit unit = Unit.ONE;
    boolean first = true;
    while (true) {
      skipSpaces();
      int sign = 1;
      char c = peek();
      if (c == '/') {
        sign = -1;
        at++;
      } else if (!first && (c == '*' || c == '\u00b7' || c == '\u22c5')) {
        at++;
      } else if (!first && (c == ')' || c == 0)) {
        return unit;
      }
      skipSpaces();
      Unit factor = factor();
      unit = unit.times(factor, sign * exponent());
      first = false;
    }
  }

  private Unit factor() {
    char c = peek();
    if (c == '(') {
      at++;
      Unit inner = product();
      if (peek() != ')') {
        throw new UnitException("a bracket is not closed in the unit '" + text + "'");
      }
      at++;
      return inner;
    }
    if (c == '1') {
      at++;
      return Unit.ONE;
    }
    int start = at;
    while (isSymbol(peek())) {
      at++;
    }
    if (at == start) {
      throw unreadable();
    }
    String symbol = text.substring(start, at);
    Unit unit = Unit.of(symbol);
    if (unit == null) {
      throw new UnknownUnit(symbol);
    }
    return unit;
  }

  private int exponent() {
    boolean marked = false;
    if (peek() == '^') {
      at++;
      marked = true;
    } else if (text.startsWith("**", at)) {
      at += 2;
      marked = true;
    }
    boolean negative = peek() == RAISED_MINUS || (marked && peek() == '-');
    if (negative) {
      at++;
    }
    int value = 0;
    int digits = 0;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      value = Math.min(1000, 10 * value + digit);
      digits++;
      at++;
    }
    if (digits == 0 && (marked || negative)) {
      throw unreadable();
    }
    if (value > 24) {
      throw new ArithmeticException("exponent " + value);
    }
    return digits == 0 ? 1 : negative ? -value : value;
  }

  private int digit() {
    char c = peek();
    return c >= '0' && c <= '9' ? c - '0' : c == 0 ? -1 : RAISED.indexOf(c);
  }

  private static boolean isSymbol(char c) {
    return Character.isLetter(c) || c == '%' || c == '\u00b0';
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void skipSpaces() {
    while (Character.isWhitespace(peek()) || Character.isSpaceChar(peek())) {
      at++;
    }
  }

  private UnitException unreadable() {
    String rest = text.substring(Math.min(at, text.length()));
    return new UnitException(
        rest.isEmpty()
            ? "the unit '" + text + "' ends too early"
            : "the unit '" + text + "' cannot be read from '" + rest + "' on");
  }

  /** Tells the caller, who knows the wanted dimension, to look for the nearest unit. */
  static final class UnknownUnit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String symbol;

    UnknownUnit(String symbol) {
      super(symbol, null, false, false);
      this.symbol = symbol;
    }
  }
}
