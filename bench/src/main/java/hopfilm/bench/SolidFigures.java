package hopfilm.bench;

import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.Held;
import hopfilm.transport.Solution;
import java.util.List;

/** The potential in cubes: iterations against size, and the cost of one against that in a plane. */
final class SolidFigures {

  private static final double CELL = 4e-9;
  private static final double[] PLUS_MINUS = {1, -1};

  /** Stored coefficients of a node: of the 27-point and of the nine-point stencil. */
  private static final double SOLID = 14;

  private static final double FLAT = 5;

  private SolidFigures() {}

  static List<BenchFigure> measure(boolean quick) {
    int[] sizes = quick ? new int[] {16, 48} : new int[] {16, 32, 64, 96};
    StringBuilder detail = new StringBuilder();
    int fewest = Integer.MAX_VALUE;
    int most = 0;
    double cost = 0;
    for (int n : sizes) {
      Measured m = measure(new Grid(n, n, n, CELL, CELL, CELL));
      fewest = Math.min(fewest, m.iterations);
      most = Math.max(most, m.iterations);
      cost = m.ns;
      detail.append(BenchFigure.text("%d^3: %d iterations, %.0f ns; ", n, m.iterations, m.ns));
    }
    Measured flat = measure(Grid.film(400, 400, CELL, CELL, Edges.OPEN, Edges.OPEN));
    detail.append(BenchFigure.text("400^2: %d iterations, %.1f ns", flat.iterations, flat.ns));
    return List.of(
        BenchFigure.of("solid_iterations", most - fewest)
            .at(sizes[0], sizes[sizes.length - 1])
            .from("%s", detail),
        BenchFigure.of("solid_cost", cost / SOLID / (flat.ns / FLAT))
            .from("the largest cube, its matrix not counted"));
  }

  /**
   * @param ns shortest time a node and iteration [ns]
   */
  private record Measured(int iterations, double ns) {}

  private static Measured measure(Grid grid) {
    CurrentFlow flow =
        new CurrentFlow(
            grid,
            CellMask.full(grid),
            new AmrConductivity(0.15e-6, 1.5),
            ElectrodeLayouts.sidesX(grid),
            Parallel.SERIAL,
            KernelChoice.AUTO);
    Held held = flow.with(turning(grid));
    int iterations = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 5; k++) {
      double[] potential = new double[flow.potentialLength()];
      Solution[] s = new Solution[1];
      double seconds = RunMeasures.time(() -> s[0] = held.solve(PLUS_MINUS, potential, 1e-8));
      iterations = s[0].iterations();
      // the first makes the hierarchy, too
      least = k == 0 ? least : Math.min(least, seconds);
    }
    return new Measured(iterations, 1e9 * least / iterations / flow.potentialLength());
  }

  /** An axis that turns on a scale of ten cells along each direction. */
  private static VectorField turning(Grid g) {
    VectorField m = new VectorField(g);
    for (int k = 0; k < g.nz(); k++) {
      for (int j = 0; j < g.ny(); j++) {
        for (int i = 0; i < g.nx(); i++) {
          double phi = 0.1 * (i + 0.7 * j + 1.3 * k);
          double theta = 0.1 * (0.8 * i - j + 0.5 * k);
          int c = g.index(i, j, k);
          m.x()[c] = Math.sin(theta) * Math.cos(phi);
          m.y()[c] = Math.sin(theta) * Math.sin(phi);
          m.z()[c] = Math.cos(theta);
        }
      }
    }
    return m;
  }
}
