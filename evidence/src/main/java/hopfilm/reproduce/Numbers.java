package hopfilm.reproduce;

import hopfilm.hopfield.SuccessFraction;
import java.util.Locale;

/** Writes numbers in sentences and tables. */
public final class Numbers {

  private Numbers() {}

  /** Numbers in a format, with a point. */
  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** How many of all. */
  public static String text(SuccessFraction f) {
    return text("%d of %d", f.successes(), f.total());
  }

  /** The 95 % interval [%]. */
  public static String interval(SuccessFraction f) {
    return text("%.0f to %.0f", 100 * f.low(), 100 * f.high());
  }

  /** A number to four digits; nothing for one that is not finite. */
  public static String text(double v) {
    if (!Double.isFinite(v)) {
      return "";
    }
    double size = Math.abs(v);
    if (v == Math.rint(v) && size < 1e6) {
      return text("%.0f", v);
    }
    return size >= 1e-3 && size < 1e5
        ? text("%." + Math.max(0, 3 - (int) Math.floor(Math.log10(size))) + "f", v)
        : text("%.3e", v);
  }
}
