package hopfilm.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A unit: numerator / denominator times the SI unit of its exponents.
 *
 * <p>The factor is a quotient of decimals, so that 0.15 uOhm m becomes the double nearest to
 * 1.5e-7.
 */
record Unit(BigDecimal numerator, BigDecimal denominator, Exponents exponents) {

  static final Unit ONE = new Unit(BigDecimal.ONE, BigDecimal.ONE, Exponents.NONE);

  /** pi to more digits than a double holds. */
  private static final BigDecimal PI = new BigDecimal("3.14159265358979323846264338327950288");

  /** SI prefixes by powers of ten, the usual ones first: they are the first to be suggested. */
  static final Map<String, Integer> PREFIXES = new LinkedHashMap<>();

  /** Units that take a prefix. */
  static final Map<String, Unit> PREFIXED = new LinkedHashMap<>();

  /** Units that stand alone. */
  static final Map<String, Unit> ALONE = new LinkedHashMap<>();

  static {
    String[] names = {
      "n", "m", "k", "u", "p", "M", "G", "f", "c", "T", "a", "d", "h", "da", "P", "E", "z", "y",
      "Z", "Y", "\u00b5", "\u03bc"
    };
    int[] powers = {
      -9, -3, 3, -6, -12, 6, 9, -15, -2, 12, -18, -1, 2, 1, 15, 18, -21, -24, 21, 24, -6, -6
    };
    for (int i = 0; i < names.length; i++) {
      PREFIXES.put(names[i], powers[i]);
    }
    prefixed("m", "1", 0, 1, 0, 0, 0);
    prefixed("s", "1", 0, 0, 1, 0, 0);
    prefixed("A", "1", 0, 0, 0, 1, 0);
    prefixed("V", "1", 1, 2, -3, -1, 0);
    prefixed("J", "1", 1, 2, -2, 0, 0);
    prefixed("T", "1", 1, 0, -2, -1, 0);
    prefixed("K", "1", 0, 0, 0, 0, 1);
    prefixed("S", "1", -1, -2, 3, 2, 0);
    prefixed("Ohm", "1", 1, 2, -3, -2, 0);
    prefixed("ohm", "1", 1, 2, -3, -2, 0);
    prefixed("\u03a9", "1", 1, 2, -3, -2, 0); // Greek capital omega
    prefixed("\u2126", "1", 1, 2, -3, -2, 0); // the Ohm sign
    prefixed("W", "1", 1, 2, -3, 0, 0);
    prefixed("Hz", "1", 0, 0, -1, 0, 0);
    prefixed("N", "1", 1, 1, -2, 0, 0);
    prefixed("C", "1", 0, 0, 1, 1, 0);
    prefixed("F", "1", -1, -2, 4, 2, 0);
    prefixed("H", "1", 1, 2, -2, -2, 0);
    prefixed("Wb", "1", 1, 2, -2, -1, 0);
    prefixed("Pa", "1", 1, -1, -2, 0, 0);
    prefixed("g", "0.001", 1, 0, 0, 0, 0);
    prefixed("eV", "1.602176634e-19", 1, 2, -2, 0, 0);
    Exponents angle = new Exponents(0, 0, 0, 0, 0, 1);
    PREFIXED.put("rad", new Unit(BigDecimal.ONE, BigDecimal.ONE, angle));
    Unit oersted =
        new Unit(
            new BigDecimal(1000), PI.multiply(new BigDecimal(4)), new Exponents(0, -1, 0, 1, 0, 0));
    PREFIXED.put("Oe", oersted);
    ALONE.put("min", new Unit(new BigDecimal(60), BigDecimal.ONE, new Exponents(0, 0, 1, 0, 0, 0)));
    ALONE.put("h", new Unit(new BigDecimal(3600), BigDecimal.ONE, new Exponents(0, 0, 1, 0, 0, 0)));
    ALONE.put("%", new Unit(new BigDecimal("0.01"), BigDecimal.ONE, Exponents.NONE));
    Unit degree = new Unit(PI, new BigDecimal(180), angle);
    ALONE.put("deg", degree);
    ALONE.put("\u00b0", degree);
    Unit angstrom =
        new Unit(new BigDecimal("1e-10"), BigDecimal.ONE, new Exponents(0, 1, 0, 0, 0, 0));
    ALONE.put("\u00c5", angstrom);
  }

  private static void prefixed(String symbol, String factor, int kg, int m, int s, int a, int k) {
    Exponents exponents = new Exponents(kg, m, s, a, k, 0);
    PREFIXED.put(symbol, new Unit(new BigDecimal(factor), BigDecimal.ONE, exponents));
  }

  /** The unit of a symbol with or without prefix, or null. */
  static Unit of(String symbol) {
    Unit alone = ALONE.get(symbol);
    if (alone != null) {
      return alone;
    }
    Unit plain = PREFIXED.get(symbol);
    if (plain != null) {
      return plain;
    }
    for (int length = 1; length <= 2 && length < symbol.length(); length++) {
      Integer power = PREFIXES.get(symbol.substring(0, length));
      Unit base = PREFIXED.get(symbol.substring(length));
      if (power != null && base != null) {
        return new Unit(base.numerator.scaleByPowerOfTen(power), base.denominator, base.exponents);
      }
    }
    return null;
  }

  /** This unit times the n-th power of another. */
  Unit times(Unit o, int n) {
    Exponents product = exponents.times(o.exponents, n);
    int power = Math.abs(n);
    BigDecimal up = (n >= 0 ? o.numerator : o.denominator).pow(power);
    BigDecimal down = (n >= 0 ? o.denominator : o.numerator).pow(power);
    return new Unit(round(numerator.multiply(up)), round(denominator.multiply(down)), product);
  }

  /** SI value of a number in this unit. */
  double toSi(BigDecimal number) {
    BigDecimal product = number.multiply(numerator);
    BigDecimal quotient =
        denominator.equals(BigDecimal.ONE)
            ? round(product)
            : product.divide(denominator, MathContext.DECIMAL128);
    return quotient.doubleValue();
  }

  private static BigDecimal round(BigDecimal x) {
    return x.round(MathContext.DECIMAL128);
  }
}
