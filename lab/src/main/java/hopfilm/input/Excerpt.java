package hopfilm.input;

/** The beginning of a long text, for messages and tables. */
public final class Excerpt {

  private static final int USUAL = 50;

  /** A picture of 10 x 10 pixels is written in full. */
  private static final int MAX_SIGNS = 120;

  private Excerpt() {}

  /** The signs of a pattern, of hundreds the beginning and how many there are. */
  public static String signs(String pattern) {
    int signs = pattern.length();
    return signs <= MAX_SIGNS
        ? pattern
        : pattern.substring(0, 40) + "... (%d signs)".formatted(signs);
  }

  /** The text, cut where it is longer than a message bears. */
  public static String of(String text) {
    return of(text, USUAL);
  }

  /** The text, cut to a number of characters. */
  public static String of(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 3) + "...";
  }
}
