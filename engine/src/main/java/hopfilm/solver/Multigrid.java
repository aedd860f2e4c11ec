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

  private final MultigridLevel finest;
  private final MultigridLevel coarsest;
  private final BandedCholesky direct;
  private final float[] free;

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
    this.finest = new MultigridLevel(layout, hx, hy, COARSEST, kernel, parallel);
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
  public float[] apply(double[] r, double scale) {
    finest.load(r, scale);
    cycle(finest);
    return finest.solution();
  }

  private void cycle(MultigridLevel level) {
    if (level.coarse == null) {
      direct.solve(level.right(), level.solution());
      level.fillGhosts(level.solution());
      return;
    }
    level.descend();
    cycle(level.coarse);
    level.ascend();
  }
}
