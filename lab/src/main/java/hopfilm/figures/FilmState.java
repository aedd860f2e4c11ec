package hopfilm.figures;

import hopfilm.chart.Prefix;
import hopfilm.grid.VectorField;

/**
 * The film at one moment, to be drawn.
 *
 * @param label such as {@code untrained}
 * @param time simulated time [s]
 * @param m unit magnetisation; zero vectors are outside the film
 * @param j current density [A/m^2] at the voltages below, or null
 * @param voltages voltage of each electrode [V], or null without current
 */
public record FilmState(
    String label, double time, VectorField m, VectorField j, double[] voltages) {

  /** Label and time, above a picture of the film. */
  String heading() {
    return label + ", t = " + Prefix.format(time, "s");
  }
}
