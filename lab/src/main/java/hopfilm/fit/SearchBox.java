package hopfilm.fit;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Where the films of a cloud lie: a box with tilted axes around an estimate, within the ranges.
 *
 * @param centre logarithms of the numbers
 * @param shape its eigenvectors are the axes, its eigenvalues the squares of their half lengths
 */
record SearchBox(double[] centre, RealMatrix shape) {

  /** Tolerance of a film at the edge. */
  private static final double EDGE = 1 + 1e-6;

  /** All of the ranges. */
  static SearchBox of(double[] middle, double[] widths) {
    double[] squares = new double[widths.length];
    for (int k = 0; k < squares.length; k++) {
      squares[k] = widths[k] * widths[k] / 4;
    }
    return new SearchBox(middle, MatrixUtils.createRealDiagonalMatrix(squares));
  }

  /**
   * A point of it.
   *
   * @param shares of the axes, from 0 to 1
   */
  double[] point(double[] shares) {
    EigenDecompositionSymmetric axes = new EigenDecompositionSymmetric(shape);
    double[] point = centre.clone();
    for (int a = 0; a < shares.length; a++) {
      double along = (2 * shares[a] - 1) * Math.sqrt(Math.max(0, axes.getEigenvalue(a)));
      for (int k = 0; k < point.length; k++) {
        point[k] += along * axes.getEigenvector(a).getEntry(k);
      }
    }
    return point;
  }

  /** Whether a point lies in it. */
  boolean contains(double[] point) {
    EigenDecompositionSymmetric axes = new EigenDecompositionSymmetric(shape);
    for (int a = 0; a < centre.length; a++) {
      double along = 0;
      for (int k = 0; k < centre.length; k++) {
        along += axes.getEigenvector(a).getEntry(k) * (point[k] - centre[k]);
      }
      if (Math.abs(along) > EDGE * Math.sqrt(Math.max(0, axes.getEigenvalue(a)))) {
        return false;
      }
    }
    return true;
  }
}
