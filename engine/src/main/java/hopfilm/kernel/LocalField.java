package hopfilm.kernel;

/**
 * A field that follows from m in the cell itself or in those above and below it: an anisotropy of
 * fourth order, exchange across a spacer, a torque of the current through the film. Kernels add it
 * to each row of cells.
 */
public interface LocalField {

  /** Room behind the last number of an array by cell, for the rest of a vector. */
  int ROOM = PaddedLayout.LEAD;

  /**
   * Adds the field of a row [A/m].
   *
   * @param t m and what drives it
   * @param at where the row is
   * @param n its cells
   * @param h receives it by component, from 0
   */
  void add(Stage t, RowStarts at, int n, double[][] h);

  /** The same with vectors, which may run over the end of the row. */
  default void addByVector(Stage t, RowStarts at, int n, double[][] h) {
    add(t, at, n, h);
  }
}
