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
 * Owns the temperature at which magnet and thermal field were last made; that of the film itself is
 * in {@link Heating}. They are made again when that of a cell is {@value #MAX_CHANGE} K off.
 */
final class MaterialTemperature {

  /** Difference at which magnet and noise take over the temperature of a cell [K]. */
  private static final double MAX_CHANGE = 0.75;

  /** Change in a step of the temperature, so that they do so soon after [K]. */
  private static final double STEP = 0.25;

  /** How far ahead of the fastest cell they are then, so that they do not lag in the mean [K]. */
  private static final double AHEAD = 0.5;

  private final Grid grid;
  private final Drives drives;
  private Heating heating; // null if none
  private TemperatureLaw law; // of the material, null for none
  private double[] appliedRise; // rise that magnet and noise have taken over [K], null if none

  MaterialTemperature(Grid grid, Drives drives) {
    this.grid = grid;
    this.drives = drives;
  }

  /**
   * Takes over what differs from the surroundings before.
   *
   * @throws InstabilityException if the film is then too close to the Curie temperature
   */
  void under(Surroundings next, Surroundings before, double time) {
    if (!next.heat().equals(before.heat())) {
      heat(next.heat(), time);
    }
  }

  private void heat(Optional<Surroundings.Heat> next, double time) {
    heating = next.map(h -> new Heating(h.film(), time)).orElse(null);
    law = next.flatMap(Surroundings.Heat::law).orElse(null);
    next.ifPresent(
        h -> {
          h.film().warmer(h.warmer());
          requireOrder(h.film(), time);
        });
    appliedRise = next.map(h -> rise(h.film())).orElse(null);
    if (drives.coupling() != null) {
      drives.coupling().heating(heating, next.map(Surroundings.Heat::perKelvin).orElse(0.0));
      drives.coupling().conduct(time);
      drives.restart();
    }
  }

  /** Rise of each cell above the ambient temperature at which the material is given [K]. */
  private static double[] rise(FilmTemperature film) {
    double warmer = film.warmer();
    return Arrays.stream(film.rise()).map(r -> warmer + r).toArray();
  }

  /** The temperature of the film; null where the current does not heat it. */
  FilmTemperature film() {
    return heating == null ? null : heating.film();
  }

  /** The rise that magnet and noise have taken over, cell by cell [K]; null if none. */
  double[] appliedRise() {
    return appliedRise;
  }

  /**
   * The magnet at the temperature of the film, from that at ambient temperature, by the {@link
   * TemperatureLaw}; the drift velocity takes over its Ms.
   */
  Magnet magnet(Magnet ambient) {
    if (law == null) {
      return ambient;
    }
    Magnet warm = ambient.withMaterial(law.at(ambient.material(), grid, appliedRise));
    drives.coupling().drift().rescale(warm.material());
    return warm;
  }

  /** A thermal field at the temperature of the hottest cell. */
  ThermalField strongest(ThermalField ambient) {
    ThermalField warmest = ambient.warmest(grid);
    if (appliedRise == null) {
      return warmest;
    }
    double max = Arrays.stream(appliedRise).max().orElse(0);
    return warmest.about(warmest.temperature() + Math.max(0, max));
  }

  /** The time is set from outside; the temperature stays. */
  void restart(double time) {
    if (heating != null) {
      heating.restart(time);
    }
  }

  /** The source of heat jumps now. */
  void jumped() {
    if (heating != null) {
      heating.jumped();
    }
  }

  /** True if the temperature is due to advance before a step from this time. */
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
    boolean isFollowed = law != null || drives.noise() != null;
    double change = isFollowed ? STEP : Double.POSITIVE_INFINITY;
    heating.advance(time, drives.square(heating.counted(), time), step, change);
    drives.coupling().conduct(time);
    return isFollowed && follows(time);
  }

  private boolean follows(double time) {
    FilmTemperature film = heating.film();
    double[] rise = rise(film);
    double max = 0;
    for (int c = 0; c < rise.length; c++) {
      max = Math.max(max, Math.abs(rise[c] - appliedRise[c]));
    }
    requireOrder(film, time);
    if (max < MAX_CHANGE) {
      return false;
    }
    double fastest = heating.fastest();
    double then = fastest > 0 ? time + AHEAD / fastest : time;
    Arrays.setAll(rise, c -> heating.rise(c, then));
    appliedRise = rise;
    return true;
  }

  private void requireOrder(FilmTemperature film, double time) {
    int hottest = film.hottest();
    if (law != null && film.at(hottest) >= TemperatureLaw.MAX_SHARE * law.curie()) {
      throw InstabilityException.tooHot(grid, hottest, film.at(hottest), law.curie(), time);
    }
  }

  /** Counts the heat of a step that ends at this time, where each stage solved its potential. */
  void count(double time) {
    if (heating != null && drives.solvesEveryStage()) {
      heating.count(time, drives.square(heating.counted(), time));
    }
  }

  /** Writes what magnet and noise have taken over, on which all else is built. */
  void saveApplied(StateWriter out) throws IOException {
    if (appliedRise != null) {
      out.numbers(appliedRise);
    }
  }

  /** Restores that; true if magnet and noise must be made again. */
  boolean restoreApplied(StateReader in) throws IOException {
    if (appliedRise == null) {
      return false;
    }
    in.numbers(appliedRise);
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
