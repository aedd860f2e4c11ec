package hopfilm.transport;

import hopfilm.grid.Grid;

/**
 * Integrals over a cell of the derivatives of its shape functions, from which every element
 * follows:
 *
 * <pre>
 *   I_ab,pq = 1/thickness integral of (d_a f_p) (d_b f_q) dV
 *   k_pq    = sum over a, b of Sigma_ab I_ab,pq
 * </pre>
 *
 * <p>f_p is bilinear in a film of one layer and trilinear in others, 1 at corner p of the cell and
 * 0 at the other ones. Two Gauss points along each axis integrate the products exactly. They are
 * kept at [3 a + b][p][q], and are zero along z in a film of one layer.
 *
 * <p>Reference: O. C. Zienkiewicz, R. L. Taylor, J. Z. Zhu, The Finite Element Method (2013),
 * doi:10.1016/C2009-0-24909-9.
 */
final class CellIntegrals {
  private static final double[] GAUSS = {0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6};

  private CellIntegrals() {}

  /** Those of a whole cell. */
  static double[][][] of(Grid film) {
    int axes = film.nz() == 1 ? 2 : 3;
    int corners = 1 << axes;
    double weight = film.cellVolume() / (corners * film.sizeZ());
    double[][][] integrals = new double[9][corners][corners];
    for (int point = 0; point < corners; point++) {
      for (int p = 0; p < corners; p++) {
        for (int q = 0; q < corners; q++) {
          for (int ab = 0; ab < 9; ab++) {
            integrals[ab][p][q] +=
                weight * slope(film, axes, point, p, ab / 3) * slope(film, axes, point, q, ab % 3);
          }
        }
      }
    }
    return integrals;
  }

  /** Derivative along an axis of the shape function of a corner at a Gauss point [1/m]. */
  private static double slope(Grid film, int axes, int point, int corner, int axis) {
    if (axis >= axes) {
      return 0;
    }
    double value = ((corner >> axis & 1) == 1 ? 1 : -1) / film.cellSize(axis);
    for (int a = 0; a < axes; a++) {
      double at = GAUSS[point >> a & 1];
      value *= a == axis ? 1 : (corner >> a & 1) == 1 ? at : 1 - at;
    }
    return value;
  }

  /** Writes an element: sum of Sigma_ab I_ab. */
  static void element(double[] sigma, double[][][] integrals, double[][] element) {
    for (int p = 0; p < element.length; p++) {
      for (int q = 0; q < element.length; q++) {
        double sum = 0;
        for (int ab = 0; ab < 9; ab++) {
          sum += sigma[ab] * integrals[ab][p][q];
        }
        element[p][q] = sum;
      }
    }
  }
}
