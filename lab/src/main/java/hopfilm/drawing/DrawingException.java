package hopfilm.drawing;

/** A drawing that cannot be read; the message says in one line what is wrong and what to do. */
public final class DrawingException extends Exception {

  private static final long serialVersionUID = 1L;

  DrawingException(String message) {
    super(message);
  }
}
