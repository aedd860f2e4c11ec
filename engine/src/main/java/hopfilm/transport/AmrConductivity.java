package hopfilm.transport;

import hopfilm.grid.VectorField;

/**
 * Conductivity with anisotropic magnetoresistance (AMR).
 *
 * <pre>
 *   Sigma_ij = s_perp delta_ij + s_delta m_i m_j
 *   s_perp = 1/rho_perp,  s_delta = 1/rho_par - 1/rho_perp
 *   a = 2 (rho_par - rho_perp) / (rho_par + rho_perp),  |a| &lt; 2
 * </pre>
 *
 * <p>The anomalous Hall effect adds s_H eps_ijk m_k, s_H = s_perp tan(hall angle): in the plane
 * Sigma_xy = +s_H m_z, Sigma_yx = -s_H m_z, j_H = s_H E x m. A current along +x in a film with m_z
 * = 1 and a positive angle then has E_y = +tan(angle) E_x in a Hall bar. Reference: N. Nagaosa et
 * al., Rev. Mod. Phys. 82, 1539 (2010), doi:10.1103/RevModPhys.82.1539.
 *
 * <p>rho_par and rho_perp are the resistivities [Ohm m] for a current along and across m. The
 * off-diagonal part, m_x m_y and so on, is the planar Hall effect, which can be left out for
 * comparison. a = 1.5 means rho_par = 7 rho_perp.
 *
 * <p>Reference: T. R. McGuire, R. I. Potter, IEEE Trans. Magn. 11, 1018 (1975),
 * doi:10.1109/TMAG.1975.1058782.
 *
 * @param rhoPerp rho_perp [Ohm m]
 * @param amr the AMR ratio a
 * @param hallAngle the anomalous Hall angle, within +-pi/2 [rad]
 * @param planarHall true if the off-diagonal part of m_i m_j is there
 */
public record AmrConductivity(double rhoPerp, double amr, double hallAngle, boolean planarHall) {

  /**
   * @throws IllegalArgumentException if rhoPerp is not positive or amr not within (-2, 2) or the
   *     Hall angle not within +-pi/2
   */
  public AmrConductivity {
    if (!(rhoPerp > 0) || Double.isInfinite(rhoPerp)) {
      throw new IllegalArgumentException(
          "the resistivity rho_perp must be positive and finite, not %g Ohm m".formatted(rhoPerp));
    }
    if (!(Math.abs(amr) < 2)) {
      throw new IllegalArgumentException(
          "the AMR ratio a = 2 (rho_par - rho_perp)/(rho_par + rho_perp) lies between -200 %% and"
              .concat(" 200 %%, not at %g %%")
              .formatted(100 * amr));
    }
    if (!(Math.abs(hallAngle) < Math.PI / 2)) {
      throw new IllegalArgumentException(
          "the Hall angle lies between -90 and 90 degrees, not at %g"
              .formatted(Math.toDegrees(hallAngle)));
    }
  }

  /** Without anomalous Hall effect. */
  public AmrConductivity(double rhoPerp, double amr) {
    this(rhoPerp, amr, 0, true);
  }

  /** s_H / s_perp, the tangent of the Hall angle. */
  public double hallRatio() {
    return Math.tan(hallAngle);
  }

  /** s_perp, the conductivity across m [S/m]. */
  public double sPerp() {
    return 1 / rhoPerp;
  }

  /** s_delta, the conductivity along m less that across it [S/m]. */
  public double sDelta() {
    return ratio() * sPerp();
  }

  /** s_delta / s_perp = -2a / (2 + a). */
  public double ratio() {
    return -2 * amr / (2 + amr);
  }

  /**
   * Writes Sigma of a cell [S/m], Sigma_ab at 3 a + b.
   *
   * @param factor of the conductivity
   */
  void tensor(double mx, double my, double mz, double factor, double[] s) {
    double perp = factor * sPerp();
    double delta = factor * sDelta();
    double mixed = planarHall ? delta : 0;
    double hall = perp * hallRatio();
    s[0] = perp + delta * mx * mx;
    s[4] = perp + delta * my * my;
    s[8] = perp + delta * mz * mz;
    s[1] = mixed * mx * my + hall * mz;
    s[3] = mixed * mx * my - hall * mz;
    s[2] = mixed * mx * mz - hall * my;
    s[6] = mixed * mx * mz + hall * my;
    s[5] = mixed * my * mz + hall * mx;
    s[7] = mixed * my * mz - hall * mx;
  }

