package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;

/**
 * Energy in a field from outside, w = -mu0 Ms m.H: the external field, or the Oersted field of a
 * current, which is held by its source, whose work is not counted.
 */
public final class Zeeman implements EnergyTerm {

  private final String name;
  private final Material material;
  private final double[][] field; // components, a number a cell or one for all

  private Zeeman(String name, Material material, double[][] field) {
    this.name = name;
    this.material = material;
    this.field = field;
  }

  /** In a uniform field of three components [A/m]. */
  static Zeeman uniform(Material material, double[] h) {
    return new Zeeman("zeeman", material, new double[][] {{h[0]}, {h[1]}, {h[2]}});
  }

  /** In a uniform field and one that varies in space [A/m]. */
  static Zeeman of(Material material, double[] h, VectorField cells) {
    VectorField sum = cells.copy();
    sum.add(1, VectorField.uniform(cells.grid(), h[0], h[1], h[2]));
    return new Zeeman("zeeman", material, sum.components());
  }

  /** In the Oersted field in each cell [A/m], copied. */
  static Zeeman oersted(Material material, VectorField h) {
    return new Zeeman("oersted", material, h.copy().components());
  }

  @Override
  public String name() {
    return name;
  }

  private double field(int component, int cell) {
    double[] h = field[component];
    return h[h.length == 1 ? 0 : cell];
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      double mh = m.x()[i] * field(0, i) + m.y()[i] * field(1, i) + m.z()[i] * field(2, i);
      sum -= MU0 * material.Ms().at(i) * mh;
    }
    return sum * m.grid().cellVolume();
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    for (int i = 0; i < m.grid().cells(); i++) {
      if (material.Ms().at(i) != 0) {
        h.x()[i] += field(0, i);
        h.y()[i] += field(1, i);
        h.z()[i] += field(2, i);
      }
    }
  }
}
