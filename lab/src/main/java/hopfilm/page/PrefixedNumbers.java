package hopfilm.page;

import hopfilm.chart.Prefix;
import org.apache.commons.lang3.StringUtils;

/**
 * Numbers of one table in one unit, the prefix chosen for the largest, so that they can be compared
 * by eye. In ASCII, for any terminal: the prefix micro is {@code u}.
 *
 * @param largest decides the number of decimals
 */
public record PrefixedNumbers(Prefix prefix, double largest) {

  private static final int DIGITS = 4;

  /** For numbers up to a size. */
  public static PrefixedNumbers upTo(double largest) {
    Prefix prefix = Prefix.of(largest);
    return new PrefixedNumbers(prefix, largest / prefix.factor());
  }

  /** The unit with its prefix, such as {@code uS}. */
  public String unit(String unit) {
    return ascii(prefix.symbol()) + unit;
  }

  /** A number without its unit. */
  public String of(double si) {
    return ascii(Prefix.decimals(si / prefix.factor(), largest, DIGITS));
  }

  /** Text for any terminal. */
  public static String ascii(String text) {
    return text == null
        ? null
        : StringUtils.replaceChars(
            text, "\u00b5\u2212\u2013\u2032\u00a0\u201c\u201d\u2713\u2717", "u--' \"\"");
  }
}
