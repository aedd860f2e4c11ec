package hopfilm.solver;

/**
 * One V(2,2) multigrid cycle in single precision, as a {@link Preconditioner} for a nine-point
 * stencil with fixed (Dirichlet) nodes.
 *
 * <p>Fixed nodes are taken out of the finest matrix; every coarse matrix is P^T A P ({@link
 * GalerkinCoarsening}), so the coarse grids know the electrodes without having to resolve them, and
 * any grid size coarsens. Smoothing is damped Jacobi, x <- x + omega D^-1 (b - A x), the coarsest
 * level is solved by Cholesky. The hierarchy may belong to an older matrix: then it costs some
 * iterations, not accuracy.
 *
 * <p>References: W. L. Briggs, V. E. Henson, S. F. McCormick, A Multigrid Tutorial (2000),
 * doi:10.1137/1.9780898719505; O. Tatebe, The multigrid preconditioned conjugate gradient method
 * (1993), NASA CP-3224.
 */
public final class Multigrid implements Preconditioner {
  /** At most so many nodes are solved directly. */
  private static final int COARSEST = 64;

  /**
   * Weights of the two sweeps: (1 - 0.43 l)(1 - l) is small over the upper half of the eigenvalues
   * l of D^-1 A, which for bilinear elements lie below 3 even if one axis does not conduct, and
   * below 1 in size over all. A single weight of 0.7 damps as well at a = 1.5 but diverges at a =
   * 1.9.
   */
  private static final float[] WEIGHTS = {.43f, 1};

  private final MultigridLevel finest;
  private final MultigridLevel coarsest;
  private final BandedCholesky direct;
  private final float[] free;
  private final Parallel parallel;
  private double[] r;
  private double scale;
  private final Parallel.Body load = this::loadRows;

  /**
   * @param layout the nodes
   * @param hx distance of nodes along x, in any unit
   * @param hy distance of nodes along y, in the same unit
   * @param fixed indices of the fixed nodes
   * @param kernel the loops
   * @param parallel the threads
   */
  public Multigrid(
      NodeLayout layout,
      double hx,
      double hy,
      int[] fixed,
      StencilKernel kernel,
      Parallel parallel) {
    this.parallel = parallel;
    this.finest = new MultigridLevel(layout, hx, hy, COARSEST, WEIGHTS, kernel, parallel);
    MultigridLevel last = finest;
    while (last.coarse != null) {
      last = last.coarse;
    }
    this.coarsest = last;
    this.free = new float[layout.length()];
    for (int j = 0; j < layout.ny(); j++) {
      java.util.Arrays.fill(free, layout.start(j), layout.start(j) + layout.nx(), 1);
    }
    for (int k : fixed) {
      free[k] = 0;
    }
    layout.fillGhosts(free);
    this.direct = new BandedCholesky(coarsest.matrix.layout());
  }

  /** Takes over a matrix: computes all levels anew. */
  public void update(Stencil a) {
    NodeLayout l = finest.matrix.layout();
    int s = l.stride();
    FloatStencil f = finest.matrix;
    for (int j = 0; j < l.ny(); j++) {
      int start = l.start(j);
      for (int k = start; k < start + l.nx(); k++) {
        float own = free[k];
        f.centre()[k] = own * (float) a.centre()[k];
        f.east()[k] = own * free[k + 1] * (float) a.east()[k];
        f.north()[k] = own * free[k + s] * (float) a.north()[k];
        f.northEast()[k] = own * free[k + s + 1] * (float) a.northEast()[k];
        f.northWest()[k] = own * free[k + s - 1] * (float) a.northWest()[k];
      }
    }
    f.fillGhosts();
    for (MultigridLevel level = finest; level != null; level = level.coarse) {
      level.prepare();
    }
    direct.factor(coarsest.matrix);
  }

  @Override
  public float[] apply(double[] residual, double factor) {
    r = residual;
    scale = factor;
    parallel.forRange(finest.matrix.layout().ny(), load);
    r = null;
    finest.matrix.layout().fillGhosts(finest.x);
    cycle(finest);
    return finest.x;
  }

  private void loadRows(int from, int to) {
    NodeLayout l = finest.matrix.layout();
    float[] b = finest.b;
    float[] x = finest.x;
    float[] inverse = finest.matrix.inverse();
    float w = WEIGHTS[0];
    for (int j = from; j < to; j++) {
      int start = l.start(j);
      for (int k = start; k < start + l.nx(); k++) {
        float v = (float) (scale * r[k]);
        b[k] = v;
        x[k] = w * inverse[k] * v;
      }
    }
  }

  private void cycle(MultigridLevel level) {
    if (level.coarse == null) {
      direct.solve(level.b, level.x);
      level.matrix.layout().fillGhosts(level.x);
      return;
    }
    level.smoothDown();
    level.restrict();
    cycle(level.coarse);
    level.prolong();
    level.smoothUp();
  }
}
