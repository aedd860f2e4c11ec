package hopfilm.bench;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.StaticDescent;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.FilmMeter;
import hopfilm.film.FilmSetup;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.GivenValues;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Figures of the engine at work, without what a run writes. */
final class EngineFigures {

  private static final double NS = 1e-9;

  private static final List<String> PATTERNS =
      List.of("+-+-", "+--+", "++--", "+++-", "++-+", "+-++", "+---");

  private final boolean quick;

  EngineFigures(boolean quick) {
    this.quick = quick;
  }

  /**
   * Coupled training against the same film with the current held, and what the coupling costs in
   * E'.
   */
  List<BenchFigure> coupling() {
    BenchFilm film = new BenchFilm(DefaultFilm.experiment(), Parallel.SERIAL);
    VectorField start = relaxed(film, 2 * NS);
    double span = quick ? 0.5 * NS : 1 * NS;
    int rounds = quick ? 3 : 6;
    double coupled = Double.POSITIVE_INFINITY;
    double frozen = Double.POSITIVE_INFINITY;
    for (int k = 0; k < rounds; k++) {
      TimeEvolution held = film.evolution(Coupling.adaptive());
      held.state(start, 0);
      VectorField drift = film.drift(start, DefaultFilm.VOLTAGES);
      held.under(s -> s.withDriftVelocity(drift));
      frozen = Math.min(frozen, RunMeasures.time(() -> held.runUntil(span)));
      TimeEvolution free = film.evolution(Coupling.adaptive());
      free.state(start, 0);
      free.under(s -> s.withVoltages(DefaultFilm.VOLTAGES));
      coupled = Math.min(coupled, RunMeasures.time(() -> free.runUntil(span)));
    }
    double[] cheap = energies(film, start, Coupling.adaptive());
    double[] exact = energies(film, start, Coupling.everyStep());
    double off = largest(k -> cheap[k] - exact[k]);
    double largest = largest(k -> exact[k]);
    return List.of(
        signals(film, start),
        BenchFigure.of("coupled_frozen", coupled / frozen)
            .from("%.2f and %.2f s a ns, one thread", coupled / span * NS, frozen / span * NS),
        BenchFigure.of("coupling_error", 100 * off / largest),
        samples());
  }

  /** Independent sines at three contacts against steady voltages, in turns. */
  private BenchFigure signals(BenchFilm film, VectorField start) {
    double span = quick ? 0.5 * NS : 1 * NS;
    GivenValues given = GivenValues.voltages(DefaultFilm.VOLTAGES);
    Envelope steady = Envelope.constant();
    List<Envelope> sines =
        List.of(
            Envelope.sine(-0.2 * NS, 1e9),
            Envelope.sine(0.1 * NS, 1.3e9),
            Envelope.sine(0, 1.7e9),
            steady);
    double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    long[] solves = new long[2];
    for (int k = 0; k < (quick ? 6 : 12); k++) {
      TimeEvolution run = film.evolution(Coupling.adaptive());
      run.state(start, 0);
      run.under(s -> s.withSignals(given, List.of(steady, steady, steady, steady)));
      if (k % 2 == 1) {
        run.under(s -> s.withSignals(given, sines));
      }
      best[k % 2] = Math.min(best[k % 2], RunMeasures.time(() -> run.runUntil(span)));
      solves[k % 2] = run.solves();
    }
    return BenchFigure.of("signals", best[1] / best[0])
        .from(
            "%.2f and %.2f s a ns, %d and %d potentials, one thread",
            best[1] / span * NS, best[0] / span * NS, solves[1], solves[0]);
  }

