package hopfilm.bench;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.DemagRate;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.Surroundings;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.heat.HeatProperties;
import hopfilm.heat.Substrate;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.OerstedField;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.magnet.Textures;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * What fields of long range cost a film, and what computing the stray field once a step changes.
 */
final class DemagFigures {

  private static final double CELL = 4e-9;
  private static final double NS = 1e-9;

  private static final TemperatureLaw COBALT = new TemperatureLaw(1360, 300, 2, 2, 3);

  /** A field as wrong as {@code numerics.demag_tolerance: 1e-4} allows. */
  private static final Numerics WIDE = numerics(DemagRate.ADAPTIVE, 1e-4);

  /** From one row of the default table to the next [s]. */
  private static final double ROW = 0.1 * NS;

  /** Films of which the errors are taken together. */
  private static final int STARTS = 4;

  private final boolean quick;
  private final Experiment plain;

  DemagFigures(boolean quick) {
    this.quick = quick;
    this.plain = DefaultFilm.experiment("film.size=[800 nm, 800 nm]", "electrodes.radius=240 nm");
  }

  List<BenchFigure> measure() {
    List<BenchFigure> all = new ArrayList<>(costs());
    all.addAll(large());
    all.add(threads());
    all.addAll(underCurrent());
    all.addAll(errors("stray_error", 0.3, new double[] {5e4, 1e4, 0}));
    all.addAll(errors("stray_error_permalloy", 0.02, new double[] {2e4, 1e3, 0}));
    return all;
  }

  private static Numerics numerics(DemagRate rate) {
    return numerics(rate, Numerics.DEMAG_TOLERANCE);
  }

  private static Numerics numerics(DemagRate rate, double tolerance) {
    return new Numerics(
        Integrator.RK4,
        Coupling.adaptive(),
        KernelChoice.AUTO,
        Numerics.TOLERANCE,
        rate,
        tolerance);
  }

  /** The material of the default film on other cells. */
  private Magnet film(int n, int layers) {
    Grid grid =
        layers == 1 ? Grid.film(n, n, CELL, 10 * CELL) : new Grid(n, n, layers, CELL, CELL, CELL);
    return new Magnet(grid, plain.material().material(), Discretisation.COVARIANT);
  }

  private static TimeEvolution evolution(Magnet magnet, DemagRate rate, Parallel parallel) {
    return evolution(magnet, numerics(rate), parallel);
  }

  private static TimeEvolution evolution(Magnet magnet, Numerics numerics, Parallel parallel) {
    TimeEvolution film = new TimeEvolution(magnet, numerics, parallel);
    film.state(Textures.helix(magnet.grid(), 0.6, 45e-9, DmiKind.BULK, 1), 0);
    return film;
  }

  private List<BenchFigure> costs() {
    Magnet layer = film(200, 1);
    Magnet layers = film(64, 8);
    Map<String, DoubleSupplier> flat = new LinkedHashMap<>();
    flat.put("without", cost(evolution(layer, DemagRate.ADAPTIVE, Parallel.SERIAL)));
    flat.put("on", cost(on(layer, FourierLoops.DOUBLE, DemagRate.ADAPTIVE)));
    flat.put("float", cost(on(layer, FourierLoops.FLOAT, DemagRate.ADAPTIVE)));
    flat.put("wide", cost(evolution(layer.withDemag(DemagKind.ON), WIDE, Parallel.SERIAL)));
    flat.put("every stage", cost(on(layer, FourierLoops.DOUBLE, DemagRate.EVERY_STAGE)));
    Map<String, Double> a = low(flat);
    Map<String, DoubleSupplier> solid = new LinkedHashMap<>();
    solid.put("one layer", cost(evolution(layer, DemagRate.ADAPTIVE, Parallel.SERIAL)));
    solid.put("without", cost(evolution(layers, DemagRate.ADAPTIVE, Parallel.SERIAL)));
    solid.put("on", cost(on(layers, FourierLoops.DOUBLE, DemagRate.ADAPTIVE)));
    solid.put("float", cost(on(layers, FourierLoops.FLOAT, DemagRate.ADAPTIVE)));
    Map<String, Double> b = low(solid);
    Map<String, DoubleSupplier> others = new LinkedHashMap<>();
    others.put("128", cost(on(film(128, 1), FourierLoops.DOUBLE, DemagRate.ADAPTIVE)));
    others.put("400", cost(on(film(400, 1), FourierLoops.DOUBLE, DemagRate.ADAPTIVE)));
    Map<String, Double> c = low(others);
    return List.of(
        BenchFigure.of("stray_layer", a.get("on") / a.get("without"))
            .from(
                "%.1f ns a cell against %.1f; in float %.1f, at every stage %.1f; 128 x 128 %.1f,"
                    + " 400 x 400 %.1f",
                a.get("on"),
                a.get("without"),
                a.get("float"),
                a.get("every stage"),
                c.get("128"),
                c.get("400")),
        BenchFigure.of("stray_tolerance", a.get("wide") / a.get("without"))
            .from("%.1f ns a cell", a.get("wide")),
        BenchFigure.of("stray_layers", b.get("on") / b.get("one layer"))
            .from(
                "%.1f ns a cell, without %.1f; in float %.1f",
                b.get("on"), b.get("without"), b.get("float")));
  }

