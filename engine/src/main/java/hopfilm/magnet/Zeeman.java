package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;

/** Energy in a uniform external field, w = -mu0 Ms m.H. */
public final class Zeeman implements EnergyTerm {

  private final Material material;
  private final double[] field;

  Zeeman(Material material, double[] field) {
    this.material = material;
    this.field = field.clone();
  }

  @Override
  public String name() {
    return "zeeman";
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      double mh = m.x()[i] * field[0] + m.y()[i] * field[1] + m.z()[i] * field[2];
      sum -= MU0 * material.Ms().at(i) * mh;
    }
    return sum * m.grid().cellVolume();
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    for (int i = 0; i < m.grid().cells(); i++) {
      if (material.Ms().at(i) != 0) {
        h.x()[i] += field[0];
        h.y()[i] += field[1];
        h.z()[i] += field[2];
      }
    }
  }
}
