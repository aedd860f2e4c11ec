package hopfilm.solver;

import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One level of a {@link Multigrid}: its matrix, its vectors, and the transfers to the next one. */
final class MultigridLevel {
  /** Levels with fewer nodes are computed by the caller alone: starting threads costs more. */
  private static final int SERIAL_BELOW = 96 * 96;

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
  private final List<GalerkinCoarsening> coarsening; // one axis after the other
  private final LayerSum layers; // in its place where two layers become one, else null
  private final boolean halveX;
  private final boolean halveY;
  private final boolean halveZ;
  private final StencilKernel kernel;
  private final Parallel parallel;
  private final float[] b;
  private float[] x;
  private float[] y;
  private float weight;
  private double[] loaded;
  private double scale;
  private final Parallel.Body load = this::loadRows;
  private final Parallel.Body invert;
  private final Parallel.Body smooth = this::smoothRows;
  private final Parallel.Body residual = this::residualRows;
  private final Parallel.Body restrict = this::restrictRows;
  private final Parallel.Body prolong = this::prolongRows;

  MultigridLevel(
      NodeLayout layout, double[] h, int coarsest, StencilKernel kernel, Parallel parallel) {
    this.matrix = new FloatStencil(layout);
    this.invert = matrix::invert;
    this.b = new float[layout.length()];
    this.x = new float[layout.length()];
    this.y = new float[layout.length()];
    this.kernel = kernel;
    this.parallel = layout.nodes() < SERIAL_BELOW ? Parallel.SERIAL : parallel;
    boolean sums = layout.nodes() > coarsest && LayerSum.fits(layout, h);
    List<Integer> halved =
        sums || layout.nodes() <= coarsest
            ? List.of()
            : IntStream.range(0, 3).filter(a -> isHalved(layout, h, a)).boxed().toList();
    this.halveX = halved.contains(0);
    this.halveY = halved.contains(1);
    this.halveZ = halved.contains(2);
    this.coarsening = new ArrayList<>();
    if (sums) {
      NodeLayout plane = LayerSum.coarse(layout);
      this.coarse = new MultigridLevel(plane, h, coarsest, kernel, parallel);
      this.layers = new LayerSum(matrix, coarse.matrix);
      return;
    }
    this.layers = null;
    if (halved.isEmpty()) {
      this.coarse = null;
      return;
    }
    NodeLayout after = layout;
    double[] spacing = h.clone();
    for (int axis : halved) {
      after = GalerkinCoarsening.coarse(after, axis);
      spacing[axis] *= 2;
    }
    this.coarse = new MultigridLevel(after, spacing, coarsest, kernel, parallel);
    FloatStencil from = matrix;
    for (int axis : halved) {
      NodeLayout next = GalerkinCoarsening.coarse(from.layout(), axis);
      FloatStencil to = next.equals(after) ? coarse.matrix : FloatStencil.couplingsOnly(next);
      coarsening.add(new GalerkinCoarsening(axis, from, to));
      from = to;
    }
  }

  /** Oblong cells: first coarsen along their short sides, where the coupling is strong. */
  private static boolean isHalved(NodeLayout l, double[] h, int axis) {
    return GalerkinCoarsening.possible(l.along(axis))
        && IntStream.range(0, 3)
            .noneMatch(a -> GalerkinCoarsening.possible(l.along(a)) && h[axis] > 1.9 * h[a]);
  }

  /** Computes the matrix of the next level, and the inverse diagonal. */
  void prepare() {
    for (int n = 0; n < coarsening.size(); n++) {
      coarsening.get(n).compute(parallel);
    }
    if (layers != null) {
      layers.compute(parallel);
    }
    parallel.forRange(matrix.layout().rows(), invert);
  }

  /** Takes over the right-hand side, and does the first sweep from zero. */
  void load(double[] right, double factor) {
    loaded = right;
    scale = factor;
    parallel.forRange(matrix.layout().rows(), load);
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
    parallel.forRange(l.rows(), residual);
    if (l.wraps()) {
      l.fillGhosts(y);
      clearSeams(l, y);
    }
    parallel.forRange(coarse.matrix.layout().rows(), restrict);
    coarse.fillGhosts(coarse.x);
  }

  /**
   * Adds the interpolated correction of the next level and sweeps twice, in the opposite order: the
   * cycle stays symmetric.
   */
  void ascend() {
    parallel.forRange(matrix.layout().rows(), prolong);
    fillGhosts(x);
    sweep(FULL);
    sweep(SHORT);
  }

  /** The first sweep of a second round, from the solution of the first one. */
  void again() {
    sweep(SHORT);
  }

