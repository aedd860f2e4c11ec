package hopfilm.experiment;

import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Spelling;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * How conductances or resistances become a network.
 *
 * @param reference what the weights are counted from
 * @param selfTerm diagonal of the weights in retrieval
 * @param weights what the weights are made of
 * @param amplitude V0 [V], or I0 [A] of resistances; by default that of the last train step
 * @param mazes films in the untrained mean
 * @param scaling how far a scaled reference is scaled
 * @param given the reference where another run has left it; null where this one reads it
 */
public record NetworkSpec(
    Reference reference,
    SelfTerm selfTerm,
    WeightKind weights,
    OptionalDouble amplitude,
    int mazes,
    double scaling,
    GivenReference given) {

  /** The reference in words: untrained, or untrained of run first. */
  public String referenceText() {
    return Spelling.of(reference)
        + (given == null ? "" : " of run " + Path.of(given.run()).getFileName());
  }
}
