package hopfilm.film;

/** What a run computes can no longer be trusted: what happened, where, and the likely cause. */
public final class BrokenRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenRunException(String message) {
    super(message);
  }

  public BrokenRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
