package hopfilm.bench;

import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.RungeKuttaPass;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.FourthOrder;
import hopfilm.magnet.Grains;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

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

  private final boolean quick;
  private final Material material = DefaultFilm.experiment().material().material();

  /** Processor time a cell and right-hand side, over some steps [ns]. */
  private final Map<String, DoubleSupplier> films = new LinkedHashMap<>();

  /** As runs step it. */
  private static DoubleSupplier free(Magnet magnet) {
    TimeEvolution film = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    film.state(Textures.helix(magnet.grid(), 0.6, 45e-9, DmiKind.BULK, 1), 0);
    return () -> Turns.cost(film, STEPS) / 4;
  }

  /** Under a current that is given, in steps of one pass. */
  private DoubleSupplier driven(Grid grid, Material a) {
    Magnet magnet = new Magnet(grid, a, Discretisation.COVARIANT);
    FilmCase film = new FilmCase(magnet, KernelChoice.AUTO, -0.6);
    RungeKuttaPass pass = Kernels.pass(film.kernel, Parallel.SERIAL);
    return () -> {
      long start = Turns.clock();
      for (int step = 0; step < STEPS; step++) {
        for (int stage = 0; stage < 4; stage++) {
          pass.drive(stage, film.drift, 0);
        }
        pass.step(film.m, DT);
      }
      double t = Turns.clock() - start;
      return t / STEPS / 4 / grid.cells();
    };
  }

  FilmFigures(boolean quick) {
    this.quick = quick;
  }

  List<BenchFigure> measure() {
    Grid flat = Grid.film(200, 200, CELL, 1e-6);
    add("film", flat, material);
    grains(flat);
    holesAndSites(flat);
    Material torque = material.withSpinOrbit(new SpinOrbitTorque(0.1, 0.05));
    films.put("spin_orbit", driven(flat, torque));
    films.put("current", driven(flat, material));
    FourthOrder both =
        new FourthOrder(Parameter.of(2e4), Parameter.of(2e4), FourthOrder.NONE.cubic());
    Material.Anisotropy fourth = new Material.Anisotropy(material.Ku(), material.axis(), both);
    add(
        "fourth",
        flat,
        new Material(
            material.Ms(),
            material.A(),
            fourth,
            material.chirality(),
            material.alpha(),
            material.torques()));
    add("layers", new Grid(64, 64, 8, CELL, CELL, CELL), material);
    add("128", Grid.film(128, 128, CELL, 1e-6), material);
    add("400", Grid.film(400, 400, CELL, 1e-6), material);
    // the same once more, in other arrays
    add("again", flat, material);
    int rounds = quick ? 25 : 80;
    Map<String, Double> ns = Turns.low(films, rounds, rounds / 3);
    double one = Math.min(ns.get("film"), ns.get("again"));
    String beside =
        BenchFigure.text(
            "ns a cell: %.1f; under a current %.1f; 128 x 128 %.1f, 400 x 400 %.1f",
            one, ns.get("current"), ns.get("128"), ns.get("400"));
    return Stream.of(
            "grains",
            "material",
            "regions",
            "holes",
            "sites",
            "frozen",
            "spin_orbit",
            "fourth",
            "layers")
        .map(key -> BenchFigure.of("step_" + key, ns.get(key) / one))
        .map(f -> f.key().equals("step_grains") ? f.from(beside) : f)
        .toList();
  }

  private void add(String name, Grid grid, Material a) {
    films.put(name, free(new Magnet(grid, a, Discretisation.COVARIANT)));
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
    // as regions of a file are: one half with another Ku and axis
    ScalarField half = new ScalarField(grid);
    VectorField axes = VectorField.uniform(grid, 0, 0, 1);
    for (int cell = 0; cell < grid.cells(); cell++) {
      boolean isLeft = cell % grid.nx() < grid.nx() / 2;
      half.values()[cell] = (isLeft ? 0.5 : 1) * material.Ku().at(cell);
      axes.x()[cell] = isLeft ? 0.6 : 0;
      axes.z()[cell] = isLeft ? 0.8 : 1;
    }
    add("regions", grid, material.withAnisotropy(Parameter.of(half), EasyAxis.of(axes)));
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
    films.put("frozen", free(frozen));
  }
}
