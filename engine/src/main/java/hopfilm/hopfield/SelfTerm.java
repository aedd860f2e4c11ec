package hopfilm.hopfield;

/** Whether an electrode feels its own voltage in retrieval. The energy E' always includes G'_ii. */
public enum SelfTerm {

  /** w_ii = 0, the classical Hopfield network. */
  ZERO,

  /** w_ii = G'_ii, the words of the paper. */
  FULL
}
