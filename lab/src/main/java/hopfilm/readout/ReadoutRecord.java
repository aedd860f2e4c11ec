package hopfilm.readout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hopfilm.hopfield.WeightContrast;
import java.util.List;
import java.util.Optional;

/**
 * What is read, as {@code readout.json} has it; SI units, null for what is infinite.
 *
 * @param outcome of training, as {@code summary.json} has it; null where there is none
 * @param current through each pair [A]
 * @param load what that does to the film
 * @param before reading before training
 * @param after reading after it
 * @param pairs of contacts
 * @param patterns that were trained
 * @param sigma distance of trained from untrained by all pairs, over the noise of a reading
 * @param right share of right decisions at that
 * @param time of one reading of all pairs [s]
 * @param drift by which the temperature of the film may differ for that [K]
 * @param steady by which it may differ for 5 sigma; null where it does not matter [K]
 * @param ratios by ratios of resistances; null of a single pair
 * @param recall what a step of recall takes; null without a row
 * @param noise what the noise is made of, in words
 * @param sentence what the reading is worth, in words
 * @param warning where heat still changed a reading, or the run does not tell its magnetic noise;
 *     null where neither
 */
public record ReadoutRecord(
    String outcome,
    double current,
    @JsonUnwrapped Load load,
    String before,
    String after,
    List<OfPair> pairs,
    List<OfPattern> patterns,
    Double sigma,
    double right,
    double time,
    double drift,
    @JsonProperty("drift_5_sigma") Double steady,
    OfRatios ratios,
    @JsonInclude(JsonInclude.Include.NON_NULL) RecallCost recall,
    String noise,
    String sentence,
    @JsonProperty("readings_warning") @JsonInclude(JsonInclude.Include.NON_NULL) String warning) {

  /**
   * What the read current does to the film, in the pair where it does so most.
   *
   * @param limit why it is not larger; empty where it was given
   * @param driftVelocity null where it is not known [m/s]
   * @param warming of the hottest cell; null where it is not known [K]
   * @param words the two in words; empty where they are not known
   * @param warning where the current is too large; else null
   */
  public record Load(
      String limit,
      @JsonProperty("drift_velocity") Double driftVelocity,
      Double warming,
      @JsonIgnore String words,
      String warning) {}

  /** A pair of contacts. */
  public record OfPair(String a, String b, @JsonUnwrapped Numbers numbers) {}

  /**
   * A pattern, its contacts + against those -.
   *
   * @param unlike mean of dR/R between contacts of unlike signs; null with fewer than three pairs
   * @param like the same between like ones
   * @param scatter standard deviation from pair to pair within the two
   * @param apart by how many standard errors R fell more between unlike signs
   */
  public record OfPattern(
      String pattern,
      @JsonUnwrapped Numbers numbers,
      Double unlike,
      Double like,
      Double scatter,
      @JsonProperty("contrast_sigma") Double apart) {

    /** How R changed from pair to pair, in words; empty where that is not known. */
    public Optional<String> contrast() {
      return unlike == null
          ? Optional.empty()
          : Optional.of(
              "%s: R changed by %s between unlike signs, by %s between like ones, with a scatter of %s from pair to pair%s"
                  .formatted(
                      pattern,
                      ReadoutWords.percent(unlike),
                      ReadoutWords.percent(like),
                      ReadoutWords.percent(scatter),
                      apart == null ? "" : ": a contrast of %.1f sigma".formatted(apart)));
    }
  }

  /**
   * What is read of a pair or a pattern.
   *
   * @param R before training [Ohm]
   * @param trained after it [Ohm]
   * @param dR change [Ohm]
   * @param dV change of the voltage [V]
   * @param snr |dV| over all noise of one reading
   * @param time until dV is five times the noise; null where it never is [s]
   * @param johnson noise [V]
   * @param amplifier noise [V]
   * @param magnetic noise, 0 where nothing tells it [V]
   * @param contact scatter [V]
   * @param drift of the temperature [V]
   */
  public record Numbers(
      @JsonProperty("R") double R,
      @JsonProperty("R_trained") double trained,
      @JsonProperty("dR") double dR,
      @JsonProperty("dV") double dV,
      Double snr,
      Double time,
      double johnson,
      double amplifier,
      double magnetic,
      double contact,
      double drift) {

    private static Numbers of(Reading r) {
      Reading.Noise n = r.noise();
      return new Numbers(
          r.before(),
          r.after(),
          r.change(),
          r.voltage(),
          finite(r.signalToNoise()),
          finite(r.seenAfter()),
          n.johnson(),
          n.amplifier(),
          n.magnetic(),
          n.contact(),
          n.drift());
    }

    /** Noise that averaging lessens [V]. */
    public double averaged() {
      return new Reading.Noise(johnson, amplifier, magnetic, contact, drift).averaged();
    }
  }

  /**
   * The decision by ratios.
   *
   * @param sigma as of all pairs
   * @param drift of the whole film that leaves 5 sigma; 0 where no steadier film has so many [K]
   * @param differences of temperature within the film that do, likewise [K]
   */
  public record OfRatios(Double sigma, Double drift, double differences) {}

  /** That of a film without a row, or with one. */
  public static ReadoutRecord of(
      TrainedFilm film,
      Readout r,
      Optional<RecallCost> recall,
      String outcome,
      Load load,
      String before,
      String after,
      String warning) {
    double sigma = r.sigma();
    double drift = r.instrument().drift();
    List<String> names = film.names();
    return new ReadoutRecord(
        outcome,
        r.instrument().current(),
        load,
        before,
        after,
        r.pairs().stream()
            .map(p -> new OfPair(names.get(p.a()), names.get(p.b()), Numbers.of(p.reading())))
            .toList(),
        r.patterns().stream().map(ReadoutRecord::pattern).toList(),
        finite(sigma),
        Decision.right(sigma),
        r.time(),
        drift,
        finite(r.steady()),
        r.ratios().map(x -> ratios(x, drift)).orElse(null),
        recall.orElse(null),
        ReadoutWords.noise(r),
        ReadoutWords.sentence(r),
        warning);
  }

  private static OfRatios ratios(Readout.Ratios x, double drift) {
    return new OfRatios(
        finite(x.decision().sigma(drift)),
        finite(x.decision().driftAt(Reading.SEEN)),
        x.differencesAt(Reading.SEEN));
  }

  /** The contrast is of conductances, which grow as R falls. */
  private static OfPattern pattern(Readout.OfPattern p) {
    WeightContrast c = p.contrast().orElse(null);
    Numbers numbers = Numbers.of(p.reading());
    return c == null
        ? new OfPattern(p.pattern().text(), numbers, null, null, null, null)
        : new OfPattern(
            p.pattern().text(),
            numbers,
            -c.unlike(),
            -c.like(),
            c.scatter(),
            finite(p.apart().orElse(Double.NaN)));
  }

  private static Double finite(double v) {
    return Double.isFinite(v) ? (Double) v : null;
  }
}
