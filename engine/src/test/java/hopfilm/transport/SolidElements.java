package hopfilm.transport;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;

/** Trilinear elements assembled by 2 x 2 x 2 Gauss points, exact for them, as a full matrix. */
final class SolidElements {

  private SolidElements() {}

  /** The corners of the cells of a grid, in the order of a potential. */
  record Nodes(Grid grid) {
    private int along(int axis) {
      return grid.cellsAlong(axis) + (grid.edges(axis) == Edges.OPEN ? 1 : 0);
    }

    int count() {
      return along(0) * along(1) * along(2);
    }

    /** Number of corner c of a cell: bits 0, 1 and 2 of c say whether it is high along x, y, z. */
    int corner(int i, int j, int k, int c) {
      int x = (i + (c & 1)) % along(0);
      int y = (j + (c >> 1 & 1)) % along(1);
      int z = (k + (c >> 2)) % along(2);
      return x + along(0) * (y + along(1) * z);
    }
  }

  /** The matrix [S]. */
  static double[][] assemble(Nodes nodes, VectorField m, AmrConductivity sigma) {
    Grid g = nodes.grid();
    double[][] k = new double[nodes.count()][nodes.count()];
    for (int cell = 0; cell < g.cells(); cell++) {
      double[][] s = new double[3][3];
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          boolean isThere = a == b || sigma.planarHall();
          double ab = m.component(a)[cell] * m.component(b)[cell];
          s[a][b] += isThere ? sigma.sDelta() * ab : 0;
        }
        s[a][a] += sigma.sPerp();
        double hall = sigma.sPerp() * Math.tan(sigma.hallAngle()) * m.component(a)[cell];
        s[(a + 1) % 3][(a + 2) % 3] += hall;
        s[(a + 2) % 3][(a + 1) % 3] -= hall;
      }
      add(nodes, cell, s, k);
    }
    return k;
  }

  private static void add(Nodes nodes, int cell, double[][] s, double[][] k) {
    Grid g = nodes.grid();
    int x = cell % g.nx();
    int y = cell / g.nx() % g.ny();
    int z = cell / (g.nx() * g.ny());
    for (int point = 0; point < 8; point++) {
      double[][] gradient = new double[8][];
      for (int c = 0; c < 8; c++) {
        gradient[c] = gradient(g, point, c);
      }
      for (int p = 0; p < 8; p++) {
        for (int q = 0; q < 8; q++) {
          double sum = 0;
          for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
              sum += gradient[p][a] * s[a][b] * gradient[q][b];
            }
          }
          k[nodes.corner(x, y, z, p)][nodes.corner(x, y, z, q)] += sum * g.cellVolume() / 8;
        }
      }
    }
  }

  /** Gradient of the shape function of a corner at a Gauss point. */
  private static double[] gradient(Grid g, int point, int corner) {
    double[] value = new double[3];
    double[] slope = new double[3];
    for (int a = 0; a < 3; a++) {
      double at = 0.5 + ((point >> a & 1) == 0 ? -1 : 1) * Math.sqrt(1.0 / 12);
      boolean high = (corner >> a & 1) == 1;
      value[a] = high ? at : 1 - at;
      slope[a] = (high ? 1 : -1) / g.cellSize(a);
    }
    return new double[] {
      slope[0] * value[1] * value[2], value[0] * slope[1] * value[2], value[0] * value[1] * slope[2]
    };
  }
}
