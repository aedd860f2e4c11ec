package hopfilm.study;

/** What a run computes can no longer be trusted: what happened, where, and the likely cause. */
final class BrokenRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenRunException(String message) {
    super(message);
  }

  BrokenRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
