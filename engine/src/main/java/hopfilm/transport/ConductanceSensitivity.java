package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;

/**
 * How the conductances between electrodes depend on the magnetisation of each cell:
 *
 * <pre>
 *   G_ij  = integral E_i . Sigma(m) E_j dV
 *   dG_ij = integral E_i . dSigma E_j dV,    E_i = -grad P_i
 * </pre>
 *
 * <p>P_i is the potential with 1 V at electrode i and 0 V at the others ({@link UnitDrives}). dG
 * holds no change of the potentials: G_ij = P_i.K P_j with the stiffness matrix K, P_i changes only
 * where no electrode is, and there K P_j = 0. So it is a plus sign and no factor: where both fields
 * are parallel, more conductivity along them makes G_ij larger; i and j on opposite sides of a cell
 * have E_i and E_j against each other there, and |G_ij| grows. With Hall currents E_i is that of
 * the reversed texture, for which K is transposed. With contact resistances the volt is outside,
 * and the same holds.
 *
 * <p>The fields are those of the elements in which K is integrated ({@link CellProducts}), so that
 * this is the derivative of the G which the program computes, not of its limit for fine meshes.
 * Summed over the cells, {@link #heat} gives G itself without contact resistances, and with them
 * what it is less the sum of R_k G_ik G_kj. Reference: D. B. Geselowitz, IEEE Trans. Biomed. Eng.
 * 18, 38 (1971), doi:10.1109/TBME.1971.4502787.
 *
 * <p>All is for a form u.G v of voltages u and v [V]: unit vectors for an element of G, twice the
 * same for the Joule heat.
 */
public final class ConductanceSensitivity {
  private final UnitDrives drives;

  public ConductanceSensitivity(UnitDrives drives) {
    this.drives = drives;
  }

  /** Share of each cell in u.G v: for u = v the Joule heat in it [W]. */
  public double[] heat(double[] u, double[] v) {
    double[] s = new double[9];
    double[] heat = new double[drives.film().cells()];
    visit(
        u,
        v,
        (cell, f) -> {
          drives.conductivity(cell, s);
          heat[cell] = CellProducts.sum(s, f);
        });
    return heat;
  }

  /**
   * Derivative of u.G v by a rotation of m in each cell: the change for a small dm perpendicular to
   * m is its scalar product with the vector of the cell [W/rad].
   */
  public VectorField gradient(double[] u, double[] v) {
    AmrConductivity sigma = drives.conductivity();
    double delta = sigma.sDelta();
    double hall = sigma.sPerp() * sigma.hallRatio();
    VectorField m = drives.m();
    VectorField gradient = new VectorField(drives.film());
    visit(
        u,
        v,
        (cell, f) -> {
          double along = 0;
          for (int a = 0; a < 3; a++) {
            int b = (a + 1) % 3;
            int c = (a + 2) % 3;
            double d = 2 * f[4 * a] * m.component(a)[cell];
            if (sigma.planarHall()) {
              d += (f[3 * a + b] + f[3 * b + a]) * m.component(b)[cell];
              d += (f[3 * a + c] + f[3 * c + a]) * m.component(c)[cell];
            }
            d = delta * d + hall * (f[3 * b + c] - f[3 * c + b]);
            d *= drives.factor(cell);
            gradient.component(a)[cell] = d;
            along += d * m.component(a)[cell];
          }
          for (int a = 0; a < 3; a++) {
            gradient.component(a)[cell] -= along * m.component(a)[cell];
          }
        });
    return gradient;
  }

  /** Derivative of u.G v by the angle of m in the plane, m_z held [W/rad]. */
  public double[] turn(double[] u, double[] v) {
    VectorField m = drives.m();
    VectorField g = gradient(u, v);
    double[] turn = new double[drives.film().cells()];
    for (int c = 0; c < turn.length; c++) {
      turn[c] = m.x()[c] * g.y()[c] - m.y()[c] * g.x()[c];
    }
    return turn;
  }

  /**
   * Derivative of u.G v by the angle of m above the plane, its direction in the plane held [W/rad];
   * by m_z it is this over the cosine of the angle. 0 where m is along z.
   */
  public double[] tilt(double[] u, double[] v) {
    VectorField m = drives.m();
    VectorField g = gradient(u, v);
    double[] tilt = new double[drives.film().cells()];
    for (int c = 0; c < tilt.length; c++) {
      double r = Math.hypot(m.x()[c], m.y()[c]);
      double inPlane = r == 0 ? 0 : (m.x()[c] * g.x()[c] + m.y()[c] * g.y()[c]) / r;
      tilt[c] = r == 0 ? 0 : r * g.z()[c] - m.z()[c] * inPlane;
    }
    return tilt;
  }

  /**
   * Share of each cell in the change of u.G v from one texture to another one, however large:
   *
   * <pre>
   *   G'_ij - G_ij = integral E_i . (Sigma' - Sigma) E'_j dV
   * </pre>
   *
   * <p>exactly, one field from before and one from after, and the mean of the two ways to choose
   * them. A cell whose m is as before adds nothing, so that this is where the change sits [W].
   *
   * @param before the film with the first texture
   * @param after the same film and electrodes with the other texture
   */
  public static double[] change(UnitDrives before, UnitDrives after, double[] u, double[] v) {
    Grid film = before.film();
    if (!film.equals(after.film()) || before.size() != after.size()) {
      throw new IllegalArgumentException("the two textures are those of different films");
    }
    double[] first = new double[9];
    double[] second = new double[9];
    CellProducts products = before.products();
    double[][] one = {before.adjoint(u), after.potential(v)};
    double[][] other = {after.adjoint(u), before.potential(v)};
    double[] f = new double[9];
    double[] change = new double[film.cells()];
    for (int cell = 0; cell < change.length; cell++) {
      if (before.conducts(cell)) {
        before.conductivity(cell, first);
        after.conductivity(cell, second);
        for (int ab = 0; ab < 9; ab++) {
          second[ab] -= first[ab];
        }
        products.at(cell, one[0], one[1], f);
        change[cell] = 0.5 * CellProducts.sum(second, f);
        products.at(cell, other[0], other[1], f);
        change[cell] += 0.5 * CellProducts.sum(second, f);
      }
    }
    return change;
  }

  private interface Visitor {
    void cell(int cell, double[] f);
  }

  private void visit(double[] u, double[] v, Visitor visitor) {
    double[] a = drives.adjoint(u);
    double[] p = drives.potential(v);
    CellProducts products = drives.products();
    double[] f = new double[9];
    for (int cell = 0; cell < drives.film().cells(); cell++) {
      if (drives.conducts(cell)) {
        products.at(cell, a, p, f);
        visitor.cell(cell, f);
      }
    }
  }
}
