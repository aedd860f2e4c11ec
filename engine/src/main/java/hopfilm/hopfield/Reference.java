package hopfilm.hopfield;

/** The conductance matrix Gref that the weights G' = G - Gref are counted from. */
public enum Reference {

  /** G of the film's own relaxed texture before training: the weights are what training changed. */
  UNTRAINED,

  /** Mean G of several untrained films: the part that does not depend on the texture. */
  UNTRAINED_MEAN,

  /** G0 of the film saturated along z, as in the paper; see {@link ReferenceTheorem}. */
  SATURATED,

  /** lambda G0 with lambda = tr G / tr G0: the weights have trace zero. */
  SCALED
}
