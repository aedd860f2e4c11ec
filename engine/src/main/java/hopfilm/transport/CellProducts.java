package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;

/**
 * The integral over a cell of the product of two fields,
 *
 * <pre>
 *   F_ab = integral (d_a A) (d_b P) dV    [V^2 m]
 * </pre>
 *
 * <p>of potentials A and P that are bi- or trilinear between the cell's corners, or linear on the
 * triangles that a contact leaves of it, so that sum Sigma_ab F_ab over the cells is A.K P with the
 * program's own stiffness matrix K. Two Gauss points along each axis integrate it exactly.
 */
final class CellProducts {
  private static final double[] GAUSS = {0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6};

  private final Grid grid;
  private final NodeLayout layout;
  private final SplitCorners split;
  private final FittedContacts rims;
  private final int[] corners = new int[8];
  private final double[] aHere = new double[8];
  private final double[] pHere = new double[8];
  private final double[] left = new double[3];
  private final double[] right = new double[3];

  /**
   * @param split the corners at which cells touch without being joined; null if none
   * @param rims the cells through which rims of contacts go; null where these are of whole corners
   */
  CellProducts(Grid grid, NodeLayout layout, SplitCorners split, FittedContacts rims) {
    this.grid = grid;
    this.layout = layout;
    this.split = split;
    this.rims = rims;
  }

  /**
   * @param cell flat index of the cell
   * @param a potential A at the corners [V]
   * @param p potential P [V]
   * @param f receives F_ab at 3 a + b; zero along z in a film of one layer
   */
  void at(int cell, double[] a, double[] p, double[] f) {
    locate(cell);
    gather(cell, a, aHere);
    gather(cell, p, pHere);
    java.util.Arrays.fill(f, 0);
    int rim = rims == null ? -1 : rims.indexOf(cell);
    if (rim >= 0) {
      freePart(rims.integrals(rim), f);
      return;
    }
    int layers = layout.isFlat() ? 1 : 2;
    double weight = grid.cellVolume() / (4 * layers);
    for (int n = 0; n < 4 * layers; n++) {
      double x = GAUSS[n & 1];
      double y = GAUSS[n >> 1 & 1];
      double z = GAUSS[n >> 2];
      gradient(aHere, x, y, z, left);
      gradient(pHere, x, y, z, right);
      for (int k = 0; k < 9; k++) {
        f[k] += weight * left[k / 3] * right[k % 3];
      }
    }
  }

  /** Products of a cell through which a rim goes, in a film of one layer. */
  private void freePart(double[][][] integrals, double[] f) {
    for (int ab = 0; ab < 4; ab++) {
      double sum = 0;
      for (int p = 0; p < 4; p++) {
        for (int q = 0; q < 4; q++) {
          sum += aHere[p] * integrals[ab][p][q] * pHere[q];
        }
      }
      f[3 * (ab / 2) + ab % 2] = grid.dz() * sum;
    }
  }

  /** The corners of a cell, x first; in a film of one layer those above are those below. */
  private void locate(int cell) {
    int i = cell % grid.nx();
    int j = cell / grid.nx() % grid.ny();
    int k = cell / (grid.nx() * grid.ny());
    for (int n = 0; n < 8; n++) {
      int x = (i + (n & 1)) % layout.nx();
      int y = (j + (n >> 1 & 1)) % layout.ny();
      int z = (k + (n >> 2)) % layout.nz();
      corners[n] = x + layout.nx() * (y + layout.ny() * z);
    }
  }

  private void gather(int cell, double[] v, double[] here) {
    for (int n = 0; n < 8; n++) {
      here[n] = v[corners[n]];
    }
    if (split != null) {
      split.ownOf(cell, here);
      if (layout.isFlat()) {
        System.arraycopy(here, 0, here, 4, 4);
      }
    }
  }

  private void gradient(double[] v, double x, double y, double z, double[] g) {
    g[0] = slope(v, 1, y, z, 2, 4) / grid.dx();
    g[1] = slope(v, 2, x, z, 1, 4) / grid.dy();
    g[2] = layout.isFlat() ? 0 : slope(v, 4, x, y, 1, 2) / grid.dz();
  }

  /** Difference along one axis at a place (s, t) along the two others; steps in the corners. */
  private double slope(double[] v, int step, double s, double t, int one, int other) {
    double low = (1 - s) * difference(v, 0, step) + s * difference(v, one, step);
    double high = (1 - s) * difference(v, other, step) + s * difference(v, one + other, step);
    return (1 - t) * low + t * high;
  }

  private double difference(double[] v, int corner, int step) {
    return v[corner + step] - v[corner];
  }
}
