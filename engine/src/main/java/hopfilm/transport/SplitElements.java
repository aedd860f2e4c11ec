package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.SkewStencil;
import hopfilm.solver.Stencil;

/**
 * The elements of the cells beside {@link SplitCorners}: W^T k W, with k the element of a whole
 * cell ({@link CellIntegrals}) and W the weights by which the potentials of its corners follow from
 * those that are kept. And the elements of the cells of {@link FittedContacts}.
 */
final class SplitElements {
  private final AmrConductivity conductivity;
  private final NodeLayout layout;
  private final CellCorners at;
  private final int corners;
  private final double[][][] integrals;
  private final double[] sigma = new double[9];
  private final double[][] element;
  private final double[][] half;
  private final int[] node;

  SplitElements(Grid film, AmrConductivity conductivity, NodeLayout layout) {
    this.conductivity = conductivity;
    this.layout = layout;
    this.at = new CellCorners(film, layout);
    this.corners = at.count();
    this.integrals = CellIntegrals.of(film);
    this.element = new double[corners][corners];
    this.half = new double[corners][corners];
    this.node = new int[corners];
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
      element(m, factor, split.cell(n), integrals);
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
      element(m, factor, fitted.cell(n), fitted.integrals(n));
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

  /** Takes the element of a cell; without Hall currents nothing in the plane needs m_z. */
  private void element(double[][] m, double[] factor, int cell, double[][][] of) {
    double mz = m.length > 2 ? m[2][cell] : 0;
    double share = factor == null ? 1 : factor[cell];
    conductivity.tensor(m[0][cell], m[1][cell], mz, share / conductivity.sPerp(), sigma);
    CellIntegrals.element(sigma, of, element);
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
        int number = StiffnessMatrix.number(p, q);
        double even = 0.5 * (element[p][q] + element[q][p]);
        symmetric.couplings()[number][node[p]] += even;
        symmetric.centre()[node[p]] -= even;
        symmetric.centre()[node[q]] -= even;
        if (skew != null) {
          skew.skew().couplings()[number][node[p]] += 0.5 * (element[p][q] - element[q][p]);
        }
      }
    }
  }
}
