package hopfilm.live;

/** A command that a live film does not take; the message says why, and what to do. */
public final class LiveCommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isConflict;

  private LiveCommandException(String message, boolean isConflict) {
    super(message);
    this.isConflict = isConflict;
  }

  /** A command that is wrong in itself. */
  public static LiveCommandException wrong(String message, Object... values) {
    return new LiveCommandException(message.formatted(values), false);
  }

  /** A command that does not fit what the film does now. */
  public static LiveCommandException unfit(String message, Object... values) {
    return new LiveCommandException(message.formatted(values), true);
  }

  /** True if it might be taken at another time. */
  public boolean isConflict() {
    return isConflict;
  }
}
