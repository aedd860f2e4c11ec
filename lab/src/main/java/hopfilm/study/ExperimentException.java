package hopfilm.study;

/**
 * The input is wrong. The message is one line for the user: where, which key, which value, what is
 * allowed, what to do.
 */
public final class ExperimentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExperimentException(String message) {
    super(message.replaceAll("\\s*\\R\\s*", " "));
  }

  /** {@code file.yaml:4: film.cell: what is wrong and what to do}. */
  static ExperimentException at(Origin origin, String key, String message) {
    return new ExperimentException(origin + ": " + (key.isEmpty() ? "" : key + ": ") + message);
  }
}
