package hopfilm.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What the measure that decides says of the trained patterns. Of a sample of the patterns the keys
 * have another name, so that nobody takes the lowest of a sample for the lowest of all.
 */
public sealed interface Verdict permits Verdict.OfAll, Verdict.OfSample {

  /** Label of the measure that decides; null without one. */
  String judged();

  /** The lowest pattern; null where no pattern was trained and read. */
  String lowest();

  /** Whether each trained pattern is the lowest; null where none was trained and read. */
  List<Boolean> learned();

  /** The margin of each trained pattern, likewise; null where it is none. */
  List<Double> margin();

  /** What training came to; null where no pattern was trained and read. */
  Outcome outcome();

  /** The same with an outcome, which follows from it and from how the film was trained. */
  Verdict with(Outcome outcome);

  /** Says whether it is of a sample of the patterns. */
  default boolean isSampled() {
    return this instanceof OfSample;
  }

  /** Whether each trained pattern is the lowest; empty without one. */
  default List<Boolean> everyLearned() {
    return learned() == null ? List.of() : learned();
  }

  /** The margin of each trained pattern; empty without one. */
  default List<Double> everyMargin() {
    return margin() == null ? List.of() : margin();
  }

  /** Says of the k-th trained pattern whether it is the lowest. */
  default boolean learned(int k) {
    return k < everyLearned().size() && Boolean.TRUE.equals(learned().get(k));
  }

  /** The margin of the k-th trained pattern; NaN where it is none. */
  default double margin(int k) {
    return k < everyMargin().size() ? OrEmpty.number(margin().get(k)) : Double.NaN;
  }

  /** A verdict of all patterns. */
  record OfAll(
      @Field("deciding readout: the first at rest after the last train step, else the first")
          String judged,
      @Field("pattern of the lowest energy") @JsonProperty("minimum") String lowest,
      @Field("true if the pattern has the lowest E'; a list for several patterns") @OneOrAll
          List<Boolean> learned,
      @Field(
              "relative energy gap: (E' of the lowest other pattern - E' of the trained one) /"
                  + " largest |E'|")
          @OneOrAll
          List<Double> margin,
      @Field("verified, learned or not-learned; null without a trained and read pattern")
          Outcome outcome)
      implements Verdict {

    @Override
    public Verdict with(Outcome of) {
      return new OfAll(judged, lowest, learned, margin, of);
    }
  }

  /** A verdict of a sample of the patterns. */
  record OfSample(
      String judged,
      @Field("minimum of a sample (above 20 electrodes)") @JsonProperty("minimum_sampled")
          String lowest,
      @Field("learned in that sample") @JsonProperty("learned_sampled") @OneOrAll
          List<Boolean> learned,
      @Field("margin in that sample") @JsonProperty("margin_sampled") @OneOrAll List<Double> margin,
      Outcome outcome)
      implements Verdict {

    @Override
    public Verdict with(Outcome of) {
      return new OfSample(judged, lowest, learned, margin, of);
    }
  }

  /**
   * Reads a verdict of a pattern or of a sample, without its outcome, which Summary decides anew.
   */
  @JsonCreator
  static Verdict of(
      @JsonProperty("judged") String judged,
      @JsonProperty("minimum") String minimum,
      @JsonProperty("learned") @OneOrAll List<Boolean> learned,
      @JsonProperty("margin") @OneOrAll List<Double> margin,
      @JsonProperty("minimum_sampled") String minimumSampled,
      @JsonProperty("learned_sampled") @OneOrAll List<Boolean> learnedSampled,
      @JsonProperty("margin_sampled") @OneOrAll List<Double> marginSampled) {
    return minimumSampled == null
        ? new OfAll(judged, minimum, learned, margin, null)
        : new OfSample(judged, minimumSampled, learnedSampled, marginSampled, null);
  }
}
