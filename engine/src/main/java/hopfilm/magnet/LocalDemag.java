package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;

/**
 * Demagnetising energy of an infinitely thin film, w = (mu0 Ms^2/2) mz^2, H = -Ms mz z.
 *
 * <p>The limit of {@link Demag} for textures that are wide against the thickness. It is the same as
 * a uniaxial anisotropy along z of Ku = -mu0 Ms^2/2.
 */
public final class LocalDemag implements EnergyTerm {

  private final Material material;

  LocalDemag(Material material) {
    this.material = material;
  }

  @Override
  public String name() {
    return "demag";
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      double ms = material.Ms().at(i);
      if (ms != 0) {
        sum += 0.5 * MU0 * ms * ms * m.z()[i] * m.z()[i];
      }
    }
    return sum * m.grid().cellVolume();
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    for (int i = 0; i < m.grid().cells(); i++) {
      double ms = material.Ms().at(i);
      if (ms != 0) {
        h.z()[i] -= ms * m.z()[i];
      }
    }
  }
}
