package hopfilm.film;

import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import java.util.List;

/**
 * The network that a film is at a moment, for those who watch it learn.
 *
 * @param time [s]
 * @param siemens conductance matrix [S]
 * @param reference what the weights count from
 * @param selfTerm diagonal of the weights in retrieval
 * @param weights null where there is no reference yet
 * @param landscape energies of the patterns; null likewise
 * @param amplitude V0 or I0 of the patterns [V, A]; NaN where it is not known yet
 * @param trained patterns trained so far
 */
public record NetworkReading(
    double time,
    double[][] siemens,
    Reference reference,
    SelfTerm selfTerm,
    Weights weights,
    EnergyLandscape landscape,
    double amplitude,
    List<Pattern> trained) {}
