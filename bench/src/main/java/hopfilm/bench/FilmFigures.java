package hopfilm.bench;

import hopfilm.dynamics.LlgEquation;
import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.kernel.RungeKuttaPass;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Grains;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What a step of a film costs that is not the uniform one: times of films that take turns, each by
 * the processor time of the thread, since others use the machine too.
 */
final class FilmFigures {

  private static final double CELL = 4e-9;
  private static final double GRAIN = 30e-9;
  private static final int STEPS = 20;

  /** Below what is stable in all films [s]. */
  private static final double DT = 2e-13;

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final boolean quick;
  private final Material material = DefaultFilm.experiment().material().material();
  private final Map<String, Film> films = new LinkedHashMap<>();

  private interface Film {
    /** Processor time of this thread a cell and right-hand side, over some steps [ns]. */
    double cost();
  }

  /** As runs step it. */
  private record Free(TimeEvolution evolution) implements Film {
    static Film of(Magnet magnet) {
      TimeEvolution film = new TimeEvolution(magnet, null, Numerics.standard(), Parallel.SERIAL);
      film.state(Textures.helix(magnet.grid(), 0.6, 45e-9, DmiKind.BULK, 1), 0);
      return new Free(film);
    }

    @Override
    public double cost() {
      long before = evolution.steps();
      double end = evolution.time() + (STEPS - 0.01) * evolution.timeStep();
      long start = CLOCK.getCurrentThreadCpuTime();
      evolution.runUntil(end);
      double t = CLOCK.getCurrentThreadCpuTime() - start;
      return t / (evolution.steps() - before) / 4 / evolution.layout().grid().cells();
    }
  }

  /** Under a current that is given, in steps of one pass. */
  private record Driven(PaddedField m, RungeKuttaPass pass, Drift drift) implements Film {

    static Film of(Magnet magnet) {
      PaddedLayout layout = new PaddedLayout(magnet.grid());
      LlgKernel kernel = LlgEquation.motion(magnet, layout, KernelChoice.AUTO);
      PaddedField m = new PaddedField(layout);
      m.pack(Textures.helix(magnet.grid(), 0.6, 45e-9, DmiKind.BULK, 1));
      kernel.fillGhosts(m);
      Drift drift = new Drift(layout, -0.6);
      Arrays.fill(drift.start().x(), 100);
      Arrays.fill(drift.start().y(), 50);
      return new Driven(m, Kernels.pass(kernel, Parallel.SERIAL), drift);
    }

    @Override
    public double cost() {
      long start = CLOCK.getCurrentThreadCpuTime();
      for (int step = 0; step < STEPS; step++) {
        for (int stage = 0; stage < 4; stage++) {
          pass.drive(stage, drift, 0);
        }
        pass.step(m, DT);
      }
      double t = CLOCK.getCurrentThreadCpuTime() - start;
      return t / STEPS / 4 / m.layout().grid().cells();
    }
  }

  FilmFigures(boolean quick) {
    this.quick = quick;
  }

  List<Figure> measure() {
    Grid flat = Grid.film(200, 200, CELL, 1e-6);
    add("film", flat, material);
    grains(flat);
    holesAndSites(flat);
    Material torque = material.withSpinOrbit(new SpinOrbitTorque(0.1, 0.05));
    films.put("spin-orbit", driven(flat, torque));
    films.put("current", driven(flat, material));
    add("layers", new Grid(64, 64, 8, CELL, CELL, CELL), material);
    add("128", Grid.film(128, 128, CELL, 1e-6), material);
    add("400", Grid.film(400, 400, CELL, 1e-6), material);
    // the same once more, in other arrays
    add("again", flat, material);
    Map<String, Double> ns = times();
    double one = Math.min(ns.get("film"), ns.get("again"));
    String beside =
        RunFigures.text(
            "ns a cell: %.1f; under a current %.1f; 128 x 128 %.1f, 400 x 400 %.1f",
            one, ns.get("current"), ns.get("128"), ns.get("400"));
    return List.of(
        figure("grains", "Ku and axis by cell", ns.get("grains") / one, 2, beside),
        figure("material", "A, Ms and alpha by cell too", ns.get("material") / one, 3, ""),
        figure("holes", "sixteen holes", ns.get("holes") / one, 1.6, ""),
        figure("sites", "8 % of the cells of another Ku", ns.get("sites") / one, 1.6, ""),
        figure("frozen", "8 % of the cells frozen", ns.get("frozen") / one, 1.6, ""),
        figure("spin_orbit", "spin-orbit torque", ns.get("spin-orbit") / one, 1.6, ""),
        figure("layers", "64 x 64 x 8", ns.get("layers") / one, 2, ""));
  }

  private static Figure figure(String key, String what, double value, double limit, String detail) {
    return Figure.atMost(
        "step_" + key, what + ", a cell and step / uniform 200 x 200", value, limit, detail);
  }

  private void add(String name, Grid grid, Material a) {
    films.put(name, Free.of(new Magnet(grid, a, Discretisation.COVARIANT)));
  }

  private static Film driven(Grid grid, Material a) {
    return Driven.of(new Magnet(grid, a, Discretisation.COVARIANT));
  }

  private void grains(Grid grid) {
    Grains grains = Grains.voronoi(grid, GRAIN, 1);
    Parameter ku = grains.vary(Grains.Property.KU, material.Ku(), 0.05);
    EasyAxis axis = grains.tilt(new EasyAxis.Uniform(0, 0, 1), 0.05);
    Material a = material.withAnisotropy(ku, axis);
    add("grains", grid, a);
    Material all =
        new Material(
            grains.vary(Grains.Property.D, a.Ms(), 0.02),
            grains.vary(Grains.Property.D, a.A(), 0.02),
            a.anisotropy(),
            a.chirality(),
            grains.vary(Grains.Property.D, a.alpha(), 0.02),
            a.torques());
    add("material", grid, all);
  }

  private void holesAndSites(Grid grid) {
    CellMask mask = CellMask.full(grid);
    for (int i = 1; i < 8; i += 2) {
      for (int j = 1; j < 8; j += 2) {
        mask = mask.without(new Disc(i * grid.sizeX() / 8, j * grid.sizeY() / 8, 12 * CELL));
      }
    }
    add("holes", grid, material.within(mask));
    SplittableRandom random = new SplittableRandom(1);
    boolean[] chosen = new boolean[grid.cells()];
    ScalarField ku = new ScalarField(grid);
    for (int cell = 0; cell < chosen.length; cell++) {
      chosen[cell] = random.nextDouble() < 0.08;
      ku.values()[cell] = (chosen[cell] ? 0.5 : 1) * material.Ku().at(cell);
    }
    add("sites", grid, material.withAnisotropy(Parameter.of(ku), material.axis()));
    Magnet frozen = new Magnet(grid, material, Discretisation.COVARIANT).withFrozen(chosen);
    films.put("frozen", Free.of(frozen));
  }

  /** The twentieth part of the times of each film is shorter [ns a cell and right-hand side]. */
  private Map<String, Double> times() {
    Map<String, List<Double>> all = new LinkedHashMap<>();
    int rounds = quick ? 25 : 80;
    for (int round = 0; round < rounds; round++) {
      boolean counts = round >= rounds / 3;
      films.forEach(
          (name, film) -> {
            double t = film.cost();
            if (counts) {
              all.computeIfAbsent(name, n -> new ArrayList<>()).add(t);
            }
          });
    }
    Map<String, Double> low = new LinkedHashMap<>();
    all.forEach(
        (name, t) ->
            low.put(name, t.stream().sorted().skip(t.size() / 20).findFirst().orElseThrow()));
    return low;
  }
}
