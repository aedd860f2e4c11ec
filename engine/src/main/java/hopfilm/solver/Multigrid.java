package hopfilm.solver;

import hopfilm.parallel.Parallel;
import java.util.Arrays;

/**
 * One multigrid cycle with two sweeps up and down in single precision, as a {@link Preconditioner}
 * for a {@link Stencil} with fixed (Dirichlet) nodes.
 *
 * <p>Fixed nodes are taken out of the finest matrix; every coarse matrix is P^T A P ({@link
 * GalerkinCoarsening}), so the coarse grids know the electrodes without having to resolve them, and
 * any grid size coarsens. Smoothing is damped Jacobi, x &lt;- x + omega D^-1 (b - A x), the
 * coarsest level is solved by Cholesky. The hierarchy may belong to an older matrix: then it costs
 * some iterations, not accuracy.
 *
 * <p>References: W. L. Briggs, V. E. Henson, S. F. McCormick, A Multigrid Tutorial (2000),
 * doi:10.1137/1.9780898719505; O. Tatebe, The multigrid preconditioned conjugate gradient method
 * (1993), NASA CP-3224.
 */
public final class Multigrid implements Preconditioner {
  /** Levels of at most this many nodes are solved directly. */
  private static final int COARSEST = 64;

  /**
   * A level with less than 1/64 of the finest one's nodes is gone through twice: V above, W below.
   * In a plane that is 4 % more work, and the iterations stop growing with the film (1024 x 1024
   * cells to 1e-8: 8 in place of 11, as many as 200 x 200 take).
   */
  private static final int DEEP = 64;

  private final MultigridLevel finest;
  private final MultigridLevel coarsest;
  private final BandedCholesky direct;
  private final float[] free;
  private final Parallel parallel;
  private Stencil given;
  private final Parallel.Body take = this::takeRows;

  /**
   * @param spacing distance of nodes along x, y and z, in any unit
   * @param kernel the loops
   * @param parallel the threads
   */
  public Multigrid(NodeLayout layout, double[] spacing, StencilKernel kernel, Parallel parallel) {
    this.parallel = layout.nodes() < 64 * 64 ? Parallel.SERIAL : parallel;
    this.finest = new MultigridLevel(layout, spacing, COARSEST, kernel, parallel);
    MultigridLevel last = finest;
    while (last.coarse != null) {
      last = last.coarse;
    }
    this.coarsest = last;
    this.free = new float[layout.length()];
    this.direct = new BandedCholesky(coarsest.matrix.layout());
  }

  /** {@inheritDoc} Computes all levels anew. */
  @Override
  public void prepare(FixedNodes fixed, Stencil a) {
    NodeLayout layout = finest.matrix.layout();
    for (int row = 0; row < layout.rows(); row++) {
      Arrays.fill(free, layout.start(row), layout.start(row) + layout.nx(), 1);
    }
    for (int k : fixed.all()) {
      free[k] = 0;
    }
    layout.fillGhosts(free);
    given = a;
    parallel.forRange(layout.rows(), take);
    given = null;
    finest.matrix.fillGhosts();
    for (MultigridLevel level = finest; level != null; level = level.coarse) {
      level.prepare();
    }
    direct.factor(coarsest.matrix);
  }

  private void takeRows(int from, int to) {
    NodeLayout l = finest.matrix.layout();
    for (int n = 0; n < given.couplings().length; n++) {
      double[] in = given.couplings()[n];
      float[] out = finest.matrix.couplings()[n];
      int o = Neighbour.number(n).offset(l);
      for (int row = from; row < to; row++) {
        int start = l.start(row);
        for (int k = start; k < start + l.nx(); k++) {
          out[k] = free[k] * free[k + o] * (float) in[k];
        }
      }
    }
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
    if (isDeep(level.coarse)) {
      level.coarse.again();
      cycle(level.coarse);
    }
    level.ascend();
  }

  private boolean isDeep(MultigridLevel level) {
    return level.coarse != null
        && DEEP * (long) level.matrix.layout().nodes() < finest.matrix.layout().nodes();
  }
}
