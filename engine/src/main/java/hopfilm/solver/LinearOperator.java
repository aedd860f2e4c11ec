package hopfilm.solver;

/** A matrix A over the nodes of a layout, known by its product. */
public interface LinearOperator {

  /** Where the values lie. */
  NodeLayout layout();

  /**
   * Computes y = A x in some rows, and the share of x.y in each of them.
   *
   * @param x values whose ghosts are up to date
   * @param y receives the product (not its ghosts)
   * @param rowDots receives the sum of x.y over row j in element j
   * @param from first row
   * @param to row after the last
   */
  void apply(double[] x, double[] y, double[] rowDots, int from, int to);

  /** The product at the node with index k alone. */
  double applyAt(double[] x, int k);
}
