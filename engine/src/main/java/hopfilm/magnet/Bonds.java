package hopfilm.magnet;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;

/**
 * The bonds between cells that carry exchange and Dzyaloshinskii-Moriya interaction.
 *
 * <p>A bond from cell i to its neighbour j = i + n e_k turns about the axis d and has the energy
 * density
 *
 * <pre>  perp/2 |(m_j - m_i)_perp|^2 + par/2 |(m_j - m_i)_par|^2 + cross d.(m_j x m_i)</pre>
 *
 * with perp and par relative to d, and what an open edge leaves in a cell is {@code -edge/2
 * |m_perp|^2}. With theta = D dx/(2A):
 *
 * <table>
 * <caption>coefficients [J/m^3]</caption>
 * <tr><th></th><th>perp</th><th>par</th><th>cross</th><th>edge</th></tr>
 * <tr><td>covariant</td><td>2A cos(theta)/dx^2</td><td>2A/dx^2</td><td>2A sin(theta)/dx^2</td>
 *     <td>2A (1 - cos(theta))/dx^2 for each missing bond</td></tr>
 * <tr><td>standard</td><td>2A/dx^2</td><td>2A/dx^2</td><td>D/dx</td><td>0</td></tr>
 * </table>
 *
 * <p>Covariant of fourth order: bonds to first neighbours of 4/3 and to second neighbours of -1/12
 * of these values, the latter with 2 theta. The mirror image beyond an open edge turns with theta:
 * m_(-1) = R^-1 m_0, m_(-2) = R^-3 m_1, so that half a bond across the edge lies between cells 0
 * and 1, and the bonds at the two ends of a row have 4/3 - 1/12. What remains of the energy -sum_n
 * 2A w_n (1 - cos(n theta))/dx^2 |m_perp|^2 that each cell has in both directions is its edge.
 *
 * <p>Between unlike cells A is the harmonic and D the arithmetic mean. A cell with Ms = 0 is empty:
 * its bonds are missing. A film of one layer has no bonds along z.
 */
public final class Bonds {

  /** Coefficients of one bond. */
  record Coefficients(double perp, double par, double cross, double edge) {

    /** Coefficients of a bond over {@code cells} cells, of the given weight. */
    static Coefficients of(
        double A, double D, double dx, Discretisation discretisation, int cells, double weight) {
      double par = weight * 2 * A / (dx * dx);
      if (A == 0) {
        return new Coefficients(0, 0, 0, 0);
      }
      if (discretisation == Discretisation.STANDARD) {
        return new Coefficients(par, par, D / dx, 0);
      }
      double theta = cells * D * dx / (2 * A);
      double half = Math.sin(theta / 2);
      return new Coefficients(
          par * Math.cos(theta), par, par * Math.sin(theta), par * 2 * half * half);
    }
  }

  private final Grid grid;
  private final Material material;
  private final Discretisation discretisation;
  private final double[] weights;

  /** By axis, and by the length of the bond or, for those of one cell, by its number of ends. */
  private final Coefficients[][] uniform = new Coefficients[3][];

  private final Coefficients[][][] varying = new Coefficients[3][][];

  public Bonds(Grid grid, Material material, Discretisation discretisation) {
    this.grid = grid;
    this.material = material;
    this.discretisation = discretisation;
    this.weights = discretisation.weights();
    boolean same = material.A().isUniform() && material.D().isUniform();
    for (int k = 0; k < 3; k++) {
      double dx = grid.cellSize(k);
      double d = material.dmi().turnSign(k) * material.D().at(0);
      if (same) {
        uniform[k] = new Coefficients[4];
        for (int n = 0; n < 4 && n < 2 + reach(); n++) {
          uniform[k][n] =
              n < 3
                  ? Coefficients.of(material.A().at(0), d, dx, discretisation, 1, first(n))
                  : Coefficients.of(material.A().at(0), d, dx, discretisation, 2, weights[1]);
        }
      } else if (hasAxis(k)) {
        varying[k] = new Coefficients[reach()][grid.cells()];
        for (int cell = 0; cell < grid.cells(); cell++) {
          for (int cells = 1; cells <= reach(); cells++) {
            boolean exists = neighbour(cell, k, cells) >= 0;
            varying[k][cells - 1][cell] = exists ? between(cell, k, cells) : null;
          }
        }
      }
    }
  }

  /** Reach of the farthest bonds [cells]: 1 or 2. */
  public int reach() {
    return weights.length;
  }

  /** True if there are bonds along axis k: not along z in a film of one layer. */
  public boolean hasAxis(int k) {
    return k < 2 || grid.nz() > 1;
  }

