package hopfilm.transport;

import hopfilm.grid.Shape;

/**
 * A contact: one potential on all corners of cells with film inside its shape or on its rim, behind
 * a contact resistance in series.
 *
 * <p>A voltage V applied to the electrode leaves V - R I on the film, I the current into it.
 *
 * @param name name, unique among the electrodes of a film
 * @param shape where it is [m]
 * @param resistance contact resistance R [Ohm], 0 for an ideal contact
 * @param drive what is given at the electrode
 */
public record Electrode(String name, Shape shape, double resistance, Drive drive) {

  /** What a source gives at an electrode; the rest follows from the film. */
  public enum Drive {
    /** The voltage V [V]. */
    VOLTAGE,
    /** The current I into the film [A]; the contact is an equipotential of unknown voltage. */
    CURRENT,
    /** No current: the contact is connected with nothing, and shows its voltage. */
    FLOAT
  }

  /**
   * @throws IllegalArgumentException if the resistance is negative or not finite
   */
  public Electrode {
    if (!(resistance >= 0) || Double.isInfinite(resistance)) {
      throw new IllegalArgumentException(
          "the resistance of electrode '%s' is %g Ohm; it must be 0 or more and finite"
              .formatted(name, resistance));
    }
  }

  /** A contact of given voltage. */
  public Electrode(String name, Shape shape, double resistance) {
    this(name, shape, resistance, Drive.VOLTAGE);
  }

  /** An ideal contact of given voltage. */
  public Electrode(String name, Shape shape) {
    this(name, shape, 0);
  }
}
