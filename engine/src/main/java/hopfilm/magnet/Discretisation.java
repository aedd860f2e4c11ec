package hopfilm.magnet;

/** How exchange and Dzyaloshinskii-Moriya interaction become bonds between cells. */
public enum Discretisation {
  /**
   * Exchange acts on the difference between a vector and its neighbour turned by the angle theta =
   * D dx/(2A) that the interaction wants: exact for helices at any cell size, second order at
   * edges.
   */
  COVARIANT,
  /** Central differences with the missing-neighbour edge, as in OOMMF and fidimag. */
  STANDARD
}
