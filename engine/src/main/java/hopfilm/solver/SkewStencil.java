package hopfilm.solver;

/**
 * A matrix that is not symmetric: a nine-point stencil, and a skew part that couples each node with
 * its four nearest neighbours, (A x)_k = (S x)_k + e_k x_E - e_W x_W + n_k x_N - n_S x_S.
 *
 * @param symmetric S
 * @param east e: coupling of (i, j) to (i + 1, j), with the other sign back; 0 at the end of a row
 *     that is not wrapped, ghosts up to date along wrapped axes
 * @param north n: the same to (i, j + 1)
 */
public record SkewStencil(Stencil symmetric, double[] east, double[] north)
    implements LinearOperator {

  /** Without a skew part yet. */
  public SkewStencil(Stencil symmetric) {
    this(
        symmetric,
        new double[symmetric.layout().length()],
        new double[symmetric.layout().length()]);
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
    int s = l.stride();
    for (int j = from; j < to; j++) {
      int start = l.start(j);
      for (int k = start; k < start + l.nx(); k++) {
        y[k] += skew(x, k, s);
      }
    }
  }

  @Override
  public double applyAt(double[] x, int k) {
    return symmetric.applyAt(x, k) + skew(x, k, layout().stride());
  }

  private double skew(double[] x, int k, int s) {
    return (east[k] * x[k + 1] - east[k - 1] * x[k - 1])
        + (north[k] * x[k + s] - north[k - s] * x[k - s]);
  }
}
