package hopfilm.solver;

/** A fixed, symmetric, positive definite approximation of the inverse of a matrix. */
public interface Preconditioner {

  /**
   * Computes z = M (scale r), in single precision.
   *
   * @param r residual, zero at fixed nodes
   * @param scale factor that brings r within the range of a float
   * @return z, zero at fixed nodes, in an array that the next call overwrites
   */
  float[] apply(double[] r, double scale);
}
