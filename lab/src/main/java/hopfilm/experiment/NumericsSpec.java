package hopfilm.experiment;

import hopfilm.dynamics.Numerics;
import hopfilm.fourier.Convolutions.Loops;
import hopfilm.kernel.KernelChoice;
import hopfilm.magnet.Discretisation;

/**
 * How the film is simulated.
 *
 * @param discretisation of exchange and chiral interaction
 * @param numerics time stepping, coupling to the current, loops
 * @param step the longest time step, where it is to be below what is stable [s]; infinite without
 * @param demag numbers in which the demagnetising field is computed
 * @param contacts where the rims of contacts are
 */
public record NumericsSpec(
    Discretisation discretisation,
    Numerics numerics,
    double step,
    Precision demag,
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

  /** The loops of the demagnetising field. */
  public Loops demagLoops() {
    if (numerics.kernels() == KernelChoice.PLAIN) {
      return Loops.PLAIN;
    }
    return demag == Precision.FLOAT ? Loops.FLOAT : Loops.DOUBLE;
  }
}
