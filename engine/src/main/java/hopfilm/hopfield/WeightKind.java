package hopfilm.hopfield;

import hopfilm.transport.ResistanceMatrix;

/** The matrix that the weights are made of; its kind decides what the inputs are. */
public enum WeightKind {

  /** Conductances: inputs are voltages, E'(V) = -sum G'_ij V_i V_j. */
  CONDUCTANCE,

  /**
   * Resistances: inputs are currents, E'(I) = -sum R'_ij I_i I_j, minus what training has added to
   * the Joule heat of given currents. For films with negative feedback, whose resistance to the
   * trained currents grows.
   */
  RESISTANCE;

  /** The matrix of a film that its weights are differences of: G [S] itself or R [Ohm]. */
  public double[][] matrix(double[][] siemens) {
    return this == CONDUCTANCE ? siemens : ResistanceMatrix.of(siemens).ohm();
  }
}
