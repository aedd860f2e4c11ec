package hopfilm.film;

import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Weights;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.GivenValues;
import java.util.List;

/**
 * What a measure step read.
 *
 * @param label its name
 * @param time simulated time [s]
 * @param underCurrent whether the film was read under the training current
 * @param values given at the electrodes in the train step during or before it, null before the
 *     first
 * @param m the texture
 * @param g conductance matrix
 * @param gx conductance between the whole left and right edge / (thickness s_perp)
 * @param gy the same between bottom and top
 * @param weights G' or R' against the reference, null before the first train step
 * @param landscape E' of the patterns, null before a pattern was trained
 * @param trained patterns trained so far
 */
public record Measure(
    String label,
    double time,
    boolean underCurrent,
    GivenValues values,
    VectorField m,
    ConductanceMatrix g,
    double gx,
    double gy,
    Weights weights,
    EnergyLandscape landscape,
    List<Pattern> trained) {}
