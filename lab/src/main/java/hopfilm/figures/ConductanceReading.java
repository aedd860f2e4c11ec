package hopfilm.figures;

import hopfilm.hopfield.WeightKind;

/**
 * A conductance matrix that was read from the film.
 *
 * @param label name of the measure
 * @param time simulated time [s]
 * @param siemens G, in electrode order [S]
 * @param weights G' = G - Gref [S] or R' = R - Rref [Ohm], or null where there is no reference yet
 * @param kind which of the two
 * @param underCurrent true if the film was under current, false if it was at rest
 * @param symmetryError largest |G_ij - G_ji| over the largest |G|
 * @param rowSumError largest |row sum| over the largest |G|
 * @param residual relative residual of the potentials
 */
public record ConductanceReading(
    String label,
    double time,
    double[][] siemens,
    double[][] weights,
    WeightKind kind,
    boolean underCurrent,
    double symmetryError,
    double rowSumError,
    double residual) {}
