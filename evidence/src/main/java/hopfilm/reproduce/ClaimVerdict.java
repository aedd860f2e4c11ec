package hopfilm.reproduce;

import java.util.List;
import java.util.Locale;

/** How a claim came out. */
public enum ClaimVerdict {
  /** Every criterion is met. */
  REPRODUCED,
  /** Some criteria are met. */
  PARTLY,
  /** No criterion is met. */
  CONTRADICTED;

  /** From the outcomes of all criteria. */
  static ClaimVerdict of(List<Boolean> met) {
    return !met.contains(true) ? CONTRADICTED : met.contains(false) ? PARTLY : REPRODUCED;
  }

  /** The word in claims.json. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
