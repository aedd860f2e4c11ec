package hopfilm.transport;

import hopfilm.solver.SkewStencil;

/** The stiffness matrix with the skew part that Hall currents add. */
interface HallPart {

  /** The whole matrix, its symmetric part included. */
  SkewStencil matrix();

  /**
   * Assembles the skew part.
   *
   * @param m components of the magnetisation by cell
   * @param conducts the columns of cells that do; null if all do
   * @param factor of the conductivity of each cell; null for 1
   */
  void assemble(double[][] m, boolean[] conducts, double[] factor);
}
