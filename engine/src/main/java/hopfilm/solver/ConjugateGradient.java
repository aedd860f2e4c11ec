package hopfilm.solver;

import hopfilm.parallel.Parallel;

/**
 * Preconditioned conjugate gradients for A x = 0 at the free nodes, x given at the fixed ones.
 *
 * <pre>
 *   r = -A x                    at free nodes; -A x at fixed nodes is the reaction
 *   z = M r,  beta = r.z / (r.z before),  p = z + beta p
 *   alpha = r.z / p.A p,  x = x + alpha p,  r = r - alpha A p
 * </pre>
 *
 * <p>The end is |r| &lt;= tolerance |reaction|, both of the present x. The reaction (the currents
 * at the electrodes' nodes, when A is a conductance) belongs to the solution, so the accuracy does
 * not depend on how good the first guess was. All vectors are allocated once.
 *
 * <p>Reference: M. R. Hestenes, E. Stiefel, J. Res. Natl. Bur. Stand. 49, 409 (1952),
 * doi:10.6028/jres.049.044.
 */
public final class ConjugateGradient implements LinearSolver {
  private final NodeLayout layout;
  private final StencilKernel kernel;
  private final Parallel parallel;
  private FixedNodes fixed;
  private double[] reaction;
  private final double[] r;
  private final double[] p;
  private final double[] q;
  private final double[] rows;
  private LinearOperator a;
  private double[] x;
  private float[] z;
  private double[] factor;
  private double alpha;
  private double beta;
  private int iterations;
  private double residual;
  private final Parallel.Body product = this::productRows;
  private final Parallel.Body step = this::stepRows;
  private final Parallel.Body dot = this::dotRows;
  private final Parallel.Body direction = this::directionRows;
  private final Parallel.Body residualOfStart = this::residualRows;

  /**
   * @param kernel the loops
   * @param parallel the threads
   * @param work an array that others may use between two solutions
   */
  public ConjugateGradient(
      NodeLayout layout, StencilKernel kernel, Parallel parallel, double[] work) {
    this.layout = layout;
    this.kernel = kernel;
    this.parallel = layout.nodes() < 64 * 64 ? Parallel.SERIAL : parallel;
    this.r = new double[layout.length()];
    this.p = new double[layout.length()];
    this.q = work;
    this.rows = new double[layout.rows()];
  }

  /** {@inheritDoc} The matrix is symmetric and positive semidefinite. */
  @Override
  public void solve(
      LinearOperator a,
      Preconditioner m,
      FixedNodes nodes,
      double[] x,
      double scale,
      double tolerance,
      int maxIterations) {
    this.a = a;
    this.x = x;
    fixed = nodes;
    reaction = new double[nodes.rim().length];
    start();
    double rz = 0;
    iterations = 0;
    while (!(residual <= tolerance) && iterations < maxIterations) {
      z = m.apply(r, scale);
      parallel.forRange(layout.rows(), dot);
      double before = rz;
      rz = RowSums.sum(rows);
      beta = iterations == 0 ? 0 : rz / before;
      if (iterations == 0) {
        java.util.Arrays.fill(p, 0);
      }
      parallel.forRange(layout.rows(), direction);
      layout.fillGhosts(p);
      product(p);
      alpha = rz / RowSums.sum(rows);
      if (!(alpha > 0) || Double.isInfinite(alpha)) {
        // Either the residual is zero to the last bit, or something is not a number.
        residual = residual < 1e-12 ? residual : Double.NaN;
        break;
      }
      iterations++;
      takeReaction();
      parallel.forRange(layout.rows(), step);
      residual = RowSums.relative(RowSums.sum(rows), reaction);
    }
    layout.fillGhosts(x);
    this.a = null;
    this.x = null;
    fixed = null;
    z = null;
    factor = null;
  }

  @Override
  public int iterations() {
    return iterations;
  }

  @Override
  public double residual() {
    return residual;
  }

  /** r = -A x, written as a step of length one along x from zero. */
  private void start() {
    layout.fillGhosts(x);
    product(x);
    alpha = 1;
    takeReaction();
    for (int k : fixed.all()) {
      q[k] = 0;
    }
    parallel.forRange(layout.rows(), residualOfStart);
    residual = RowSums.relative(RowSums.sum(rows), reaction);
  }

  private void product(double[] v) {
    factor = v;
    parallel.forRange(layout.rows(), product);
  }

  private void productRows(int from, int to) {
    a.apply(factor, q, rows, from, to);
  }

  /** Moves the product at the fixed nodes into the reaction: there is no residual to correct. */
  private void takeReaction() {
    int[] rim = fixed.rim();
    for (int l = 0; l < rim.length; l++) {
      reaction[l] -= alpha * q[rim[l]];
      q[rim[l]] = 0;
    }
  }

  private void stepRows(int from, int to) {
    kernel.step(layout, alpha, p, q, x, r, rows, from, to);
  }

  private void dotRows(int from, int to) {
    kernel.dot(layout, r, z, rows, from, to);
  }

  private void directionRows(int from, int to) {
    kernel.direction(layout, z, beta, p, from, to);
  }

  private void residualRows(int from, int to) {
    for (int j = from; j < to; j++) {
      int start = layout.start(j);
      int end = start + layout.nx();
      for (int n = start; n < end; n++) {
        r[n] = -q[n];
      }
      rows[j] = RowSums.dot(r, r, start, end);
    }
  }
}
