package hopfilm.transport;

import hopfilm.grid.Face;
import hopfilm.grid.Shape;
import java.util.List;

/**
 * A contact: one potential on all corners of cells with film inside its shape or on its rim, behind
 * a contact resistance in series.
 *
 * <p>It goes through the whole thickness of the film, or lies on one face of a film of several
 * layers. There its shape has the two coordinates of that face, in the order x, y, z: (y, z) on -x.
 *
 * <p>A voltage V applied to the electrode leaves V - R I on the film, I the current into it.
 *
 * <p>An electrode may touch the film at several patches, joined outside. A patch of sign - is
 * behind an inverter: it has -(V - R I), and the current into the film there counts negative, so
 * that sum V I is still the heat. With P the patches' own conductances and C_pe the sign of patch p
 * at electrode e, the matrix of the electrodes is C^T P C. Inverters are tied to the ground of the
 * voltages: with one of them rows of G no longer sum to zero, and floating electrodes have a
 * voltage of their own.
 *
 * @param name name, unique among the electrodes of a film
 * @param patches where it touches the film, one or several; at least one of sign +
 * @param resistance contact resistance R [Ohm], 0 for an ideal contact
 * @param drive what is given at the electrode
 * @param face where it lies; null through the whole thickness
 */
public record Electrode(
    String name, List<Patch> patches, double resistance, Drive drive, Face face) {

  /**
   * A part of an electrode.
   *
   * @param shape where it is [m]
   * @param isInverted whether it has minus the voltage of the electrode
   */
  public record Patch(Shape shape, boolean isInverted) {}

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
   * @throws IllegalArgumentException if the resistance is negative or not finite, or no patch has
   *     the sign +
   */
  public Electrode {
    patches = List.copyOf(patches);
    if (patches.stream().allMatch(Patch::isInverted)) {
      throw new IllegalArgumentException(
          "electrode '%s' has no patch of sign +; it needs at least one".formatted(name));
    }
    if (!(resistance >= 0) || Double.isInfinite(resistance)) {
      throw new IllegalArgumentException(
          "the resistance of electrode '%s' is %g Ohm; it must be 0 or more and finite"
              .formatted(name, resistance));
    }
  }

  /** A contact through the whole thickness. */
  public Electrode(String name, Shape shape, double resistance, Drive drive) {
    this(name, List.of(new Patch(shape, false)), resistance, drive, null);
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
    return new Electrode(name, patches, resistance, drive, face);
  }

  /** The shapes of all its patches. */
  public List<Shape> shapes() {
    return patches.stream().map(Patch::shape).toList();
  }

  /** True if one of its patches has minus its voltage. */
  public boolean hasInverter() {
    return patches.stream().anyMatch(Patch::isInverted);
  }
}
