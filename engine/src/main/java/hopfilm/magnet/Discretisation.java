package hopfilm.magnet;

/** How exchange and Dzyaloshinskii-Moriya interaction become bonds between cells. */
public enum Discretisation {
  /**
   * Exchange acts on the difference between a vector and its neighbour turned by the angle theta =
   * D dx/(2A) that the interaction wants: exact for helices at any cell size, second order at
   * edges.
   */
  COVARIANT,
  /**
   * The same with the bonds to second neighbours too: fourth order inside the film, second order at
   * its edges, at twice the cost a cell.
   */
  COVARIANT4,
  /** Central differences with the missing-neighbour edge, as in OOMMF and fidimag. */
  STANDARD;

  /**
   * Weights of the bonds to first, second ... neighbours: those with which central differences over
   * one, two ... cells make a second derivative.
   */
  public double[] weights() {
    return this == COVARIANT4 ? new double[] {4.0 / 3, -1.0 / 12} : new double[] {1};
  }
}
