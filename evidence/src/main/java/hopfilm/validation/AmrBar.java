package hopfilm.validation;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.Held;

/** A bar of uniform m at any angle to the current. */
final class AmrBar extends Problem {

  private static final String MCGUIRE =
      "T. R. McGuire, R. I. Potter, IEEE Trans. Magn. 11, 1018 (1975),"
          + " doi:10.1109/TMAG.1975.1058782: rho_xx = rho_perp + (rho_par - rho_perp) cos^2, rho_xy"
          + " = (rho_par - rho_perp) sin cos";
  private static final String KELLER =
      "G = t sqrt(s_par s_perp): duality (J. B. Keller, J. Math. Phys. 5, 548 (1964),"
          + " doi:10.1063/1.1704146) and the mirror symmetry of the square about its diagonal";

  AmrBar() {
    super(
        "amr-bar",
        "Anisotropic magnetoresistance of a bar",
        "A bar with m at an angle to the current has a known resistivity and planar Hall"
            + " field. A square with diagonal m has a known conductance.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    angles(f, effort.choose(12, 16));
    probes(f);
    square(f, effort.choose(128, 512));
  }

  /** E and j at the centre of a bar twenty times as long as wide. */
  private static void angles(Findings f, int width) {
    int n = 13;
    double[] degrees = Numerical.values(n, k -> 7.5 * k);
    double[] along = new double[n];
    double[] across = new double[n];
    for (int k = 0; k < n; k++) {
      double angle = Math.toRadians(degrees[k]);
      Grid grid = Currents.film(20 * width, width);
      CurrentFlow flow = Currents.flow(grid, ElectrodeLayouts.sidesX(grid));
      Held held = flow.with(VectorField.uniform(grid, Math.cos(angle), Math.sin(angle), 0));
      double[] v = new double[flow.potentialLength()];
      held.solve(new double[] {1, 0}, v, 1e-12);
      VectorField e = new VectorField(grid);
      held.electricField(v, e);
      int centre = grid.index(grid.nx() / 2, grid.ny() / 2, 0);
      double j = held.currentDensity(v).x()[centre] / flow.conductivity().sPerp();
      along[k] = e.x()[centre] / j;
      across[k] = e.y()[centre] / j;
    }
    for (int k : new int[] {2, 4, 6, 10}) {
      String at = " at %.0f degrees".formatted(degrees[k]);
      String reason = "uniform fields are exact; the ends reach the middle with 1e-5";
      f.check("rho_xx/rho_perp" + at, along[k])
          .is(along(Math.toRadians(degrees[k])), MCGUIRE)
          .withinShare(2e-5, reason);
      f.check("rho_xy/rho_perp" + at, across[k])
          .is(across(Math.toRadians(degrees[k])), MCGUIRE)
          .withinShare(2e-5, reason);
    }
    double[] fine = Numerical.values(91, i -> i);
    double[] fineAlong = Numerical.values(fine, d -> along(Math.toRadians(d)));
    double[] fineAcross = Numerical.values(fine, d -> across(Math.toRadians(d)));
    f.chart(
            "Bar of uniform m",
            "in the middle of a bar, AMR ratio 150 %",
            "angle of m to the current (degrees)",
            "resistivity / \u03c1\u22a5")
        .line("\u03c1xx, theory", fine, fineAlong)
        .line("\u03c1xy, theory", fine, fineAcross)
        .points("\u03c1xx, Hopfilm", degrees, along)
        .points("\u03c1xy, Hopfilm", degrees, across);
  }

  /** Voltages of probes at the edges, in the example. */
  private static void probes(Findings f) {
    ExampleFilm film = ExampleFilm.run("planar-hall");
    double current = film.last("I_source");
    double ratio = 1.015 / 0.985; // rho_par/rho_perp of an AMR of 3 %
    double sheet = 0.2e-6 / 20e-9;
    double belowLeft = film.last("V_below-left");
    f.check(
            "examples/planar-hall.yaml, voltage along it (mV)",
            1e3 * (belowLeft - film.last("V_below-right")))
        .is(1e3 * current * sheet * (1 + ratio) / 2 * 400 / 200, MCGUIRE + ": j_x rho_xx L")
        .withinShare(1e-5, "uniform fields are exact; the ends shift both probes alike");
    f.check(
            "examples/planar-hall.yaml, planar Hall voltage (uV)",
            1e6 * (belowLeft - film.last("V_above-left")))
        .is(1e6 * current * sheet * (ratio - 1) / 2, MCGUIRE + ": j_x rho_xy w")
        .withinShare(
            2 * Math.exp(-2 * Math.PI), "the ends, two widths away: exp(-2 pi), twice of it");
  }

  private static double along(double angle) {
    return 1 + (1 / Currents.S_PAR - 1) * Math.cos(angle) * Math.cos(angle);
  }

  private static double across(double angle) {
    return (1 / Currents.S_PAR - 1) * Math.sin(angle) * Math.cos(angle);
  }

  private static void square(Findings f, int finest) {
    double exact = Math.sqrt(Currents.S_PAR);
    // Isotropic coordinates make the square a rhombus; where an electrode meets an insulating edge
    // at its wide angle w the field goes as r^(pi/2w - 1), and the conductance errs as h^(pi/w).
    double predicted = Math.PI / (2 * Math.atan(1 / exact));
    int count = (int) Math.round(Math.log(finest / 8.0) / Math.log(2)) + 1;
    double[] cells = new double[count];
    double[] errors = new double[count];
    for (int k = 0; k < count; k++) {
      int n = 8 << k;
      double c = Math.sqrt(0.5);
      cells[k] = n;
      double g = Currents.alongX(VectorField.uniform(Currents.film(n, n), c, c, 0));
      errors[k] = g / exact - 1;
    }
    double last = errors[count - 1];
    f.check(
            "G/(t s_perp) of a square, m along its diagonal, %d cells a side".formatted(finest),
            exact * (1 + last))
        .is(exact, KELLER)
        .withinShare(
            errors[0] * Math.pow(finest / 8.0, -predicted) * 1.3,
            "error of 8 cells a side times (8/%d)^%.3f, and a third more"
                .formatted(finest, predicted));
    f.check("order of convergence of that", Numerical.order(errors[count - 2], last, 2))
        .is(
            predicted,
            "pi/w, w = 2 atan sqrt(s_perp/s_par) the wide angle of the rhombus in isotropic"
                + " coordinates")
        .within(0.05, "higher terms of the error on these meshes");
    double[] law = Numerical.values(cells, n -> errors[0] * Math.pow(n / cells[0], -predicted));
    f.chart(
            "Square with m along its diagonal",
            "error of the conductance, singular corners included",
            "cells along a side",
            "relative error of G")
        .logarithmic()
        .line("slope %.2f of theory".formatted(-predicted), cells, law)
        .points("Hopfilm", cells, errors);
  }
}
