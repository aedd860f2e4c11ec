package hopfilm.magnet;

import hopfilm.grid.VectorField;

/** Direction of the uniaxial anisotropy: one unit vector, or one in each cell. */
public sealed interface EasyAxis {

  EasyAxis Z = of(0, 0, 1);

  /** Component c of the axis in a cell. */
  double at(int c, int cell);

  /** True if all cells have the same axis. */
  boolean isUniform();

  /**
   * One axis for all cells.
   *
   * @throws IllegalArgumentException if it is no unit vector
   */
  static EasyAxis of(double x, double y, double z) {
    return new Uniform(x, y, z);
  }

  /**
   * An axis in each cell, those without film included.
   *
   * @throws IllegalArgumentException if one of them is no unit vector
   */
  static EasyAxis of(VectorField field) {
    return new Varying(field);
  }

  private static void requireUnit(double x, double y, double z) {
    if (!(Math.abs(Math.sqrt(x * x + y * y + z * z) - 1) <= 1e-9)) {
      throw new IllegalArgumentException("the anisotropy axis must be a unit vector");
    }
  }

  /** The same axis in all cells. */
  record Uniform(double x, double y, double z) implements EasyAxis {
    /**
     * @throws IllegalArgumentException if it is no unit vector
     */
    public Uniform {
      requireUnit(x, y, z);
    }

    @Override
    public double at(int c, int cell) {
      return c == 0 ? x : c == 1 ? y : z;
    }

    @Override
    public boolean isUniform() {
      return true;
    }
  }

  /** An axis in each cell. */
  record Varying(VectorField field) implements EasyAxis {
    /**
     * @throws IllegalArgumentException if one of them is no unit vector
     */
    public Varying {
      for (int i = 0; i < field.x().length; i++) {
        requireUnit(field.x()[i], field.y()[i], field.z()[i]);
      }
    }

    @Override
    public double at(int c, int cell) {
      return field.component(c)[cell];
    }

    @Override
    public boolean isUniform() {
      return false;
    }
  }
}
