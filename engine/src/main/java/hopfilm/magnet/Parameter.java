package hopfilm.magnet;

import hopfilm.grid.CellMask;
import hopfilm.grid.ScalarField;

/** A material parameter: one number, or one number in each cell. */
public sealed interface Parameter {

  /** Value in a cell. */
  double at(int cell);

  /** True if all cells have the same value. */
  boolean isUniform();

  /** Largest absolute value. */
  double maxAbs();

  /** The same parameter, 0 in cells without film; the parameter itself if the mask is full. */
  default Parameter within(CellMask mask) {
    if (mask.isFull()) {
      return this;
    }
    ScalarField field = new ScalarField(mask.grid());
    for (int cell = 0; cell < field.values().length; cell++) {
      field.values()[cell] = mask.inside(cell) ? at(cell) : 0;
    }
    return of(field);
  }

  /** One number for all cells. */
  static Parameter of(double value) {
    return new Uniform(value);
  }

  /** A number in each cell. */
  static Parameter of(ScalarField field) {
    return new Varying(field);
  }

  /**
   * A value that must be given before a film is simulated.
   *
   * @param name of the parameter and its material
   */
  static Parameter missing(String name) {
    return new Missing(name);
  }

  /** No value yet: whoever needs one gets an {@link IllegalStateException} with its name. */
  record Missing(String name) implements Parameter {
    @Override
    public double at(int cell) {
      throw unknown(name);
    }

    @Override
    public boolean isUniform() {
      return true;
    }

    @Override
    public double maxAbs() {
      throw unknown(name);
    }

    static IllegalStateException unknown(String name) {
      return new IllegalStateException(
          "%s has no value; give one, for example by withAlpha(0.1)".formatted(name));
    }
  }

  /** The same value in all cells. */
  record Uniform(double value) implements Parameter {
    /**
     * @throws IllegalArgumentException if the value is not finite
     */
    public Uniform {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a material parameter must be finite, not " + value);
      }
    }

    @Override
    public double at(int cell) {
      return value;
    }

    @Override
    public boolean isUniform() {
      return true;
    }

    @Override
    public double maxAbs() {
      return Math.abs(value);
    }
  }

  /** A value in each cell. */
  record Varying(ScalarField field) implements Parameter {
    @Override
    public double at(int cell) {
      return field.values()[cell];
    }

    @Override
    public boolean isUniform() {
      return false;
    }

    @Override
    public double maxAbs() {
      double max = 0;
      for (double v : field.values()) {
        max = Math.max(max, Math.abs(v));
      }
      return max;
    }
  }
}
