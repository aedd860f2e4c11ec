package hopfilm.accuracy;

import hopfilm.dynamics.StaticDescent;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.List;

/**
 * A vortex held by its dipolar field, without Dzyaloshinskii-Moriya interaction: a square of the
 * permalloy of the muMAG problems, 160 nm wide and 10 nm thick.
 */
final class AccurateVortex extends Accuracy {

  private static final double SIDE = 160e-9;
  private double[] exact;

  AccurateVortex() {
    super(
        "Vortex",
        "Vortex with its dipolar field, permalloy square of 160 nm, no DMI; exact: extrapolated from"
            + " 1.25 and 1 nm",
        List.of("area of the core", "energy"));
  }

  @Override
  double[] solve(Discretisation scheme, double cell, Clock clock) {
    int n = (int) Math.round(SIDE / cell);
    Grid grid = Grid.film(n, n, cell, 10e-9);
    Material permalloy = Material.of(8e5, 1.3e-11).withAlpha(0.1).withP(1);
    Magnet magnet = new Magnet(grid, permalloy, scheme).withDemag(DemagKind.ON);
    VectorField m = new VectorField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      double x = (c % n + 0.5) * cell - 0.5 * SIDE;
      int row = c / n;
      double y = (row + 0.5) * cell - 0.5 * SIDE;
      double r = Math.hypot(x, y);
      double up = Math.exp(-r * r / 2e-16);
      double around = r == 0 ? 0 : Math.sqrt(1 - up * up) / r;
      m.x()[c] = -around * y;
      m.y()[c] = around * x;
      m.z()[c] = up;
    }
    StaticDescent descent = new StaticDescent(magnet, KernelChoice.AUTO, Parallel.SERIAL);
    clock.time(() -> descent.relax(m, 1e-5, 20_000));
    double core = m.mean(2) * SIDE * SIDE;
    return new double[] {core, magnet.energies(m).total()};
  }

  @Override
  double[] exact() {
    if (exact == null) {
      // of order two, with cells in the ratio of 5 to 4
      double[] coarse = solve(Discretisation.COVARIANT, 1.25e-9, new Clock());
      double[] fine = solve(Discretisation.COVARIANT, 1e-9, new Clock());
      exact = new double[coarse.length];
      for (int i = 0; i < exact.length; i++) {
        exact[i] = fine[i] + (fine[i] - coarse[i]) / (1.5625 - 1);
      }
    }
    return exact.clone();
  }
}
