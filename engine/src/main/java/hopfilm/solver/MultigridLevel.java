package hopfilm.solver;

/** One level of a {@link Multigrid}: its matrix, its vectors, and the transfers to the next one. */
final class MultigridLevel {
  /** Levels with fewer nodes are computed by the caller alone: starting threads costs more. */
  private static final int SERIAL_BELOW = 64 * 64;

  final FloatStencil matrix;
  final float[] b;
  float[] x;
  private float[] y;
  final MultigridLevel coarse;
  private final FloatStencil between; // coarsened along x only; null if one axis is coarsened
  private final boolean halveX;
  private final boolean halveY;
  private final StencilKernel kernel;
  private final Parallel parallel;
  private final float[] weights;
  private float weight;
  private final Parallel.Body smooth = this::smoothRows;
  private final Parallel.Body residual = this::residualRows;
  private final Parallel.Body restrict = this::restrictRows;
  private final Parallel.Body prolong = this::prolongRows;

  MultigridLevel(
      NodeLayout layout,
      double hx,
      double hy,
      int coarsest,
      float[] weights,
      StencilKernel kernel,
      Parallel parallel) {
    this.matrix = new FloatStencil(layout);
    this.b = new float[layout.length()];
    this.x = new float[layout.length()];
    this.y = new float[layout.length()];
    this.weights = weights;
    this.kernel = kernel;
    this.parallel = layout.nodes() < SERIAL_BELOW ? Parallel.SERIAL : parallel;
    boolean canX = GalerkinCoarsening.possible(layout.nx());
    boolean canY = GalerkinCoarsening.possible(layout.ny());
    // Oblong cells: first coarsen along their short side, where the coupling is strong.
    this.halveX = canX && !(canY && hx > 1.9 * hy);
    this.halveY = canY && !(canX && hy > 1.9 * hx);
    if (layout.nodes() <= coarsest || !(halveX || halveY)) {
      this.coarse = null;
      this.between = null;
      return;
    }
    NodeLayout afterX = halveX ? halved(layout, true) : layout;
    NodeLayout after = halveY ? halved(afterX, false) : afterX;
    this.between = halveX && halveY ? new FloatStencil(afterX) : null;
    this.coarse =
        new MultigridLevel(
            after, halveX ? 2 * hx : hx, halveY ? 2 * hy : hy, coarsest, weights, kernel, parallel);
  }

  private static NodeLayout halved(NodeLayout l, boolean alongX) {
    return alongX
        ? new NodeLayout(GalerkinCoarsening.coarse(l.nx(), l.wrapX()), l.ny(), l.wrapX(), l.wrapY())
        : new NodeLayout(
            l.nx(), GalerkinCoarsening.coarse(l.ny(), l.wrapY()), l.wrapX(), l.wrapY());
  }

  /** Computes the inverse diagonal, and the matrix of the next level. */
  void prepare() {
    matrix.invert();
    if (coarse == null) {
      return;
    }
    if (between != null) {
      GalerkinCoarsening.alongX(matrix, between);
      GalerkinCoarsening.alongY(between, coarse.matrix);
    } else if (halveX) {
      GalerkinCoarsening.alongX(matrix, coarse.matrix);
    } else {
      GalerkinCoarsening.alongY(matrix, coarse.matrix);
    }
  }

  /** The sweeps before the coarse correction; {@link #x} holds the first one from zero already. */
  void smoothDown() {
    for (int i = 1; i < weights.length; i++) {
      sweep(weights[i]);
    }
  }

  /** The sweeps after the coarse correction, in the opposite order: the cycle stays symmetric. */
  void smoothUp() {
    for (int i = weights.length - 1; i >= 0; i--) {
      sweep(weights[i]);
    }
  }

  private void sweep(float w) {
    weight = w;
    parallel.forRange(matrix.layout().ny(), smooth);
    float[] swap = x;
    x = y;
    y = swap;
    if (matrix.layout().wraps()) {
      matrix.layout().fillGhosts(x);
    }
  }

