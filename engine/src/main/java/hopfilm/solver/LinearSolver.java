package hopfilm.solver;

/** An iterative solver of A x = 0 at free nodes for given values at fixed nodes. */
public interface LinearSolver {

  /**
   * Solves from a first guess.
   *
   * @param a the matrix
   * @param m the preconditioner, prepared for these fixed nodes
   * @param fixed the nodes whose values are given
   * @param x first guess, exact at the fixed nodes; receives the solution (ghosts too)
   * @param scale the inverse of a typical size of x, for the preconditioner's narrower numbers
   * @param tolerance bound of |r| / |reaction|
   * @param maxIterations largest number of iterations
   */
  void solve(
      LinearOperator a,
      Preconditioner m,
      FixedNodes fixed,
      double[] x,
      double scale,
      double tolerance,
      int maxIterations);

  /** Number of iterations of the last solution. */
  int iterations();

  /** |r| / |reaction| at the end of the last solution; NaN where something is not a number. */
  double residual();
}
