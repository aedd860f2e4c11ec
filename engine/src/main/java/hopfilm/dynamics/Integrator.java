package hopfilm.dynamics;

/** How the equation of motion is stepped. */
public enum Integrator {
  /** The classical Runge-Kutta scheme of order 4 at 0.9 of its stable step. */
  RK4
}
