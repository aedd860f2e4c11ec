package hopfilm.claims;

import java.util.List;

/**
 * A claim with what came out.
 *
 * @param claim what was tested
 * @param evidence null if a run failed
 * @param failure why there is no evidence, null otherwise
 * @param runs behind it
 * @param seconds time that its runs took, each on one worker, and their evaluation [s]
 */
public record ClaimResult(
    Claim claim, Evidence evidence, String failure, List<PlannedRun> runs, double seconds) {

  /** Copies the list. */
  public ClaimResult {
    runs = List.copyOf(runs);
  }

  /** Seeds of the mazes, each once. */
  public List<Long> seeds() {
    return runs.stream().map(r -> r.experiment().initial().seed()).distinct().sorted().toList();
  }
}
