package hopfilm.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A train step in {@code summary.json}: when it ran.
 *
 * @param name what was trained
 * @param start [s]
 * @param end [s]
 * @param settled whether it stopped because the film had settled; null if that was not asked
 * @param verification how it was verified; null if that was not asked
 * @param shown how many blocks and pulses a set of patterns had of each, with the sign it was shown
 *     with; empty for other training
 */
public record TrainingRecord(
    String name,
    double start,
    double end,
    @JsonInclude(Include.NON_NULL) Boolean settled,
    @JsonUnwrapped Verified verification,
    @JsonInclude(Include.NON_EMPTY) Map<String, Integer> shown) {

  /** A file without these keys was not verified. */
  public TrainingRecord {
    verification = verification == null || verification.verified == null ? null : verification;
    shown = OrEmpty.whole(shown);
  }

  /**
   * Says whether a film was verified: the last train step passed its test, with all that was
   * trained before.
   *
   * @param steps the train steps so far
   * @param trained all patterns that they trained, with + first
   */
  public static boolean isVerified(List<TrainingRecord> steps, List<String> trained) {
    Verified last = steps.isEmpty() ? null : steps.get(steps.size() - 1).verification;
    return last != null && last.verified && Set.of(last.pattern.split(" ")).containsAll(trained);
  }

  /**
   * How a train step was verified.
   *
   * @param pattern what was to be learned
   * @param verified whether it passed
   * @param time how long the step took [s]
   * @param pulses pulses given
   * @param checks how often the film was tested
   * @param others patterns that were not trained
   * @param falsePasses checks at which one of them passed
   * @param passed those that did, and how often
   */
  public record Verified(
      String pattern,
      Boolean verified,
      double time,
      int pulses,
      int checks,
      long others,
      int falsePasses,
      Map<String, Integer> passed) {

    /** Nothing said is empty. */
    public Verified {
      pattern = pattern == null ? "" : pattern;
      passed = OrEmpty.whole(passed);
    }
  }
}
