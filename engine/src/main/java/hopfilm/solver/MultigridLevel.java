package hopfilm.solver;

/** One level of a {@link Multigrid}: its matrix, its vectors, and the transfers to the next one. */
final class MultigridLevel {
  /** Levels with fewer nodes are computed by the caller alone: starting threads costs more. */
  private static final int SERIAL_BELOW = 64 * 64;

  /**
   * Weights of the two sweeps: (1 - 0.43 l)(1 - l) is small over the upper half of the eigenvalues
   * l of D^-1 A, which for bilinear elements lie below 3 even if one axis does not conduct, and
   * below 1 in size over all. A single weight of 0.7 damps as well at a = 1.5 but diverges at a =
   * 1.9.
   */
  private static final float SHORT = .43f;

  private static final float FULL = 1;

  final FloatStencil matrix;
  final MultigridLevel coarse;
  private final FloatStencil between; // coarsened along x only; null if one axis is coarsened
  private final boolean halveX;
  private final boolean halveY;
  private final StencilKernel kernel;
  private final Parallel parallel;
  private final float[] b;
  private float[] x;
  private float[] y;
  private float weight;
  private double[] loaded;
  private double scale;
  private final Parallel.Body load = this::loadRows;
  private final Parallel.Body smooth = this::smoothRows;
  private final Parallel.Body residual = this::residualRows;
  private final Parallel.Body restrict = this::restrictRows;
  private final Parallel.Body prolong = this::prolongRows;

  MultigridLevel(
      NodeLayout layout,
      double hx,
      double hy,
      int coarsest,
      StencilKernel kernel,
      Parallel parallel) {
    this.matrix = new FloatStencil(layout);
    this.b = new float[layout.length()];
    this.x = new float[layout.length()];
    this.y = new float[layout.length()];
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
            after, halveX ? 2 * hx : hx, halveY ? 2 * hy : hy, coarsest, kernel, parallel);
  }

  private static NodeLayout halved(NodeLayout l, boolean alongX) {
    return alongX
        ? new NodeLayout(GalerkinCoarsening.coarse(l.nx(), l.wrapX()), l.ny(), l.wrapX(), l.wrapY())
        : new NodeLayout(
            l.nx(), GalerkinCoarsening.coarse(l.ny(), l.wrapY()), l.wrapX(), l.wrapY());
  }

  /** Computes the matrix of the next level, and the inverse diagonal. */
  void prepare() {
    if (between != null) {
      GalerkinCoarsening.alongX(matrix, between);
      GalerkinCoarsening.alongY(between, coarse.matrix);
    } else if (halveX && coarse != null) {
      GalerkinCoarsening.alongX(matrix, coarse.matrix);
    } else if (coarse != null) {
      GalerkinCoarsening.alongY(matrix, coarse.matrix);
    }
    matrix.invert();
  }

  /** Takes over the right-hand side, and does the first sweep from zero. */
  void load(double[] right, double factor) {
    loaded = right;
    scale = factor;
    parallel.forRange(matrix.layout().ny(), load);
    loaded = null;
    fillGhosts(x);
  }

  private void loadRows(int from, int to) {
    NodeLayout l = matrix.layout();
    float[] inverse = matrix.inverse();
    float[] right = b;
    float[] first = x;
    double[] in = loaded;
    double factor = scale;
    for (int j = from; j < to; j++) {
      int start = l.start(j);
      for (int k = start; k < start + l.nx(); k++) {
        float v = (float) (factor * in[k]);
        right[k] = v;
        first[k] = SHORT * inverse[k] * v;
      }
    }
  }

  float[] right() {
    return b;
  }

  float[] solution() {
    return x;
  }

  void fillGhosts(float[] a) {
    if (matrix.layout().wraps()) {
      matrix.layout().fillGhosts(a);
    }
  }

  /**
   * The second sweep, and the residual onto the next level's right-hand side, whose first sweep
   * from zero is done as well.
   */
  void descend() {
    sweep(FULL);
    NodeLayout l = matrix.layout();
    parallel.forRange(l.ny(), residual);
    if (l.wraps()) {
      l.fillGhosts(y);
      clearSeams(l, y);
    }
    parallel.forRange(coarse.matrix.layout().ny(), restrict);
    coarse.fillGhosts(coarse.x);
  }

  /**
   * Adds the interpolated correction of the next level and sweeps twice, in the opposite order: the
   * cycle stays symmetric.
   */
  void ascend() {
    parallel.forRange(matrix.layout().ny(), prolong);
    fillGhosts(x);
    sweep(FULL);
    sweep(SHORT);
  }

  private void sweep(float w) {
    weight = w;
    parallel.forRange(matrix.layout().ny(), smooth);
    float[] swap = x;
    x = y;
    y = swap;
    fillGhosts(x);
  }

  private void smoothRows(int from, int to) {
    kernel.smooth(matrix, weight, b, x, y, from, to);
  }

  /** The residual takes the place of the values before the last sweep. */
  private void residualRows(int from, int to) {
    kernel.residual(matrix, b, x, y, from, to);
  }

  /** No weight reaches across a seam: there the ghosts of the residual count as zero. */
  private void clearSeams(NodeLayout l, float[] r) {
    if (halveX && GalerkinCoarsening.seam(l.nx(), l.wrapX())) {
      for (int j = -1; j <= l.ny(); j++) {
        r[l.start(j) - 1] = 0;
        r[l.start(j) + l.nx()] = 0;
      }
    }
    if (halveY && GalerkinCoarsening.seam(l.ny(), l.wrapY())) {
      java.util.Arrays.fill(r, l.start(-1) - 1, l.start(-1) + l.nx() + 1, 0);
      java.util.Arrays.fill(r, l.start(l.ny()) - 1, l.start(l.ny()) + l.nx() + 1, 0);
    }
  }

  private void restrictRows(int from, int to) {
    NodeLayout lc = coarse.matrix.layout();
    float[] inverse = coarse.matrix.inverse();
    int s = matrix.layout().stride();
    float[] r = y;
    float[] out = coarse.b;
    float[] first = coarse.x;
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
        first[o] = SHORT * inverse[o] * sum;
      }
    }
  }

  /** x += P c; what fixed nodes get, the sweep of weight one right after takes away again. */
  private void prolongRows(int from, int to) {
    NodeLayout l = matrix.layout();
    NodeLayout lc = coarse.matrix.layout();
    float[] fine = x;
    float[] c = coarse.x;
    int sc = lc.stride();
    for (int j = from; j < to; j++) {
      int o = lc.start(halveY ? j / 2 : j);
      int up = halveY && j % 2 == 1 ? sc : 0;
      int k = l.start(j);
      int end = k + l.nx();
      if (!halveX) {
        for (; k < end; k++, o++) {
          fine[k] += .5f * (c[o] + c[o + up]);
        }
        continue;
      }
      float here = .5f * (c[o] + c[o + up]);
      for (; k < end - 1; k += 2) {
        o++;
        float next = .5f * (c[o] + c[o + up]);
        fine[k] += here;
        fine[k + 1] += .5f * (here + next);
        here = next;
      }
      if (k < end) {
        fine[k] += here;
      }
    }
  }
}
