package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Step;
import hopfilm.film.FilmCurrents;
import hopfilm.parallel.Parallel;
import hopfilm.transport.GivenValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The currents of the drives of many runs: each is solved once for all films that conduct alike and
 * all amplitudes, as currents are proportional to what is given. For one thread at a time.
 */
final class DriveCurrents {

  /**
   * Cells of all films that are solved for, at some microseconds each: a sweep over films of all
   * sizes would take long. The first is always solved.
   */
  private static final long MAX_CELLS = 10_000_000;

  private final Map<List<Object>, Optional<DriveHeat>> solved = new HashMap<>();
  private final HeatForecast.Known forecasts = new HeatForecast.Known();
  private List<Object> film;
  private FilmCurrents currents;
  private boolean[] held;
  private long cells;

  /** That of a drive; empty where too many others were solved before, or it cannot be solved. */
  Optional<DriveHeat> of(Experiment e, Step.Drive drive) {
    GivenValues given = drive.values();
    double largest = Arrays.stream(given.numbers()).map(Math::abs).max().orElse(0);
    if (largest == 0) {
      return Optional.of(DriveHeat.NONE);
    }
    double[] unit = Arrays.stream(given.numbers()).map(v -> v / largest).toArray();
    MaterialSpec m = e.material();
    List<Object> here =
        List.of(
            e.film(),
            e.electrodes(),
            m.conductivity(),
            e.numerics().contacts(),
            e.heat().isPresent());
    List<Object> key = List.of(here, given.kinds(), Arrays.stream(unit).boxed().toList());
    Optional<DriveHeat> known = solved.get(key);
    if (known == null) {
      long size = (long) e.film().nx() * e.film().ny() * e.film().layers();
      if (!solved.isEmpty() && cells + size > MAX_CELLS) {
        return Optional.empty();
      }
      cells += size;
      if (!here.equals(film)) {
        film = here;
        currents = FilmCurrents.atStart(e, Parallel.SERIAL);
        held = currents.heatSinks(e);
      }
      known = solve(e, new GivenValues(given.kinds(), unit));
      solved.put(key, known);
    }
    return known.map(heat -> heat.times(largest));
  }

  /** Empty where the potential does not converge: the run will end with the reason. */
  private Optional<DriveHeat> solve(Experiment e, GivenValues unit) {
    try {
      return Optional.of(DriveHeat.of(e, currents, unit, held));
    } catch (IllegalStateException unsolved) {
      return Optional.empty();
    }
  }

  /** How hot they make a film; empty without heat or current, or where one is not known. */
  Optional<HeatForecast> forecast(Experiment e) {
    return forecasts.of(e, d -> of(e, d));
  }
}
