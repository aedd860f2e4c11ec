package hopfilm.study;

import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import java.util.OptionalDouble;

/**
 * How conductances become a network.
 *
 * @param reference what the weights are counted from
 * @param selfTerm diagonal of the weights in retrieval
 * @param voltage V0 [V]; by default the largest of the last train step
 * @param mazes films in the untrained mean
 */
public record NetworkSpec(
    Reference reference, SelfTerm selfTerm, OptionalDouble voltage, int mazes) {}
