package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;

/** Finite elements of a film of 7 x 7 cells in a dense matrix, two of which touch at a corner. */
final class DenseMesh {

  private DenseMesh() {}

  static int node(Grid grid, int cell, int c) {
    return cell % grid.nx() + (c & 1) + (grid.nx() + 1) * (cell / grid.nx() + (c >> 1));
  }

  /** Adds the bilinear element of a cell, by 3 x 3 Gauss points. */
  static void add(
      Grid grid,
      VectorField m,
      AmrConductivity sigma,
      int cell,
      double[][] k,
      int touch,
      int copy) {
    double r = sigma.ratio();
    double h = sigma.hallRatio();
    double x = m.x()[cell];
    double y = m.y()[cell];
    double z = m.z()[cell];
    double[][] s = {{1 + r * x * x, r * x * y + h * z}, {r * x * y - h * z, 1 + r * y * y}};
    double[] at = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};
    double[] weight = {5.0 / 18, 8.0 / 18, 5.0 / 18};
    for (int p = 0; p < 4; p++) {
      for (int q = 0; q < 4; q++) {
        double sum = 0;
        for (int point = 0; point < 9; point++) {
          double u = at[point % 3];
          double w = at[point / 3];
          double[] f = slope(p, u, w);
          double[] g = slope(q, u, w);
          double flux =
              f[0] * (s[0][0] * g[0] + s[0][1] * g[1]) + f[1] * (s[1][0] * g[0] + s[1][1] * g[1]);
          sum += weight[point % 3] * weight[point / 3] * flux;
        }
        int a = node(grid, cell, p);
        int b = node(grid, cell, q);
        boolean isHigh = cell == 3 + 7 * 3;
        k[isHigh && a == touch ? copy : a][isHigh && b == touch ? copy : b] += sum;
      }
    }
  }

  static double[] slope(int corner, double u, double w) {
    double a = (corner & 1) == 1 ? 1 : -1;
    double b = corner >> 1 == 1 ? 1 : -1;
    double alongX = (corner & 1) == 1 ? u : 1 - u;
    double alongY = corner >> 1 == 1 ? w : 1 - w;
    return new double[] {a * alongY, b * alongX};
  }

  /** Gaussian elimination with pivots. */
  static double[] gauss(double[][] a, double[] b) {
    int n = b.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
      }
      double[] row = a[c];
      a[c] = a[pivot];
      a[pivot] = row;
      double value = b[c];
      b[c] = b[pivot];
      b[pivot] = value;
      for (int r = c + 1; r < n; r++) {
        double f = a[r][c] / a[c][c];
        for (int q = c; q < n && f != 0; q++) {
          a[r][q] -= f * a[c][q];
        }
        b[r] -= f * b[c];
      }
    }
    for (int r = n - 1; r >= 0; r--) {
      for (int q = r + 1; q < n; q++) {
        b[r] -= a[r][q] * b[q];
      }
      b[r] /= a[r][r];
    }
    return b;
  }
}
