package hopfilm.check;

import hopfilm.dynamics.Surroundings;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.Step;
import hopfilm.film.AdiabaticHeat;
import hopfilm.grid.Grid;
import hopfilm.heat.FilmTemperature;
import hopfilm.heat.Substrate;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.parallel.Parallel;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The temperature of a film under the heat of its drives, by the equation of the run: cooling,
 * conduction, heat sinks, substrate. The heat is that of {@link DriveHeat}, of a film along z, and
 * of mazes as they conduct; each step takes all of its time.
 *
 * @param mean temperature of the film at the end of the last stretch with current [K]
 * @param highest of a cell, at the start or end of any stretch [K]
 * @param time from the start of the run until then [s]
 * @param ends when a cell reaches the share of its Curie temperature at which a run ends [s]
 */
record HeatForecast(double mean, double highest, double time, OptionalDouble ends) {

  /** The end of a run whose film gets too hot, in words. */
  String end(Experiment e) {
    double limit = e.material().Tc().orElseThrow() * TemperatureLaw.MAX_SHARE;
    return "%s, %s Tc, after about %s or later, where the run ends"
        .formatted(
            Quantity.format(limit, Dimension.TEMPERATURE, 3),
            TemperatureLaw.MAX_SHARE,
            Quantity.format(ends.orElseThrow(), Dimension.TIME, 2));
  }

  /** In words. */
  String words(Experiment e) {
    return ends.isPresent()
        ? "a cell reaches " + end(e)
        : "%s K on average when the last current ends, %s K in the hottest cell at about %s%s"
            .formatted(
                Quantity.digits(mean, 3),
                Quantity.digits(highest, 3),
                Quantity.format(time, Dimension.TIME, 3),
                e.mayEndSooner() ? ", if each step takes all of its time" : "");
  }

  /** Cells times steps of all forecasts, at some 100 ns each. */
  private static final double MAX_WORK = 1e8;

  /** Cycles of steps to the steady state; each takes some 90 % of what is left away. */
  private static final int CYCLES = 3;

  /** A resistance that would change more than so many times has no end. */
  private static final double LARGEST_CHANGE = 1e3;

  /** A factor is known to a rounding error after so many halvings. */
  private static final int BISECTIONS = 60;

  private static final int LEAST_STEPS = 4;
  private static final int MOST_STEPS = 14;

  /** Forecasts of many runs, each once; for one thread at a time. */
  static final class Known {
    private final Map<List<Object>, Optional<HeatForecast>> found = new HashMap<>();
    private double work;

    /**
     * That of an experiment; empty without heat or current, or where others took long.
     *
     * @param heats what a drive does; empty where it is not known, and so the forecast
     */
    Optional<HeatForecast> of(Experiment e, Function<Step.Drive, Optional<DriveHeat>> heats) {
      if (e.heat().isEmpty() || DriveHeat.times(e).isEmpty()) {
        return Optional.empty();
      }
      List<Object> key =
          List.of(e.film(), e.electrodes(), e.material(), e.heat(), e.protocol(), e.initial());
      Optional<HeatForecast> known = found.get(key);
      if (known == null) {
        boolean[] isUnknown = {false};
        List<HeatStretch> all =
            HeatStretch.of(
                e,
                drive -> {
                  Optional<DriveHeat> heat = heats.apply(drive);
                  isUnknown[0] |= heat.isEmpty();
                  return heat.orElse(DriveHeat.NONE);
                });
        double cell = HeatedBlocks.spread(e, e.film().cell());
        double steps = parts(e) * all.stream().mapToDouble(s -> 1 + steps(cell, s.time())).sum();
        work += steps * e.film().grid().cells();
        boolean isLeftOut = isUnknown[0] || work > MAX_WORK;
        known = isLeftOut ? Optional.empty() : Optional.of(follow(e, all));
        found.put(key, known);
      }
      return known;
    }
  }

  /** Whether a film whose drive stays on comes to a temperature. */
  static boolean isSteady(Experiment e) {
    HeatSpec heat = e.heat().orElseThrow();
    return heat.interfaceConductance() > 0
        || (e.electrodes().hasHeatSinks() && heat.conductivity() > 0);
  }

  /** The film as it is in the end, on a substrate that stays at ambient temperature. */
  static FilmTemperature steady(Experiment e, DriveHeat heat, Parallel parallel) {
    double slowest = HeatedBlocks.slowest(e);
    HeatedBlocks film = new HeatedBlocks(e, new Substrate.Ideal(), heat.held(), slowest, parallel);
    double fastest = Math.min(0.1 * slowest, film.fastest());
    double[] heating = film.heating(heat);
    // steps of each length let the waves of such a time decay: E. L. Wachspress, J. SIAM 10, 339
    // (1962), doi:10.1137/0110025
    for (int k = 0; k < CYCLES; k++) {
      for (double dt = 2 * slowest; dt > fastest; dt /= 2) {
        film.step(dt, heating, 1);
      }
    }
    return film.film();
  }

