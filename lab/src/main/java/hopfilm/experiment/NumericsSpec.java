package hopfilm.experiment;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.DemagRate;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.magnet.Discretisation;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.KernelChoice;
import java.util.OptionalDouble;

/** How the film is simulated: the section {@code numerics}, in SI units. */
public record NumericsSpec(
    @Key("finite differences of exchange and DMI; covariant4: covariant of fourth order")
        @Default("covariant")
        Discretisation discretisation,
    @Key("fourth-order Runge-Kutta, or Dormand-Prince with error control") @Default("rk4")
        Integrator integrator,
    @Key("max error of m in a time step (dopri5)")
        @In("1e-12 to 0.01")
        @Default("1e-5")
        @OnlyWith(
            key = "integrator",
            is = "dopri5",
            otherwise = ExperimentMessage.ONLY_DOPRI5_HAS_TOLERANCE)
        double tolerance,
    @Key(
            "max time step (default: 0.9 of the stability limit, or the time in which m turns by"
                + " 0.3 rad)")
        @In("ps, 0.001 ps to 1 ms")
        OptionalDouble step,
    @Key("time steps with a new potential: as needed, all, or every n-th")
        @In("adaptive | every-step | {every: steps}")
        @Default("adaptive")
        Coupling coupling,
    @Key("inner loops: SIMD (vector) or scalar (plain)") @Default("auto") KernelChoice kernels,
    @Key("precision of the demagnetising field; float is faster (error 1e-6 of the largest field)")
        @Default("double")
        Precision demag,
    @Key("demagnetising field once in several rk4 steps with extrapolation, or in every stage")
        @Default("adaptive")
        DemagRate demagRate,
    @Key("max r.m.s. error of the extrapolated field relative to Ms; 0.0001 is faster")
        @In("0 to 0.001")
        @Default("2e-6")
        double demagTolerance,
    @Key("edges of electrodes: at cell corners, or as drawn (fitted; one layer)")
        @Default("corners")
        Contacts contacts) {

  /** Of the numbers of a computation. */
  public enum Precision {
    DOUBLE,
    FLOAT
  }

  /** Where the rims of contacts are. */
  public enum Contacts {
    /** At the corners of cells that they cover. */
    CORNERS,
    /** Where they are drawn, within cells. */
    FITTED
  }

  /** Time stepping, coupling to the current, loops, for the engine. */
  public Numerics numerics() {
    return new Numerics(integrator, coupling, kernels, tolerance, demagRate, demagTolerance);
  }

  /** The longest time step [s]; infinite where what is stable bounds it alone. */
  public double longestStep() {
    return step.orElse(Double.POSITIVE_INFINITY);
  }

  /** The loops of the demagnetising field. */
  public FourierLoops demagLoops() {
    if (kernels == KernelChoice.PLAIN) {
      return FourierLoops.PLAIN;
    }
    return demag == Precision.FLOAT ? FourierLoops.FLOAT : FourierLoops.DOUBLE;
  }
}
