package hopfilm.grid;

/**
 * One number in each cell of a grid, flat, in the order of {@link Grid#index}. The array is the
 * field's own storage.
 *
 * @param grid the cells
 * @param values one value a cell
 */
public record ScalarField(Grid grid, double[] values) {

  /**
   * @throws IllegalArgumentException if the array does not have one value a cell
   */
  public ScalarField {
    if (values.length != grid.cells()) {
      throw new IllegalArgumentException(
          "a scalar field on %d cells needs an array of that length".formatted(grid.cells()));
    }
  }

  /** A field of zeros. */
  public ScalarField(Grid grid) {
    this(grid, new double[grid.cells()]);
  }
}
