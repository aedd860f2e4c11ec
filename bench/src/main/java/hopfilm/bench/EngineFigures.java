package hopfilm.bench;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.StaticDescent;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.kernel.Drift;
import hopfilm.kernel.KernelChoice;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import java.util.ArrayList;
import java.util.List;

/** Figures of the engine at work, without what a run writes. */
final class EngineFigures {

  private static final double NS = 1e-9;

  private final boolean quick;

  EngineFigures(boolean quick) {
    this.quick = quick;
  }

  /**
   * Coupled training against the same film with the current held, and what the coupling costs in
   * E'.
   */
  List<Figure> coupling() {
    LiveFilm film = new LiveFilm(DefaultFilm.experiment(), Parallel.SERIAL);
    VectorField start = relaxed(film, 2 * NS);
    double span = quick ? 0.5 * NS : 1 * NS;
    int rounds = quick ? 3 : 6;
    double coupled = Double.POSITIVE_INFINITY;
    double frozen = Double.POSITIVE_INFINITY;
    for (int k = 0; k < rounds; k++) {
      TimeEvolution held = film.evolution(Coupling.adaptive());
      held.state(start, 0);
      Drift drift = film.frozen(held, start, DefaultFilm.VOLTAGES);
      held.under(s -> s.withDrift(drift));
      frozen = Math.min(frozen, RunFigures.time(() -> held.runUntil(span)));
      TimeEvolution free = film.evolution(Coupling.adaptive());
      free.state(start, 0);
      free.under(s -> s.withVoltages(DefaultFilm.VOLTAGES));
      coupled = Math.min(coupled, RunFigures.time(() -> free.runUntil(span)));
    }
    double[] cheap = energies(film, start, Coupling.adaptive());
    double[] exact = energies(film, start, Coupling.everyStep());
    double off = 0;
    double largest = 0;
    for (int p = 0; p < cheap.length; p++) {
      off = Math.max(off, Math.abs(cheap[p] - exact[p]));
      largest = Math.max(largest, Math.abs(exact[p]));
    }
    return List.of(
        Figure.atMost(
            "coupled_frozen",
            "training, current solved / current held",
            coupled / frozen,
            1.35,
            RunFigures.text(
                "%.2f and %.2f s a ns, one thread", coupled / span * NS, frozen / span * NS)),
        Figure.atMost(
            "coupling_error",
            "E' of adaptive coupling against every-step at 0.5 ns, of the largest (%)",
            100 * off / largest,
            0.5,
            ""));
  }

