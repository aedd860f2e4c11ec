package hopfilm.input;

import java.util.regex.Pattern;

/** Texts of others as messages and tables bear them: their beginning, and what can be printed. */
public final class Excerpt {

  private static final int USUAL = 50;

  /** A picture of 10 x 10 pixels is written in full. */
  private static final int MAX_SIGNS = 120;

  /** Would move the cursor, or turn the direction of writing, in a terminal. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\p{Cf}\\p{Cs}\\u2028\\u2029]");

  private Excerpt() {}

  /** The text with the codes of characters that a terminal would obey, as JSON has them. */
  public static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(m -> codes(m.group()));
  }

  private static String codes(String character) {
    StringBuilder codes = new StringBuilder();
    character.chars().forEach(c -> codes.append("\\\\u%04X".formatted(c)));
    return codes.toString();
  }

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