  private void smoothRows(int from, int to) {
    kernel.smooth(matrix, weight, b, x, y, from, to);
  }

  private void residualRows(int from, int to) {
    kernel.residual(matrix, b, x, y, from, to);
  }

  /**
   * Residual onto the next level's right-hand side, whose first sweep from zero is done as well.
   */
  void restrict() {
    NodeLayout l = matrix.layout();
    parallel.forRange(l.ny(), residual);
    if (l.wraps()) {
      l.fillGhosts(y);
      clearSeams(l);
    }
    parallel.forRange(coarse.matrix.layout().ny(), restrict);
    if (l.wraps()) {
      coarse.matrix.layout().fillGhosts(coarse.x);
    }
  }

  /** No weight reaches across a seam: there the ghosts of the residual count as zero. */
  private void clearSeams(NodeLayout l) {
    if (halveX && GalerkinCoarsening.seam(l.nx(), l.wrapX())) {
      for (int j = -1; j <= l.ny(); j++) {
        y[l.start(j) - 1] = 0;
        y[l.start(j) + l.nx()] = 0;
      }
    }
    if (halveY && GalerkinCoarsening.seam(l.ny(), l.wrapY())) {
      java.util.Arrays.fill(y, l.start(-1) - 1, l.start(-1) + l.nx() + 1, 0);
      java.util.Arrays.fill(y, l.start(l.ny()) - 1, l.start(l.ny()) + l.nx() + 1, 0);
    }
  }

  private void restrictRows(int from, int to) {
    NodeLayout lc = coarse.matrix.layout();
    float[] inverse = coarse.matrix.inverse();
    int s = matrix.layout().stride();
    float[] r = y;
    float[] out = coarse.b;
    float[] first = coarse.x;
    float w = weights[0];
    for (int j = from; j < to; j++) {
      int o = lc.start(j);
      int k = matrix.layout().start(halveY ? 2 * j : j);
      int step = halveX ? 2 : 1;
      for (int end = o + lc.nx(); o < end; o++, k += step) {
        float sum = r[k];
        if (halveX) {
          sum += .5f * (r[k - 1] + r[k + 1]);
        }
        if (halveY) {
          float above = r[k + s];
          float below = r[k - s];
          if (halveX) {
            above += .5f * (r[k + s - 1] + r[k + s + 1]);
            below += .5f * (r[k - s - 1] + r[k - s + 1]);
          }
          sum += .5f * (above + below);
        }
        out[o] = sum;
        first[o] = w * inverse[o] * sum;
      }
    }
  }

  /** Adds the interpolated correction of the next level. */
  void prolong() {
    parallel.forRange(matrix.layout().ny(), prolong);
    if (matrix.layout().wraps()) {
      matrix.layout().fillGhosts(x);
    }
  }

  private void prolongRows(int from, int to) {
    NodeLayout l = matrix.layout();
    NodeLayout lc = coarse.matrix.layout();
    float[] inverse = matrix.inverse();
    float[] c = coarse.x;
    int sc = lc.stride();
    for (int j = from; j < to; j++) {
      boolean odd = halveY && j % 2 == 1;
      int o = lc.start(halveY ? j / 2 : j);
      int up = odd ? sc : 0;
      int k = l.start(j);
      int end = k + l.nx();
      if (halveX) {
        float here = .5f * (c[o] + c[o + up]);
        for (; k < end; k += 2) {
          o++;
          float next = .5f * (c[o] + c[o + up]);
          x[k] += inverse[k] != 0 ? here : 0;
          x[k + 1] += inverse[k + 1] != 0 ? .5f * (here + next) : 0;
          here = next;
        }
      } else {
        for (; k < end; k++, o++) {
          x[k] += inverse[k] != 0 ? .5f * (c[o] + c[o + up]) : 0;
        }
      }
    }
  }
}
