package hopfilm.dynamics;

/** How the equation of motion is stepped. */
public enum Integrator {
  /**
   * The classical Runge-Kutta scheme of order 4 at 0.9 of its stable step, or at the step in which
   * m turns by 0.3 rad if that is shorter.
   */
  RK4,
  /**
   * Dormand and Prince's embedded scheme of orders 5 and 4: the step follows {@link
   * Numerics#tolerance}, up to 0.9 of what is stable.
   */
  DOPRI5
}
