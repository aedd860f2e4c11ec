package hopfilm.input;

/** The beginning of a long text, for messages. */
public final class Excerpt {

  private static final int USUAL = 50;

  private Excerpt() {}

  /** The text, cut where it is longer than a message bears. */
  public static String of(String text) {
    return of(text, USUAL);
  }

  /** The text, cut to a number of characters. */
  public static String of(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 3) + "...";
  }
}