  /** A film beyond the cache, where memory is the limit. */
  private List<BenchFigure> large() {
    Magnet large = film(1024, 1);
    Map<String, DoubleSupplier> films = new LinkedHashMap<>();
    films.put("layer", cost(evolution(film(200, 1), DemagRate.ADAPTIVE, Parallel.SERIAL)));
    films.put("double", cost(on(large, FourierLoops.DOUBLE, DemagRate.ADAPTIVE)));
    films.put("float", cost(on(large, FourierLoops.FLOAT, DemagRate.ADAPTIVE)));
    // it has settled as long as the films of 200 x 200
    Map<String, Double> t = quick ? Turns.low(films, 4, 2) : Turns.low(films, 37, 25);
    return List.of(
        BenchFigure.of("stray_large", t.get("double") / t.get("layer"))
            .from("%.1f ns a cell against %.1f", t.get("double"), t.get("layer")),
        BenchFigure.of("stray_float", t.get("float") / t.get("double"))
            .from("%.1f ns a cell", t.get("float")));
  }

  private static DoubleSupplier cost(TimeEvolution film) {
    return () -> {
      Turns.cost(film, 3); // what the other films left in the cache
      return Turns.cost(film, 8);
    };
  }

  private Map<String, Double> low(Map<String, DoubleSupplier> films) {
    int rounds = quick ? 30 : 100;
    return Turns.low(films, rounds, rounds / 4);
  }

  private static TimeEvolution on(Magnet magnet, FourierLoops loops, DemagRate rate) {
    return evolution(magnet.withDemag(DemagKind.ON, loops), rate, Parallel.SERIAL);
  }

  private BenchFigure threads() {
    Magnet magnet = film(200, 1).withDemag(DemagKind.ON);
    try (Parallel two = Parallel.of(2)) {
      double[] shortest =
          shortest(
              List.of(
                  evolution(magnet, DemagRate.ADAPTIVE, Parallel.SERIAL),
                  evolution(magnet, DemagRate.ADAPTIVE, two)),
              quick ? 40 : 100,
              f -> RunMeasures.time(() -> f.runUntil(f.time() + 7.99 * f.timeStep())));
      return BenchFigure.of("stray_threads", shortest[0] / shortest[1]);
    }
  }

