package hopfilm.input;

import hopfilm.io.FieldException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The input is wrong. The message is one line for the user: where, which key, which value, what is
 * allowed, what to do. The texts are in {@link Message}.
 */
public final class ExperimentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");

  /** Would move the cursor, or turn the direction of writing, in a terminal. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

  private static final int LONGEST_KEY = 80;

  private final Message reason;

  /** What the message says of the key, without the place. */
  private final String said;

  private final int line;
  private final String key;

  private ExperimentException(String place, String said, Message reason) {
    this(place, said, reason, 0, "");
  }

  private ExperimentException(String place, String said, Message reason, int line, String key) {
    super(printable(place + said));
    this.said = said;
    this.reason = reason;
    this.line = line;
    this.key = key;
  }

  /**
   * What a reader of files says in its own words of a file that the user named.
   *
   * @param said names the file and what is wrong with it
   */
  public static ExperimentException passedOn(FieldException said) {
    return new ExperimentException("", said.getMessage(), null);
  }

  /** The same, of the file that an option names. */
  public static ExperimentException passedOn(String option, FieldException said) {
    return new ExperimentException(option + ": ", said.getMessage(), null);
  }

  /** {@code place: what is wrong and what to do}, of a file or an option. */
  public static ExperimentException of(Object place, Message reason, Object... values) {
    return new ExperimentException(place + ": ", reason.text(values), reason);
  }

  /** {@code file.yaml:4: film.cell: what is wrong and what to do}. */
  public static ExperimentException at(
      Origin origin, String key, Message reason, Object... values) {
    return new ExperimentException(
        place(origin, key), reason.text(values), reason, origin.line(), key);
  }

  /** The same, now that it is known where it is. */
  public ExperimentException movedTo(Origin origin, String key) {
    return new ExperimentException(place(origin, key), said, reason, origin.line(), key);
  }

  private static String place(Origin origin, String key) {
    String shown = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY - 3) + "...";
    return origin + ": " + (shown.isEmpty() ? "" : shown + ": ");
  }

  /** Which of the messages it is; none if it comes from elsewhere. */
  public Optional<Message> reason() {
    return Optional.ofNullable(reason);
  }

  /** The line of the file, from 1; 0 where it is not known. */
  public int line() {
    return line;
  }

  /** The key; empty where there is none. */
  public String key() {
    return key;
  }

  /** {@code film.cell: what is wrong and what to do}, without file and line. */
  public String withoutPlace() {
    return printable(key.isEmpty() ? said : key + ": " + said);
  }

  private static String printable(String text) {
    return UNPRINTABLE
        .matcher(LINE_END.matcher(text).replaceAll(" "))
        .replaceAll(m -> "\\\\u%04X".formatted(m.group().codePointAt(0)));
  }
}
