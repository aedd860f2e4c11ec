package hopfilm.reproduce;

/** How much is run for a claim. */
public enum Effort {
  /** The effort of the full report. */
  FULL,
  /** Fewer seeds and points. */
  QUICK,
  /**
   * The films of a quick reproduction, made tiny as their page says, to try all that is computed.
   */
  TINY;

  /** Whether fewer seeds and points are taken. */
  public boolean isQuick() {
    return this != FULL;
  }

  /** Whether films are made tiny too. */
  public boolean isTiny() {
    return this == TINY;
  }

  /** One value or the other. */
  public <T> T choose(T quick, T full) {
    return isQuick() ? quick : full;
  }
}
