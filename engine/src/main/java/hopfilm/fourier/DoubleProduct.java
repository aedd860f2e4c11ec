package hopfilm.fourier;

/**
 * The product of a kernel and the transformed components of a wave, for as many waves as a vector
 * has lanes. Each number stands as a vector of real parts and one of imaginary parts.
 */
abstract class DoubleProduct {

  /**
   * One layer: the components in place, {@code one} apart.
   *
   * @param p place of the first
   * @param k the kernel, from {@code ko} on
   */
  abstract void layer(double[] b, int one, int p, double[] k, int ko);

  /** The same for the wave with -kx, from the same numbers of the kernel. */
  abstract void mirrored(double[] b, int one, int p, double[] k, int ko);

  /**
   * One of n layers, for a wave and the mirrored one.
   *
   * @param line components of all layers, each for both waves
   * @param p place in b of the wave of the first component and layer, {@code one} apart
   * @param q that of the mirrored wave
   */
  abstract void layers(
      double[] line, int n, int layer, double[] k, int ko, double[] b, int one, int p, int q);
}
