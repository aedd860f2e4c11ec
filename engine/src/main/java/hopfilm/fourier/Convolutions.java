package hopfilm.fourier;

import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.Parallel;

/** Chooses how to convolve. */
public final class Convolutions {

  private Convolutions() {}

  /** True if a choice means vectors here: this virtual machine has the Vector API, and they fit. */
  public static boolean usesVectors(FourierLoops loops) {
    return loops != FourierLoops.PLAIN
        && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && Vectors.fit();
  }

  /**
   * A convolution with a kernel.
   *
   * @param weight factor of the source in each cell, in the order of the cells; where it is 0 the
   *     source may be anything, not a number included; null for 1
   * @param parallel threads to prepare with
   */
  public static Convolution of(
      FilmKernel kernel, double[] weight, FourierLoops loops, Parallel parallel) {
    return usesVectors(loops)
        ? Vectors.of(kernel, weight, loops, parallel)
        : new PlainConvolution(kernel, weight, parallel);
  }

  /** Places of one transformed layer, zeros included: what a convolution costs grows with them. */
  public static long transformedPlaces(FilmSize size, FourierLoops loops) {
    return usesVectors(loops)
        ? (long) Vectors.length(size, 0) * Vectors.length(size, 1)
        : (long) PlainConvolution.length(size, 0) * PlainConvolution.length(size, 1);
  }

  /** Keeps the vector classes out of reach of a virtual machine that lacks their module. */
  private static final class Vectors {

    static boolean fit() {
      return DoubleButterflies.L >= 2 && DoubleButterflies.L <= 8;
    }

    static int length(FilmSize size, int axis) {
      return DoubleWaves.along(size, axis).length();
    }

    static Convolution of(
        FilmKernel kernel, double[] weight, FourierLoops loops, Parallel parallel) {
      return loops == FourierLoops.FLOAT
          ? new FloatConvolution(kernel, weight, parallel)
          : new DoubleConvolution(kernel, weight, parallel);
    }
  }
}
