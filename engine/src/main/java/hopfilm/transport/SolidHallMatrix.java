package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.parallel.Parallel;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.SkewStencil;
import hopfilm.solver.Stencil;
import hopfilm.solver.StencilMatrix;

/**
 * The part of the stiffness matrix that Hall currents add in three dimensions, for Sigma_ij = h
 * eps_ijk m_k (h = s_H / s_perp) constant in each cell, with trilinear elements. In a cell
 *
 * <pre>
 *   integral of grad f . Sigma_H grad V = h m . (integral of grad f x grad V)
 * </pre>
 *
 * <p>The part of m_z is that of a plane ({@link HallMatrix}) times the overlap of the shape
 * functions along z, dz/3 for corners at the same height and dz/6 otherwise; the others follow by
 * exchange of the axes. With P = h m_x dx, Q = h m_y dy and R = h m_z dz, all divided by the film's
 * thickness, a corner is coupled to the one that lies
 *
 * <pre>
 *   along x:        (+-R -+ Q)/6       upper signs on the low side along y for R, along z for Q
 *   across a face:  +-(v P - u Q)/12   in the direction (u, v) of a face across z, + at the low one
 * </pre>
 *
 * <p>and so on by cyclic exchange; opposite corners of a cell are not coupled. The matrix is skew
 * and its rows sum to zero, to rounding.
 */
final class SolidHallMatrix implements Assembly<SkewStencil> {
  private final Grid film;
  private final double ratio;
  private final SkewStencil matrix;
  private final Parallel parallel;
  private final double[][] cell; // P, Q, R at the cell's low corner
  private boolean[] conducts; // by column of cells; null if every cell does
  private double[] factor; // null for 1
  private double[][] m;
  private final Parallel.Body cells = this::cellRows;
  private final Parallel.Body nodes = this::nodeRows;

  SolidHallMatrix(Grid film, double ratio, StencilMatrix symmetric, Parallel parallel) {
    this.film = film;
    this.ratio = ratio;
    this.matrix = new SkewStencil(symmetric);
    this.parallel = matrix.layout().nodes() < 64 * 64 ? Parallel.SERIAL : parallel;
    this.cell = new double[3][matrix.layout().length()];
  }

  @Override
  public SkewStencil matrix() {
    return matrix;
  }

  @Override
  public void assemble(double[][] magnetisation, boolean[] conducting, double[] factors) {
    conducts = conducting;
    factor = factors;
    m = magnetisation;
    NodeLayout l = matrix.layout();
    parallel.forRange(film.ny() * film.nz(), cells);
    if (l.wraps()) {
      for (double[] c : cell) {
        l.fillGhosts(c);
      }
    }
    parallel.forRange(l.rows(), nodes);
    matrix.fillGhosts();
  }

  private void cellRows(int from, int to) {
    NodeLayout l = matrix.layout();
    double h = ratio / film.sizeZ();
    for (int row = from; row < to; row++) {
      int j = row % film.ny();
      int k = l.index(0, j, row / film.ny());
      int c = film.nx() * row;
      for (int i = 0; i < film.nx(); i++, k++, c++) {
        double on = conducts == null || conducts[i + film.nx() * j] ? h : 0;
        on *= factor == null ? 1 : factor[c];
        cell[0][k] = on * m[0][c] * film.dx();
        cell[1][k] = on * m[1][c] * film.dy();
        cell[2][k] = on * m[2][c] * film.dz();
      }
    }
  }

  private void nodeRows(int from, int to) {
    NodeLayout l = matrix.layout();
    Stencil skew = matrix.skew();
    int s = l.stride();
    int t = l.plane();
    double[] p = cell[0];
    double[] q = cell[1];
    double[] r = cell[2];
    for (int row = from; row < to; row++) {
      int start = l.start(row);
      for (int k = start; k < start + l.nx(); k++) {
        skew.east()[k] = edge(r, q, k, s, t);
        skew.north()[k] = edge(p, r, k, t, 1);
        skew.above(0, 0)[k] = edge(q, p, k, 1, s);
        skew.northEast()[k] = face(p, q, k, t, 1, 1);
        skew.northWest()[k] = face(p, q, k - 1, t, -1, 1);
        skew.above(0, 1)[k] = face(q, r, k, 1, 1, 1);
        skew.above(0, -1)[k] = face(q, r, k - s, 1, -1, 1);
        skew.above(1, 0)[k] = face(r, p, k, s, 1, 1);
        skew.above(-1, 0)[k] = face(r, p, k - 1, s, 1, -1);
      }
    }
  }

  /** To the next corner, in the four cells around; u, v: steps along the axes that follow. */
  private static double edge(double[] last, double[] next, int k, int u, int v) {
    int kuv = k - u - v;
    double one = (last[k] - last[k - u]) + (last[k - v] - last[kuv]);
    double two = (next[k] - next[k - v]) + (next[k - u] - next[kuv]);
    return (one - two) / 6;
  }

  /** To the corner in the direction (u, v) across a face, in the two cells beside it. */
  private static double face(double[] first, double[] second, int k, int step, int u, int v) {
    int n = k - step;
    return (v * (first[k] - first[n]) - u * (second[k] - second[n])) / 12;
  }
}
