package hopfilm.reproduce;

import java.util.Locale;

/** Writes numbers in sentences and tables. */
public final class Numbers {

  private Numbers() {}

  /** A number to four digits; nothing for one that is not finite. */
  public static String text(double v) {
    if (!Double.isFinite(v)) {
      return "";
    }
    double size = Math.abs(v);
    if (v == Math.rint(v) && size < 1e6) {
      return String.format(Locale.ROOT, "%.0f", v);
    }
    return size >= 1e-3 && size < 1e5
        ? String.format(
            Locale.ROOT, "%." + Math.max(0, 3 - (int) Math.floor(Math.log10(size))) + "f", v)
        : String.format(Locale.ROOT, "%.3e", v);
  }
}
