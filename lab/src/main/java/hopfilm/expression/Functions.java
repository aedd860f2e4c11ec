package hopfilm.expression;

import java.util.function.Predicate;

/** Functions of numbers and texts that all expressions may use. */
public class Functions {

  private static final int MANY = 100_000;

  /** A count given as a number. */
  protected static int whole(double v, String what) {
    if (v != Math.rint(v) || v < 0 || v > MANY) {
      throw new IllegalArgumentException(
          "%s is %s; use a whole number from 0 to %d".formatted(what, v, MANY));
    }
    return (int) v;
  }

  @Meaning("whether a number has a value: neither null, NaN nor infinite")
  public boolean exists(Number v) {
    return v != null && Double.isFinite(v.doubleValue());
  }

  /** Which names fit a text in which a star stands for any text. */
  public static Predicate<String> fits(String form) {
    String[] parts = form.split("\\*", -1);
    return name -> parts.length == 1 ? name.equals(form) : fits(name, parts);
  }

  /** The first place of each part leaves the most room for the next, so none is tried again. */
  private static boolean fits(String name, String... parts) {
    int last = parts.length - 1;
    int at = parts[0].length();
    for (int k = 1; k < last && at >= 0; k++) {
      int found = name.indexOf(parts[k], at);
      at = found < 0 ? -1 : found + parts[k].length();
    }
    return at >= 0
        && name.startsWith(parts[0])
        && name.endsWith(parts[last])
        && name.length() >= at + parts[last].length();
  }

  @Meaning("absolute value")
  public double abs(double v) {
    return Math.abs(v);
  }

  @Meaning("square root")
  public double sqrt(double v) {
    return Math.sqrt(v);
  }

  @Meaning("v to a power")
  public double pow(double v, double exponent) {
    return Math.pow(v, exponent);
  }

  @Meaning("e to the power v")
  public double exp(double v) {
    return Math.exp(v);
  }

  @Meaning("natural logarithm")
  public double log(double v) {
    return Math.log(v);
  }

  @Meaning("sine of an angle in radians")
  public double sin(double angle) {
    return Math.sin(angle);
  }

  @Meaning("cosine of an angle in radians")
  public double cos(double angle) {
    return Math.cos(angle);
  }

  @Meaning("tangent of an angle in radians")
  public double tan(double angle) {
    return Math.tan(angle);
  }

  @Meaning("arc tangent, in radians")
  public double atan(double v) {
    return Math.atan(v);
  }

  @Meaning("the larger of two numbers")
  public double max(double a, double b) {
    return Math.max(a, b);
  }

  @Meaning("the smaller of two numbers")
  public double min(double a, double b) {
    return Math.min(a, b);
  }

  @Meaning("number of signs or letters of a text")
  public double length(String text) {
    return text.length();
  }

  @Meaning("whether a text fits a form, in which a star stands for any text")
  public boolean like(String text, String form) {
    return fits(form).test(text);
  }
}
