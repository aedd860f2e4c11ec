package hopfilm.protocol;

import hopfilm.heat.FilmTemperature;
import hopfilm.result.Summary;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * The film when it was hottest, in a row of the table or where a step set another ambient
 * temperature, and its heat in all.
 */
public final class Hottest {

  /** Numbers of a film besides its map. */
  private static final int NUMBERS = 7;

  private double time = Double.NaN;
  private double highest = Double.NEGATIVE_INFINITY;
  private double ambient;
  private double[] balance = new double[4];
  private double[] rise = {};

  /** Looks at the film. */
  void look(FilmTemperature film, double now) {
    FilmTemperature.Balance b = film.balance();
    balance = new double[] {b.given(), b.stored(), b.substrate(), b.contacts()};
    ambient = film.properties().ambient();
    double there = film.highest();
    if (there > highest) {
      highest = there;
      time = now;
      double warmer = film.warmer();
      rise = Arrays.stream(film.rise()).map(r -> warmer + r).toArray();
    }
  }

  /** When it was hottest [s]. */
  public double time() {
    return time;
  }

  /** Temperature of the hottest cell then [K]. */
  public double highest() {
    return highest;
  }

  /** Rise above the temperature at the start in each cell of the film then [K]. */
  public double[] rise() {
    return rise.clone();
  }

  /** Temperature at the start [K]. */
  public double ambient() {
    return ambient;
  }

  /** The numbers of it: heat up to the last row. */
  Summary.Heat heat() {
    return new Summary.Heat(highest, time, balance[0], balance[1], balance[2], balance[3]);
  }

  /** All of it in one array, for {@link #of}. */
  double[] numbers() {
    double[] all = new double[NUMBERS + rise.length];
    all[0] = time;
    all[1] = highest;
    all[2] = ambient;
    System.arraycopy(balance, 0, all, 3, balance.length);
    System.arraycopy(rise, 0, all, NUMBERS, rise.length);
    return all;
  }

  static Hottest of(double[] numbers) {
    Hottest h = new Hottest();
    h.time = numbers[0];
    h.highest = numbers[1];
    h.ambient = numbers[2];
    System.arraycopy(numbers, 3, h.balance, 0, h.balance.length);
    h.rise = Arrays.copyOfRange(numbers, NUMBERS, numbers.length);
    return h;
  }

  void save(StateWriter out) throws IOException {
    out.part("hottest");
    out.numbers(numbers());
  }

  /**
   * @param cells of the film
   */
  static Hottest restore(StateReader in, int cells) throws IOException {
    in.part("hottest");
    return of(in.numbers(NUMBERS + cells));
  }
}
