package hopfilm.film;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import java.util.stream.IntStream;

/**
 * A film at a moment, a copy for those who look at it.
 *
 * @param time [s]
 * @param steps time steps taken so far
 * @param m magnetisation; zero where there is no film
 * @param potential at the corners of the cells, as last solved [V]; null without current
 * @param temperature of each cell [K]; null where the current does not heat the film
 */
public record FilmMoment(
    double time, long steps, VectorField m, double[] potential, double[] temperature) {

  /** The magnetisation alone. */
  public FilmMoment(double time, long steps, VectorField m) {
    this(time, steps, m, null, null);
  }

  public static FilmMoment of(TimeEvolution film, boolean hasCurrent) {
    FilmTemperature heat = film.temperature().orElse(null);
    double[] temperature =
        heat == null
            ? null
            : IntStream.range(0, heat.rise().length).mapToDouble(heat::at).toArray();
    return new FilmMoment(
        film.time(), film.steps(), film.m(), hasCurrent ? film.potential() : null, temperature);
  }
}
