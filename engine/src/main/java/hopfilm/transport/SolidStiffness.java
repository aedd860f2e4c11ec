package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.parallel.Parallel;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.Stencil;

/**
 * The stiffness matrix of div(S grad V) = 0 in three dimensions with trilinear elements on the
 * cells, integrated exactly, for the conductivity S = 1 + r m m^T (in units of s_perp) that is
 * constant in each cell.
 *
 * <p>A cell couples each pair of its eight corners. With A = S_xx dy dz/dx, B = S_yy dx dz/dy, C =
 * S_zz dx dy/dz, P = S_xy dz, Q = S_xz dy and R = S_yz dx, all divided by the film's thickness, the
 * matrix elements of corners that differ along x, along x and y, and along all axes are
 *
 * <pre>
 *   edge:      -A/9 + (B + C)/18 + sy sz R/12
 *   face:      -(A + B)/18 + C/36 - dx dy P/6
 *   diagonal:  -(A + B + C)/36 - (dx dy P + dx dz Q + dy dz R)/12
 * </pre>
 *
 * where sy, sz = -1 at the low and 1 at the high side of the cell and dx, dy, dz = -1, 1 are the
 * directions from one corner to the other; the others follow by exchange of the axes. Rows sum to
 * zero. The currents that leave the nodes are thickness * s_perp * K V [A].
 *
 * <p>Reference: O. C. Zienkiewicz, R. L. Taylor, J. Z. Zhu, The Finite Element Method (2013),
 * doi:10.1016/C2009-0-24909-9.
 */
final class SolidStiffness implements Assembly<Stencil> {
  private final Grid film;
  private final double ratio;
  private final double offDiagonal; // of S; 0 without planar Hall effect
  private final Stencil stencil;
  private final Parallel parallel;
  private final double[][] cell; // A, B, C, P, Q, R at the cell's low corner
  private boolean[] conducts; // by column of cells; null if every cell does
  private double[] factor; // null for 1
  private double[][] m;
  private final Parallel.Body cells = this::cellRows;
  private final Parallel.Body nodes = this::nodeRows;
  private final Parallel.Body centres = this::centreRows;

  SolidStiffness(Grid film, AmrConductivity conductivity, NodeLayout layout, Parallel parallel) {
    this.film = film;
    this.ratio = conductivity.ratio();
    this.offDiagonal = conductivity.planarHall() ? ratio : 0;
    this.parallel = layout.nodes() < 64 * 64 ? Parallel.SERIAL : parallel;
    this.stencil = new Stencil(layout);
    this.cell = new double[6][layout.length()];
  }

  @Override
  public Stencil matrix() {
    return stencil;
  }

  @Override
  public void assemble(double[][] m, boolean[] conducting, double[] factors) {
    this.m = m;
    conducts = conducting;
    factor = factors;
    NodeLayout l = stencil.layout();
    parallel.forRange(film.ny() * film.nz(), cells);
    if (l.wraps()) {
      for (double[] c : cell) {
        l.fillGhosts(c);
      }
    }
    parallel.forRange(l.rows(), nodes);
    stencil.fillGhosts();
    parallel.forRange(l.rows(), centres);
    if (l.wraps()) {
      l.fillGhosts(stencil.centre());
    }
  }

  private void cellRows(int from, int to) {
    NodeLayout l = stencil.layout();
    double dx = film.dx();
    double dy = film.dy();
    double dz = film.dz();
    double t = film.sizeZ();
    for (int row = from; row < to; row++) {
      int j = row % film.ny();
      int k = l.index(0, j, row / film.ny());
      int c = film.nx() * row;
      for (int i = 0; i < film.nx(); i++, k++, c++) {
        double x = m[0][c];
        double y = m[1][c];
        double z = m[2][c];
        double on = conducts == null || conducts[i + film.nx() * j] ? 1 / t : 0;
        on *= factor == null ? 1 : factor[c];
        cell[0][k] = on * (1 + ratio * x * x) * (dy * dz / dx);
        cell[1][k] = on * (1 + ratio * y * y) * (dx * dz / dy);
        cell[2][k] = on * (1 + ratio * z * z) * (dx * dy / dz);
        cell[3][k] = on * offDiagonal * x * y * dz;
        cell[4][k] = on * offDiagonal * x * z * dy;
        cell[5][k] = on * offDiagonal * y * z * dx;
      }
    }
  }

