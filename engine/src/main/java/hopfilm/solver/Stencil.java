package hopfilm.solver;

/**
 * A symmetric matrix that couples each node of a layout with its eight neighbours, as five arrays:
 * the diagonal and the couplings to the neighbours east, north, north-east and north-west. The
 * other four are those of the neighbours. Couplings along wrapped axes lie in the ghosts.
 *
 * @param layout where the values lie
 * @param kernel the loops
 * @param centre diagonal
 * @param east coupling of (i, j) and (i + 1, j)
 * @param north coupling of (i, j) and (i, j + 1)
 * @param northEast coupling of (i, j) and (i + 1, j + 1)
 * @param northWest coupling of (i, j) and (i - 1, j + 1)
 */
public record Stencil(
    NodeLayout layout,
    StencilKernel kernel,
    double[] centre,
    double[] east,
    double[] north,
    double[] northEast,
    double[] northWest)
    implements LinearOperator {

  /** A matrix of zeros. */
  public Stencil(NodeLayout layout, StencilKernel kernel) {
    this(
        layout,
        kernel,
        new double[layout.length()],
        new double[layout.length()],
        new double[layout.length()],
        new double[layout.length()],
        new double[layout.length()]);
  }

  /** Copies the couplings along wrapped axes into the ghosts. */
  public void fillGhosts() {
    if (layout.wraps()) {
      layout.fillGhosts(centre);
      layout.fillGhosts(east);
      layout.fillGhosts(north);
      layout.fillGhosts(northEast);
      layout.fillGhosts(northWest);
    }
  }

  @Override
  public void apply(double[] x, double[] y, double[] rowDots, int from, int to) {
    kernel.apply(this, x, y, rowDots, from, to);
  }

  /** The product at the node with index k alone. */
  public double applyAt(double[] x, int k) {
    int s = layout.stride();
    return centre[k] * x[k]
        + (east[k] * x[k + 1] + east[k - 1] * x[k - 1])
        + (north[k] * x[k + s] + north[k - s] * x[k - s])
        + (northEast[k] * x[k + s + 1] + northEast[k - s - 1] * x[k - s - 1])
        + (northWest[k] * x[k + s - 1] + northWest[k - s + 1] * x[k - s + 1]);
  }
}
