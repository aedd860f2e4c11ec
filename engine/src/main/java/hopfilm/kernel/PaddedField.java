package hopfilm.kernel;

import hopfilm.grid.VectorField;

/**
 * Three components in the padded layout.
 *
 * @param layout where the cells lie
 * @param x first component
 * @param y second component
 * @param z third component
 */
public record PaddedField(PaddedLayout layout, double[] x, double[] y, double[] z) {

  /** A field of zeros. */
  public PaddedField(PaddedLayout layout) {
    this(layout, new double[layout.size()], new double[layout.size()], new double[layout.size()]);
  }

  /** Component 0 (x), 1 (y) or 2 (z). */
  public double[] component(int c) {
    return c == 0 ? x : c == 1 ? y : z;
  }

  /** The three arrays. */
  public double[][] components() {
    return new double[][] {x, y, z};
  }

  /** Takes over the cells of a field; ghosts are left as they are. */
  public void pack(VectorField m) {
    int nx = layout.grid().nx();
    for (int row = 0; row < layout.rows(); row++) {
      for (int c = 0; c < 3; c++) {
        System.arraycopy(m.component(c), row * nx, component(c), layout.start(row), nx);
      }
    }
  }

  /** Hands the cells to a field. */
  public void unpack(VectorField m) {
    int nx = layout.grid().nx();
    for (int row = 0; row < layout.rows(); row++) {
      for (int c = 0; c < 3; c++) {
        System.arraycopy(component(c), layout.start(row), m.component(c), row * nx, nx);
      }
    }
  }
}
