package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;

/**
 * Exchange, w = A (grad m)^2, on the {@link Bonds} of the chosen discretisation.
 *
 * <p>Covariant: what is left of the chiral bond energy without its part odd in D; what an edge
 * leaves counts here.
 */
public final class Exchange implements EnergyTerm {

  private final Bonds bonds;
  private final Material material;

  Exchange(Bonds bonds, Material material) {
    this.bonds = bonds;
    this.material = material;
  }

  @Override
  public String name() {
    return "exchange";
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      if (bonds.hasAxis(k)) {
        sum += energyAlong(m, k);
      }
    }
    return sum * m.grid().cellVolume();
  }

  private double energyAlong(VectorField m, int k) {
    int par = bonds.turnAxis(k);
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      if (bonds.isEmpty(i)) {
        continue;
      }
      for (int n = 1; n <= bonds.reach(); n++) {
        int j = bonds.neighbour(i, k, n);
        if (j >= 0) {
          Bonds.Coefficients b = bonds.bond(i, k, n);
          for (int c = 0; c < 3; c++) {
            double d = m.component(c)[j] - m.component(c)[i];
            sum += 0.5 * (c == par ? b.par() : b.perp()) * d * d;
          }
        }
      }
      double edge = bonds.edge(k, i);
      for (int c = 0; c < 3; c++) {
        double v = c == par ? 0 : m.component(c)[i];
        sum -= 0.5 * edge * v * v;
      }
    }
    return sum;
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    for (int k = 0; k < 3; k++) {
      if (bonds.hasAxis(k)) {
        addFieldAlong(m, h, k);
      }
    }
  }

  private void addFieldAlong(VectorField m, VectorField h, int k) {
    int par = bonds.turnAxis(k);
    for (int i = 0; i < m.grid().cells(); i++) {
      if (bonds.isEmpty(i)) {
        continue;
      }
      double scale = 1 / (MU0 * material.Ms().at(i));
      for (int n = -bonds.reach(); n <= bonds.reach(); n++) {
        int j = n == 0 ? -1 : bonds.neighbour(i, k, n);
        if (j >= 0) {
          Bonds.Coefficients b = bonds.bond(n > 0 ? i : j, k, Math.abs(n));
          for (int c = 0; c < 3; c++) {
            double[] mc = m.component(c);
            h.component(c)[i] += scale * (c == par ? b.par() : b.perp()) * (mc[j] - mc[i]);
          }
        }
      }
      double edge = bonds.edge(k, i);
      for (int c = 0; c < 3; c++) {
        if (c != par) {
          h.component(c)[i] += scale * edge * m.component(c)[i];
        }
      }
    }
  }
}
