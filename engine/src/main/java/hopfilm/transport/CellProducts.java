package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;

/**
 * The integral over a cell of the product of two fields,
 *
 * <pre>
 *   F_ab = integral (d_a A) (d_b P) dV = thickness sum of A_p I_ab,pq P_q   [V^2 m]
 * </pre>
 *
 * <p>of potentials A and P that are bi- or trilinear between the cell's corners, or linear on the
 * triangles that a contact leaves of it. With the integrals of the stiffness matrix K ({@link
 * CellIntegrals}), the sum of Sigma_ab F_ab over the cells is A.K P.
 */
final class CellProducts {
  private final double thickness;
  private final CellCorners at;
  private final double[][][] whole;
  private final SplitCorners split;
  private final FittedContacts rims;
  private final double[] aHere;
  private final double[] pHere;

  /**
   * @param split the corners at which cells touch without being joined; null if none
   * @param rims the cells through which rims of contacts go; null where these are of whole corners
   */
  CellProducts(Grid grid, NodeLayout layout, SplitCorners split, FittedContacts rims) {
    this.thickness = grid.sizeZ();
    this.at = new CellCorners(grid, layout);
    this.whole = CellIntegrals.of(grid);
    this.split = split;
    this.rims = rims;
    this.aHere = new double[at.count()];
    this.pHere = new double[at.count()];
  }

  /**
   * @param cell flat index of the cell
   * @param a potential A at the corners [V]
   * @param p potential P [V]
   * @param f receives F_ab at 3 a + b; zero along z in a film of one layer
   */
  void at(int cell, double[] a, double[] p, double[] f) {
    gather(cell, a, aHere);
    gather(cell, p, pHere);
    int rim = rims == null ? -1 : rims.indexOf(cell);
    double[][][] integrals = rim < 0 ? whole : rims.integrals(rim);
    for (int ab = 0; ab < 9; ab++) {
      double sum = 0;
      for (int c = 0; c < aHere.length; c++) {
        double product = 0;
        for (int d = 0; d < pHere.length; d++) {
          product += integrals[ab][c][d] * pHere[d];
        }
        sum += aHere[c] * product;
      }
      f[ab] = thickness * sum;
    }
  }

  /** Potentials at the cell's corners above the one of the first: no digits cancel in sums. */
  private void gather(int cell, double[] v, double[] here) {
    for (int c = 0; c < here.length; c++) {
      here[c] = v[at.node(cell, c)];
    }
    if (split != null) {
      split.ownOf(cell, here);
    }
    double first = here[0];
    for (int c = 0; c < here.length; c++) {
      here[c] -= first;
    }
  }

  /** Sum of Sigma_ab F_ab. */
  static double sum(double[] sigma, double[] f) {
    double sum = 0;
    for (int ab = 0; ab < 9; ab++) {
      sum += sigma[ab] * f[ab];
    }
    return sum;
  }
}
