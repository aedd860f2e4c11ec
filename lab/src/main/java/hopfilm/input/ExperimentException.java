package hopfilm.input;

import hopfilm.io.FieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The input is wrong. The message has a line for each error: where, which key, which value, what is
 * allowed, what to do. The texts are in {@link Message}.
 */
public final class ExperimentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");

  private static final int LONGEST_KEY = 80;

  /** With so many the reading ends: a large file may be wrong everywhere. */
  static final int MOST = 100;

  /** Errors that are shown; of the rest their number. */
  private static final int MAX_SHOWN = 10;

  private final Origin origin;
  private final String key;

  /** The key as it is shown, and a colon. */
  private final String head;

  /** What the message says after place and key. */
  private final String said;

  private final Message reason;
  private final List<ExperimentException> several;

  private ExperimentException(String place, String said, Message reason) {
    this(place, Origin.NONE, "", "", said, reason);
  }

  private ExperimentException(
      String place, Origin origin, String key, String head, String said, Message reason) {
    super(printable(place + head + said));
    this.origin = origin;
    this.key = key;
    this.head = head;
    this.said = said;
    this.reason = reason;
    this.several = List.of();
  }

  private ExperimentException(String lines, List<ExperimentException> all) {
    super(lines);
    ExperimentException first = all.get(0);
    this.origin = first.origin;
    this.key = first.key;
    this.head = first.head;
    this.said = first.said;
    this.reason = first.reason;
    this.several = List.copyOf(all);
  }

  /** All errors of one input; line, key and reason are those of the first. */
  static ExperimentException of(List<ExperimentException> errors) {
    if (errors.size() == 1) {
      return errors.get(0);
    }
    return new ExperimentException(lines(errors, Throwable::getMessage), errors);
  }

  private static String lines(
      List<ExperimentException> errors, Function<ExperimentException, String> line) {
    List<String> lines = new ArrayList<>();
    errors.stream().limit(MAX_SHOWN).map(line).forEach(lines::add);
    if (errors.size() > MAX_SHOWN) {
      String least = errors.size() < MOST ? "" : "at least ";
      lines.add(InputMessage.MORE_ERRORS.text(least + (errors.size() - MAX_SHOWN)));
    }
    return String.join("\n", lines);
  }

  /** Each error by itself. */
  public List<ExperimentException> all() {
    return several.isEmpty() ? List.of(this) : several;
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
    return at(origin, key, "", reason.text(values), reason);
  }

  /** The same, of a default that the file does not give: {@code film.cell (default 4 nm): ...}. */
  public static ExperimentException ofDefault(
      Origin origin, String key, String value, Message reason, Object... values) {
    return at(origin, key, " (default %s)".formatted(value), reason.text(values), reason);
  }

  /** The same, now that it is known where it is. */
  public ExperimentException movedTo(Origin place, String itsKey) {
    return at(place, itsKey, "", said, reason);
  }

  private static ExperimentException at(
      Origin origin, String key, String note, String said, Message reason) {
    String shown = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY - 3) + "...";
    String head = shown.isEmpty() ? "" : shown + note + ": ";
    return new ExperimentException(origin + ": ", origin, key, head, said, reason);
  }

  /** Which of the messages it is; none if it comes from elsewhere. */
  public Optional<Message> reason() {
    return Optional.ofNullable(reason);
  }

  /** The line of the file, from 1; 0 where it is not known. */
  public int line() {
    return origin.line();
  }

  Origin origin() {
    return origin;
  }

  /** The key; empty where there is none. */
  public String key() {
    return key;
  }

  /** {@code film.cell: what is wrong and what to do}, without file and line; of the first error. */
  public String withoutPlace() {
    return printable(head + said);
  }

  /** The same of all errors: with several, a line each that begins with {@code line 4: }. */
  public String withoutFile() {
    return several.isEmpty()
        ? withoutPlace()
        : lines(several, e -> (e.line() > 0 ? "line " + e.line() + ": " : "") + e.withoutPlace());
  }

  private static String printable(String text) {
    return Excerpt.printable(LINE_END.matcher(text).replaceAll(" "));
  }
}
