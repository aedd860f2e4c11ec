package hopfilm.dynamics;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.function.DoubleSupplier;

/** The magnetisation can not be moved on: what happened, where, when, why and what to do. */
public final class InstabilityException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Above this a film never comes to rest and contacts make vortices [m/s]. */
  private static final double TURBULENT = 600;

  private InstabilityException(String message) {
    super(message);
  }

  private InstabilityException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Checks that all of a texture is numbers.
   *
   * @param drift largest drift velocity now [m/s]
   */
  static void requireFinite(VectorField m, double time, long steps, DoubleSupplier drift) {
    for (int i = 0; i < m.x().length; i++) {
      if (!Double.isFinite(m.x()[i] + m.y()[i] + m.z()[i])) {
        throw notANumber(m.grid(), i, time, steps, drift.getAsDouble());
      }
    }
  }

  private static InstabilityException notANumber(
      Grid grid, int cell, double time, long steps, double drift) {
    int i = cell % grid.nx();
    int j = cell / grid.nx() % grid.ny();
    String cause =
        drift > TURBULENT
            ? "the current is too strong (drift velocities up to %.0f m/s): lower the voltages"
                .formatted(drift)
            : "the texture or the material of this cell had no finite value: check the initial"
                + " texture and the material there";
    return new InstabilityException(
        "the magnetisation of cell (%d, %d) at x = %.4g nm, y = %.4g nm is no longer a number at "
            .concat("%.6g ns, after %d steps; most likely %s")
            .formatted(
                i,
                j,
                (i + 0.5) * grid.dx() * 1e9,
                (j + 0.5) * grid.dy() * 1e9,
                time * 1e9,
                steps,
                cause));
  }

  /** The current could not be solved within a step. */
  static InstabilityException noCurrent(
      IllegalStateException cause, double time, long steps, double drift) {
    String reason =
        drift > TURBULENT
            ? "the current is too strong (drift velocities up to %.0f m/s): lower the voltages"
                .formatted(drift)
            : "the conductivity depends too much on direction: lower |amr| or |hall_angle|";
    return new InstabilityException(
        "no current could be found at %.6g ns, after %d steps (%s); most likely "
            .concat(reason)
            .formatted(time * 1e9, steps, cause.getMessage()),
        cause);
  }

  /** A cell is so hot that the film loses its order. */
  static InstabilityException tooHot(
      Grid grid, int cell, double kelvin, double curie, double time) {
    int i = cell % grid.nx();
    int j = cell / grid.nx() % grid.ny();
    return new InstabilityException(
        "the film is at %.0f K in cell (%d, %d) at x = %.4g nm, y = %.4g nm at %.6g ns, too near its Curie temperature of %.0f K to keep its order:"
            .concat(" lower the voltages, make pulses shorter or pauses longer, or take a thinner")
            .concat(" film, a lower resistivity or a better interface (heat.interface)")
            .formatted(
                kelvin,
                i,
                j,
                (i + 0.5) * grid.dx() * 1e9,
                (j + 0.5) * grid.dy() * 1e9,
                time * 1e9,
                curie));
  }

  /** A cell is so hot that the law of its resistivity ends. */
  static InstabilityException noResistivity(double kelvin, double coefficient, double time) {
    return new InstabilityException(
        "the film is at %.0f K at %.6g ns, where little or nothing is left of a resistivity with the temperature"
            .concat(" coefficient %.3g 1/K: lower the voltages, or a smaller coefficient")
            .formatted(kelvin, time * 1e9, coefficient));
  }

  /** No step keeps the tolerance. */
  static InstabilityException stepTooShort(double tolerance, double time, long steps) {
    return new InstabilityException(
        "no time step keeps the tolerance %.3g at %.6g ns, after %d steps; most likely it is below"
            .concat(" the rounding of numbers: raise it (1e-5 is usual), or take rk4")
            .formatted(tolerance, time * 1e9, steps));
  }
}