  /**
   * Eight contacts in training, sampled every 10 ps, with a row of the table each 100 ps: the part
   * of the time that sampling takes.
   */
  BenchFigure samples() {
    Experiment e =
        DefaultFilm.experiment(
            "electrodes={layout: grid, grid: 2x4, radius: 40 nm, margin: 60 nm}",
            "protocol=[{train: {pattern: +-+-+-+-, voltage: 30 mV, time: 20 ns}}]");
    FilmSetup setup = new FilmSetup(e, Parallel.SERIAL);
    TimeEvolution film = setup.evolution(1);
    FilmMeter meter = setup.meter();
    film.state(Textures.random(setup.grid(), 1), 0);
    film.under(s -> s.withAlpha(0.5));
    film.runUntil(0.3 * NS);
    GivenValues given = ((Step.Train) e.steps().get(0)).drives().get(0).values();
    film.under(s -> s.withAlpha(e.material().alpha()).withCurrent(given, Envelope.constant()));
    film.runUntil(film.time() + 0.2 * NS);
    long start = Turns.clock();
    long sampling = 0;
    int count = quick ? 50 : 300;
    for (int k = 0; k < count; k++) {
      film.runUntil(film.time() + 0.01 * NS);
      long before = Turns.clock();
      film.contacts(given);
      sampling += Turns.clock() - before;
      if (k % 10 == 9) {
        meter.row(film.view());
      }
    }
    long all = Turns.clock() - start;
    return BenchFigure.of("samples", 100. * sampling / all)
        .from("%.2f ms of %.2f ms each, one thread", 1e-6 * sampling / count, 1e-6 * all / count);
  }

  private double[] energies(BenchFilm film, VectorField start, Coupling coupling) {
    TimeEvolution run = film.evolution(coupling);
    run.state(start, 0);
    run.under(s -> s.withVoltages(DefaultFilm.VOLTAGES));
    run.runUntil(0.5 * NS);
    double[][] before = conductances(film, start);
    Weights change =
        Weights.of(conductances(film, run.m()), before, Reference.UNTRAINED, SelfTerm.FULL);
    return PATTERNS.stream()
        .mapToDouble(p -> change.energy(Pattern.parse(p).voltages(1)))
        .toArray();
  }

  private static double largest(IntToDoubleFunction ofPattern) {
    return IntStream.range(0, PATTERNS.size())
        .mapToDouble(ofPattern)
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  private static double[][] conductances(BenchFilm film, VectorField m) {
    return film.flow().with(m).conductanceMatrix().siemens();
  }

  private VectorField relaxed(BenchFilm film, double time) {
    TimeEvolution relax = film.evolution(Coupling.adaptive());
    relax.state(Textures.random(film.grid, 1), 0);
    relax.under(s -> s.withAlpha(0.5));
    relax.runUntil(time);
    return relax.m();
  }

  /** How the cost of a step of a coupled run, and the solver's iterations, grow with the film. */
  List<BenchFigure> scaling() {
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
      BenchFilm film = new BenchFilm(e, Parallel.SERIAL);
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
      double[] v = Arrays.stream(DefaultFilm.VOLTAGES).map(volt -> volt * scale).toArray();
      run.under(s -> s.withVoltages(v));
      run.runUntil((n > 500 ? 10 : 50) * 1e-12);
      long before = run.steps();
      double t = run.time();
      double span = (n > 500 ? 40 : n > 250 ? 150 : 1000) * 1e-12;
      double seconds = RunMeasures.time(() -> run.runUntil(t + span));
      double cost = 1e9 * seconds / (run.steps() - before) / film.grid.cells();
      least = Math.min(least, cost);
      most = Math.max(most, cost);
      detail.append(BenchFigure.text("%d: %.1f ns, %d iterations; ", n, cost, iterations));
    }
    return List.of(
        BenchFigure.of("cost_growth", most / least)
            .at(sizes[0], sizes[sizes.length - 1])
            .from("%s", detail),
        BenchFigure.of("iteration_growth", largest - fewest));
  }

  /** Field evaluations of damped dynamics against descent. */
  BenchFigure relaxation() {
    double torque = 1e-5;
    long cap = quick ? 200_000 : 2_000_000;
    BenchFilm film =
        new BenchFilm(
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
      settled = film.magnet.largestTorque(llg.m()) / film.experiment.material().Ms() < torque;
    }
    return BenchFigure.of("descent", (double) (4 * llg.steps()) / descent.evaluations())
        .from(
            "%d%s and %d%s",
            4 * llg.steps(),
            settled ? "" : " (not there yet)",
            descent.evaluations(),
            descent.converged() ? "" : " (not there yet)");
  }
}
