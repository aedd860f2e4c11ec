package hopfilm.solver;

import java.util.Arrays;

/**
 * Cholesky factorisation A = L L^T of a small symmetric matrix with a band, in double precision.
 *
 * <p>The matrix may be semidefinite: a row whose pivot vanishes depends on those before it and is
 * left out (its unknown is zero), which solves A x = b for every b that has a solution.
 */
final class BandedCholesky {
  /** Pivots below this part of the diagonal are zero; entries come in single precision. */
  private static final double ZERO_PIVOT = 1e-5;

  private final NodeLayout layout;
  private final int n;
  private final int band;
  // Row i holds L(i, i - band) .. L(i, i); the diagonal is stored inverted, or zero.
  private final double[] rows;
  private final double[] x;

  /** A factorisation for the nodes of a layout, one row after the other. */
  BandedCholesky(NodeLayout layout) {
    this.layout = layout;
    this.n = layout.nodes();
    int reach = layout.wrapX() ? 2 * layout.nx() - 1 : layout.nx() + 1;
    if (!layout.isFlat()) {
      reach = layout.wrapZ() || layout.wrapY() ? n : layout.nx() * layout.ny() + reach;
    }
    this.band = layout.wrapY() ? n - 1 : Math.min(n - 1, reach);
    this.rows = new double[n * (band + 1)];
    this.x = new double[n];
  }

  void factor(FloatStencil m) {
    Arrays.fill(rows, 0);
    for (int row = 0; row < n; row++) {
      int k = node(row);
      add(row, row, m.centre()[k]);
      for (int c = 1; c < m.couplings().length; c++) {
        couple(row, Neighbour.number(c), m.couplings()[c][k]);
      }
    }
    factor();
  }

  /** Index of the node of a row of the matrix. */
  private int node(int row) {
    return layout.start(row / layout.nx()) + row % layout.nx();
  }

  private void couple(int row, Neighbour to, float value) {
    if (value != 0) {
      int nx = layout.nx();
      int ny = layout.ny();
      int i = Math.floorMod(row % nx + to.dx(), nx);
      int j = Math.floorMod(row / nx % ny + to.dy(), ny);
      int layer = Math.floorMod(row / nx / ny + to.dz(), layout.nz());
      int other = i + nx * (j + ny * layer);
      // A node that is its own neighbour (an axis of one node) meets itself from both sides.
      add(row, other, other == row ? 2 * value : value);
    }
  }

  private void add(int i, int j, double value) {
    int high = Math.max(i, j);
    rows[high * (band + 1) + band + Math.min(i, j) - high] += value;
  }

  private void factor() {
    for (int i = 0; i < n; i++) {
      int ri = i * (band + 1) + band - i; // A(i, j) is at ri + j
      double diagonal = rows[ri + i];
      double pivot = diagonal;
      for (int j = Math.max(0, i - band); j < i; j++) {
        int rj = j * (band + 1) + band - j;
        double sum = rows[ri + j];
        for (int k = Math.max(0, i - band); k < j; k++) { // i > j, so k lies in the band of j too
          sum -= rows[ri + k] * rows[rj + k];
        }
        double l = sum * rows[rj + j];
        rows[ri + j] = l;
        pivot -= l * l;
      }
      rows[ri + i] = pivot > ZERO_PIVOT * diagonal ? 1 / Math.sqrt(pivot) : 0;
    }
  }

  /** Solves A x = b. */
  void solve(float[] right, float[] solution) {
    for (int row = 0; row < n; row++) {
      x[row] = right[node(row)];
    }
    substitute();
    for (int row = 0; row < n; row++) {
      solution[node(row)] = (float) x[row];
    }
  }

  private void substitute() {
    for (int i = 0; i < n; i++) {
      int ri = i * (band + 1) + band - i;
      double sum = x[i];
      for (int j = Math.max(0, i - band); j < i; j++) {
        sum -= rows[ri + j] * x[j];
      }
      x[i] = sum * rows[ri + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      int ri = i * (band + 1) + band - i;
      double xi = x[i] * rows[ri + i];
      x[i] = xi;
      for (int j = Math.max(0, i - band); j < i; j++) {
        x[j] -= rows[ri + j] * xi;
      }
    }
  }
}
