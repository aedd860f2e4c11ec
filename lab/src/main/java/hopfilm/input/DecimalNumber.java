package hopfilm.input;

import java.util.regex.Pattern;

/** Numbers in files of others. */
public final class DecimalNumber {

  /** Java itself takes 0x1p-3 and 0.1f too. */
  private static final Pattern FORM =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private DecimalNumber() {}

  /** The number of a text; NaN or infinite where it is no decimal number within the range. */
  public static double of(String text) {
    return FORM.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }
}