  /** Writes the part of Sigma_ab/s_perp that is even in m, for n cells in a row. */
  void even(int a, int b, double[][] m, int from, double[] out, int to, int n) {
    double[] ma = m[a];
    double[] mb = m[b];
    double one = a == b ? 1 : 0;
    double r = a == b || planarHall ? ratio() : 0;
    for (int i = 0; i < n; i++) {
      out[to + i] = one + r * ma[from + i] * mb[from + i];
    }
  }

  /** Writes the part of Sigma_ab/s_perp that is odd in m, a &lt; b, for n cells in a row. */
  void odd(int a, int b, double[][] m, int from, double[] out, int to, int n) {
    double[] mc = m[3 - a - b];
    double h = b == a + 1 ? hallRatio() : -hallRatio();
    for (int i = 0; i < n; i++) {
      out[to + i] = h * mc[from + i];
    }
  }

  /**
   * Turns an electric field [V/m] into the current density Sigma E [A/m^2], in place.
   *
   * @param j the field at the cell centres; in a film of one layer the current stays in its plane
   * @param m components of the magnetisation, each of all cells
   * @param factor of Sigma in each cell; null for 1
   */
  void toCurrent(VectorField j, double[][] m, double[] factor) {
    if (j.grid().nz() > 1) {
      inSpace(j, m);
    } else {
      inPlane(j, m);
    }
    for (int c = 0; factor != null && c < factor.length; c++) {
      j.x()[c] *= factor[c];
      j.y()[c] *= factor[c];
      j.z()[c] *= factor[c];
    }
  }

  /** Writes E.Sigma E [W/m^3] of an electric field; Hall currents make no heat. */
  void toHeat(VectorField e, double[][] m, double[] factor, double[] heat) {
    double s = sPerp();
    double r = ratio();
    boolean isFlat = e.grid().nz() == 1;
    for (int c = 0; c < heat.length; c++) {
      double x = m[0][c] * e.x()[c];
      double y = m[1][c] * e.y()[c];
      double z = isFlat ? 0 : m[2][c] * e.z()[c];
      double ez = isFlat ? 0 : e.z()[c];
      double along = planarHall ? (x + y + z) * (x + y + z) : x * x + y * y + z * z;
      double square = e.x()[c] * e.x()[c] + e.y()[c] * e.y()[c] + ez * ez;
      heat[c] = s * (square + r * along);
      heat[c] *= factor == null ? 1 : factor[c];
    }
  }

  private void inSpace(VectorField j, double[][] m) {
    double s = sPerp();
    double r = ratio();
    double h = hallRatio();
    for (int c = 0; c < j.grid().cells(); c++) {
      double x = j.x()[c];
      double y = j.y()[c];
      double z = j.z()[c];
      double mx = m[0][c];
      double my = m[1][c];
      double mz = m[2][c];
      double along = mx * x + my * y + mz * z;
      j.x()[c] = s * (x + r * (planarHall ? along : mx * x) * mx + h * (y * mz - z * my));
      j.y()[c] = s * (y + r * (planarHall ? along : my * y) * my + h * (z * mx - x * mz));
      j.z()[c] = s * (z + r * (planarHall ? along : mz * z) * mz + h * (x * my - y * mx));
    }
  }

  private void inPlane(VectorField j, double[][] m) {
    double s = sPerp();
    double r = ratio();
    double h = hallRatio();
    for (int c = 0; c < j.grid().cells(); c++) {
      double x = j.x()[c];
      double y = j.y()[c];
      double px = planarHall ? m[0][c] * x + m[1][c] * y : m[0][c] * x;
      double py = planarHall ? px : m[1][c] * y;
      double hz = h == 0 ? 0 : h * m[2][c];
      j.x()[c] = s * (x + r * px * m[0][c] + hz * y);
      j.y()[c] = s * (y + r * py * m[1][c] - hz * x);
    }
  }
}
