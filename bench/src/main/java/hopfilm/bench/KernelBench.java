package hopfilm.bench;

import hopfilm.kernel.Kernels;
import hopfilm.kernel.RungeKuttaPass;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The fused right-hand side, a whole Runge-Kutta step of it, and what memory alone would take. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBench {

  @Param("200")
  public int cells;

  /** AUTO or PLAIN. */
  @Param("AUTO")
  public String kernel;

  @Param("1")
  public int threads;

  private FilmCase film;
  private RungeKuttaPass pass;
  private Parallel parallel;

  @Setup(Level.Trial)
  public void setUp() {
    film = FilmCase.of(cells, KernelChoice.valueOf(kernel));
    parallel = Parallel.of(threads);
    pass = Kernels.pass(film.kernel, parallel);
  }

  @TearDown
  public void tearDown() {
    parallel.close();
  }

  /** dm/dt with exchange, DMI, anisotropy, field and torque. */
  @Benchmark
  public void rightHandSide() {
    parallel.forRange(
        film.m.layout().rows(),
        8,
        (from, to) -> film.kernel.rightHandSide(film.m, film.drift, 0.1, film.out, from, to));
  }

  /** A whole step: the four stages with their updates, and |m| = 1. */
  @Benchmark
  public void rungeKuttaStep() {
    for (int stage = 0; stage < 4; stage++) {
      pass.drive(stage, film.drift, 0.1);
    }
    pass.step(film.m, 1e-13);
  }

  /** Reads the seven arrays that the right-hand side reads and writes its three, once each. */
  @Benchmark
  public void stream() {
    stream(film.m.x(), film.drift.start().x(), film.drift.slope().x(), film.out.x());
    stream(film.m.y(), film.drift.start().y(), film.drift.slope().y(), film.out.y());
    stream(film.m.z(), film.out.z());
  }

  private static void stream(double[] a, double[] b, double[] c, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = a[i] + b[i] + c[i];
    }
  }

  private static void stream(double[] a, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = 1.5 * a[i];
    }
  }
}
