package hopfilm.study;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.solver.Parallel;
import hopfilm.solver.StencilKernel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import java.util.List;

/** Reads conductances of a texture by calculation; the film is not disturbed. */
final class FilmMeter {

  /**
   * @param g conductance matrix of the electrodes
   * @param gx whole left to right edge / (thickness s_perp)
   * @param gy whole bottom to top edge
   */
  record Reading(ConductanceMatrix g, double gx, double gy) {}

  private final double unit;
  private final CurrentFlow electrodes;
  private final CurrentFlow alongX;
  private final CurrentFlow alongY;

  FilmMeter(
      Grid grid,
      AmrConductivity conductivity,
      List<Electrode> contacts,
      Parallel parallel,
      StencilKernel kernel) {
    this.unit = grid.sizeZ() * conductivity.sPerp();
    this.electrodes = new CurrentFlow(grid, conductivity, contacts, parallel, kernel);
    this.alongX =
        grid.edgesX() == hopfilm.grid.Edges.PERIODIC
            ? null
            : new CurrentFlow(grid, conductivity, ElectrodeLayouts.sidesX(grid), parallel, kernel);
    this.alongY =
        grid.edgesY() == hopfilm.grid.Edges.PERIODIC
            ? null
            : new CurrentFlow(grid, conductivity, ElectrodeLayouts.sidesY(grid), parallel, kernel);
  }

  Reading read(VectorField m) {
    return new Reading(matrix(m), between(alongX, m), between(alongY, m));
  }

  ConductanceMatrix matrix(VectorField m) {
    electrodes.texture(m);
    return electrodes.conductanceMatrix();
  }

  /** Current density at the given voltages [A/m^2]. */
  VectorField currentDensity(VectorField m, double[] voltages) {
    electrodes.texture(m);
    double[] potential = new double[electrodes.potentialLength()];
    electrodes.solve(voltages, potential, 1e-8);
    return electrodes.currentDensity(potential);
  }

  private double between(CurrentFlow edges, VectorField m) {
    if (edges == null) {
      return Double.NaN;
    }
    edges.texture(m);
    return edges.conductanceMatrix().get(0, 0) / unit;
  }
}