  /** The film in training, with the current that it lets through. */
  private List<BenchFigure> underCurrent() {
    BenchFilm live = new BenchFilm(plain, Parallel.SERIAL);
    List<TimeEvolution> films = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      Magnet magnet = live.magnet.withDemag(k == 1 ? DemagKind.ON : DemagKind.OFF);
      TimeEvolution film =
          new TimeEvolution(magnet, live.flow(), numerics(DemagRate.ADAPTIVE), Parallel.SERIAL);
      if (k == 2) {
        film.under(s -> s.withOersted(new OerstedField(live.grid, FourierLoops.DOUBLE)));
      } else if (k == 3) {
        film.under(s -> s.withHeat(new Surroundings.Heat(onMagnesia(live.grid))));
      } else if (k == 4) {
        Surroundings.Heat heat =
            new Surroundings.Heat(onMagnesia(live.grid), Optional.of(COBALT), 3e-3);
        film.under(s -> s.withHeat(heat));
      }
      film.under(s -> s.withVoltages(DefaultFilm.VOLTAGES));
      films.add(film);
    }
    int rounds = quick ? 6 : 20;
    double[] ns = shortest(films.subList(0, 3), rounds, f -> Turns.cost(f, f.time() + 0.01 * NS));
    // a temperature goes on to each row at least
    double[] heated =
        shortest(
            List.of(films.get(0), films.get(3), films.get(4)),
            rounds,
            f -> Turns.cost(f, f.time() + ROW));
    return List.of(
        BenchFigure.of("stray_current", ns[1] / ns[0])
            .from("%.1f and %.1f ns a cell", ns[1], ns[0]),
        BenchFigure.of("oersted_current", (ns[2] - ns[0]) / (ns[1] - ns[0]))
            .from("%.1f ns a cell with the Oersted field", ns[2]),
        BenchFigure.of("heat_current", heated[1] / heated[0])
            .from(
                "%.1f and %.1f ns a cell, rows 100 ps apart; %.1f where magnet and resistivity"
                    + " follow",
                heated[1], heated[0], heated[2]));
  }

  /** Shortest times of films that take turns. */
  private static double[] shortest(
      List<TimeEvolution> films, int rounds, ToDoubleFunction<TimeEvolution> time) {
    double[] all = new double[films.size()];
    Arrays.fill(all, Double.POSITIVE_INFINITY);
    for (int round = 0; round < rounds; round++) {
      Arrays.setAll(all, k -> Math.min(all[k], time.applyAsDouble(films.get(k))));
    }
    return all;
  }

  private static FilmTemperature onMagnesia(Grid grid) {
    HeatProperties heat =
        new HeatProperties(3.5e6, 30, 1e8, new Substrate.HalfSpace(3.35e6, 48), 300);
    return new FilmTemperature(CellMask.full(grid), heat, null, Parallel.SERIAL);
  }

  /**
   * A field jumps on settled films; the field once a step against at every stage. At the end either
   * error is small beside what it was on the way, and which is the smaller is a matter of the
   * start: several are taken together.
   */
  private List<BenchFigure> errors(String key, double alpha, double[] field) {
    Material a =
        alpha < 0.1
            ? Material.of(8e5, 1.3e-11).withAlpha(alpha).withP(1)
            : Material.of(7e5, 1e-11)
                .withKu(4e5)
                .withD(1.5e-3, DmiKind.INTERFACIAL)
                .withAlpha(alpha)
                .withP(1);
    Grid grid = Grid.film(64, 64, CELL, alpha < 0.1 ? 8e-9 : 20e-9);
    Magnet still =
        new Magnet(grid, a, Discretisation.STANDARD, new double[] {0, 0, alpha < 0.1 ? 0 : 5e4})
            .withDemag(DemagKind.ON);
    Magnet moved = still.withField(field);
    double time = (quick ? 0.2 : 1) * NS;
    double every = 0;
    double once = 0;
    double wide = 0;
    List<String> ratios = new ArrayList<>();
    for (int seed = 1; seed <= STARTS; seed++) {
      TimeEvolution settling =
          new TimeEvolution(still, numerics(DemagRate.EVERY_STAGE), Parallel.SERIAL);
      settling.state(Textures.random(grid, seed), 0);
      settling.under(s -> s.withAlpha(0.5));
      settling.runUntil(0.5 * NS);
      double dt = settling.timeStep();
      VectorField start = settling.m();
      VectorField exact = after(moved, numerics(DemagRate.EVERY_STAGE), start, dt / 2, time);
      double e = distance(after(moved, numerics(DemagRate.EVERY_STAGE), start, dt, time), exact);
      double o = distance(after(moved, numerics(DemagRate.ADAPTIVE), start, dt, time), exact);
      double w = distance(after(moved, WIDE, start, dt, time), exact);
      every = Math.hypot(every, e);
      once = Math.hypot(once, o);
      wide = Math.hypot(wide, w);
      ratios.add(BenchFigure.text("%.2f", o / e));
    }
    BenchFigure ratio =
        BenchFigure.of(key, once / every)
            .at(time / NS, STARTS, alpha)
            .from(
                "%.1e against %.1e, root mean square; start by start %s",
                once / Math.sqrt(STARTS), every / Math.sqrt(STARTS), String.join(", ", ratios));
    return alpha < 0.1
        ? List.of(ratio)
        : List.of(
            ratio,
            BenchFigure.of("stray_tolerance_error", 1e4 * wide / Math.sqrt(STARTS))
                .at(time / NS, STARTS, alpha));
  }

  private static VectorField after(
      Magnet magnet, Numerics numerics, VectorField start, double dt, double time) {
    TimeEvolution film = new TimeEvolution(magnet, numerics, Parallel.SERIAL);
    film.stepLimit(dt);
    film.state(start, 0);
    film.runUntil(time);
    return film.m();
  }

  private static double distance(VectorField a, VectorField b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.x().length; i++) {
        sum += Math.pow(a.component(c)[i] - b.component(c)[i], 2);
      }
    }
    return Math.sqrt(sum / a.x().length);
  }
}
