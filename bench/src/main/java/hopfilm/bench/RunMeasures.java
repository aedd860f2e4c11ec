package hopfilm.bench;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Share;
import hopfilm.file.Study;
import hopfilm.film.TableRow;
import hopfilm.io.FileTree;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.Sweep;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Figures of whole runs with all that they write. */
final class RunMeasures {

  private static final double NS = 1e-9;

  private final boolean quick;
  private final Path scratch;

  RunMeasures(boolean quick, Path scratch) {
    this.quick = quick;
    this.scratch = scratch;
  }

  /** Live memory of a run of 1024 x 1024 cells, taken at its table rows. */
  BenchFigure memory() throws IOException {
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
          public void row(TableRow row) {
            System.gc();
            most[0] = Math.max(most[0], used() - before);
          }
        };
    ExperimentRunner.run(e, folder("memory"), cores(), listener);
    return BenchFigure.of("memory", most[0] / 1024. / 1024)
        .from("%.0f MB live at a table row", most[0] / 1e6);
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** The default run with all it writes, against the engine alone; and its speed. */
  List<BenchFigure> wholeRun() throws IOException {
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
      BenchFilm film = new BenchFilm(e, parallel);
      TimeEvolution run = film.evolution(Coupling.adaptive());
      run.state(Textures.random(film.grid, 1), 0);
      bare =
          time(
              () -> {
                run.under(s -> s.withAlpha(0.5));
                run.runUntil(relax);
                run.under(
                    s -> s.withAlpha(e.material().alpha()).withVoltages(DefaultFilm.VOLTAGES));
                run.runUntil(relax + train);
              });
    }
    return List.of(
        BenchFigure.of("output", 100 * (1 - bare / whole))
            .from("%.1f s in all, engine alone %.1f s", whole, bare),
        BenchFigure.of("speed", train / NS / (ended[0] - began[0]))
            .from("%.1f s for %.0f ns, table with G in", ended[0] - began[0], train / NS));
  }

  /** Sixteen runs, two at a time against one after the other. */
  BenchFigure sweep() throws IOException {
    Study study =
        quick
            ? DefaultFilm.study(
                "initial.seed=1..4", "initial.relax.time=0.2 ns", "train.time=0.5 ns")
            : DefaultFilm.study("initial.seed=1..16");
    double[] seconds = new double[2];
    for (int workers = 2; workers >= 1; workers--) {
      Path folder = folder("sweep" + workers);
      int at = workers - 1;
      long started = System.nanoTime();
      // one thread each, with one worker too
      Sweep.run(study, folder, Share.WHOLE, new LocalWorkers(workers, 1), SweepListener.NONE);
      seconds[at] = (System.nanoTime() - started) * 1e-9;
    }
    return BenchFigure.of("sweep", seconds[0] / seconds[1])
        .at(quick ? 4 : 16, quick ? "short" : "default")
        .from("%.0f s against %.0f s, one thread each", seconds[1], seconds[0]);
  }

  /** The shortest time of several starts of {@code hopfilm check}. */
  BenchFigure check() throws IOException {
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
    return BenchFigure.of("check", least);
  }

  void delete() throws IOException {
    FileTree.remove(scratch);
  }

  private Path folder(String name) throws IOException {
    Path folder = scratch.resolve(name);
    if (Files.exists(folder)) {
      FileTree.remove(folder);
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
}
