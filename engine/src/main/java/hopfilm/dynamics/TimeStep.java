package hopfilm.dynamics;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;

import hopfilm.grid.Grid;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;

/**
 * The largest time step at which the classical Runge-Kutta scheme of order 4 is stable,
 *
 * <pre>
 *   dt = 2.6 / (gamma0 h / sqrt(1 + alpha^2) + max|u|/dx)
 *   h = 4 A_H (1/dx^2 + 1/dy^2 + 1/dz^2) + 2|D_H|/dx + |K_H| + |Hext|
 * </pre>
 *
 * with A_H = 2A/(mu0 Ms) and so on, 1/dz^2 only with several layers; the covariant discretisation
 * has A_H (D/2A)^2 instead of 2|D_H|/dx. The factor is measured, a little below the 2.78 of the
 * scheme's reach along the imaginary axis.
 */
final class TimeStep {

  /** Share of the stable step that is used. */
  static final double SAFETY = 0.9;

  private static final double REACH = 2.6;

  private final double largestField;
  private final double rate;
  private final double dx;

  TimeStep(Magnet magnet) {
    Grid g = magnet.grid();
    Material a = magnet.material();
    double largest = 0;
    double alpha = 0;
    int cells = a.isUniform() ? 1 : g.cells();
    this.dx = Math.min(g.dx(), g.dy());
    double k2 = 1 / (g.dx() * g.dx()) + 1 / (g.dy() * g.dy());
    if (g.nz() > 1) {
      k2 += 1 / (g.dz() * g.dz());
    }
    double d = a.D().maxAbs();
    double A = a.A().maxAbs();
    double stiff =
        magnet.discretisation() == Discretisation.COVARIANT ? d * d / (2 * A) : 4 * d / dx;
    for (int cell = 0; cell < cells; cell++) {
      double ms = a.Ms().at(cell);
      if (ms > 0) {
        double w = 8 * A * k2 + stiff + 2 * Math.abs(a.Ku().at(cell));
        largest = Math.max(largest, w / (MU0 * ms));
        alpha = Math.max(alpha, a.alpha().at(cell));
      }
    }
    double[] h = magnet.externalField();
    largest += Math.hypot(Math.hypot(h[0], h[1]), h[2]);
    this.largestField = largest;
    this.rate = GAMMA0 * largest / Math.sqrt(1 + alpha * alpha);
  }

  /** Bound of the field that a perturbation of length one makes [A/m]. */
  double fieldBound() {
    return largestField;
  }

  /** Largest stable step with drift velocities up to {@code u} [s]. */
  double bound(double u) {
    return REACH / (rate + u / dx);
  }
}
