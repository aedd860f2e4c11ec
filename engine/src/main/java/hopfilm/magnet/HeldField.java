package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;

/**
 * Energy in the Oersted field of a current, w = -mu0 Ms m.H, as in any field from outside: the
 * current is held by its source, whose work is not counted.
 */
final class HeldField implements EnergyTerm {

  private final Material material;
  private final VectorField field;

  /**
   * @param field the field in each cell [A/m]
   */
  HeldField(Material material, VectorField field) {
    this.material = material;
    this.field = field;
  }

  @Override
  public String name() {
    return "oersted";
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      double mh = m.x()[i] * field.x()[i] + m.y()[i] * field.y()[i] + m.z()[i] * field.z()[i];
      sum -= MU0 * material.Ms().at(i) * mh;
    }
    return sum * m.grid().cellVolume();
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    for (int i = 0; i < m.grid().cells(); i++) {
      if (material.Ms().at(i) != 0) {
        h.x()[i] += field.x()[i];
        h.y()[i] += field.y()[i];
        h.z()[i] += field.z()[i];
      }
    }
  }
}
