package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.SkewStencil;
import hopfilm.solver.StencilMatrix;

/**
 * The part of the stiffness matrix that Hall currents add in a film of one layer, for Sigma_xy =
 * -Sigma_yx = h m_z (h = s_H / s_perp) constant in each cell. In a cell
 *
 * <pre>
 *   integral of grad f . Sigma_H grad V = h m_z integral of df dV = h m_z (sum of f dV along the rim)
 * </pre>
 *
 * <p>by Stokes' theorem, counter-clockwise. As f and V are linear on a side, it couples the two
 * corners of each side by +-h m_z/2 and nothing else: no cell size, no diagonal. A side between two
 * cells has the difference of their m_z, so a uniform film has Hall currents' sources at its edges
 * alone. The matrix is skew and its rows sum to zero: G(m) = G(-m)^T (Onsager) and the Joule heat
 * has no Hall part, to rounding.
 */
final class HallMatrix implements Assembly<SkewStencil> {
  private final Grid film;
  private final double ratio;
  private final SkewStencil matrix;
  private boolean[] conducts; // null if every cell does
  private double[] factor; // null for 1

  HallMatrix(Grid film, double ratio, StencilMatrix symmetric) {
    this.film = film;
    this.ratio = ratio;
    this.matrix = new SkewStencil(symmetric);
  }

  @Override
  public SkewStencil matrix() {
    return matrix;
  }

  @Override
  public void assemble(double[][] m, boolean[] conducting, double[] factors) {
    conducts = conducting;
    factor = factors;
    double[] mz = m[2];
    NodeLayout l = matrix.layout();
    for (int j = 0; j < l.ny(); j++) {
      for (int i = 0; i < l.nx(); i++) {
        int k = l.index(i, j);
        double here = at(mz, i, j);
        boolean hasEast = i + 1 < l.nx() || l.wrapX();
        boolean hasNorth = j + 1 < l.ny() || l.wrapY();
        matrix.skew().east()[k] = hasEast ? .5 * (here - at(mz, i, j - 1)) : 0;
        matrix.skew().north()[k] = hasNorth ? .5 * (at(mz, i - 1, j) - here) : 0;
      }
    }
    matrix.fillGhosts();
  }

  /** h m_z of a cell, 0 outside. */
  private double at(double[] mz, int i, int j) {
    int c = film.column(i, j);
    if (c < 0) {
      return 0;
    }
    double h = conducts == null || conducts[c] ? ratio * mz[c] : 0;
    return factor == null ? h : h * factor[c];
  }
}
