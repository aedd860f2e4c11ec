package hopfilm.dynamics;

import hopfilm.kernel.KernelChoice;

/**
 * How a film is simulated.
 *
 * @param integrator time stepping
 * @param coupling when the potential is solved anew
 * @param kernels which loops to run on
 */
public record Numerics(Integrator integrator, Coupling coupling, KernelChoice kernels) {

  /** Runge-Kutta 4, adaptive coupling, the fastest kernels. */
  public static Numerics standard() {
    return new Numerics(Integrator.RK4, Coupling.adaptive(), KernelChoice.AUTO);
  }
}
