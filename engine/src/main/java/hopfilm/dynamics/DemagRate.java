package hopfilm.dynamics;

/** When the demagnetising field of all cells is computed. */
public enum DemagRate {
  /**
   * Once in one to several steps where that is as accurate ({@link FarField}), else at every stage.
   */
  ADAPTIVE,
  /** At every stage of a step. */
  EVERY_STAGE
}