  private void sweep(float w) {
    weight = w;
    parallel.forRange(matrix.layout().rows(), smooth);
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
    int base = l.start(0);
    int s = l.stride();
    int p = l.isFlat() ? 0 : l.plane();
    int layers = l.isFlat() ? 0 : l.nz();
    if (halveX && GalerkinCoarsening.seam(l.nx(), l.wrapX())) {
      for (int k = l.isFlat() ? 0 : -1; k <= layers; k++) {
        for (int j = -1; j <= l.ny(); j++) {
          r[base + j * s + k * p - 1] = 0;
          r[base + j * s + k * p + l.nx()] = 0;
        }
      }
    }
    if (halveY && GalerkinCoarsening.seam(l.ny(), l.wrapY())) {
      for (int k = l.isFlat() ? 0 : -1; k <= layers; k++) {
        clear(r, base - s + k * p - 1, l.nx() + 2);
        clear(r, base + l.ny() * s + k * p - 1, l.nx() + 2);
      }
    }
    if (halveZ && GalerkinCoarsening.seam(l.nz(), l.wrapZ())) {
      clear(r, base - p - s - 1, p);
      clear(r, base + l.nz() * p - s - 1, p);
    }
  }

  private static void clear(float[] r, int from, int count) {
    java.util.Arrays.fill(r, from, from + count, 0);
  }

  /**
   * P^T of the residual. In a plane the rows beside it are first added to a row that no other
   * coarse row reads.
   */
  private void restrictRows(int from, int to) {
    if (matrix.layout().isFlat() && halveX && halveY) {
      restrictFlat(from, to);
    } else {
      restrictAny(from, to);
    }
  }

  private void restrictFlat(int from, int to) {
    NodeLayout l = matrix.layout();
    NodeLayout lc = coarse.matrix.layout();
    float[] inverse = coarse.matrix.inverse();
    float[] r = y;
    float[] out = coarse.b;
    float[] first = coarse.x;
    for (int row = from; row < to; row++) {
      int k = fineRow(row, 0);
      kernel.gather(l, r, k);
      int start = lc.start(row);
      for (int o = start; o < start + lc.nx(); o++, k += 2) {
        out[o] = inRow(r, k);
      }
      for (int o = start; o < start + lc.nx(); o++) {
        first[o] = SHORT * inverse[o] * out[o];
      }
      if (2 * row == l.ny()) {
        // a row of ghosts
        clear(r, l.start(l.ny()) - 1, l.nx() + 2);
      }
    }
  }

  private void restrictAny(int from, int to) {
    NodeLayout l = matrix.layout();
    NodeLayout lc = coarse.matrix.layout();
    float[] inverse = coarse.matrix.inverse();
    int s = l.stride();
    int p = l.plane();
    int step = halveX ? 2 : 1;
    float[] r = y;
    float[] out = coarse.b;
    float[] first = coarse.x;
    for (int row = from; row < to; row++) {
      int j = row % lc.ny();
      int layer = row / lc.ny();
      int o = lc.start(row);
      int k = fineRow(j, layer);
      for (int end = o + lc.nx(); o < end; o++, k += step) {
        float sum = inLayer(r, k, s);
        if (layers != null) {
          sum += r[k + p];
        } else if (halveZ) {
          sum += .5f * (inLayer(r, k + p, s) + inLayer(r, k - p, s));
        }
        out[o] = sum;
        first[o] = SHORT * inverse[o] * sum;
      }
    }
  }

  /** Index of the fine node under the first one of a coarse row, which may lie one beyond. */
  private int fineRow(int j, int layer) {
    NodeLayout l = matrix.layout();
    int step = halveY ? 2 * j : j;
    return l.start(0) + step * l.stride() + (halveZ ? 2 * layer : layer) * l.plane();
  }

  private float inLayer(float[] r, int k, int s) {
    float sum = inRow(r, k);
    return halveY ? sum + .5f * (inRow(r, k + s) + inRow(r, k - s)) : sum;
  }

  private float inRow(float[] r, int k) {
    return halveX ? r[k] + .5f * (r[k - 1] + r[k + 1]) : r[k];
  }

  /** x += P c; what fixed nodes get, the sweep of weight one right after takes away again. */
  private void prolongRows(int from, int to) {
    NodeLayout l = matrix.layout();
    NodeLayout lc = coarse.matrix.layout();
    float[] fine = x;
    float[] c = coarse.x;
    for (int row = from; row < to; row++) {
      int j = row % l.ny();
      int layer = layers == null ? row / l.ny() : 0;
      int o =
          lc.start(0)
              + (halveY ? j / 2 : j) * lc.stride()
              + (halveZ ? layer / 2 : layer) * lc.plane();
      int up = halveY && j % 2 == 1 ? lc.stride() : 0;
      int above = halveZ && layer % 2 == 1 ? lc.plane() : 0;
      int k = l.start(row);
      int end = k + l.nx();
      if (!halveX) {
        for (; k < end; k++, o++) {
          fine[k] += mean(c, o, up, above);
        }
        continue;
      }
      float here = mean(c, o, up, above);
      for (; k < end - 1; k += 2) {
        o++;
        float next = mean(c, o, up, above);
        fine[k] += here;
        fine[k + 1] += .5f * (here + next);
        here = next;
      }
      if (k < end) {
        fine[k] += here;
      }
    }
  }

  private static float mean(float[] c, int o, int up, int above) {
    float sum = c[o] + c[o + up];
    return above == 0 ? .5f * sum : .25f * (sum + (c[o + above] + c[o + up + above]));
  }
}