  /** The thirteen couplings of each node: of one cell, two at a face, four at an edge. */
  private void nodeRows(int from, int to) {
    NodeLayout l = stencil.layout();
    int s = l.stride();
    int p = l.plane();
    double[] a = cell[0];
    double[] b = cell[1];
    double[] c = cell[2];
    double[] xy = cell[3];
    double[] xz = cell[4];
    double[] yz = cell[5];
    for (int row = from; row < to; row++) {
      int start = l.start(row);
      for (int k = start; k < start + l.nx(); k++) {
        stencil.east()[k] = edge(a, b, c, yz, k, s, p);
        stencil.north()[k] = edge(b, a, c, xz, k, 1, p);
        stencil.above(0, 0)[k] = edge(c, a, b, xy, k, 1, s);
        stencil.northEast()[k] = face(a, b, c, xy, k, p, 1);
        stencil.northWest()[k] = face(a, b, c, xy, k - 1, p, -1);
        stencil.above(1, 0)[k] = face(a, c, b, xz, k, s, 1);
        stencil.above(-1, 0)[k] = face(a, c, b, xz, k - 1, s, -1);
        stencil.above(0, 1)[k] = face(b, c, a, yz, k, 1, 1);
        stencil.above(0, -1)[k] = face(b, c, a, yz, k - s, 1, -1);
        stencil.above(1, 1)[k] = diagonal(k, 1, 1);
        stencil.above(-1, 1)[k] = diagonal(k - 1, -1, 1);
        stencil.above(1, -1)[k] = diagonal(k - s, 1, -1);
        stencil.above(-1, -1)[k] = diagonal(k - s - 1, -1, -1);
      }
    }
  }

  /** Corners that differ along one axis, of the four cells around; u, v: steps across it. */
  private static double edge(
      double[] along, double[] one, double[] other, double[] mixed, int k, int u, int v) {
    int ku = k - u;
    int kv = k - v;
    int kuv = k - u - v;
    double sum = (one[k] + other[k]) + (one[ku] + other[ku]);
    sum += (one[kv] + other[kv]) + (one[kuv] + other[kuv]);
    return ((mixed[k] - mixed[ku]) - (mixed[kv] - mixed[kuv])) / 12
        + (sum / 18 - ((along[k] + along[ku]) + (along[kv] + along[kuv])) / 9);
  }

  /** Corners that differ along two axes, of the two cells on either side of the face. */
  private static double face(
      double[] one, double[] other, double[] normal, double[] mixed, int k, int step, int sign) {
    int n = k - step;
    return ((normal[k] + normal[n]) / 36 - ((one[k] + other[k]) + (one[n] + other[n])) / 18)
        - sign * (mixed[k] + mixed[n]) / 6;
  }

  /** Opposite corners of a cell, in the direction (dx, dy, 1). */
  private double diagonal(int k, int dx, int dy) {
    double mixed = dx * dy * cell[3][k] + dx * cell[4][k] + dy * cell[5][k];
    return -(cell[0][k] + cell[1][k] + cell[2][k]) / 36 - mixed / 12;
  }

  /** Each row sums to zero. */
  private void centreRows(int from, int to) {
    NodeLayout l = stencil.layout();
    double[] centre = stencil.centre();
    int[] offset = stencil.offsets();
    for (int row = from; row < to; row++) {
      int start = l.start(row);
      int end = start + l.nx();
      java.util.Arrays.fill(centre, start, end, 0);
      for (int n = 1; n < offset.length; n++) {
        double[] c = stencil.couplings()[n];
        int o = offset[n];
        for (int k = start; k < end; k++) {
          centre[k] -= c[k] + c[k - o];
        }
      }
    }
  }
}
