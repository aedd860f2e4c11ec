package hopfilm.hopfield;

/** The conductance matrix Gref that the weights G' = G - Gref are counted from. */
public enum Reference {

  /** G of the film's own relaxed texture before training: the weights are what training changed. */
  UNTRAINED,

  /**
   * lambda Gu with Gu of the film before training and lambda = tr G / tr Gu. As rows sum to zero
   * the weights between different electrodes then have mean zero as well: current makes a film
   * conduct better where it flows, and pairs of like voltage, which carry none, count as weakened
   * instead of unchanged.
   */
  UNTRAINED_SCALED,

  /** Mean G of several untrained films: the part that does not depend on the texture. */
  UNTRAINED_MEAN,

  /** G0 of the film saturated along z, as in the paper; see {@link ReferenceTheorem}. */
  SATURATED,

  /** lambda G0 with lambda = tr G / tr G0: the weights have trace zero. */
  SCALED
}
