package hopfilm.solver;

import hopfilm.parallel.Parallel;

/**
 * The coarse matrix P^T A P in a plane of the matrix of two layers of nodes, where P takes a value
 * of a column to both its nodes.
 *
 * <p>Where layers are closer to each other than columns, they are coupled so strongly that sweeps
 * leave nothing but what is equal in both; as two layers cannot be halved by interpolation, they
 * become one.
 */
final class LayerSum {
  private final FloatStencil fine;
  private final FloatStencil coarse;
  private final Parallel.Body rows = this::rows;

  LayerSum(FloatStencil fine, FloatStencil coarse) {
    this.fine = fine;
    this.coarse = coarse;
  }

  /** True for two layers that are close together compared with the nodes in them. */
  static boolean fits(NodeLayout l, double[] h) {
    return l.nz() == 2 && Math.min(h[0], h[1]) > 1.9 * h[2];
  }

  /** The nodes of a plane. */
  static NodeLayout coarse(NodeLayout l) {
    return new NodeLayout(l.nx(), l.ny(), l.wrapX(), l.wrapY());
  }

  /** Computes the coarse matrix. */
  void compute(Parallel parallel) {
    parallel.forRange(coarse.layout().rows(), rows);
    coarse.fillGhosts();
  }

  private void rows(int from, int to) {
    for (int n = 0; n < coarse.couplings().length; n++) {
      Neighbour in = Neighbour.number(n);
      float[] level = fine.couplings()[n];
      float[] up = fine.couplings()[in.with(2, 1).number()];
      float[] down = fine.couplings()[new Neighbour(-in.dx(), -in.dy(), 1).number()];
      int o = in.offset(fine.layout());
      for (int row = from; row < to; row++) {
        int c = coarse.layout().start(row);
        int k = fine.layout().start(row);
        int above = k + fine.layout().plane();
        for (int end = c + coarse.layout().nx(); c < end; c++, k++, above++) {
          // with a wrapped axis the upper layer has the lower one above it once more
          coarse.couplings()[n][c] =
              (level[k] + level[above]) + (up[k] + up[above]) + (down[k + o] + down[above + o]);
        }
      }
    }
  }
}
