package hopfilm.dynamics;

import hopfilm.grid.Grid;
import hopfilm.heat.FilmTemperature;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.magnet.ThermalField;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Owns the temperature at which magnet and thermal field were last made: they are made again only
 * when a cell has moved by {@value #FELT} K. The temperature itself is that of {@link Heating}.
 */
final class Warmth {

  /** Change of temperature that magnet and noise take over [K]. */
  private static final double FELT = 1;

  private final Grid grid;
  private final Drives drives;
  private Heating heating; // null without
  private TemperatureLaw law; // of the material, null for none
  private double[] felt; // rise that magnet and noise have taken over [K], null without heat

  Warmth(Grid grid, Drives drives) {
    this.grid = grid;
    this.drives = drives;
  }

  /** Another film to heat from this time on, or none. */
  void heat(Optional<Surroundings.Heat> next, double time) {
    heating = next.map(h -> new Heating(h.film(), time)).orElse(null);
    law = next.flatMap(Surroundings.Heat::law).orElse(null);
    felt = next.map(h -> h.film().rise().clone()).orElse(null);
    if (drives.coupling() != null) {
      drives.coupling().heating(heating, next.map(Surroundings.Heat::perKelvin).orElse(0.0));
      drives.coupling().conduct(time);
      drives.restart();
    }
  }

  /** The temperature of the film; null where the current does not heat it. */
  FilmTemperature film() {
    return heating == null ? null : heating.film();
  }

  /** The rise that magnet and noise have taken over, cell by cell [K]; null without heat. */
  double[] felt() {
    return felt;
  }

  /**
   * A magnet given at ambient temperature, as it is at that of the film; the drift velocity takes
   * over its Ms.
   */
  Magnet of(Magnet cold) {
    if (law == null) {
      return cold;
    }
    Magnet warm = cold.withMaterial(law.at(cold.material(), grid, felt));
    drives.coupling().drift().rescale(warm.material());
    return warm;
  }

  /** A thermal field at the temperature of the hottest cell. */
  ThermalField strongest(ThermalField ambient) {
    if (felt == null) {
      return ambient;
    }
    double most = Arrays.stream(felt).max().orElse(0);
    return new ThermalField(ambient.temperature() + Math.max(0, most), 0);
  }

  /** The time is set from outside; the temperature stays. */
  void restart(double time) {
    if (heating != null) {
      heating.restart(time);
    }
  }

  /** What heats the film jumps now. */
  void jumped() {
    if (heating != null) {
      heating.jumped();
    }
  }

  /** Whether the film should be warmed before a step from this time on. */
  boolean isDue(double time) {
    return heating != null && heating.isDue(time);
  }

  /**
   * Warms a film that the current heats, up to a time.
   *
   * @param step longest time step of the magnet [s]
   * @return whether magnet and noise have to take over its temperature
   * @throws InstabilityException if it comes too close to the Curie temperature
   */
  boolean advance(double time, double step) {
    heating.advance(time, drives.square(heating.counted(), time), step);
    drives.coupling().conduct(time);
    return feels(time);
  }

  private boolean feels(double time) {
    if (law == null && drives.noise() == null) {
      return false;
    }
    FilmTemperature film = heating.film();
    double[] rise = film.rise();
    double most = 0;
    for (int c = 0; c < rise.length; c++) {
      most = Math.max(most, Math.abs(rise[c] - felt[c]));
    }
    int hottest = film.hottest();
    if (law != null && film.at(hottest) >= TemperatureLaw.MOST * law.curie()) {
      throw InstabilityException.tooHot(grid, hottest, film.at(hottest), law.curie(), time);
    }
    if (most < FELT) {
      return false;
    }
    felt = rise.clone();
    return true;
  }

  /** Counts the heat of a step that ends at this time, where each stage solved its potential. */
  void count(double time) {
    if (heating != null && drives.solvesEveryStage()) {
      heating.count(time, drives.square(heating.counted(), time));
    }
  }

  /** Writes what magnet and noise have taken over, on which all else is built. */
  void saveFelt(StateWriter out) throws IOException {
    if (felt != null) {
      out.numbers(felt);
    }
  }

  /**
   * Takes that up.
   *
   * @return whether magnet and noise must be made anew
   */
  boolean restoreFelt(StateReader in) throws IOException {
    if (felt == null) {
      return false;
    }
    in.numbers(felt);
    return true;
  }

  void save(StateWriter out) throws IOException {
    if (heating != null) {
      heating.save(out);
    }
  }

  void restore(StateReader in, double time) throws IOException {
    if (heating != null) {
      heating.restore(in);
      drives.coupling().conduct(time);
    }
  }
}
