package hopfilm.accuracy;

import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.StaticDescent;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.validation.ReferenceFilms;
import java.util.List;

/**
 * A square film with a maze, the same on every mesh to begin with, that each discretisation first
 * relaxes on its own mesh.
 */
abstract class AccurateFilm extends Accuracy {

  /** Cells of the reference [m]. */
  static final double FINEST = 1.25e-9;

  private static final double AMR = 1.5;

  private final double side;
  private final double Ku;
  private final double rho;
  private final double torque;
  private VectorField maze;
  private double[] exact;

  /**
   * @param side of the film [m]
   * @param rho resistivity across m [Ohm m]
   * @param torque largest |m x H|/Ms of a relaxed film
   */
  AccurateFilm(
      String name,
      String title,
      List<String> quantities,
      double side,
      double Ku,
      double rho,
      double torque) {
    super(name, title, quantities);
    this.side = side;
    this.Ku = Ku;
    this.rho = rho;
    this.torque = torque;
  }

  final Magnet magnet(Discretisation scheme, double cell) {
    int n = (int) Math.round(side / cell);
    return new Magnet(
        Grid.film(n, n, cell, 1e-6),
        ReferenceFilms.material(Ku, ReferenceFilms.D, DmiKind.BULK),
        scheme);
  }

  /** The maze on the mesh of a magnet, relaxed there. */
  final VectorField relaxed(Magnet magnet) {
    if (maze == null) {
      Magnet coarse = magnet(Discretisation.COVARIANT, 4e-9);
      VectorField m = Textures.random(coarse.grid(), 1);
      relax(coarse, m, 1e-3);
      Magnet fine = magnet(Discretisation.COVARIANT, 2e-9);
      maze = Accuracy.onto(fine.grid(), m);
      relax(fine, maze, 1e-3);
    }
    VectorField m = Accuracy.onto(magnet.grid(), maze);
    relax(magnet, m, torque);
    return m;
  }

  private static void relax(Magnet magnet, VectorField m, double torque) {
    new StaticDescent(magnet, KernelChoice.AUTO, Parallel.SERIAL).relax(m, torque, 20_000);
  }

  final TimeEvolution driven(Magnet magnet, VectorField m, List<Electrode> contacts, double... v) {
    TimeEvolution film =
        new TimeEvolution(
            magnet, flow(magnet.grid(), contacts), Numerics.standard(), Parallel.SERIAL);
    film.state(m, 0);
    film.under(s -> s.withVoltages(v));
    return film;
  }

  private CurrentFlow flow(Grid grid, List<Electrode> contacts) {
    return new CurrentFlow(grid, new AmrConductivity(rho, AMR), contacts);
  }

  /** Conductances in units of thickness times the conductivity across m. */
  final double[][] conductances(VectorField m, List<Electrode> contacts) {
    CurrentFlow flow = flow(m.grid(), contacts);
    double[][] g = flow.with(m).conductanceMatrix().siemens();
    double unit = m.grid().sizeZ() * flow.conductivity().sPerp();
    for (double[] row : g) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= unit;
      }
    }
    return g;
  }

  /** Conductances along x and y between whole opposite edges. */
  final double[] alongAndAcross(VectorField m) {
    return new double[] {
      conductances(m, ElectrodeLayouts.sidesX(m.grid()))[0][0],
      conductances(m, ElectrodeLayouts.sidesY(m.grid()))[0][0]
    };
  }

  @Override
  final double[] exact() {
    if (exact == null) {
      exact = solve(Discretisation.COVARIANT4, FINEST, new Clock());
    }
    return exact.clone();
  }
}