  /**
   * Power of a drive that stays on over that in the film at ambient temperature, f = (1 + c f T)^r
   * with the coefficient c of the resistance and the mean rise T that the latter makes; infinite
   * where no rise satisfies it.
   */
  private static double inTheEnd(Experiment e, DriveHeat heat) {
    double first = steady(e, heat, Parallel.SERIAL).mean() - e.heat().orElseThrow().ambient();
    double slope = e.material().temperatureCoefficient() * first;
    double low = 0;
    double high = 1;
    while (high < warm(slope * high, heat)) {
      low = high;
      high *= 2;
      if (high * Math.abs(slope) > LARGEST_CHANGE) {
        return Double.POSITIVE_INFINITY;
      }
    }
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (low + high) / 2;
      if (middle < warm(slope * middle, heat)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Power of a drive in a film whose resistance has changed by a share, over that before. */
  private static double warm(double change, DriveHeat heat) {
    return Math.pow(Math.max(Surroundings.Heat.MIN_RESISTIVITY, 1 + change), heat.response());
  }

  /** Rise of the hottest cell of the film along z after a time, on its substrate [K]. */
  static double after(double time, Experiment e, DriveHeat heat, Parallel parallel) {
    Substrate below = e.heat().orElseThrow().substrate().properties();
    HeatedBlocks film = new HeatedBlocks(e, below, heat.held(), time, parallel);
    advance(film, e, new HeatStretch(heat, time, 0), 1, Double.POSITIVE_INFINITY);
    return film.film().highest() - film.film().properties().ambient();
  }

  /**
   * What the heat of a section {@code heat} comes to if the drive stays on, in words: over the
   * interface and to heat sinks, then in a half-space under the middle of a square of this area F a
   * ln(1 + sqrt 2)/(pi kappa/2) (Carslaw, Jaeger, section 10.5).
   */
  static String words(DriveHeat cool, Experiment e) {
    HeatSpec heat = e.heat().orElseThrow();
    DriveHeat drive = cool;
    if (!isSteady(e)) {
      return "%s K/ns without end: no heat leaves, heat.interface is 0"
          .formatted(AdiabaticHeat.amount(1e-9 * drive.power() / heat.capacity()));
    }
    if (e.material().temperatureCoefficient() != 0) {
      double factor = inTheEnd(e, cool);
      if (Double.isInfinite(factor)) {
        return "more and more: the resistance grows with the temperature";
      }
      drive = cool.times(Math.sqrt(factor));
    }
    FilmTemperature film = steady(e, drive, Parallel.SERIAL);
    boolean hasInterface = heat.interfaceConductance() > 0;
    String way = hasInterface ? "over the interface" : "";
    way += drive.held() == null ? "" : hasInterface ? " and to heat sinks" : "to heat sinks";
    String words =
        "%s %s on average within some %s, %s in the hottest cell"
            .formatted(
                AdiabaticHeat.rise(film.mean() - heat.ambient()),
                way,
                Quantity.format(HeatedBlocks.slowest(e), Dimension.TIME, 2),
                AdiabaticHeat.rise(film.highest() - heat.ambient()));
    if (hasInterface && heat.substrate().properties() instanceof Substrate.HalfSpace below) {
      double edge = edge(e);
      words +=
          ", %s in the substrate after some %s"
              .formatted(
                  AdiabaticHeat.rise(inSubstrate(drive, e, film)),
                  Quantity.format(edge * edge / below.diffusivity(), Dimension.TIME, 2));
    }
    return words;
  }

  /** Side of a square of the film's area [m]. */
  private static double edge(Experiment e) {
    return Math.sqrt(e.film().cells().volume() / e.film().thickness());
  }

  /**
   * Rise in the substrate under the middle of such a square, if the drive stays on [K].
   *
   * @param film as it is then; its heat sinks take the rest
   */
  private static double inSubstrate(DriveHeat drive, Experiment e, FilmTemperature film) {
    HeatSpec heat = e.heat().orElseThrow();
    if (!(heat.substrate().properties() instanceof Substrate.HalfSpace below)) {
      return 0;
    }
    Grid grid = e.film().grid();
    double flux = drive.power() * e.film().thickness();
    if (drive.held() != null) {
      double sum = 0;
      for (int c = 0; c < grid.nx() * grid.ny(); c++) {
        sum += film.rise()[c];
      }
      double area = e.film().cells().volume() / e.film().thickness();
      double across = heat.interfaceConductance() * sum * grid.dx() * grid.dy() / area;
      flux = Math.min(flux, across);
    }
    return 2 * flux * edge(e) * Math.log(1 + Math.sqrt(2)) / (Math.PI * below.conductivity());
  }

  /**
   * Rise of the hottest cell, the substrate below it included, if the drive stays on [K]; where no
   * heat leaves the film, after a time.
   *
   * @param time such a time [s]
   */
  static double hottest(DriveHeat drive, Experiment e, double time, Parallel parallel) {
    if (!isSteady(e)) {
      return after(time, e, drive, parallel);
    }
    FilmTemperature film = steady(e, drive, parallel);
    return film.highest() - film.properties().ambient() + inSubstrate(drive, e, film);
  }

  /** Steps that double, from the time in which heat leaves a few cells on: no wave rings. */
  private static int steps(double fastest, double time) {
    double doublings = Math.ceil(Math.log(time / (4 * fastest)) / Math.log(2));
    return (int) Math.max(LEAST_STEPS, Math.min(MOST_STEPS, doublings));
  }

  /**
   * Equal parts of each step, in which a resistance that follows the temperature changes little.
   */
  private static int parts(Experiment e) {
    return e.material().temperatureCoefficient() == 0 ? 1 : 4;
  }

  /**
   * Goes through a stretch.
   *
   * @param cold resistance at ambient temperature over that of the film along z
   * @return when in it a cell reaches the limit [s]; infinite if none does
   */
  private static double advance(
      HeatedBlocks blocks, Experiment e, HeatStretch s, double cold, double limit) {
    FilmTemperature film = blocks.film();
    double reached = Double.POSITIVE_INFINITY;
    double clock = 0;
    int n = steps(blocks.fastest(), s.time());
    double dt = s.time() / Math.pow(2, n);
    double coefficient = e.material().temperatureCoefficient();
    int equal = parts(e);
    dt /= equal;
    double rate = 0; // of the resistance [1/s]
    double[] heating = blocks.heating(s.heat());
    for (int k = 0; k < (n + 1) * equal; k++) {
      double change = coefficient * (film.mean() - film.properties().ambient());
      // in the middle of the step
      double warm = s.heat() == null ? 0 : warm(change + rate * dt / 2, s.heat());
      double factor = s.heat() == null ? 0 : Math.pow(cold, s.heat().response()) * warm;
      double before = film.highest();
      blocks.step(dt, heating, factor);
      rate = (coefficient * (film.mean() - film.properties().ambient()) - change) / dt;
      clock += dt;
      double now = film.highest();
      if (now >= limit && Double.isInfinite(reached)) {
        reached = clock - (now > before ? dt * Math.min(1, (now - limit) / (now - before)) : 0);
      }
      boolean isNextLonger = k >= equal && k % equal == equal - 1;
      dt *= isNextLonger ? 2 : 1;
    }
    return reached;
  }

  private static HeatForecast follow(Experiment e, List<HeatStretch> all) {
    boolean[] held =
        all.stream()
            .filter(s -> s.heat() != null && s.heat().held() != null)
            .findFirst()
            .map(s -> s.heat().held())
            .orElse(null);
    Substrate below = e.heat().orElseThrow().substrate().properties();
    double shortest = all.stream().mapToDouble(HeatStretch::time).min().orElse(0);
    HeatedBlocks blocks = new HeatedBlocks(e, below, held, shortest, Parallel.SERIAL);
    FilmTemperature film = blocks.film();
    double limit = e.material().Tc().orElse(Double.POSITIVE_INFINITY) * TemperatureLaw.MAX_SHARE;
    double cold = 1 / MazeConductance.halfTrained(e);
    double clock = e.initial().relaxTime();
    HeatForecast found =
        new HeatForecast(film.mean(), film.highest(), clock, OptionalDouble.empty());
    for (HeatStretch s : all) {
      film.warmer(s.warmer());
      double start = film.highest();
      found = found.with(start, clock, start >= limit ? clock : Double.POSITIVE_INFINITY);
      double reached = clock + advance(blocks, e, s, cold, limit);
      clock += s.time();
      found = found.with(film.highest(), clock, reached);
      found = s.heat() == null ? found : found.withMean(film.mean());
    }
    return found;
  }

  /**
   * With the hottest cell at a time.
   *
   * @param reached when it had reached the limit; infinite if not [s]
   */
  private HeatForecast with(double kelvin, double at, double reached) {
    boolean isFirst = ends.isEmpty() && Double.isFinite(reached);
    return new HeatForecast(
        mean,
        Math.max(kelvin, highest),
        kelvin > highest ? at : time,
        isFirst ? OptionalDouble.of(reached) : ends);
  }

  private HeatForecast withMean(double kelvin) {
    return new HeatForecast(kelvin, highest, time, ends);
  }
}
