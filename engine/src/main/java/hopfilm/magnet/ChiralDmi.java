package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;

/**
 * Dzyaloshinskii-Moriya interaction: a bond costs cross d.(m_j x m_i). The symmetry of the material
 * ({@link DmiKind}) sets the axis d of each bond.
 *
 * <p>Bulk, crystal class T: w = D m.(curl m). Bloch walls; for D &gt; 0 the helix is m = (0, -sin
 * kx, cos kx). I. E. Dzyaloshinskii, doi:10.1016/0022-3697(58)90076-3.
 *
 * <p>Interfacial, class Cnv: w = D [(m.grad) mz - mz div m]. Neel walls. Sign of Rohart and
 * Thiaville, doi:10.1103/PhysRevB.88.184422.
 */
public final class ChiralDmi implements EnergyTerm {

  private final Bonds bonds;
  private final Material material;

  ChiralDmi(Bonds bonds, Material material) {
    this.bonds = bonds;
    this.material = material;
  }

  @Override
  public String name() {
    return "dmi";
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      if (!bonds.hasAxis(k)) {
        continue;
      }
      double[] p = m.component((bonds.turnAxis(k) + 1) % 3);
      double[] q = m.component((bonds.turnAxis(k) + 2) % 3);
      for (int i = 0; i < m.grid().cells(); i++) {
        for (int n = 1; n <= bonds.reach(); n++) {
          int j = bonds.neighbour(i, k, n);
          if (j >= 0) {
            sum += bonds.bond(i, k, n).cross() * (p[j] * q[i] - q[j] * p[i]);
          }
        }
      }
    }
    return sum * m.grid().cellVolume();
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    for (int k = 0; k < 3; k++) {
      if (!bonds.hasAxis(k)) {
        continue;
      }
      int a = bonds.turnAxis(k);
      double[] p = m.component((a + 1) % 3);
      double[] q = m.component((a + 2) % 3);
      double[] hp = h.component((a + 1) % 3);
      double[] hq = h.component((a + 2) % 3);
      for (int i = 0; i < m.grid().cells(); i++) {
        if (bonds.isEmpty(i)) {
          continue;
        }
        double scale = 1 / (MU0 * material.Ms().at(i));
        for (int n = -bonds.reach(); n <= bonds.reach(); n++) {
          int j = n == 0 ? -1 : bonds.neighbour(i, k, n);
          if (j >= 0) {
            // H_i = -cross d x m_j from the bond above, +cross d x m_j from the one below
            double cross = bonds.bond(n > 0 ? i : j, k, Math.abs(n)).cross();
            double c = Integer.signum(n) * scale * cross;
            hp[i] += c * q[j];
            hq[i] -= c * p[j];
          }
        }
      }
    }
  }
}
