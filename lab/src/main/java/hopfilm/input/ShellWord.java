package hopfilm.input;

/** Words of commands that a user copies from a message. */
public final class ShellWord {

  private ShellWord() {}

  /** The word as a shell reads it: in quotes where it has blanks or signs that mean something. */
  public static String of(Object word) {
    String text = word.toString();
    return text.matches("[A-Za-z0-9_.:=+/-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
