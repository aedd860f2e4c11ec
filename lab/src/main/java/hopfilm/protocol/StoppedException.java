package hopfilm.protocol;

/** The run was asked to stop, and its checkpoint is written. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoppedException(String reason) {
    super(reason);
  }
}
