package hopfilm.dynamics;

import hopfilm.parallel.KernelChoice;

/**
 * How a film is simulated.
 *
 * @param integrator time stepping
 * @param coupling when the potential is solved anew
 * @param kernels which loops to run on
 * @param tolerance largest error that a step may make in the m of any cell (dimensionless); only
 *     {@link Integrator#DOPRI5} uses it
 * @param demagRate how often the demagnetising field is computed; only {@link Integrator#RK4} can
 *     do with less than every stage
 * @param demagTolerance how wrong that field may be when it is computed again, root mean square, by
 *     Ms (dimensionless); only {@link DemagRate#ADAPTIVE} uses it
 */
public record Numerics(
    Integrator integrator,
    Coupling coupling,
    KernelChoice kernels,
    double tolerance,
    DemagRate demagRate,
    double demagTolerance) {

  /** Tolerance where none is given. */
  public static final double TOLERANCE = 1e-5;

  /**
   * Of the demagnetising field, where none is given: the error of m stays that of the scheme
   * (docs/evidence/performance.md).
   */
  public static final double DEMAG_TOLERANCE = 2e-6;

  /**
   * @throws IllegalArgumentException if the tolerance is not above 0 and at most 0.1, that of the
   *     demagnetising field not from 0 to 0.001
   */
  public Numerics {
    if (!(tolerance > 0 && tolerance <= 0.1)) {
      throw new IllegalArgumentException(
          "the tolerance of a time step lies above 0 and up to 0.1, not at %g: take 1e-5"
              .formatted(tolerance));
    }
    if (!(demagTolerance >= 0 && demagTolerance <= 1e-3)) {
      throw new IllegalArgumentException(
          "the tolerance of the demagnetising field lies between 0 and 0.001, not at %g: take 2e-6"
              .formatted(demagTolerance));
    }
  }

  /** With the standard {@link #DEMAG_TOLERANCE}. */
  public Numerics(
      Integrator integrator,
      Coupling coupling,
      KernelChoice kernels,
      double tolerance,
      DemagRate demagRate) {
    this(integrator, coupling, kernels, tolerance, demagRate, DEMAG_TOLERANCE);
  }

  /** With an adaptive rate of the demagnetising field. */
  public Numerics(
      Integrator integrator, Coupling coupling, KernelChoice kernels, double tolerance) {
    this(integrator, coupling, kernels, tolerance, DemagRate.ADAPTIVE);
  }

  /** With the standard {@link #TOLERANCE}. */
  public Numerics(Integrator integrator, Coupling coupling, KernelChoice kernels) {
    this(integrator, coupling, kernels, TOLERANCE);
  }

  /** True if a film of this min damping has its demagnetising field once a step or less often. */
  public boolean isDemagOnceAStep(double alpha) {
    return integrator == Integrator.RK4
        && demagRate == DemagRate.ADAPTIVE
        && FarFieldLimits.isEnough(alpha);
  }

  /** Runge-Kutta 4, adaptive coupling, the fastest kernels. */
  public static Numerics standard() {
    return new Numerics(Integrator.RK4, Coupling.adaptive(), KernelChoice.AUTO);
  }
}
