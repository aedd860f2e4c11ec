package hopfilm.bench;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.StaticDescent;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.kernel.Drift;
import hopfilm.kernel.KernelChoice;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.solver.Parallel;
import hopfilm.study.Experiment;
import hopfilm.study.ExperimentRunner;
import hopfilm.study.LocalWorkers;
import hopfilm.study.RunListener;
import hopfilm.study.Sweep;
import hopfilm.study.SweepListener;
import hopfilm.transport.CurrentFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Figures of whole runs and of the engine at work. */
final class RunFigures {

  private static final double NS = 1e-9;
  private static final double[] VOLTAGES = {38.4e-3, -38.4e-3, 38.4e-3, -38.4e-3};

  private final boolean quick;
  private final Path scratch;

  RunFigures(boolean quick, Path scratch) {
    this.quick = quick;
    this.scratch = scratch;
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
      Drift drift = film.frozen(held, start, VOLTAGES);
      held.drift(drift);
      frozen = Math.min(frozen, time(() -> held.runUntil(span)));
      TimeEvolution free = film.evolution(Coupling.adaptive());
      free.state(start, 0);
      free.voltages(VOLTAGES);
      coupled = Math.min(coupled, time(() -> free.runUntil(span)));
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
            text("%.2f and %.2f s a ns, one thread", coupled / span * NS, frozen / span * NS)),
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
    run.voltages(VOLTAGES);
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
    flow.texture(m);
    return flow.conductanceMatrix().siemens();
  }

  private VectorField relaxed(LiveFilm film, double time) {
    TimeEvolution relax = film.evolution(Coupling.adaptive());
    relax.state(Textures.random(film.grid, 1), 0);
    relax.alpha(0.5);
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
      flow.texture(m);
      int iterations = flow.solve(VOLTAGES, new double[flow.potentialLength()], 1e-8).iterations();
      fewest = Math.min(fewest, iterations);
      largest = Math.max(largest, iterations);
      TimeEvolution run = film.evolution(Coupling.adaptive());
      run.state(m, 0);
      double scale = n / 128.;
      double[] v = VOLTAGES.clone();
      for (int i = 0; i < v.length; i++) {
        v[i] *= scale;
      }
      run.voltages(v);
      run.runUntil((n > 500 ? 10 : 50) * 1e-12);
      long before = run.steps();
      double t = run.time();
      double span = (n > 500 ? 40 : n > 250 ? 150 : 1000) * 1e-12;
      double seconds = time(() -> run.runUntil(t + span));
      double cost = 1e9 * seconds / (run.steps() - before) / film.grid.cells();
      least = Math.min(least, cost);
      most = Math.max(most, cost);
      detail.append(text("%d: %.1f ns, %d iterations; ", n, cost, iterations));
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
    llg.alpha(0.5);
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
        text(
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

  /** Live memory of a run of 1024 x 1024 cells, taken at its table rows. */
  Figure memory() throws IOException {
    long[] most = {0};
    System.gc();
    long before = used();
    Experiment e =
        DefaultFilm.experiment(
            "film.size=[4096 nm, 4096 nm]",
            "electrodes.radius=1200 nm",
            "initial.relax=2 ps",
            "train.time=4 ps",
            "train.voltage=300 mV",
            "output.table=2 ps",
            "output.snapshots=1 ns");
    RunListener listener =
        new RunListener() {
          @Override
          public void progress(Progress progress) {
            System.gc();
            most[0] = Math.max(most[0], used() - before);
          }
        };
    ExperimentRunner.run(e, folder("memory"), cores(), listener);
    return Figure.atMost(
        "memory",
        "memory of a run of 1024 x 1024 cells (bytes a cell)",
        most[0] / 1024. / 1024,
        400,
        text("%.0f MB live at a table row", most[0] / 1e6));
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** The default run with all it writes, against the engine alone; and its speed. */
  List<Figure> wholeRun() throws IOException {
    double relax = (quick ? 1 : 10) * NS;
    double train = (quick ? 2 : 20) * NS;
    Experiment e =
        DefaultFilm.experiment(
            "initial.relax.time=%g ns".formatted(relax / NS),
            "train.time=%g ns".formatted(train / NS));
    // what the compiler needs would count as output: the engine alone comes second
    ExperimentRunner.run(
        DefaultFilm.experiment("initial.relax.time=0.3 ns", "train.time=0.5 ns"),
        folder("first"),
        cores(),
        RunListener.NONE);
    double[] began = {Double.NaN};
    double[] ended = {Double.NaN};
    long started = System.nanoTime();
    ExperimentRunner.run(
        e,
        folder("run"),
        cores(),
        new RunListener() {
          @Override
          public void progress(Progress p) {
            double now = (System.nanoTime() - started) * 1e-9;
            if (p.phase().startsWith("train")) {
              began[0] = Double.isNaN(began[0]) ? now : began[0];
              ended[0] = now;
            }
          }
        });
    double whole = (System.nanoTime() - started) * 1e-9;
    double bare;
    try (Parallel parallel = Parallel.of(cores())) {
      LiveFilm film = new LiveFilm(e, parallel);
      TimeEvolution run = film.evolution(Coupling.adaptive());
      run.state(Textures.random(film.grid, 1), 0);
      bare =
          time(
              () -> {
                run.alpha(0.5);
                run.runUntil(relax);
                run.alpha(e.material().alpha());
                run.voltages(VOLTAGES);
                run.runUntil(relax + train);
              });
    }
    return List.of(
        Figure.atMost(
            "output",
            "table with G, snapshots, figures: share of the default run (%)",
            100 * (1 - bare / whole),
            10,
            text("%.1f s in all, engine alone %.1f s", whole, bare)),
        Figure.atLeast(
            "speed",
            "training of the default film, one run (ns/s)",
            train / NS / (ended[0] - began[0]),
            2,
            text("%.1f s for %.0f ns, table with G in", ended[0] - began[0], train / NS)));
  }

  /** Sixteen runs, two at a time against one after the other. */
  Figure sweep() throws IOException {
    Experiment e =
        quick
            ? DefaultFilm.experiment(
                "initial.seed=1..4", "initial.relax.time=0.2 ns", "train.time=0.5 ns")
            : DefaultFilm.experiment("initial.seed=1..16");
    double[] seconds = new double[2];
    for (int workers = 2; workers >= 1; workers--) {
      Path folder = folder("sweep" + workers);
      int at = workers - 1;
      long started = System.nanoTime();
      // one thread each, with one worker too
      Sweep.run(e, folder, Sweep.Share.WHOLE, new LocalWorkers(workers, 1), SweepListener.NONE);
      seconds[at] = (System.nanoTime() - started) * 1e-9;
    }
    return Figure.atLeast(
        "sweep",
        quick
            ? "sweep of 4 short runs, 2 workers against 1"
            : "sweep of 16 default runs, 2 workers against 1",
        seconds[0] / seconds[1],
        1.85,
        text("%.0f s against %.0f s, one thread each", seconds[1], seconds[0]));
  }

  /** The shortest time of several starts of {@code hopfilm check}. */
  Figure check() throws IOException {
    Path root = Path.of(System.getProperty("hopfilm.root", ".")).toAbsolutePath();
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 6; k++) {
      long started = System.nanoTime();
      Process p =
          new ProcessBuilder(
                  root.resolve("hopfilm").toString(),
                  "check",
                  root.resolve("examples/four-node.yaml").toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        if (p.waitFor() != 0) {
          throw new IOException("hopfilm check failed");
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      least = Math.min(least, (System.nanoTime() - started) * 1e-9);
    }
    return Figure.atMost("check", "hopfilm check on a warm disk (s)", least, 0.7, "");
  }

  /** Deletes the runs. */
  void delete() throws IOException {
    delete(scratch);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }

  private Path folder(String name) throws IOException {
    Path folder = scratch.resolve(name);
    if (Files.exists(folder)) {
      delete(folder);
    }
    return Files.createDirectories(folder);
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  static double time(Runnable work) {
    long started = System.nanoTime();
    work.run();
    return (System.nanoTime() - started) * 1e-9;
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
