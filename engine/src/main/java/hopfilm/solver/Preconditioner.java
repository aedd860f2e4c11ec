package hopfilm.solver;

import hopfilm.parallel.Parallel;

/** A symmetric, positive definite approximation of the inverse of a matrix, fixed once prepared. */
public interface Preconditioner {

  /** Makes the preconditioner of a layout of nodes. */
  @FunctionalInterface
  interface Maker {

    /**
     * @param spacing of the nodes along x, y and z [m]
     * @param kernel loops that it may use
     */
    Preconditioner make(
        NodeLayout layout, double[] spacing, StencilKernel kernel, Parallel parallel);
  }

  /**
   * Takes over a matrix and the nodes whose values are given.
   *
   * @param a the symmetric part of the matrix, fixed nodes included; 0 on the diagonal where there
   *     is no film. Its arrays change later: what is kept of them has to be copied
   */
  void prepare(FixedNodes fixed, Stencil a);

  /**
   * Computes z = M (scale r), in single precision.
   *
   * @param r residual, zero at fixed nodes
   * @param scale factor that brings r within the range of a float
   * @return z, zero at fixed nodes, in an array that the next call overwrites
   */
  float[] apply(double[] r, double scale);
}
