package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import java.util.List;

/** Conductances in units of thickness * s_perp, as the tables of known values give them. */
final class Conductances {
  /** a = 1.5: rho_par = 7 rho_perp. */
  static final AmrConductivity STRONG = new AmrConductivity(6e-8, 1.5);

  private Conductances() {}

  static double[][] g(VectorField m, List<Electrode> electrodes) {
    Grid film = m.grid();
    CurrentFlow flow = new CurrentFlow(film, STRONG, electrodes, Parallel.SERIAL);
    double[][] g = flow.with(m).conductanceMatrix().siemens();
    for (double[] row : g) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= film.sizeZ() * STRONG.sPerp();
      }
    }
    return g;
  }

  /** Between the whole edges left and right, for a square of the film. */
  static double gx(VectorField m) {
    Grid film = m.grid();
    return g(m, ElectrodeLayouts.sidesX(film))[0][0] * film.sizeX() / film.sizeY();
  }

  /** Between the whole edges bottom and top, for a square of the film. */
  static double gy(VectorField m) {
    Grid film = m.grid();
    return g(m, ElectrodeLayouts.sidesY(film))[0][0] * film.sizeY() / film.sizeX();
  }
}
