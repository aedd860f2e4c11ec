package hopfilm.dynamics;

import hopfilm.heat.FilmTemperature;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * Owns the Joule heat that has not reached the film yet, and when its {@code FilmTemperature}
 * steps.
 *
 * <p>The temperature advances in steps of its own. Half the change of the rate of warming over a
 * step, times the step, stays near {@value #TOLERANCE} K in the worst cell. A step changes no cell
 * by more than a limit where magnet or noise follow the temperature.
 *
 * <p>Heat is integrated by the trapezoidal rule between two solutions of the potential, times the
 * square of the drive; a step that ends in between extrapolates the power linearly.
 */
final class Heating {

  /** Error of the warming in a step [K]. */
  private static final double TOLERANCE = 0.1;

  /** Share of the longest step that is aimed at. */
  private static final double SAFETY = 0.9;

  private final FilmTemperature film;
  private double[] power; // at full drive, as last solved [W/m^3]
  private double[] older; // as solved before
  private final double[] times = new double[2]; // of the two solutions
  private int solutions; // of these, up to 2
  private double[] solved; // room for the next
  private final double[] pending; // counted, and not yet in the film [J/m^3]
  private final double[] before; // rise at the last step [K]
  private final double[] rate; // of warming in the last step [K/s]
  private boolean hasPower;
  private boolean hasRate;
  private double counted;
  private double reached;
  private double interval;
  private double next = Double.NEGATIVE_INFINITY;

  Heating(FilmTemperature film, double time) {
    this.film = film;
    int cells = film.rise().length;
    this.power = new double[cells];
    this.older = new double[cells];
    this.solved = new double[cells];
    this.pending = new double[cells];
    this.before = new double[cells];
    this.rate = new double[cells];
    restart(time);
  }

  FilmTemperature film() {
    return film;
  }

  /**
   * Rise in each cell at a time after the last step, as it goes on, above the ambient temperature
   * at which the material is given [K].
   */
  double rise(int cell, double t) {
    double rise = film.warmer() + film.rise()[cell];
    return hasRate && t > reached ? rise + (t - reached) * rate[cell] : rise;
  }

  /** Largest rate of warming or cooling of a cell in the last step [K/s]; 0 before one. */
  double fastest() {
    return hasRate ? Arrays.stream(rate).map(Math::abs).max().orElse(0) : 0;
  }

  /** Room for the heat in each cell of the next solution, at full drive [W/m^3]. */
  double[] room() {
    return solved;
  }

  /** The time is set from outside; the temperature stays. */
  void restart(double time) {
    counted = time;
    reached = time;
    jumped();
  }

  /** The source of heat jumps now; {@link #advance} to this time comes before. */
  void jumped() {
    hasPower = false;
    solutions = 0;
    hasRate = false;
    interval = 0;
    next = Double.NEGATIVE_INFINITY;
  }

  /**
   * Takes over {@link #room}, of a solution at time t.
   *
   * @param square integral of the square of the drive since the heat was counted last [s]
   */
  void solved(double t, double square) {
    double w = ahead(counted);
    for (int c = 0; c < pending.length; c++) {
      double begin = hasPower ? power[c] + w * (power[c] - older[c]) : solved[c];
      pending[c] += square * 0.5 * (begin + solved[c]);
    }
    takeOver();
    times[1] = times[0];
    times[0] = t;
    solutions = Math.min(2, solutions + 1);
    counted = t;
  }

  /** Time since the last solution, in units of the time between the last two. */
  private double ahead(double t) {
    return solutions < 2 ? 0 : Math.min(1, (t - times[0]) / (times[0] - times[1]));
  }

  /** Takes over {@link #room}, of a solution within a step, which may yet be given up. */
  void takeOver() {
    double[] swap = older;
    older = power;
    power = solved;
    solved = swap;
    hasPower = true;
  }

  /** Counts the heat up to a time, with the power as it goes on through the last two solutions. */
  void count(double t, double square) {
    double w = ahead(0.5 * (counted + t));
    for (int c = 0; c < pending.length && square != 0; c++) {
      pending[c] += square * (power[c] + w * (power[c] - older[c]));
    }
    counted = t;
  }

  /** The time up to which the heat is counted. */
  double counted() {
    return counted;
  }

  /** True if the temperature is due to go on to a time. */
  boolean isDue(double t) {
    return t >= next && t > reached;
  }

  /**
   * Advances the temperature to a time.
   *
   * @param square as above, up to this time; 0 without current
   * @param dt the time step in use [s]
   * @param change of the temperature of a cell that the next step may bring [K]
   */
  void advance(double t, double square, double dt, double change) {
    if (!(t > reached)) {
      return;
    }
    count(t, square);
    double elapsed = t - reached;
    double[] rise = film.rise();
    System.arraycopy(rise, 0, before, 0, before.length);
    film.step(elapsed, pending);
    Arrays.fill(pending, 0);
    double worst = 0;
    for (int c = 0; c < before.length; c++) {
      double now = (rise[c] - before[c]) / elapsed;
      worst = Math.max(worst, Math.abs(now - rate[c]));
      rate[c] = now;
    }
    double error = hasRate ? 0.5 * worst * elapsed : TOLERANCE;
    hasRate = true;
    reached = t;
    double factor = SAFETY * Math.sqrt(TOLERANCE / Math.max(error, 1e-9));
    // a step that was cut short says nothing against the interval wanted before
    double base = Math.max(elapsed, Math.min(interval, 2 * elapsed));
    interval = Math.max(dt, base * Math.min(2, Math.max(0.3, factor)));
    next = t + Math.max(dt, Math.min(interval, change / fastest())) - 0.5 * dt;
  }

  void save(StateWriter out) throws IOException {
    out.part("heating");
    film.save(out);
    out.numbers(power, older, times);
    out.whole(solutions);
    out.numbers(pending, rate);
    out.flag(hasPower);
    out.flag(hasRate);
    for (double v : new double[] {counted, reached, interval, next}) {
      out.number(v);
    }
  }

  void restore(StateReader in) throws IOException {
    in.part("heating");
    film.restore(in);
    in.numbers(power, older, times);
    solutions = (int) in.whole();
    in.numbers(pending, rate);
    hasPower = in.flag();
    hasRate = in.flag();
    counted = in.number();
    reached = in.number();
    interval = in.number();
    next = in.number();
  }
}
