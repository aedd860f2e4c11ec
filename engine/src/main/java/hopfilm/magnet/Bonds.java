package hopfilm.magnet;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;

/**
 * The bonds between neighbouring cells that carry exchange and Dzyaloshinskii-Moriya interaction.
 *
 * <p>A bond from cell i to its neighbour j = i + e_k turns about the axis d and has the energy
 * density
 *
 * <pre>  perp/2 |(m_j - m_i)_perp|^2 + par/2 |(m_j - m_i)_par|^2 + cross d.(m_j x m_i)</pre>
 *
 * with perp and par relative to d, and each missing bond of an open edge {@code -edge/2 |m_perp|^2}
 * in its cell. With theta = D dx/(2A):
 *
 * <table>
 * <caption>coefficients [J/m^3]</caption>
 * <tr><th></th><th>perp</th><th>par</th><th>cross</th><th>edge</th></tr>
 * <tr><td>covariant</td><td>2A cos(theta)/dx^2</td><td>2A/dx^2</td><td>2A sin(theta)/dx^2</td>
 *     <td>2A (1 - cos(theta))/dx^2</td></tr>
 * <tr><td>standard</td><td>2A/dx^2</td><td>2A/dx^2</td><td>D/dx</td><td>0</td></tr>
 * </table>
 *
 * <p>Between unlike cells A is the harmonic and D the arithmetic mean. A cell with Ms = 0 is empty:
 * its bonds are missing. A film of one layer has no bonds along z.
 */
public final class Bonds {

  /** Coefficients of one bond. */
  record Coefficients(double perp, double par, double cross, double edge) {

    static Coefficients of(double A, double D, double dx, Discretisation discretisation) {
      double par = 2 * A / (dx * dx);
      if (A == 0) {
        return new Coefficients(0, 0, 0, 0);
      }
      if (discretisation == Discretisation.STANDARD) {
        return new Coefficients(par, par, D / dx, 0);
      }
      double theta = D * dx / (2 * A);
      double half = Math.sin(theta / 2);
      return new Coefficients(
          par * Math.cos(theta), par, par * Math.sin(theta), par * 2 * half * half);
    }
  }

  private final Grid grid;
  private final Material material;
  private final Discretisation discretisation;
  private final Coefficients[] uniform = new Coefficients[3];
  private final Coefficients[][] varying = new Coefficients[3][];

  /** The bonds of a material on a grid. */
  public Bonds(Grid grid, Material material, Discretisation discretisation) {
    this.grid = grid;
    this.material = material;
    this.discretisation = discretisation;
    boolean same = material.A().isUniform() && material.D().isUniform();
    for (int k = 0; k < 3; k++) {
      if (same) {
        uniform[k] = own(k, 0);
      } else if (hasAxis(k)) {
        varying[k] = new Coefficients[grid.cells()];
        for (int cell = 0; cell < grid.cells(); cell++) {
          int next = rawNeighbour(cell, k, 1);
          varying[k][cell] = next < 0 ? null : between(cell, next, k);
        }
      }
    }
  }

  /** Whether there are bonds along axis k: not along z in a film of one layer. */
  public boolean hasAxis(int k) {
    return k < 2 || grid.nz() > 1;
  }

  /** The cell beyond {@code cell} along axis k in direction +1 or -1; -1 where there is none. */
  public int neighbour(int cell, int k, int direction) {
    int next = rawNeighbour(cell, k, direction);
    return next >= 0 && isEmpty(next) ? -1 : next;
  }

  /** Whether a cell holds no magnet. */
  boolean isEmpty(int cell) {
    return material.Ms().at(cell) == 0;
  }

  /** Coefficients of the bond from {@code cell} to its existing neighbour along +k. */
  Coefficients bond(int cell, int k) {
    return uniform[k] != null ? uniform[k] : varying[k][cell];
  }

  /** Coefficients that a bond of {@code cell} with its like along axis k has. */
  Coefficients own(int k, int cell) {
    double d = material.dmi().turnSign(k) * material.D().at(cell);
    return Coefficients.of(material.A().at(cell), d, grid.cellSize(k), discretisation);
  }

  /** Weight of component c in the bond from {@code cell} upwards along k [J/m^3]. */
  public double weight(int k, int cell, int c) {
    Coefficients b = bond(cell, k);
    return c == turnAxis(k) ? b.par() : b.perp();
  }

  /** Chiral coefficient of the bond from {@code cell} upwards along k [J/m^3]. */
  public double chiral(int k, int cell) {
    return bond(cell, k).cross();
  }

  /** What a missing bond along k adds to the weight of a cell's own component c [J/m^3]. */
  public double edgeWeight(int k, int cell, int c) {
    return c == turnAxis(k) ? 0 : own(k, cell).edge();
  }

  /** Axis (0, 1, 2) about which bonds along axis k turn; the sign of d is in {@code cross}. */
  int turnAxis(int k) {
    return material.dmi().turnAxis(k);
  }

  private Coefficients between(int i, int j, int k) {
    double ai = material.A().at(i);
    double aj = material.A().at(j);
    double a = ai + aj == 0 ? 0 : 2 * ai * aj / (ai + aj);
    double d = 0.5 * (material.D().at(i) + material.D().at(j)) * material.dmi().turnSign(k);
    return Coefficients.of(a, d, grid.cellSize(k), discretisation);
  }

  private int rawNeighbour(int cell, int k, int direction) {
    int n = grid.cellsAlong(k);
    int step = k == 0 ? 1 : k == 1 ? grid.nx() : grid.nx() * grid.ny();
    int at = (cell / step) % n;
    int next = at + direction;
    if (next >= 0 && next < n) {
      return cell + direction * step;
    }
    return grid.edges(k) == Edges.PERIODIC ? cell + direction * step - direction * n * step : -1;
  }
}
