package hopfilm.dynamics;

/** The magnetisation is no longer a number: what, where and when. */
public final class InstabilityException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InstabilityException(String message) {
    super(message);
  }
}
