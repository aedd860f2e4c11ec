package hopfilm.solver;

/**
 * The matrix of a stencil, known by its product.
 *
 * @param stencil its numbers
 * @param kernel the loops of the product
 */
public record StencilMatrix(Stencil stencil, StencilKernel kernel) implements LinearOperator {

  @Override
  public NodeLayout layout() {
    return stencil.layout();
  }

  @Override
  public void apply(double[] x, double[] y, double[] rowDots, int from, int to) {
    kernel.apply(stencil, x, y, rowDots, from, to);
  }

  @Override
  public double applyAt(double[] x, int k) {
    double[][] couplings = stencil.couplings();
    double sum = couplings[0][k] * x[k];
    for (int n = 1; n < couplings.length; n++) {
      double[] c = couplings[n];
      int o = Neighbour.number(n).offset(layout());
      sum += c[k] * x[k + o] + c[k - o] * x[k - o];
    }
    return sum;
  }
}
