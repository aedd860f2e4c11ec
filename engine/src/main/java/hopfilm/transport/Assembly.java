package hopfilm.transport;

/**
 * A matrix of the elements of all cells, in units of thickness * s_perp: the stiffness matrix, or
 * with the skew part that Hall currents add.
 *
 * @param <M> its numbers
 */
interface Assembly<M> {

  /** The matrix; that of Hall currents has the symmetric part too. */
  M matrix();

  /**
   * Assembles it, of Hall currents the skew part.
   *
   * @param m components of the magnetisation by cell
   * @param conducts the columns of cells that do; null if all do
   * @param factor of the conductivity of each cell; null for 1
   */
  void assemble(double[][] m, boolean[] conducts, double[] factor);
}
