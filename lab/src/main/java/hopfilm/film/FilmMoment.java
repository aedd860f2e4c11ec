package hopfilm.film;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;

/**
 * A film at a moment, a copy for those who look at it.
 *
 * @param time [s]
 * @param steps time steps taken so far
 * @param m magnetisation; zero where there is no film
 * @param potential at the corners of the cells, as last solved [V]; null without current
 */
public record FilmMoment(double time, long steps, VectorField m, double[] potential) {

  public static FilmMoment of(TimeEvolution film, boolean hasCurrent) {
    return new FilmMoment(
        film.time(), film.steps(), film.m(), hasCurrent ? film.potential() : null);
  }
}
