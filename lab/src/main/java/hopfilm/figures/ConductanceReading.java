package hopfilm.figures;

import hopfilm.hopfield.WeightKind;
import hopfilm.transport.ConductanceMatrix;

/**
 * A conductance matrix that was read from the film.
 *
 * @param label name of the measure
 * @param time simulated time [s]
 * @param matrix G [S] with its errors, in electrode order
 * @param weights G' = G - Gref [S] or R' = R - Rref [Ohm], or null where there is no reference yet
 * @param kind says which of the two
 * @param condition of the film: under current, or at rest
 */
public record ConductanceReading(
    String label,
    double time,
    ConductanceMatrix matrix,
    double[][] weights,
    WeightKind kind,
    String condition) {}
