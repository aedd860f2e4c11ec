package hopfilm.validation;

import hopfilm.chart.CurveChart;
import hopfilm.dynamics.Integrator;
import hopfilm.input.Spelling;

/** How fast each integrator converges with its step. */
final class IntegratorOrder extends Problem {

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
        errors[k] = SinglePrecession.error(integrator, t, steps[k] * 1e-12);
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
