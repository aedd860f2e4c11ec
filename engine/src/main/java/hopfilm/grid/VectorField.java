package hopfilm.grid;

/**
 * Three numbers in each cell of a grid, as three flat arrays of {@link Grid#cells()} values in the
 * order of {@link Grid#index}. The arrays are the field's own storage: writing them changes it.
 *
 * @param grid the cells
 * @param x first component
 * @param y second component
 * @param z third component
 */
public record VectorField(Grid grid, double[] x, double[] y, double[] z) {

  /**
   * @throws IllegalArgumentException if an array does not have one value a cell
   */
  public VectorField {
    if (x.length != grid.cells() || y.length != grid.cells() || z.length != grid.cells()) {
      throw new IllegalArgumentException(
          "a vector field on %d cells needs three arrays of that length".formatted(grid.cells()));
    }
  }

  /** A field of zeros. */
  public VectorField(Grid grid) {
    this(grid, new double[grid.cells()], new double[grid.cells()], new double[grid.cells()]);
  }

  /** A field of equal vectors. */
  public static VectorField uniform(Grid grid, double x, double y, double z) {
    VectorField f = new VectorField(grid);
    java.util.Arrays.fill(f.x, x);
    java.util.Arrays.fill(f.y, y);
    java.util.Arrays.fill(f.z, z);
    return f;
  }

  /** A copy with arrays of its own. */
  public VectorField copy() {
    return new VectorField(grid, x.clone(), y.clone(), z.clone());
  }

  /** Takes over the values of a field on the same grid. */
  public void set(VectorField other) {
    System.arraycopy(other.x, 0, x, 0, x.length);
    System.arraycopy(other.y, 0, y, 0, y.length);
    System.arraycopy(other.z, 0, z, 0, z.length);
  }

  /** Component 0 (x), 1 (y) or 2 (z). */
  public double[] component(int c) {
    return c == 0 ? x : c == 1 ? y : z;
  }

  /** The three arrays. */
  public double[][] components() {
    return new double[][] {x, y, z};
  }

  /** Largest length of a vector. */
  public double largest() {
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      square = Math.max(square, x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
    }
    return Math.sqrt(square);
  }

  /** Adds f times another field on the same grid. */
  public void add(double f, VectorField other) {
    for (int i = 0; i < x.length; i++) {
      x[i] += f * other.x[i];
      y[i] += f * other.y[i];
      z[i] += f * other.z[i];
    }
  }

  /** Scales each vector to length one; vectors of length zero stay. */
  public void normalise() {
    for (int i = 0; i < x.length; i++) {
      double r = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
      if (r > 0) {
        x[i] /= r;
        y[i] /= r;
        z[i] /= r;
      }
    }
  }

  /**
   * Mean of component c over the cells whose vector is not zero: of a magnetisation, the cells that
   * hold film ({@link CellMask}). 0 if there is none.
   */
  public double mean(int c) {
    double[] values = component(c);
    double sum = 0;
    int film = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      film += isZero(i) ? 0 : 1;
    }
    return film == 0 ? 0 : sum / film;
  }

  /** True if the vector of a cell is zero; of a magnetisation: there is no film. */
  public boolean isZero(int cell) {
    return x[cell] == 0 && y[cell] == 0 && z[cell] == 0;
  }
}
