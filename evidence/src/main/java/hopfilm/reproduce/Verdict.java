package hopfilm.reproduce;

import java.util.List;
import java.util.Locale;

/** How a claim came out. */
public enum Verdict {
  /** Every criterion is met. */
  REPRODUCED,
  /** Some criteria are met; others are not, or wait. */
  PARTLY,
  /** No criterion that could be decided is met. */
  CONTRADICTED,
  /** No criterion can be decided yet. */
  WAITING;

  /**
   * From the outcomes of all criteria.
   *
   * @param outcomes true for met, false for not met, null for one that waits
   */
  public static Verdict of(List<Boolean> outcomes) {
    long met = outcomes.stream().filter(o -> o != null && o).count();
    long decided = outcomes.stream().filter(o -> o != null).count();
    if (decided == 0) {
      return WAITING;
    }
    if (met == 0) {
      return CONTRADICTED;
    }
    return met == outcomes.size() ? REPRODUCED : PARTLY;
  }

  /** The word in claims.json. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