  /**
   * The cell that a bond of {@code cell} along axis k leads to.
   *
   * @param offset length of the bond in cells, negative downwards; at most {@link #reach}
   * @return -1 where it, a cell on the way or the cell itself is missing
   */
  public int neighbour(int cell, int k, int offset) {
    int direction = Integer.signum(offset);
    int next = isEmpty(cell) ? -1 : cell;
    for (int n = 0; n < Math.abs(offset) && next >= 0; n++) {
      next = rawNeighbour(next, k, direction);
      next = next >= 0 && isEmpty(next) ? -1 : next;
    }
    return next;
  }

  /** True if a cell holds no magnet. */
  boolean isEmpty(int cell) {
    return material.Ms().at(cell) == 0;
  }

  /** Coefficients of the bond from {@code cell} to its existing neighbour along +k. */
  Coefficients bond(int cell, int k, int cells) {
    if (uniform[k] == null) {
      return varying[k][cells - 1][cell];
    }
    return uniform[k][cells == 2 ? 3 : reach() == 1 ? 0 : ends(cell, k)];
  }

  /** Weight of component c in the bonds far from edges of a uniform film [J/m^3]. */
  public double innerWeight(int k, int cells, int c) {
    Coefficients b = uniform[k][cells == 2 ? 3 : 0];
    return c == turnAxis(k) ? b.par() : b.perp();
  }

  /** Chiral coefficient of the bonds far from edges of a uniform film [J/m^3]. */
  public double innerChiral(int k, int cells) {
    return uniform[k][cells == 2 ? 3 : 0].cross();
  }

  /** Weight of component c in the bond from {@code cell} upwards along k [J/m^3]. */
  public double weight(int k, int cell, int cells, int c) {
    Coefficients b = bond(cell, k, cells);
    return c == turnAxis(k) ? b.par() : b.perp();
  }

  /** Chiral coefficient of the bond from {@code cell} upwards along k [J/m^3]. */
  public double chiral(int k, int cell, int cells) {
    return bond(cell, k, cells).cross();
  }

  /** Share of edges along k in the weight of a cell's own component c [J/m^3]. */
  public double edgeWeight(int k, int cell, int c) {
    return c == turnAxis(k) ? 0 : edge(k, cell);
  }

  /** Share of edges along k in the weight of a cell's own perpendicular components [J/m^3]. */
  double edge(int k, int cell) {
    double sum = 0;
    for (int direction = -1; direction <= 1; direction += 2) {
      int next = neighbour(cell, k, direction);
      double one = next < 0 ? weights[0] : weights[0] - first(ends(direction > 0 ? cell : next, k));
      sum += one == 0 ? 0 : one * own(k, cell, 1).edge();
      if (reach() == 2 && neighbour(cell, k, 2 * direction) < 0) {
        sum += weights[1] * own(k, cell, 2).edge();
      }
    }
    return sum;
  }

  /** Axis (0, 1, 2) about which bonds along axis k turn; the sign of d is in {@code cross}. */
  int turnAxis(int k) {
    return material.dmi().turnAxis(k);
  }

  /** Ends of a row at which a bond to a first neighbour upwards is: 0, 1 or 2. */
  private int ends(int cell, int k) {
    if (reach() == 1) {
      return 0;
    }
    int next = neighbour(cell, k, 1);
    return (neighbour(cell, k, -1) < 0 ? 1 : 0) + (neighbour(next, k, 1) < 0 ? 1 : 0);
  }

  /** Weight of a bond to a first neighbour that lies at 0, 1 or 2 ends of a row. */
  private double first(int ends) {
    return reach() == 1 ? weights[0] : weights[0] + ends * weights[1];
  }

  /** Coefficients of a bond of weight 1 between two equal cells. */
  private Coefficients own(int k, int cell, int cells) {
    double d = material.dmi().turnSign(k) * material.D().at(cell);
    return Coefficients.of(material.A().at(cell), d, grid.cellSize(k), discretisation, cells, 1);
  }

  private Coefficients between(int cell, int k, int cells) {
    int next = neighbour(cell, k, 1);
    double dx = grid.cellSize(k);
    double a = stiffness(cell, next);
    double d = strength(cell, next, k);
    if (cells == 1) {
      return Coefficients.of(a, d, dx, discretisation, 1, first(ends(cell, k)));
    }
    // turns by the sum of the two bonds' angles D dx/(2A)
    int last = neighbour(next, k, 1);
    double b = stiffness(next, last);
    double both = a + b == 0 ? 0 : 2 * a * b / (a + b);
    double turn = both == 0 ? 0 : 0.5 * both * (d / a + strength(next, last, k) / b);
    return Coefficients.of(both, turn, dx, discretisation, 2, weights[1]);
  }

  private double stiffness(int i, int j) {
    double ai = material.A().at(i);
    double aj = material.A().at(j);
    return ai + aj == 0 ? 0 : 2 * ai * aj / (ai + aj);
  }

  private double strength(int i, int j, int k) {
    return 0.5 * (material.D().at(i) + material.D().at(j)) * material.dmi().turnSign(k);
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
