package hopfilm.study;

import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.solver.Parallel;
import hopfilm.solver.StencilKernel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.OperatingPoint;
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
      CellMask cells,
      AmrConductivity conductivity,
      List<Electrode> contacts,
      Parallel parallel,
      StencilKernel kernel) {
    Grid grid = cells.grid();
    this.unit = grid.sizeZ() * conductivity.sPerp();
    this.electrodes = new CurrentFlow(grid, cells, conductivity, contacts, parallel, kernel);
    this.alongX =
        grid.edgesX() == Edges.PERIODIC
            ? null
            : sides(cells, conductivity, ElectrodeLayouts.sidesX(grid), parallel, kernel);
    this.alongY =
        grid.edgesY() == Edges.PERIODIC
            ? null
            : sides(cells, conductivity, ElectrodeLayouts.sidesY(grid), parallel, kernel);
  }

  /** Whole opposite edges as electrodes; null where a film with a mask does not reach them. */
  private static CurrentFlow sides(
      CellMask cells,
      AmrConductivity conductivity,
      List<Electrode> sides,
      Parallel parallel,
      StencilKernel kernel) {
    try {
      return new CurrentFlow(cells.grid(), cells, conductivity, sides, parallel, kernel);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The electrodes, in their order. */
  List<Electrode> electrodes() {
    return electrodes.electrodes();
  }

  /** Voltages and currents of all electrodes for what is given at each [V or A]. */
  OperatingPoint operatingPoint(double[][] siemens, double[] values) {
    return OperatingPoint.of(siemens, electrodes.electrodes(), values);
  }

  /** Names of the electrodes that no film connects with another one. */
  List<String> isolatedElectrodes() {
    return electrodes.isolatedElectrodes();
  }

  Reading read(VectorField m) {
    return new Reading(matrix(m), between(alongX, m), between(alongY, m));
  }

  ConductanceMatrix matrix(VectorField m) {
    electrodes.texture(m);
    return electrodes.conductanceMatrix();
  }

  /** Current density for what is given at the electrodes [A/m^2]. */
  VectorField currentDensity(VectorField m, double[] values) {
    electrodes.texture(m);
    double[] potential = new double[electrodes.potentialLength()];
    electrodes.solve(values, potential, 1e-8);
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
