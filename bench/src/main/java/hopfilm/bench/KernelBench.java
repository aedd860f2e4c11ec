package hopfilm.bench;

import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.PaddedField;
import hopfilm.solver.Parallel;
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

  /** Cells along each side. */
  @Param("200")
  public int cells;

  /** AUTO or PLAIN. */
  @Param("AUTO")
  public String kernel;

  /** Threads of a loop. */
  @Param("1")
  public int threads;

  private FilmCase film;
  private PaddedField sum;
  private PaddedField next;
  private PaddedField other;
  private Parallel parallel;

  /** Sets up the film. */
  @Setup(Level.Trial)
  public void setUp() {
    film = new FilmCase(cells, KernelChoice.valueOf(kernel));
    sum = new PaddedField(film.m.layout());
    next = new PaddedField(film.m.layout());
    other = new PaddedField(film.m.layout());
    parallel = Parallel.of(threads);
  }

  /** Ends the threads. */
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

  /** The four stages with their updates, and |m| = 1. */
  @Benchmark
  public void rungeKuttaStep() {
    double dt = 1e-13;
    stage(film.m, film.m, sum, next, dt / 6, dt / 2);
    stage(next, sum, sum, other, dt / 3, dt / 2);
    stage(other, sum, sum, next, dt / 3, dt);
    parallel.forRange(
        film.m.layout().rows(),
        8,
        (from, to) -> film.kernel.lastStage(next, sum, film.m, film.drift, 0.1, dt / 6, from, to));
  }

  private void stage(
      PaddedField in, PaddedField sumIn, PaddedField out, PaddedField to, double b, double c) {
    parallel.forRange(
        film.m.layout().rows(),
        8,
        (first, last) ->
            film.kernel.stage(in, film.m, sumIn, out, to, film.drift, 0.1, b, c, first, last));
  }

  /** Reads the seven arrays that the right-hand side reads and writes its three, once each. */
  @Benchmark
  public void stream() {
    stream(film.m.x(), film.drift.x0(), film.drift.x1(), film.out.x());
    stream(film.m.y(), film.drift.y0(), film.drift.y1(), film.out.y());
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
