package hopfilm.study;

/** The run was asked to stop, and its checkpoint is written. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException(String reason) {
    super(reason);
  }
}
