package hopfilm.experiment;

import hopfilm.units.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A key that is varied within a range.
 *
 * @param key dotted key, such as {@code train.voltage}
 * @param dimension of its values
 * @param low lowest value, in its SI unit
 * @param high highest value
 * @param isLogarithmic whether equal ratios count as equal distances
 */
public record Parameter(
    String key, Dimension dimension, double low, double high, boolean isLogarithmic) {

  /** Values that are tried are rounded to these digits, so that files can be read and repeated. */
  private static final MathContext DIGITS = new MathContext(4);

  /** The value at a share of the range from 0 to 1, rounded. */
  double at(double share) {
    double exact = isLogarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
    double rounded = new BigDecimal(exact).round(DIGITS).doubleValue();
    return Math.max(low, Math.min(high, rounded));
  }

  /** Share of the range at which a value lies. */
  public double share(double value) {
    return isLogarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }
}
