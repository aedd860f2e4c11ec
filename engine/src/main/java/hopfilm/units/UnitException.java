package hopfilm.units;

/** A text is not a quantity of the wanted dimension; the message says what to write instead. */
public final class UnitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnitException(String message) {
    super(message);
  }
}
