package hopfilm.accuracy;

import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import java.util.List;

/** The relaxed maze of the model film: energy and conductances between opposite edges. */
final class AccurateMaze extends AccurateFilm {

  AccurateMaze() {
    super(
        "Maze",
        "Relaxed maze of the model film, 520 nm, Ku 172 kJ/m^3, wall parameter 7.6 nm; exact:"
            + " cells of 1.25 nm",
        List.of("energy", "gx", "gy"),
        520e-9,
        1.72e5,
        1.5e-7,
        1e-4);
  }

  @Override
  double[] solve(Discretisation scheme, double cell, Clock clock) {
    Magnet magnet = magnet(scheme, cell);
    relaxed(magnet);
    VectorField m = clock.time(() -> relaxed(magnet));
    double[] g = alongAndAcross(m);
    return new double[] {magnet.energies(m).total(), g[0], g[1]};
  }
}
