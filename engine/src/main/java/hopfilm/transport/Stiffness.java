package hopfilm.transport;

import hopfilm.solver.Stencil;

/** The stiffness matrix of a film for the magnetisation at hand, in units of thickness * s_perp. */
interface Stiffness {

  /** The numbers of the matrix. */
  Stencil stencil();

  /**
   * Assembles the matrix.
   *
   * @param m components of the magnetisation by cell
   * @param conducts the columns of cells that do; null if all do
   * @param factor of the conductivity of each cell; null for 1
   */
  void assemble(double[][] m, boolean[] conducts, double[] factor);
}
