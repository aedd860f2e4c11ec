package hopfilm.validation;

import static hopfilm.units.Constants.GAMMA0;

import hopfilm.chart.CurveChart;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.Spelling;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.Parallel;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** One magnetic moment in a field, damped. */
final class SinglePrecession extends Problem {

  private static final double FIELD = 1e6;
  private static final double ALPHA = 0.1;
  private static final double START = Math.toRadians(80);

  SinglePrecession() {
    super(
        "precession",
        "Damped precession of one moment",
        "One moment in a field obeys tan(θ/2) = tan(θ0/2) exp(-α ω t) and φ = ω t with ω ="
            + " γ0 H/(1 + α²).");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    double t = 50e-12;
    double[] exact = exact(t);
    VectorField m = evolve(Numerics.standard(), t, 0.1e-12);
    String source =
        "T. L. Gilbert, IEEE Trans. Magn. 40, 3443 (2004), doi:10.1109/TMAG.2004.836740";
    String reason = "fourth order: (omega dt)^4 omega t/120 with dt = 0.1 ps";
    double omega = GAMMA0 * FIELD / (1 + ALPHA * ALPHA);
    double tolerance = Math.pow(omega * 0.1e-12, 4) * omega * t / 60;
    f.check("m_x after 50 ps", m.x()[0]).is(exact[0], source).within(tolerance, reason);
    f.check("m_y after 50 ps", m.y()[0]).is(exact[1], source).within(tolerance, reason);
    f.check("m_z after 50 ps", m.z()[0]).is(exact[2], source).within(tolerance, reason);
  }

  private static double[] exact(double t) {
    double omega = GAMMA0 * FIELD / (1 + ALPHA * ALPHA);
    double theta = 2 * Math.atan(Math.tan(START / 2) * Math.exp(-ALPHA * omega * t));
    return new double[] {
      Math.sin(theta) * Math.cos(omega * t), Math.sin(theta) * Math.sin(omega * t), Math.cos(theta)
    };
  }

  private static VectorField evolve(Numerics numerics, double t, double step) {
    Grid grid = Grid.film(1, 1, 1e-7, 1e-8);
    Material material = Material.of(7e5, 1e-13).withAlpha(ALPHA).withP(1);
    Magnet magnet = new Magnet(grid, material, Discretisation.STANDARD, new double[] {0, 0, FIELD});
    TimeEvolution evolution = new TimeEvolution(magnet, numerics, Parallel.SERIAL);
    evolution.state(VectorField.uniform(grid, Math.sin(START), 0, Math.cos(START)), 0);
    evolution.stepLimit(step);
    evolution.runUntil(t);
    return evolution.m();
  }

  /** Distance from the exact solution with a time step. */
  private static double error(Integrator integrator, double t, double step) {
    Numerics standard = Numerics.standard();
    // so loose that the step is the one that is asked for
    Numerics numerics = new Numerics(integrator, standard.coupling(), standard.kernels(), 0.1);
    VectorField m = evolve(numerics, t, step);
    double[] exact = exact(t);
    return Math.sqrt(
        Math.pow(m.x()[0] - exact[0], 2)
            + Math.pow(m.y()[0] - exact[1], 2)
            + Math.pow(m.z()[0] - exact[2], 2));
  }

  /** How fast each integrator converges with its step. */
  static final class IntegratorOrder extends Problem {

    IntegratorOrder() {
      super(
          "integrators",
          "Order of convergence of the integrators",
          "The error of a damped precession after 40 ps falls with the time step by the order"
              + " of each integrator.");
    }

    @Override
    protected void solve(Effort effort, Findings f) {
      double t = 40e-12;
      double[] steps = {1.25, 1, 0.5, 0.25, 0.125, 0.0625};
      CurveChart chart =
          f.chart("Integrators", "one moment in a field, 40 ps", "time step (ps)", "error of m")
              .logarithmic();
      for (Integrator integrator : Integrator.values()) {
        double[] errors = new double[steps.length];
        for (int k = 0; k < steps.length; k++) {
          errors[k] = error(integrator, t, steps[k] * 1e-12);
        }
        String name = Spelling.of(integrator);
        int order = integrator == Integrator.RK4 ? 4 : 5;
        f.check("order of " + name, Numerical.order(errors[4], errors[5], 2))
            .is(
                order,
                "E. Hairer, S. P. Norsett, G. Wanner, Solving Ordinary Differential Equations I, Springer"
                    + " 1993, ch. II, doi:10.1007/978-3-540-78862-1")
            .within(0.1, "next power of the step, omega dt = 0.014 to 0.027");
        chart.points(name, steps, errors);
      }
    }
  }
}
