package hopfilm.reproduce;

import java.util.List;

/**
 * A claim with what came out, or why nothing did.
 *
 * @param claim what was tested
 * @param evidence null if it is not judged
 * @param failure why a claim that was to be judged is not, null otherwise
 * @param runs behind it
 * @param missing how many of them are not there
 * @param seconds time that its runs took, each on one worker, and their evaluation [s]
 */
public record ClaimResult(
    Claim claim,
    Evidence evidence,
    String failure,
    List<PlannedRun> runs,
    int missing,
    double seconds) {

  public ClaimResult {
    runs = List.copyOf(runs);
  }

  /** True if there is a verdict. */
  public boolean isJudged() {
    return evidence != null;
  }

  /** The verdict in words, or why there is none. */
  public String outcome() {
    if (isJudged()) {
      return evidence.verdict().text();
    }
    return failure == null ? "not run yet" : "not judged";
  }

  /** Seeds of the mazes, each once. */
  public List<Long> seeds() {
    return runs.stream().map(r -> r.experiment().initial().seed()).distinct().sorted().toList();
  }
}
