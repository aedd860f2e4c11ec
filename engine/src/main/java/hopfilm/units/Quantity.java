package hopfilm.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number with its unit, as users write it: {@code 6.5 mA}, {@code 172 kJ/m^3}, {@code 0.15 uOhm
 * m}, {@code 150 %}.
 *
 * <p>Own parser, as the reference implementation of JSR 385 (indriya 2.2) neither reads {@code um},
 * {@code uOhm m} and {@code J m^-3} nor tells what is wrong with a unit, and takes 0.2 s to start.
 * Numbers are converted in decimal arithmetic: 0.15 uOhm m is the double nearest to 1.5e-7.
 *
 * <p>A magnetic field may be given as mu0 H in tesla; it is divided by mu0.
 *
 * @param value the value in the SI unit of the dimension
 * @param dimension which of the wanted dimensions it has
 */
public record Quantity(double value, Dimension dimension) {

  private static final Pattern NUMBER =
      Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)(.*)", Pattern.DOTALL);

  private static final int LONGEST = 200;

  private static final MathContext SHOWN_DIGITS = new MathContext(4);

  /**
   * SI value of a text such as "4 nm".
   *
   * @throws UnitException if it is not a quantity of that dimension, with what to write instead
   */
  public static double parse(String text, Dimension expected) {
    return read(text, expected).value();
  }

  /**
   * Reads a text whose unit tells which of several quantities is meant; zero needs no unit and is
   * of the first.
   *
   * @throws UnitException if it has none of the dimensions, with what to write instead
   */
  public static Quantity read(String text, Dimension... allowed) {
    Map<Dimension, String> units = new LinkedHashMap<>();
    for (Dimension d : allowed) {
      units.put(d, d.usualUnit());
    }
    return read(text, units);
  }

  /**
   * Reads such a text where each dimension has a unit that it is usually written in.
   *
   * @param units the dimensions that are allowed, with that unit, empty for a plain number
   * @throws UnitException if it has none of the dimensions, with what to write instead
   */
  public static Quantity read(String text, Map<Dimension, String> units) {
    Dimension[] allowed = units.keySet().toArray(Dimension[]::new);
    String trimmed = text.strip();
    Matcher parts = NUMBER.matcher(trimmed);
    if (trimmed.length() > LONGEST || !parts.matches()) {
      throw new UnitException(
          "'%s' is not a number with a unit; write for example %s"
              .formatted(shorten(trimmed), allowed[0].example()));
    }
    if (trimmed.contains("..")) {
      throw new UnitException(
          "'%s' is no number with a unit: ranges a..b are of whole numbers without a unit; write a list, for example [%s, ...]"
              .formatted(trimmed, allowed[0].example().replaceFirst(" or .*", "")));
    }
    BigDecimal number = new BigDecimal(parts.group(1));
    String symbols = parts.group(2).strip();
    if (symbols.startsWith(",") || symbols.startsWith("_")) {
      throw new UnitException(
          "'%s' is not a number with a unit; write decimals with a point, for example %s"
              .formatted(trimmed, allowed[0].example()));
    }
    Unit unit = unit(trimmed, symbols, allowed[0]);
    for (Dimension d : allowed) {
      if (d.exponents().equals(unit.exponents())) {
        return new Quantity(told(trimmed, number, unit.toSi(number)), d);
      }
      if (d == Dimension.MAGNETIC_FIELD
          && Dimension.FLUX_DENSITY.exponents().equals(unit.exponents())) {
        return new Quantity(told(trimmed, number, unit.toSi(number) / Constants.MU0), d);
      }
    }
    if (symbols.isEmpty()) {
      if (number.signum() == 0) {
        return new Quantity(0, allowed[0]);
      }
      throw new UnitException(
          "%s has no unit; write for example %s"
              .formatted(trimmed, UnitGuess.examples(number, trimmed, units)));
    }
    throw new UnitException(
        "%s %s; expected %s".formatted(trimmed, describe(unit.exponents()), wanted(allowed)));
  }

  /** A number with n significant digits and no exponent: 0.021, 2000. */
  public static String digits(double number, int digits) {
    return rounded(number, digits).toPlainString();
  }

  /** A quantity with n significant digits, in a unit that suits it. */
  public static String format(double si, Dimension dimension, int digits) {
    return format(Double.isFinite(si) ? rounded(si, digits).doubleValue() : si, dimension);
  }

  private static BigDecimal rounded(double number, int digits) {
    return new BigDecimal(number).round(new MathContext(digits));
  }

  /**
   * The value with a prefix that suits it and four significant digits: "38.4 mV".
   *
   * @param si value in the SI unit of the dimension
   */
  public static String format(double si, Dimension dimension) {
    String unit = dimension.unit().isEmpty() ? "" : " " + dimension.unit();
    if (si == 0 || Double.isNaN(si) || Double.isInfinite(si)) {
      return (si == 0 ? "0" : Double.toString(si)) + unit;
    }
    return text(new BigDecimal(si).round(SHOWN_DIGITS), dimension);
  }

  private static String text(BigDecimal shown, Dimension dimension) {
    String unit = dimension.unit().isEmpty() ? "" : " " + dimension.unit();
    int exponent = shown.precision() - shown.scale() - 1;
    if (dimension.prefixed()) {
      int power = 3 * Math.floorDiv(exponent, 3);
      String prefix = power == 0 ? "" : prefix(power);
      if (prefix != null) {
        return plain(shown.scaleByPowerOfTen(-power)) + " " + prefix + dimension.unit();
      }
    }
    boolean readable = exponent >= -3 && exponent < 5;
    return (readable ? plain(shown) : scientific(shown, exponent)) + unit;
  }

  /**
   * A text that reads back to the same value, as short as {@link #format} where that does.
   *
   * @param si a finite value in the SI unit of the dimension
   */
  public static String exact(double si, Dimension dimension) {
    boolean isRoundable = Math.abs(si) < 1e300; // beyond, fewer digits may stand for infinity
    String shown = isRoundable ? format(si, dimension) : null;
    if (isRoundable && parse(shown, dimension) != si) {
      // all digits, in the same unit
      shown = text(new BigDecimal(Double.toString(si)), dimension);
    }
    return isRoundable && parse(shown, dimension) == si
        ? shown
        : (si + " " + dimension.unit()).strip();
  }

  private static Unit unit(String text, String symbols, Dimension expected) {
    if (symbols.isEmpty()) {
      return Unit.ONE;
    }
    try {
      return new UnitParser(symbols).parse();
    } catch (UnitParser.UnknownUnit e) {
      String nearest = NearestUnit.to(e.symbol, expected);
      throw new UnitException(
          "%s: unknown unit '%s', %s"
              .formatted(
                  text,
                  e.symbol,
                  nearest == null
                      ? "write for example " + expected.example()
                      : "nearest is '" + nearest + "'"));
    } catch (UnitException e) {
      throw new UnitException(
          "%s: %s; write for example %s".formatted(text, e.getMessage(), expected.example()));
    }
  }

  /** A value that a double can tell from 0 and from infinity. */
  private static double told(String text, BigDecimal number, double value) {
    if (Double.isInfinite(value)) {
      throw new UnitException(text + " is too large");
    }
    if (value == 0 && number.signum() != 0) {
      throw new UnitException(text + " is too small to be told from 0; write 0 or a larger value");
    }
    return value;
  }

  private static String describe(Exponents exponents) {
    for (Dimension d : Dimension.values()) {
      if (d.exponents().equals(exponents)) {
        return "is " + d.description();
      }
    }
    return "has the dimension of " + exponents;
  }

  private static String wanted(Dimension[] allowed) {
    return Arrays.stream(allowed)
        .map(d -> d.description() + ", for example " + d.example())
        .collect(Collectors.joining(", or "));
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  private static String prefix(int power) {
    for (var entry : Unit.PREFIXES.entrySet()) {
      if (entry.getValue() == power) {
        return entry.getKey();
      }
    }
    return null;
  }

  private static String plain(BigDecimal x) {
    return x.stripTrailingZeros().toPlainString();
  }

  private static String scientific(BigDecimal x, int exponent) {
    return plain(x.scaleByPowerOfTen(-exponent)) + "e" + exponent;
  }
}
