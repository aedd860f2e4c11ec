package hopfilm.transport;

import hopfilm.grid.Face;
import hopfilm.grid.Shape;

/**
 * A contact: one potential on all corners of cells with film inside its shape or on its rim, behind
 * a contact resistance in series.
 *
 * <p>It goes through the whole thickness of the film, or lies on one face of a film of several
 * layers. There its shape has the two coordinates of that face, in the order x, y, z: (y, z) on -x.
 *
 * <p>A voltage V applied to the electrode leaves V - R I on the film, I the current into it.
 *
 * @param name name, unique among the electrodes of a film
 * @param shape where it is [m]
 * @param resistance contact resistance R [Ohm], 0 for an ideal contact
 * @param drive what is given at the electrode
 * @param face where it lies; null through the whole thickness
 */
public record Electrode(String name, Shape shape, double resistance, Drive drive, Face face) {

  /** The kind of value that a source gives at an electrode; the rest follows from the film. */
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

  /** A contact through the whole thickness. */
  public Electrode(String name, Shape shape, double resistance, Drive drive) {
    this(name, shape, resistance, drive, null);
  }

  /** A contact of given voltage through the whole thickness. */
  public Electrode(String name, Shape shape, double resistance) {
    this(name, shape, resistance, Drive.VOLTAGE);
  }

  /** An ideal contact of given voltage through the whole thickness. */
  public Electrode(String name, Shape shape) {
    this(name, shape, 0);
  }

  /** The same contact on a face of the film; null through the whole thickness. */
  public Electrode on(Face face) {
    return new Electrode(name, shape, resistance, drive, face);
  }
}
