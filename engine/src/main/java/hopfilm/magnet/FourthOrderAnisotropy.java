package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;

/**
 * An anisotropy that is {@link FourthOrder} too, with its uniaxial part of second order:
 *
 * <pre>
 *   H = (4 Ku2/(mu0 Ms)) (m.e)^3 e - (2 Kc1/(mu0 Ms)) sum_i a_i (a_j^2 + a_k^2) c_i
 * </pre>
 */
public final class FourthOrderAnisotropy implements EnergyTerm {

  private final Material material;
  private final FourthOrder fourth;
  private final UniaxialAnisotropy second;

  FourthOrderAnisotropy(Material material) {
    this.material = material;
    this.fourth = material.anisotropy().fourth();
    this.second = new UniaxialAnisotropy(material);
  }

  @Override
  public String name() {
    return second.name();
  }

  private double along(VectorField m, int cell, int axis) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double e = axis < 0 ? material.axis().at(c, cell) : fourth.cubic().at(axis, c);
      sum += m.component(c)[cell] * e;
    }
    return sum;
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      if (material.Ms().at(i) != 0) {
        double me = along(m, i, -1);
        double a = along(m, i, 0) * along(m, i, 0);
        double b = along(m, i, 1) * along(m, i, 1);
        double c = along(m, i, 2) * along(m, i, 2);
        sum -= fourth.Ku2().at(i) * me * me * me * me;
        sum += fourth.Kc1().at(i) * (a * b + b * c + c * a);
      }
    }
    return second.energy(m) + sum * m.grid().cellVolume();
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    second.addField(m, h);
    double[] a = new double[3];
    for (int i = 0; i < m.grid().cells(); i++) {
      if (material.Ms().at(i) == 0) {
        continue;
      }
      double inverse = 1 / (MU0 * material.Ms().at(i));
      double me = along(m, i, -1);
      double s = 4 * fourth.Ku2().at(i) * inverse * me * me * me;
      double t = 2 * fourth.Kc1().at(i) * inverse;
      for (int k = 0; k < 3; k++) {
        a[k] = along(m, i, k);
      }
      for (int c = 0; c < 3; c++) {
        double sum = s * material.axis().at(c, i);
        for (int k = 0; k < 3; k++) {
          double p = a[(k + 1) % 3];
          double q = a[(k + 2) % 3];
          sum -= t * a[k] * (p * p + q * q) * fourth.cubic().at(k, c);
        }
        h.component(c)[i] += sum;
      }
    }
  }
}
