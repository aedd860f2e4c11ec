package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;

/** Uniaxial anisotropy, w = -Ku (m.e)^2, H = (2 Ku/(mu0 Ms)) (m.e) e. */
public final class UniaxialAnisotropy implements EnergyTerm {

  private final Material material;

  UniaxialAnisotropy(Material material) {
    this.material = material;
  }

  @Override
  public String name() {
    return "anisotropy";
  }

  @Override
  public double energy(VectorField m) {
    EasyAxis e = material.axis();
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      if (material.Ms().at(i) != 0) {
        double me = m.x()[i] * e.at(0, i) + m.y()[i] * e.at(1, i) + m.z()[i] * e.at(2, i);
        sum -= material.Ku().at(i) * me * me;
      }
    }
    return sum * m.grid().cellVolume();
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    EasyAxis e = material.axis();
    for (int i = 0; i < m.grid().cells(); i++) {
      if (material.Ms().at(i) != 0) {
        double me = m.x()[i] * e.at(0, i) + m.y()[i] * e.at(1, i) + m.z()[i] * e.at(2, i);
        double s = 2 * material.Ku().at(i) / (MU0 * material.Ms().at(i)) * me;
        h.x()[i] += s * e.at(0, i);
        h.y()[i] += s * e.at(1, i);
        h.z()[i] += s * e.at(2, i);
      }
    }
  }
}
