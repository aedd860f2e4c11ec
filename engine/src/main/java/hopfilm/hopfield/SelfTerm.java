package hopfilm.hopfield;

/**
 * The self-term: an electrode feels its own voltage in retrieval, or does not. The energy E' always
 * includes G'_ii.
 */
public enum SelfTerm {

  /** w_ii = 0, the classical Hopfield network. */
  ZERO,

  /** w_ii = G'_ii, the words of the paper. */
  FULL
}
