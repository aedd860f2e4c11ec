package hopfilm.result;

import static hopfilm.result.OrEmpty.orEmpty;
import static hopfilm.result.OrEmpty.whole;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RecallCurve;
import hopfilm.hopfield.Retrieval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a retrieve step found. */
public record Retrieved(
    @Field("update rule") String update,
    @Field("self-connections: zero or full") String selfTerm,
    @Field("initial gain") @JsonInclude(Include.NON_NULL) Double gain,
    @Field("readout of the weights") String measure,
    @Field("starts that end at a trained pattern or its negative") int hits,
    @Field("starts, repetitions included") int total,
    @Field("each fraction of wrong signs (retrieve.flipped)") @JsonInclude(Include.NON_EMPTY)
        List<Recall> recall,
    @Field("each start") Map<String, End> from) {

  /** Nothing said is empty. */
  public Retrieved {
    update = update == null ? "" : update;
    recall = orEmpty(recall);
    from = whole(from);
  }

  /** Copies with wrong signs that came to the pattern that they were made from. */
  public record Recall(
      @Field("fraction of wrong signs") double flipped,
      @Field("wrong signs") int flips,
      @Field("probes that end at their own pattern or its negative") int hits,
      @Field("probes") int total,
      @Field("distinct probes") @JsonInclude(Include.NON_NULL) Integer distinct,
      @Field("lower end of the 95 % interval; null if all possible probes were tried") Double low,
      @Field("upper end") Double high,
      @Field("mean of |s·pattern|/N over the final states s; 0 for a cycle") double overlap) {

    public static Recall of(RecallCurve.Point p) {
      return new Recall(
          p.flipped(),
          p.flips(),
          p.recalled().successes(),
          p.recalled().total(),
          p.distinct(),
          OrEmpty.orNull(p.recalled().low()),
          OrEmpty.orNull(p.recalled().high()),
          p.overlap());
    }

    /** Share that came back. */
    public double fraction() {
      return (double) hits / total;
    }

    /** The 95 % interval in words; a dash where there is none. */
    public String interval() {
      return low == null ? "\u2013" : "%.0f to %.0f %%".formatted(100 * low, 100 * high);
    }
  }

  /** Where a start ended. */
  public record End(
      @Field("final pattern; null for a cycle") String end,
      @Field("updates") int steps,
      @Field("patterns of the cycle") List<String> cycle) {

    public static End of(Retrieval.Outcome o) {
      return new End(
          o.end() == null ? null : o.end().toString(),
          o.steps(),
          o.cycle().stream().map(Pattern::toString).toList());
    }

    /** The end with + first, as V and -V are one state. */
    public String state() {
      return Pattern.parse(end).canonical().toString();
    }

    /** True if it ended at one of these patterns, with + first, or their negatives. */
    public boolean hits(List<String> trained) {
      return end != null && trained.contains(state());
    }
  }

  /** The ends of starts, in their order. */
  public static Map<String, End> ends(Retrieval.Summary summary) {
    Map<String, End> ends = new LinkedHashMap<>();
    summary.from().forEach((start, o) -> ends.put(start.toString(), End.of(o)));
    return ends;
  }

  Retrieved withoutStarts() {
    return new Retrieved(update, selfTerm, gain, measure, hits, total, recall, null);
  }

  /** The rule as runs.csv has it: graded and its gain. */
  public String rule() {
    return gain == null ? update : update + "_" + gain;
  }

  /** The rule in words. */
  public String words() {
    return gain == null ? update : "%s (gain %s)".formatted(update, gain);
  }

  /** Title of a figure of it: how many starts were recalled. */
  public String title() {
    return "Retrieval, %s: %d of %d recalled".formatted(words(), hits, total) + distinct();
  }

  /** How many starts were recalled: 85 of 91, and how many of them differ where some are alike. */
  public String counts() {
    return "%d of %d".formatted(hits, total) + distinct();
  }

  private String distinct() {
    return from.size() < total ? " (%d distinct starts)".formatted(from.size()) : "";
  }
}
