package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.SkewStencil;
import hopfilm.solver.Stencil;

/**
 * The elements of the cells beside {@link SplitCorners}: W^T k W, with k the matrix of a cell,
 *
 * <pre>
 *   k_pq = integral of (grad f_p) . Sigma (grad f_q) dV / (thickness s_perp)
 * </pre>
 *
 * <p>of bi- or trilinear f, integrated exactly by two Gauss points along each axis, and W the
 * weights by which the potentials of its corners follow from those that are kept. And the elements
 * of the cells of {@link FittedContacts}.
 */
final class SplitElements {
  private static final double[] GAUSS = {0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6};

  private final AmrConductivity conductivity;
  private final NodeLayout layout;
  private final CellCorners at;
  private final int corners;
  private final double[][][] integrals; // by the two derivatives 3 a + b, then by corners p, q
  private final double[] sigma = new double[9];
  private final double[][] element;
  private final double[][] half;
  private final int[] node;
  private final int[][] number; // of the coupling from p to q > p, which is kept at p

  SplitElements(Grid film, AmrConductivity conductivity, NodeLayout layout) {
    this.conductivity = conductivity;
    this.layout = layout;
    this.at = new CellCorners(film, layout);
    this.corners = at.count();
    this.element = new double[corners][corners];
    this.half = new double[corners][corners];
    this.node = new int[corners];
    this.number = new int[corners][corners];
    for (int q = 1; q < corners; q++) {
      for (int p = 0; p < q; p++) {
        number[p][q] =
            Stencil.number((q & 1) - (p & 1), (q >> 1 & 1) - (p >> 1 & 1), (q >> 2) - (p >> 2));
      }
    }
    this.integrals = new double[9][corners][corners];
    double[][] gradient = new double[corners][3];
    for (int point = 0; point < corners; point++) {
      for (int c = 0; c < corners; c++) {
        gradient(film, point, c, gradient[c]);
      }
      for (int p = 0; p < corners; p++) {
        for (int q = 0; q < corners; q++) {
          for (int ab = 0; ab < 9; ab++) {
            integrals[ab][p][q] +=
                gradient[p][ab / 3]
                    * gradient[q][ab % 3]
                    * (film.cellVolume() / (corners * film.sizeZ()));
          }
        }
      }
    }
  }

  /** Gradient of the shape function of a corner at a Gauss point. */
  private void gradient(Grid film, int point, int corner, double[] out) {
    int axes = corners == 4 ? 2 : 3;
    for (int d = 0; d < axes; d++) {
      double value = ((corner >> d & 1) == 1 ? 1 : -1) / film.cellSize(d);
      for (int a = 0; a < axes; a++) {
        double at = GAUSS[point >> a & 1];
        value *= a == d ? 1 : (corner >> a & 1) == 1 ? at : 1 - at;
      }
      out[d] = value;
    }
  }

  /**
   * Adds them to a matrix that was assembled without these cells.
   *
   * @param m components of the magnetisation by cell
   * @param factor of the conductivity of each cell; null for 1
   * @param skew receives the Hall part, with its diagonals coupled; null if none
   */
  void add(SplitCorners split, double[][] m, double[] factor, Stencil symmetric, SkewStencil skew) {
    for (int n = 0; n < split.count(); n++) {
      conductivity(m, factor, split.cell(n), skew != null);
      multiply();
      weigh(split, n);
      add(split.cell(n), symmetric, skew);
    }
    end(symmetric, skew);
  }

  /**
   * Adds the elements of cells through which rims of contacts go to a matrix that was assembled
   * without them.
   *
   * @param m components of the magnetisation by cell
   * @param factor of the conductivity of each cell; null for 1
   * @param skew receives the Hall part, with its diagonals coupled; null if none
   */
  void add(
      FittedContacts fitted, double[][] m, double[] factor, Stencil symmetric, SkewStencil skew) {
    for (int n = 0; n < fitted.count(); n++) {
      conductivity(m, factor, fitted.cell(n), skew != null);
      double[][][] sums = fitted.integrals(n);
      for (int p = 0; p < corners; p++) {
        for (int q = 0; q < corners; q++) {
          element[p][q] =
              sigma[0] * sums[0][p][q]
                  + sigma[1] * sums[1][p][q]
                  + sigma[3] * sums[2][p][q]
                  + sigma[4] * sums[3][p][q];
        }
      }
      add(fitted.cell(n), symmetric, skew);
    }
    end(symmetric, skew);
  }

  private static void end(Stencil symmetric, SkewStencil skew) {
    symmetric.fillGhosts();
    if (skew != null) {
      skew.fillGhosts();
    }
  }

  /** Sigma / s_perp of a cell. */
  private void conductivity(double[][] m, double[] factor, int cell, boolean hasHall) {
    double r = conductivity.ratio();
    double h = hasHall ? conductivity.hallRatio() : 0;
    for (int a = 0; a < 3; a++) {
      double ma = m.length > a ? m[a][cell] : 0;
      int b = (a + 1) % 3;
      int c = (a + 2) % 3;
      double mb = m.length > b ? m[b][cell] : 0;
      double mc = m.length > c ? m[c][cell] : 0;
      double mixed = conductivity.planarHall() ? r * ma * mb : 0;
      sigma[4 * a] = 1 + r * ma * ma;
      sigma[3 * a + b] = mixed + h * mc;
      sigma[3 * b + a] = mixed - h * mc;
    }
    for (int ab = 0; factor != null && ab < 9; ab++) {
      sigma[ab] *= factor[cell];
    }
  }

  private void multiply() {
    for (int p = 0; p < corners; p++) {
      for (int q = 0; q < corners; q++) {
        double sum = 0;
        for (int ab = 0; ab < 9; ab++) {
          sum += sigma[ab] * integrals[ab][p][q];
        }
        element[p][q] = sum;
      }
    }
  }

  /** W^T k W; corners above each other have weights of their own face alone. */
  private void weigh(SplitCorners split, int n) {
    for (int p = 0; p < corners; p++) {
      for (int q = 0; q < corners; q++) {
        double sum = 0;
        for (int c = q & 4; c < (q & 4) + 4; c++) {
          sum += element[p][c] * split.weights(n, c)[q & 3];
        }
        half[p][q] = sum;
      }
    }
    for (int p = 0; p < corners; p++) {
      for (int q = 0; q < corners; q++) {
        double sum = 0;
        for (int c = p & 4; c < (p & 4) + 4; c++) {
          sum += split.weights(n, c)[p & 3] * half[c][q];
        }
        element[p][q] = sum;
      }
    }
  }

  private void add(int cell, Stencil symmetric, SkewStencil skew) {
    for (int c = 0; c < corners; c++) {
      int number = at.node(cell, c);
      node[c] = layout.start(number / layout.nx()) + number % layout.nx();
    }
    for (int q = 1; q < corners; q++) {
      for (int p = 0; p < q; p++) {
        double even = 0.5 * (element[p][q] + element[q][p]);
        symmetric.couplings()[number[p][q]][node[p]] += even;
        symmetric.centre()[node[p]] -= even;
        symmetric.centre()[node[q]] -= even;
        if (skew != null) {
          skew.skew().couplings()[number[p][q]][node[p]] += 0.5 * (element[p][q] - element[q][p]);
        }
      }
    }
  }
}
