package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.parallel.Parallel;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.Stencil;
import java.util.Arrays;

/**
 * The stiffness matrix of div(S grad V) = 0 in a plane with bilinear (Q1) elements on the cells,
 * integrated exactly, for the conductivity S = 1 + r m m^T (in units of s_perp) that is constant in
 * each cell.
 *
 * <p>A cell couples its four corners by conductances; with A = S_xx dy/(6 dx), C = S_yy dx/(6 dy)
 * and B = S_xy/2 the matrix elements are
 *
 * <pre>
 *   sides along x:  C - 2A     diagonal (0,0)-(1,1):  -A - C - B
 *   sides along y:  A - 2C     diagonal (1,0)-(0,1):  -A - C + B
 * </pre>
 *
 * and rows sum to zero. A cell that does not conduct couples nothing. The currents that leave the
 * nodes are thickness * s_perp * K V [A].
 *
 * <p>Reference: O. C. Zienkiewicz, R. L. Taylor, J. Z. Zhu, The Finite Element Method (2013),
 * doi:10.1016/C2009-0-24909-9.
 */
final class StiffnessMatrix implements Assembly<Stencil> {
  private final Grid film;
  private final double ratio;
  private final double offDiagonal; // of S; 0 without planar Hall effect
  private final Stencil stencil;
  private final double[] alongX;
  private final double[] alongY;
  private final Parallel parallel;
  private boolean[] conducts; // null if every cell does
  private double[] factor; // null for 1
  private double[] mx;
  private double[] my;
  private final Parallel.Body cells = this::cellRows;
  private final Parallel.Body nodes = this::nodeRows;

  /**
   * @param work two arrays that others may use between two calls
   */
  StiffnessMatrix(
      Grid film,
      AmrConductivity conductivity,
      NodeLayout layout,
      double[][] work,
      Parallel parallel) {
    this.film = film;
    this.ratio = conductivity.ratio();
    this.offDiagonal = conductivity.planarHall() ? ratio : 0;
    this.parallel = layout.nodes() < 64 * 64 ? Parallel.SERIAL : parallel;
    this.stencil = new Stencil(layout);
    this.alongX = work[0];
    this.alongY = work[1];
  }

  @Override
  public Stencil matrix() {
    return stencil;
  }

  @Override
  public void assemble(double[][] m, boolean[] conducting, double[] factors) {
    mx = m[0];
    my = m[1];
    conducts = conducting;
    factor = factors;
    NodeLayout l = stencil.layout();
    Arrays.fill(alongX, 0);
    Arrays.fill(alongY, 0);
    parallel.forRange(film.ny(), cells);
    if (l.wraps()) {
      l.fillGhosts(alongX);
      l.fillGhosts(alongY);
      l.fillGhosts(stencil.northEast());
      l.fillGhosts(stencil.northWest());
    }
    parallel.forRange(l.ny(), nodes);
    stencil.fillGhosts();
  }

  /** Couplings of each cell, kept at its low corner; the one of the second diagonal at its own. */
  private void cellRows(int from, int to) {
    NodeLayout l = stencil.layout();
    double[] ne = stencil.northEast();
    double[] nw = stencil.northWest();
    double fx = film.dy() / film.dx() / 6;
    double fy = film.dx() / film.dy() / 6;
    for (int j = from; j < to; j++) {
      int k = l.start(j);
      int c = film.nx() * j;
      for (int end = c + film.nx(); c < end; c++, k++) {
        double a = fx * (1 + ratio * mx[c] * mx[c]);
        double b = .5 * offDiagonal * mx[c] * my[c];
        double d = fy * (1 + ratio * my[c] * my[c]);
        alongX[k] = d - 2 * a;
        alongY[k] = a - 2 * d;
        ne[k] = -(a + d) - b;
        nw[k + 1] = b - (a + d);
      }
      if (factor != null) {
        multiply(j);
      }
      if (conducts != null) {
        leaveOut(j);
      }
      if (l.wrapX()) {
        nw[l.start(j)] = nw[k];
      }
    }
  }

  private void multiply(int j) {
    int k = stencil.layout().start(j);
    int c = film.nx() * j;
    for (int end = c + film.nx(); c < end; c++, k++) {
      alongX[k] *= factor[c];
      alongY[k] *= factor[c];
      stencil.northEast()[k] *= factor[c];
      stencil.northWest()[k + 1] *= factor[c];
    }
  }

  private void leaveOut(int j) {
    int k = stencil.layout().start(j);
    for (int i = 0; i < film.nx(); i++, k++) {
      if (!conducts[i + film.nx() * j]) {
        alongX[k] = alongY[k] = stencil.northEast()[k] = stencil.northWest()[k + 1] = 0;
      }
    }
  }

  private void nodeRows(int from, int to) {
    NodeLayout l = stencil.layout();
    double[] centre = stencil.centre();
    double[] e = stencil.east();
    double[] n = stencil.north();
    double[] ne = stencil.northEast();
    double[] nw = stencil.northWest();
    int s = l.stride();
    for (int j = from; j < to; j++) {
      int k = l.start(j);
      for (int end = k + l.nx(); k < end; k++) {
        double east = alongX[k] + alongX[k - s];
        double west = alongX[k - 1] + alongX[k - s - 1];
        double north = alongY[k] + alongY[k - 1];
        double south = alongY[k - s] + alongY[k - s - 1];
        e[k] = east;
        n[k] = north;
        centre[k] =
            -((east + west) + (north + south) + (ne[k] + ne[k - s - 1]) + (nw[k] + nw[k - s + 1]));
      }
    }
  }
}
