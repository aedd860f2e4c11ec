package hopfilm.solver;

/**
 * The loops over a stencil, of 9 or 27 points, and over vectors that take nearly all the time of a
 * solution. Each works on rows from (inclusive) to (exclusive) and writes nothing else, so that
 * rows can be shared out to threads. Ghosts of the inputs must be up to date; those of the outputs
 * are left to the caller.
 */
public interface StencilKernel {

  /** y = A x, and x.y of row j in rowDots[j]. */
  void apply(Stencil a, double[] x, double[] y, double[] rowDots, int from, int to);

  /** One damped Jacobi sweep, y = x + weight D^-1 (b - A x). */
  void smooth(FloatStencil a, float weight, float[] b, float[] x, float[] y, int from, int to);

  /** r = b - A x. */
  void residual(FloatStencil a, float[] b, float[] x, float[] r, int from, int to);

  /** p = z + beta p. */
  void direction(NodeLayout l, float[] z, double beta, double[] p, int from, int to);

  /** x = x + alpha p and r = r - alpha q, and then r.r of row j in rowDots[j]. */
  void step(
      NodeLayout l,
      double alpha,
      double[] p,
      double[] q,
      double[] x,
      double[] r,
      double[] rowDots,
      int from,
      int to);

  /** r.z of row j in rowDots[j]. */
  void dot(NodeLayout l, double[] r, float[] z, double[] rowDots, int from, int to);

  /**
   * Adds the halves of the two rows beside it to a row of a plane, a ghost at each end included.
   *
   * @param start index of the first node of the row
   */
  void gather(NodeLayout l, float[] r, int start);
}
