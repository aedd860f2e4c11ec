package hopfilm.solver;

import java.util.Arrays;

/**
 * A matrix that is not symmetric: a stencil, and a skew part on the same layout, (A x)_k = (S x)_k
 * + sum over neighbours n of c_n(k) x(k + n) - c_n(k - n) x(k - n).
 *
 * @param symmetric S
 * @param skew couplings c_n of (i, j, k) to its neighbours; null where one is not coupled. 0 where
 *     there is none, ghosts up to date along wrapped axes
 */
public record SkewStencil(StencilMatrix symmetric, Stencil skew) implements LinearOperator {

  /** Couplings of zero to the neighbours along one axis, with several layers also along two. */
  public SkewStencil(StencilMatrix symmetric) {
    this(
        symmetric,
        new Stencil(symmetric.layout(), new double[symmetric.stencil().couplings().length][]));
    double[][] couplings = skew.couplings();
    for (int n = 1; n < couplings.length; n++) {
      if (!isDiagonal(n)) {
        couplings[n] = new double[layout().length()];
      }
    }
  }

  /** True if a coupling runs from corner to corner of a cell along all its axes. */
  private boolean isDiagonal(int n) {
    Neighbour b = Neighbour.number(n);
    int axes = Math.abs(b.dx()) + Math.abs(b.dy()) + Math.abs(b.dz());
    return axes == (layout().isFlat() ? 2 : 3);
  }

  /** Couples the neighbours across whole cells too, by zero. */
  public void coupleDiagonals() {
    for (int n = 1; n < couplings().length; n++) {
      if (couplings()[n] == null) {
        couplings()[n] = new double[layout().length()];
      }
    }
    clearDiagonals();
  }

  /** Sets those couplings to zero, where there are any. */
  public void clearDiagonals() {
    for (int n = 1; n < couplings().length; n++) {
      if (couplings()[n] != null && isDiagonal(n)) {
        Arrays.fill(couplings()[n], 0);
      }
    }
  }

  private double[][] couplings() {
    return skew.couplings();
  }

  /** Copies the couplings along wrapped axes into the ghosts. */
  public void fillGhosts() {
    for (double[] c : couplings()) {
      if (c != null && layout().wraps()) {
        layout().fillGhosts(c);
      }
    }
  }

  @Override
  public NodeLayout layout() {
    return symmetric.layout();
  }

  /** {@inheritDoc} The skew part has no share in x.y. */
  @Override
  public void apply(double[] x, double[] y, double[] rowDots, int from, int to) {
    symmetric.apply(x, y, rowDots, from, to);
    NodeLayout l = layout();
    for (int row = from; row < to; row++) {
      int start = l.start(row);
      int end = start + l.nx();
      for (int n = 1; n < couplings().length; n++) {
        if (couplings()[n] != null) {
          add(couplings()[n], Neighbour.number(n).offset(l), x, y, start, end);
        }
      }
    }
  }

  private static void add(double[] c, int o, double[] x, double[] y, int start, int end) {
    for (int k = start; k < end; k++) {
      y[k] += c[k] * x[k + o] - c[k - o] * x[k - o];
    }
  }

  @Override
  public double applyAt(double[] x, int k) {
    double sum = symmetric.applyAt(x, k);
    for (int n = 1; n < couplings().length; n++) {
      double[] c = couplings()[n];
      if (c != null) {
        int o = Neighbour.number(n).offset(layout());
        sum += c[k] * x[k + o] - c[k - o] * x[k - o];
      }
    }
    return sum;
  }
}
