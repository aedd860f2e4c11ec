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
   * @param lines place in b of the components of all layers, each for both waves
   * @param p place in b of the wave of the first component and layer, {@code one} apart
   * @param q that of the mirrored wave
   */
  abstract void layers(
      double[] b, int lines, int n, int layer, double[] k, int ko, int one, int p, int q);

  /**
   * Layers that are transformed along z: the components in place, {@code one} apart.
   *
   * @param at place of kz = 0
   * @param up where the waves with kz from 0 to the middle stand from there
   * @param down where those with -kz do
   */
  abstract void deep(double[] b, int one, int at, int[] up, int[] down, double[] k, int ko);

  /** The same for the waves with -kx. */
  abstract void deepMirrored(double[] b, int one, int at, int[] up, int[] down, double[] k, int ko);
}
