package hopfilm.run;

import static hopfilm.units.Constants.KB;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import hopfilm.chart.Prefix;
import hopfilm.dynamics.BarrierSearch;
import hopfilm.lifetime.EscapeRate;
import hopfilm.magnet.Magnet;
import java.util.Locale;

/**
 * The mean time until heat takes a film from state A over a barrier, by {@link EscapeRate}.
 *
 * @param temperature of the film [K]
 * @param why there is none; null if there is one
 * @param seconds mean time [s]
 * @param low lower end of the range of the law, a third of it [s]
 * @param high upper end, three times it [s]
 * @param attempts rate without the barrier [Hz]
 * @param growth rate at which the film leaves the saddle [1/s]
 * @param swing largest turn of a cell in the softest mode of A, root mean square [degrees]
 * @param topSwing the same of the saddle [degrees]
 */
@JsonInclude(Include.NON_NULL)
public record Lifetime(
    double temperature,
    String why,
    Double seconds,
    Double low,
    Double high,
    @JsonProperty("attempts_Hz") Double attempts,
    Double growth,
    Double swing,
    Double topSwing) {

  /** Counts of escapes in bakes agree with the law within this factor. */
  private static final double FACTOR = 3;

  /** A mode that swings more is not harmonic [degrees]. */
  private static final double MOST_SWING = 30;

  /** Root mean square of a turn that may be any [degrees]. */
  private static final double ALL_ROUND = 180 / Math.sqrt(3);

  /**
   * That of the first state of a path.
   *
   * @param kelvin temperature [K]
   * @throws IllegalArgumentException where {@link EscapeRate#obstacle} has a reason
   */
  public static Lifetime of(Magnet magnet, BarrierSearch.Outcome found, double kelvin) {
    double height = found.barrier() / (KB * kelvin);
    if (!found.isFound()) {
      return none(kelvin, "the barrier is not proven");
    }
    if (height < EscapeRate.LEAST) {
      return none(
          kelvin,
          "the barrier is %s kT at %s K, and the law needs %s"
              .formatted(
                  Prefix.fixed(height, 1),
                  Prefix.fixed(kelvin, 0),
                  Prefix.fixed(EscapeRate.LEAST, 0)));
    }
    EscapeRate rate = EscapeRate.of(magnet, found.path().get(0).m(), found.saddle());
    if (rate.why() != null) {
      return none(kelvin, rate.why());
    }
    double swing = rate.swing(kelvin);
    double top = rate.topSwing(kelvin);
    if (!(Math.max(swing, top) < ALL_ROUND)) {
      return none(kelvin, EscapeRate.turns(swing < top ? "the saddle" : "A"));
    }
    double seconds = rate.seconds(found.barrier(), kelvin);
    return new Lifetime(
        kelvin,
        null,
        seconds,
        seconds / FACTOR,
        seconds * FACTOR,
        rate.attempts(),
        rate.growth(),
        swing,
        top);
  }

  private static Lifetime none(double kelvin, String why) {
    return new Lifetime(kelvin, why, null, null, null, null, null, null, null);
  }

  /** In some words. */
  public String words() {
    return why != null
        ? "none: " + why
        : "%s s (%s to %s)".formatted(power(seconds), power(low), power(high));
  }

  /** In one line. */
  public String summary() {
    if (why != null) {
      return "lifetime of A: " + words();
    }
    double most = Math.max(swing, topSwing);
    String soft =
        most > MOST_SWING
            ? "; a soft mode swings by %s degrees, so it may be further off"
                .formatted(Prefix.fixed(most, 0))
            : "";
    return "lifetime of A: %s s at %s K (%s to %s s on this mesh), %s attempts per second%s"
        .formatted(
            power(seconds),
            Prefix.fixed(temperature, 0),
            power(low),
            power(high),
            power(attempts),
            soft);
  }

  /** One digit and a power of ten, as 3e4. */
  private static String power(double value) {
    return String.format(Locale.ROOT, "%.0e", value).replaceFirst("e\\+?(-?)0*(?=\\d)", "e$1");
  }
}
