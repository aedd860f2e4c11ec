package hopfilm.solver;

import hopfilm.parallel.Parallel;
import java.util.Arrays;

/**
 * Preconditioned conjugate residuals for a matrix A that need not be symmetric, with some nodes
 * fixed: minimises |r| over the directions kept. Directions are
 *
 * <pre>
 *   z = M r,  q = A z,  both less their parts along the last {@value #KEPT} q,  |q| = 1
 *   x += (r.q) z,  r -= (r.q) q
 * </pre>
 *
 * <p>M is made for the symmetric part of A: the further A is from it, the more iterations. The
 * reaction is the product A x at the fixed nodes; |r| relative to it ends the iteration, as in
 * {@link ConjugateGradient}. Sums are formed in an order that does not depend on the number of
 * threads.
 *
 * <p>Reference: S. C. Eisenstat, H. C. Elman, M. H. Schultz, SIAM J. Numer. Anal. 20, 345 (1983),
 * doi:10.1137/0720023 (Orthomin).
 */
public final class ConjugateResidual implements LinearSolver {
  private static final int KEPT = 8;

  private final NodeLayout layout;
  private int[] fixed;
  private final Parallel parallel;
  private final double[] r;
  private final double[] rows;
  private double[] reaction;
  private final double[][] z = new double[KEPT + 1][];
  private final double[][] q = new double[KEPT + 1][];
  private double[][] atFixed;

  private LinearOperator a;
  private double[] from;
  private double[] to;
  private double[] one;
  private double[] two;
  private double factor;
  private int iterations;
  private double residual;

  private final Parallel.Body product = this::productRows;
  private final Parallel.Body dot = this::dotRows;
  private final Parallel.Body add = this::addRows;

  /**
   * @param parallel the threads
   */
  public ConjugateResidual(NodeLayout layout, Parallel parallel) {
    this.layout = layout;
    this.parallel = layout.nodes() < 64 * 64 ? Parallel.SERIAL : parallel;
    this.r = new double[layout.length()];
    this.rows = new double[layout.rows()];
  }

  @Override
  public void solve(
      LinearOperator matrix,
      Preconditioner m,
      FixedNodes nodes,
      double[] x,
      double scale,
      double tolerance,
      int maxIterations) {
    a = matrix;
    fixed = nodes.all();
    reaction = new double[fixed.length];
    atFixed = new double[KEPT + 1][fixed.length];
    Arrays.fill(r, 0);
    layout.fillGhosts(x);
    double[] product = array(q, 0);
    multiply(x, product, atFixed[0]);
    add(r, -1, product);
    react(atFixed[0], 1);
    residual = relative();
    iterations = 0;
    int known = 0;
    while (!(residual <= tolerance) && iterations < maxIterations) {
      int slot = iterations % (KEPT + 1);
      double[] direction = array(z, slot);
      double[] image = array(q, slot);
      float[] step = m.apply(r, scale);
      for (int j = 0; j < layout.rows(); j++) {
        int start = layout.start(j);
        for (int k = start; k < start + layout.nx(); k++) {
          direction[k] = step[k];
        }
      }
      layout.fillGhosts(direction);
      multiply(direction, image, atFixed[slot]);
      for (int b = 1; b <= known; b++) {
        int old = Math.floorMod(slot - b, KEPT + 1);
        double share = -dot(image, q[old]);
        add(image, share, q[old]);
        add(direction, share, z[old]);
        mix(atFixed[slot], share, atFixed[old]);
      }
      double length = Math.sqrt(dot(image, image));
      if (!(length > 0) || Double.isInfinite(length)) {
        // Either the residual is zero to the last bit, or something is not a number.
        residual = residual < 1e-12 ? residual : Double.NaN;
        break;
      }
      divide(image, length);
      divide(direction, length);
      mix(atFixed[slot], 1 / length - 1, atFixed[slot]);
      double alpha = dot(r, image);
      add(x, alpha, direction);
      add(r, -alpha, image);
      react(atFixed[slot], alpha);
      residual = relative();
      known = Math.min(KEPT, known + 1);
      iterations++;
    }
    layout.fillGhosts(x);
    a = null;
    from = to = one = two = null;
  }

  @Override
  public int iterations() {
    return iterations;
  }

  @Override
  public double residual() {
    return residual;
  }

  private double[] array(double[][] list, int slot) {
    if (list[slot] == null) {
      list[slot] = new double[layout.length()];
    }
    return list[slot];
  }

  /** y = A v at free nodes, 0 at fixed ones, whose products are kept apart. */
  private void multiply(double[] v, double[] y, double[] products) {
    from = v;
    to = y;
    parallel.forRange(layout.rows(), product);
    for (int l = 0; l < fixed.length; l++) {
      products[l] = y[fixed[l]];
      y[fixed[l]] = 0;
    }
  }

  private void productRows(int low, int high) {
    a.apply(from, to, rows, low, high);
  }

  private void react(double[] products, double alpha) {
    mix(reaction, alpha, products);
  }

  private static void mix(double[] sum, double f, double[] v) {
    for (int l = 0; l < sum.length; l++) {
      sum[l] += f * v[l];
    }
  }

  private double relative() {
    return RowSums.relative(dot(r, r), reaction);
  }

  private void divide(double[] v, double length) {
    add(v, 1 / length - 1, v);
  }

  /** u += f v. */
  private void add(double[] u, double f, double[] v) {
    one = u;
    two = v;
    factor = f;
    parallel.forRange(layout.rows(), add);
  }

  private void addRows(int low, int high) {
    for (int j = low; j < high; j++) {
      int start = layout.start(j);
      for (int k = start; k < start + layout.nx(); k++) {
        one[k] += factor * two[k];
      }
    }
  }

  private double dot(double[] u, double[] v) {
    one = u;
    two = v;
    parallel.forRange(layout.rows(), dot);
    return RowSums.sum(rows);
  }

  private void dotRows(int low, int high) {
    for (int j = low; j < high; j++) {
      int start = layout.start(j);
      rows[j] = RowSums.dot(one, two, start, start + layout.nx());
    }
  }
}
