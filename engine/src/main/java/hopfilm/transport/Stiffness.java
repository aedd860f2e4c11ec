package hopfilm.transport;

import hopfilm.solver.Stencil;

/** The stiffness matrix of a film for the magnetisation at hand, in units of thickness * s_perp. */
interface Stiffness {

  /** The matrix. */
  Stencil stencil();

  /**
   * Assembles the matrix.
   *
   * @param m components of the magnetisation by cell, whose arrays are kept
   */
  void assemble(double[][] m);
}
