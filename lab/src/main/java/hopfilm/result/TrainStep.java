package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A train step that was carried out.
 *
 * @param verification how it was verified; null if that was not asked
 */
public record TrainStep(
    @Field("name, such as train +-+-") String name,
    @Field(unit = "s", value = "start") double start,
    @Field(unit = "s", value = "end") double end,
    @Field(
            unit = "s",
            value =
                "end of the rest after it: begin of the next step with current, a field or its own"
                    + " temperature; absent if the run ends before")
        @JsonInclude(Include.NON_NULL)
        Double restEnd,
    @Field("true if conductances settled (until: settled)") @JsonInclude(Include.NON_NULL)
        Boolean settled,
    @JsonUnwrapped Verification verification,
    @Field("for several patterns: pulses and sign of each") @JsonInclude(Include.NON_EMPTY)
        Map<String, Integer> shown) {

  /** A file without these keys was not verified. */
  public TrainStep {
    verification = verification == null || verification.verified() == null ? null : verification;
    shown = OrEmpty.whole(shown);
  }

  /** One after which the film rests until the run ends. */
  public TrainStep(
      String name,
      double start,
      double end,
      Boolean settled,
      Verification verification,
      Map<String, Integer> shown) {
    this(name, start, end, null, settled, verification, shown);
  }

  /** The same if the film rests until a time [s]. */
  public TrainStep restingUntil(double time) {
    return new TrainStep(name, start, end, time, settled, verification, shown);
  }

  /**
   * Says whether a film was verified: the last train step passed its test, with all that was
   * trained before.
   *
   * @param steps the train steps so far
   * @param trained all patterns that they trained, with + first
   */
  public static boolean isVerified(List<TrainStep> steps, List<String> trained) {
    Verification last = steps.isEmpty() ? null : steps.get(steps.size() - 1).verification;
    return last != null
        && last.verified()
        && Set.of(last.pattern().split(" ")).containsAll(trained);
  }
}
