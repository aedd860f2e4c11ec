package hopfilm.claims;

import java.util.List;

/** All claims, in the order of the report. */
public final class Claims {

  private Claims() {}

  /** In the order of the report. */
  public static List<Claim> all() {
    return List.of(
        new JouleHeatDifference(),
        new ThreePatterns(),
        new RetrievalBasins(),
        new AlongAndAcross());
  }
}
