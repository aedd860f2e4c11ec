package hopfilm.experiment;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.DemagRate;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.fourier.Convolutions.Loops;
import hopfilm.kernel.KernelChoice;
import hopfilm.magnet.Discretisation;
import java.util.OptionalDouble;

/** How the film is simulated: the section {@code numerics}, in SI units. */
public record NumericsSpec(
    @Key(
            "how exchange and chiral interaction become bonds between cells; covariant4 reaches"
                + " second neighbours")
        @Default("covariant")
        Discretisation discretisation,
    @Key(
            "time stepping: fourth order with the largest stable and accurate step, or fifth"
                + " order with error control")
        @Default("rk4")
        Integrator integrator,
    @Key("largest error of m in a step (dopri5)")
        @In("1e-12 to 0.01")
        @Default("0.00001")
        @OnlyWith(
            key = "integrator",
            is = "dopri5",
            otherwise = ExperimentMessage.ONLY_DOPRI5_HAS_TOLERANCE)
        double tolerance,
    @Key(
            "longest time step, to see what a shorter one changes; by default 0.9 of the largest"
                + " stable one, or one in which m turns by 0.3 rad")
        @In("ps, 0.001 ps to 1 ms")
        OptionalDouble step,
    @Key("when the potential is solved anew")
        @In("adaptive | every-step | {every: steps}")
        @Default("adaptive")
        Coupling coupling,
    @Key("which loops to run") @Default("auto") KernelChoice kernels,
    @Key(
            "numbers in which the demagnetising field of all cells is computed; float is faster,"
                + " and right to a millionth of the largest field")
        @Default("double")
        Precision demag,
    @Key(
            "when the demagnetising field of all cells is computed: once in one to several steps of"
                + " rk4 and continued between, where that is as accurate, or at every stage")
        @Default("adaptive")
        DemagRate demagRate,
    @Key(
            "with demag_rate adaptive: how wrong the demagnetising field may be when it is computed"
                + " again, root mean square, as a share of Ms. m is then corrected for it. The"
                + " default keeps the error of m within twice that of rk4; 0.0001 is faster, and m"
                + " is then right to 0.0001 after 1 ns")
        @In("0 to 0.001")
        @Default("0.000002")
        double demagTolerance,
    @Key(
            "where the rims of contacts are: at the corners of cells that they cover, or where"
                + " they are drawn, which is right to the square of the cell size; of one layer")
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
  public Loops demagLoops() {
    if (kernels == KernelChoice.PLAIN) {
      return Loops.PLAIN;
    }
    return demag == Precision.FLOAT ? Loops.FLOAT : Loops.DOUBLE;
  }
}
