package hopfilm.validation;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import java.util.List;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Currents in films whose sheet conductance across m is 1 S, so that conductances in siemens are
 * those in units of thickness times s_perp. The AMR ratio is 150 %: rho_par = 7 rho_perp.
 */
final class Currents {

  static final double AMR = 1.5;

  /** s_par / s_perp at that ratio. */
  static final double S_PAR = 1.0 / 7;

  private static final double CELL = 1e-9;
  private static final double THICKNESS = 1e-6;

  private Currents() {}

  static Grid film(int nx, int ny) {
    return Grid.film(nx, ny, CELL, THICKNESS);
  }

  static Grid film(int nx, int ny, Edges x, Edges y) {
    return Grid.film(nx, ny, CELL, THICKNESS, x, y);
  }

  static CurrentFlow flow(Grid grid, List<Electrode> electrodes) {
    return new CurrentFlow(grid, new AmrConductivity(THICKNESS, AMR), electrodes, Parallel.SERIAL);
  }

  /** Conductance matrix [S]. */
  static double[][] matrix(VectorField m, CellMask mask, List<Electrode> electrodes) {
    CurrentFlow flow =
        new CurrentFlow(
            m.grid(),
            mask,
            new AmrConductivity(THICKNESS, AMR),
            electrodes,
            Parallel.SERIAL,
            KernelChoice.PLAIN);
    return flow.with(m).conductanceMatrix().siemens();
  }

  static double[][] matrix(VectorField m, List<Electrode> electrodes) {
    return flow(m.grid(), electrodes).with(m).conductanceMatrix().siemens();
  }

  /** Conductance between the whole left and right edge [S]. */
  static double alongX(VectorField m) {
    return matrix(m, ElectrodeLayouts.sidesX(m.grid()))[0][0];
  }

  /** Conductance between the whole bottom and top edge [S]. */
  static double alongY(VectorField m) {
    return matrix(m, ElectrodeLayouts.sidesY(m.grid()))[0][0];
  }

  /** A contact on the one corner of cells at (i, j). */
  static Electrode point(String name, int i, int j) {
    return new Electrode(name, new Disc(i * CELL, j * CELL, 0));
  }

  /** m = (cos phi, sin phi, 0) with phi of the cell's centre in units of the film's height. */
  static VectorField inPlane(Grid grid, Angle angle) {
    return ReferenceFilms.filled(
        grid,
        (i, j) -> {
          double phi = angle.at((i + 0.5) / grid.ny(), (j + 0.5) / grid.ny());
          return new double[] {Math.cos(phi), Math.sin(phi), 0};
        });
  }

  /** An angle [rad] as a function of the place. */
  @FunctionalInterface
  interface Angle {
    double at(double x, double y);
  }

  /**
   * Four-terminal resistance of N contacts [Ohm]: the voltage of c against d for 1 A into a and out
   * of b, the other contacts floating.
   */
  static double resistance(double[][] g, int a, int b, int c, int d) {
    // contact b is ground
    RealMatrix grounded = MatrixUtils.createRealMatrix(g);
    double[] current = new double[g.length];
    current[a] = 1;
    grounded.setRow(b, new double[g.length]);
    grounded.setEntry(b, b, 1);
    RealVector v =
        new LUDecomposition(grounded).getSolver().solve(MatrixUtils.createRealVector(current));
    return v.getEntry(c) - v.getEntry(d);
  }
}
