package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Map;

/** How training went that verifies what it wrote. */
@JsonPropertyOrder({
  "pattern",
  "verified",
  "time",
  "pulses",
  "checks",
  "others",
  "false_passes",
  "passed"
})
public record Verification(
    @Field("trained patterns, separated by blanks") String pattern,
    @Field("true if the last verify read passed") Boolean verified,
    @Field(unit = "s", value = "duration, dwell included") double time,
    @Field("training pulses") int pulses,
    @Field("verify reads at rest") int checks,
    @Field("untrained patterns tested for comparison") long others,
    @Field("untrained patterns that passed, with counts") Map<String, Integer> passed) {

  /** Nothing said is empty. */
  public Verification {
    pattern = pattern == null ? "" : pattern;
    passed = OrEmpty.whole(passed);
  }

  /**
   * How often another pattern passed. Where one pattern is trained only one can at each check; of a
   * set any number.
   */
  @Field("passes of untrained patterns")
  @JsonProperty("false_passes")
  public int falsePasses() {
    return passed.values().stream().mapToInt(n -> n).sum();
  }

  /** How it ended, in words. */
  public String words() {
    return "%sverified %s and %d %s"
        .formatted(verified ? "" : "not ", after(), checks, checks == 1 ? "check" : "checks");
  }

  /** When it ended, in words. */
  public String after() {
    return "after %d %s".formatted(pulses, pulses == 1 ? "pulse" : "pulses");
  }

  /** What is to be said where the pattern did not pass. */
  public String warning() {
    return "training stopped after %s unverified: %s did not pass in %d checks"
        .formatted(Quantity.format(time, Dimension.TIME), pattern, checks);
  }
}