  private double[] energies(LiveFilm film, VectorField start, Coupling coupling) {
    TimeEvolution run = film.evolution(coupling);
    run.state(start, 0);
    run.under(s -> s.withVoltages(DefaultFilm.VOLTAGES));
    run.runUntil(0.5 * NS);
    double[][] before = conductances(film, start);
    double[][] after = conductances(film, run.m());
    List<Double> all = new ArrayList<>();
    for (String p : List.of("+-+-", "+--+", "++--", "+++-", "++-+", "+-++", "+---")) {
      double[] v = Pattern.parse(p).voltages(1);
      double e = 0;
      for (int i = 0; i < v.length; i++) {
        for (int j = 0; j < v.length; j++) {
          e -= (after[i][j] - before[i][j]) * v[i] * v[j];
        }
      }
      all.add(e);
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[][] conductances(LiveFilm film, VectorField m) {
    CurrentFlow flow = film.flow();
    return flow.with(m).conductanceMatrix().siemens();
  }

  private VectorField relaxed(LiveFilm film, double time) {
    TimeEvolution relax = film.evolution(Coupling.adaptive());
    relax.state(Textures.random(film.grid, 1), 0);
    relax.under(s -> s.withAlpha(0.5));
    relax.runUntil(time);
    return relax.m();
  }

  /** How the cost of a step of a coupled run, and the solver's iterations, grow with the film. */
  List<Figure> scaling() {
    int[] sizes = quick ? new int[] {100, 400} : new int[] {100, 200, 400, 1024};
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    int fewest = Integer.MAX_VALUE;
    int largest = 0;
    StringBuilder detail = new StringBuilder();
    for (int n : sizes) {
      String nm = 4 * n + " nm";
      Experiment e =
          DefaultFilm.experiment(
              "film.size=[%s, %s]".formatted(nm, nm),
              "electrodes.radius=%s nm".formatted(4 * n * 0.3));
      LiveFilm film = new LiveFilm(e, Parallel.SERIAL);
      VectorField m = Textures.random(film.grid, 1);
      new StaticDescent(film.magnet, KernelChoice.AUTO, Parallel.SERIAL).relax(m, 0, 300);
      CurrentFlow flow = film.flow();
      int iterations =
          flow.with(m)
              .solve(DefaultFilm.VOLTAGES, new double[flow.potentialLength()], 1e-8)
              .iterations();
      fewest = Math.min(fewest, iterations);
      largest = Math.max(largest, iterations);
      TimeEvolution run = film.evolution(Coupling.adaptive());
      run.state(m, 0);
      double scale = n / 128.;
      double[] v = DefaultFilm.VOLTAGES.clone();
      for (int i = 0; i < v.length; i++) {
        v[i] *= scale;
      }
      run.under(s -> s.withVoltages(v));
      run.runUntil((n > 500 ? 10 : 50) * 1e-12);
      long before = run.steps();
      double t = run.time();
      double span = (n > 500 ? 40 : n > 250 ? 150 : 1000) * 1e-12;
      double seconds = RunFigures.time(() -> run.runUntil(t + span));
      double cost = 1e9 * seconds / (run.steps() - before) / film.grid.cells();
      least = Math.min(least, cost);
      most = Math.max(most, cost);
      detail.append(RunFigures.text("%d: %.1f ns, %d iterations; ", n, cost, iterations));
    }
    return List.of(
        Figure.atMost(
            "cost_growth",
            "cost a cell and step, largest / least of %d to %d cells a side"
                .formatted(sizes[0], sizes[sizes.length - 1]),
            most / least,
            3,
            detail.toString()),
        Figure.atMost(
            "iteration_growth",
            "solver iterations to 1e-8 from zero, most less fewest",
            largest - fewest,
            3,
            ""));
  }

  /** Field evaluations of damped dynamics against descent. */
  Figure relaxation() {
    double torque = 1e-5;
    long cap = quick ? 200_000 : 2_000_000;
    LiveFilm film =
        new LiveFilm(
            DefaultFilm.experiment("film.size=[400 nm, 400 nm]", "electrodes.radius=100 nm"),
            Parallel.SERIAL);
    VectorField m = Textures.random(film.grid, 1);
    StaticDescent.Outcome descent =
        new StaticDescent(film.magnet, KernelChoice.AUTO, Parallel.SERIAL).relax(m, torque, cap);
    TimeEvolution llg = film.evolution(Coupling.adaptive());
    llg.state(Textures.random(film.grid, 1), 0);
    llg.under(s -> s.withAlpha(0.5));
    boolean settled = false;
    while (!settled && 4 * llg.steps() < cap) {
      llg.runUntil(llg.time() + 0.1 * NS);
      settled = largestTorque(film.magnet, llg.m()) < torque;
    }
    return Figure.atLeast(
        "descent",
        "field evaluations to a torque of 1e-5, damped LLG / descent",
        (double) (4 * llg.steps()) / descent.evaluations(),
        8,
        RunFigures.text(
            "%d%s and %d%s",
            4 * llg.steps(),
            settled ? "" : " (not there yet)",
            descent.evaluations(),
            descent.converged() ? "" : " (not there yet)"));
  }

  private static double largestTorque(Magnet magnet, VectorField m) {
    VectorField h = magnet.field(m);
    double max = 0;
    for (int i = 0; i < m.x().length; i++) {
      double x = m.y()[i] * h.z()[i] - m.z()[i] * h.y()[i];
      double y = m.z()[i] * h.x()[i] - m.x()[i] * h.z()[i];
      double z = m.x()[i] * h.y()[i] - m.y()[i] * h.x()[i];
      max = Math.max(max, x * x + y * y + z * z);
    }
    return Math.sqrt(max) / magnet.material().Ms().at(0);
  }
}
