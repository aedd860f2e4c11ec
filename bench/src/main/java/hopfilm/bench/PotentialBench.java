package hopfilm.bench;

import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Kernels;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.Stencil;
import hopfilm.solver.StencilMatrix;
import hopfilm.transport.CurrentFlow;
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

/**
 * The potential of a film whose stripes turn steadily, by 0.01 rad from one solution to the next.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PotentialBench {

  private static final double TURN = 0.01;
  private static final double PERIOD = 45e-9;

  /** A film in steady motion with the potentials of the last three textures. */
  @State(Scope.Thread)
  public static class Moving {
    @Param("200")
    public int cells;

    @Param("1")
    public int threads;

    /** Relative norm of the currents left over. */
    @Param("1e-6")
    public double tolerance;

    CurrentFlow flow;
    VectorField m;
    double[] potential;
    final double[] voltages = {1, -1, 1, -1};
    private double[][] last;
    private double[] phase;
    private double turned;
    private Parallel parallel;
    private boolean filled;

    /** Sets up the film and solves three times. */
    @Setup(Level.Trial)
    public void setUp() {
      Experiment e =
          DefaultFilm.experiment(
              "film.size=[%d nm, %d nm]".formatted(4 * cells, 4 * cells),
              "electrodes.radius=%d nm".formatted(6 * cells / 5));
      Grid grid = e.film().grid();
      parallel = Parallel.of(threads);
      flow =
          new CurrentFlow(
              grid,
              e.film().cells(),
              e.material().conductivity(),
              e.electrodes().on(grid),
              parallel,
              KernelChoice.AUTO);
      m = new VectorField(grid);
      phase = new double[grid.cells()];
      for (int c = 0; c < phase.length; c++) {
        double x = (c % cells + 0.5) * grid.dx();
        int row = c / cells;
        double y = (row + 0.5) * grid.dy();
        phase[c] =
            2 * Math.PI * (x + 0.5 * y) / PERIOD + 0.8 * Math.sin(2 * Math.PI * y / grid.sizeY());
      }
      last = new double[3][flow.potentialLength()];
      potential = new double[flow.potentialLength()];
      for (int k = 0; k < 3; k++) {
        turn();
        flow.with(m).solve(voltages, potential, 1e-10);
        keep();
      }
    }

    /** Turns the texture and extrapolates, outside of the time that counts. */
    @Setup(Level.Invocation)
    public void next() {
      if (filled) {
        keep();
      }
      turn();
      for (int i = 0; i < potential.length; i++) {
        potential[i] = 3 * (last[0][i] - last[1][i]) + last[2][i];
      }
      filled = true;
    }

    private void keep() {
      double[] oldest = last[2];
      last[2] = last[1];
      last[1] = last[0];
      last[0] = oldest;
      System.arraycopy(potential, 0, oldest, 0, oldest.length);
    }

    private void turn() {
      turned += TURN;
      for (int c = 0; c < phase.length; c++) {
        double s = Math.sin(phase[c] + turned);
        m.x()[c] = 0.45 * s;
        m.y()[c] = -0.89 * s;
        m.z()[c] = Math.cos(phase[c] + turned);
      }
    }

    @TearDown
    public void tearDown() {
      parallel.close();
    }
  }

  /** A matrix on as many nodes. */
  @State(Scope.Thread)
  public static class Matrix {
    @Param("200")
    public int cells;

    StencilMatrix a;
    double[] x;
    double[] y;
    double[] rows;

    /** A Laplacian: the numbers do not matter. */
    @Setup
    public void setUp() {
      NodeLayout layout = new NodeLayout(cells + 1, cells + 1, false, false);
      Stencil stencil = new Stencil(layout);
      java.util.Arrays.fill(stencil.centre(), 8. / 3);
      java.util.Arrays.fill(stencil.east(), -1. / 3);
      java.util.Arrays.fill(stencil.north(), -1. / 3);
      java.util.Arrays.fill(stencil.northEast(), -1. / 3);
      java.util.Arrays.fill(stencil.northWest(), -1. / 3);
      a = new StencilMatrix(stencil, Kernels.stencil(KernelChoice.AUTO));
      x = new double[layout.length()];
      java.util.Arrays.setAll(x, i -> Math.sin(0.1 * i));
      y = new double[layout.length()];
      rows = new double[layout.ny()];
    }
  }

  /** Matrix, hierarchy where it is due, and the solution. */
  @Benchmark
  public int assembleAndSolve(Moving film) {
    return film.flow.with(film.m).solve(film.voltages, film.potential, film.tolerance).iterations();
  }

  /** The matrix alone. */
  @Benchmark
  public void assemble(Moving film) {
    film.flow.with(film.m);
  }

  /** One matrix-vector product. */
  @Benchmark
  public double[] matrixVector(Matrix m) {
    m.a.apply(m.x, m.y, m.rows, 0, m.a.layout().ny());
    return m.y;
  }
}
