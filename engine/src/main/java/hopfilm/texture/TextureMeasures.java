package hopfilm.texture;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;

/**
 * Topological charge and stripe order of a texture, of the cells that hold film: whose vector is
 * not zero. Domains and walls: {@link DomainTopology}.
 */
public final class TextureMeasures {

  private TextureMeasures() {}

  /**
   * Topological charge Q = (1/4 pi) integral of m.(dm/dx x dm/dy), as the sum of the solid angles
   * of the lattice triangles, those across periodic edges too; the mean over the layers.
   *
   * <p>Berg and Luscher, Nucl. Phys. B 190, 412 (1981), doi:10.1016/0550-3213(81)90568-X.
   */
  public static double topologicalCharge(VectorField m) {
    Grid g = m.grid();
    double sum = 0;
    for (int k = 0; k < g.nz(); k++) {
      for (int j = 0; j < last(g.ny(), g.edgesY()); j++) {
        int high = (j + 1) % g.ny();
        for (int i = 0; i < last(g.nx(), g.edgesX()); i++) {
          int right = (i + 1) % g.nx();
          int a = g.index(i, j, k);
          int b = g.index(right, j, k);
          int c = g.index(right, high, k);
          int d = g.index(i, high, k);
          sum += solidAngle(m, a, b, c) + solidAngle(m, a, c, d);
        }
      }
    }
    return sum / (4 * Math.PI * g.nz());
  }

  /** Mean of mz^2. */
  public static double meanSquare(VectorField m) {
    double sum = 0;
    int cells = 0;
    for (int c = 0; c < m.grid().cells(); c++) {
      sum += m.z()[c] * m.z()[c];
      cells += m.isZero(c) ? 0 : 1;
    }
    return sum / cells;
  }

  /** Number of cells of an axis that have a next one. */
  static int last(int n, Edges edges) {
    return edges == Edges.PERIODIC ? n : n - 1;
  }

  private static double solidAngle(VectorField m, int a, int b, int c) {
    if (m.isZero(a) || m.isZero(b) || m.isZero(c)) {
      return 0;
    }
    double[] x = m.x();
    double[] y = m.y();
    double[] z = m.z();
    double triple =
        x[a] * (y[b] * z[c] - z[b] * y[c])
            + y[a] * (z[b] * x[c] - x[b] * z[c])
            + z[a] * (x[b] * y[c] - y[b] * x[c]);
    double ab = x[a] * x[b] + y[a] * y[b] + z[a] * z[b];
    double bc = x[b] * x[c] + y[b] * y[c] + z[b] * z[c];
    double ca = x[c] * x[a] + y[c] * y[a] + z[c] * z[a];
    return 2 * Math.atan2(triple, 1 + ab + bc + ca);
  }

  /**
   * Stripe order (&lt;(dmz/dx)^2&gt; - &lt;(dmz/dy)^2&gt;) / sum: 1 where stripes follow each other
   * along x, -1 along y, 0 for a maze and for a uniform film. Differences across periodic edges
   * count too.
   */
  public static double stripeOrder(VectorField m) {
    Grid g = m.grid();
    double sx = 0;
    double sy = 0;
    double[] z = m.z();
    for (int k = 0; k < g.nz(); k++) {
      for (int j = 0; j < last(g.ny(), g.edgesY()); j++) {
        for (int i = 0; i < last(g.nx(), g.edgesX()); i++) {
          int c = g.index(i, j, k);
          int right = g.index((i + 1) % g.nx(), j, k);
          int high = g.index(i, (j + 1) % g.ny(), k);
          if (m.isZero(c) || m.isZero(right) || m.isZero(high)) {
            continue;
          }
          double dx = (z[right] - z[c]) / g.dx();
          double dy = (z[high] - z[c]) / g.dy();
          sx += dx * dx;
          sy += dy * dy;
        }
      }
    }
    return sx + sy == 0 ? 0 : (sx - sy) / (sx + sy);
  }
}
