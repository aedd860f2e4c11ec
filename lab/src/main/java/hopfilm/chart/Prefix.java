package hopfilm.chart;

import java.util.Locale;

/**
 * A metric prefix that suits a set of numbers: with it the largest lies between 1 and 1000.
 *
 * @param symbol such as {@code m}; empty for none
 * @param factor such as 1e-3
 */
public record Prefix(String symbol, double factor) {
  private static final String SYMBOLS = "yzafpnµm kMGTPEZY";
  private static final int NONE = SYMBOLS.indexOf(' ');

  /** The prefix for numbers up to the given size; none for zero and what is not finite. */
  public static Prefix of(double largest) {
    double size = Math.abs(largest);
    if (size == 0 || !Double.isFinite(size)) {
      return new Prefix("", 1);
    }
    // the tiny factor keeps 999.9999999 of a prefix from being rounded up to 1000 of it
    int power = (int) Math.floor(Math.log10(size * (1 + 1e-9)) / 3);
    int k = Math.max(0, Math.min(SYMBOLS.length() - 1, power + NONE));
    return new Prefix(SYMBOLS.substring(k, k + 1).strip(), Math.pow(10, 3 * (k - NONE)));
  }

  /** The prefix for a set of numbers, those that are not finite left aside. */
  public static Prefix of(double[] numbers) {
    double largest = 0;
    for (double v : numbers) {
      if (Double.isFinite(v)) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    return of(largest);
  }

  /**
   * A number of three digits with its unit, such as {@code 12.3 pW}; zeros at the end are left out.
   */
  public static String format(double si, String unit) {
    if (!Double.isFinite(si)) {
      return "n/a";
    }
    Prefix p = of(si);
    if (si == 0) {
      return "0";
    }
    String digits = number(si / p.factor, 3);
    if (digits.indexOf('.') >= 0) {
      digits = digits.replaceAll("\\.?0+$", "");
    }
    // a number and its unit stay on one line
    return (digits + "\u00a0" + p.symbol + unit).strip();
  }

  /** A number with so many significant digits, without an exponent, the minus sign a real one. */
  static String number(double v, int digits) {
    return decimals(v, v, digits);
  }

  /** A number with as many decimals as the largest of its set needs for so many digits. */
  public static String decimals(double v, double largest, int digits) {
    if (!Double.isFinite(v)) {
      return "n/a";
    }
    int before = largest == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(largest))) + 1;
    int decimals = Math.max(0, Math.min(12, digits - before));
    return fixed(v, decimals);
  }

  /** A number with so many decimals and a real minus sign; what rounds to zero has none. */
  public static String fixed(double v, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", v);
    return text.matches("-[0.]+") ? text.substring(1) : text.replace('-', '\u2212');
  }
}
