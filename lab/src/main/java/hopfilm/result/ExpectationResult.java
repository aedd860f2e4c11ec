package hopfilm.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * An expectation of the experiment file, and what the finished film has instead: an entry of {@code
 * expectations} in summary.json.
 */
public record ExpectationResult(
    @Field("expression that was read") String read,
    @Field("its value; null without a finite one") Double value,
    @Field("expected value") double is,
    @Field("tolerance") double within,
    @Field("whether the value is within the tolerance") boolean met,
    @Field("source of the expected value") String source) {

  /** Compares a value, which may be NaN. */
  public static ExpectationResult of(
      String read, double value, double is, double within, String source) {
    boolean isMet = Math.abs(value - is) <= within;
    return new ExpectationResult(read, OrEmpty.orNull(value), is, within, isMet, source);
  }

  /** The comparison in a line. */
  public String words() {
    return "%s: %s = %s, expected %s (%s)"
        .formatted(
            met ? "met" : "not met",
            read,
            value == null ? "no value" : shown(),
            range(is, within),
            source);
  }

  /** A number to six digits, without zeros at its end. */
  private static String number(double v) {
    double size = Math.abs(v);
    boolean isPlain = v == 0 || (size >= 1e-3 && size < 1e7);
    return isPlain
        ? new BigDecimal(v, new MathContext(6)).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.5e", v).replaceFirst("\\.?0*e", "e");
  }

  /** The value for the eye; empty without one. */
  public String shown() {
    return value == null ? "" : number(value);
  }

  /** An expected value and its tolerance in words. */
  public static String range(double is, double within) {
    return number(is) + " within " + number(within);
  }
}
