package hopfilm.readout;

import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What one reading of all pairs is worth, in a sentence. */
public final class ReadoutWords {

  /** More is as certain. */
  private static final double CERTAIN = 6;

  private static final double MANY = 1000;

  private ReadoutWords() {}

  /** Without a stop, and without a capital letter at the start. */
  public static String sentence(Readout r) {
    Instrument with = r.instrument();
    double sigma = r.sigma();
    String reads =
        "at %s one reading of %s in %s"
            .formatted(
                Quantity.format(with.current(), Dimension.CURRENT),
                r.pairs().size() == 1 ? "the pair" : "all " + r.pairs().size() + " pairs",
                Quantity.format(r.time(), Dimension.TIME, 2));
    if (sigma == 0) {
      return reads + " does not tell trained from untrained: training changed no resistance";
    }
    String tells = "%s tells trained from untrained by %s".formatted(reads, sigmas(sigma));
    String chance =
        largest(r, n -> n.magnetic()) > 0
            ? "; the film has thermal noise, so an untrained one changes too: read one beside it"
            : "";
    return with.relativeDrift() == 0
        ? tells + chance
        : "%s, if the temperature drifts by %s alike everywhere; %s%s"
            .formatted(tells, kelvin(with.drift()), needs(r), chance);
  }

  /**
   * What sigma does not mean.
   *
   * @param outcome of training, as files have it; null where there is none
   */
  public static String changed(String outcome) {
    return "sigma means that the film has changed, not that it holds the pattern%s"
        .formatted(outcome == null ? "" : "; the verdict on that is " + outcome);
  }

  /** What the noise of one reading is made of. */
  public static String noise(Readout r) {
    double magnetic = largest(r, n -> n.magnetic());
    return "noise of one reading: Johnson up to %s, amplifier %s%s; %s not average out"
        .formatted(
            volts(largest(r, n -> n.johnson())),
            volts(r.instrument().amplifier()),
            magnetic > 0 ? ", magnetic up to " + volts(magnetic) : "",
            largest(r, n -> n.contact()) > 0
                ? "contacts and drift do"
                : "contacts are ideal and do not scatter, drift does");
  }

  private static double largest(Readout r, ToDoubleFunction<Reading.Noise> of) {
    return r.pairs().stream()
        .mapToDouble(p -> of.applyAsDouble(p.reading().noise()))
        .max()
        .orElse(0);
  }

  private static String volts(double v) {
    return Quantity.format(v, Dimension.VOLTAGE, 2);
  }

  private static String needs(Readout r) {
    String seen = Quantity.digits(Reading.SEEN, 2) + " sigma";
    if (r.steady() == 0) {
      return "no steadier film reaches " + seen;
    }
    // any even drift can be told from training where ratios reach so many
    return Double.isFinite(r.steady())
        ? "%s needs %s".formatted(seen, kelvin(r.steady()))
        : "%s needs %s between parts of the film"
            .formatted(
                seen,
                kelvin(
                    r.ratios()
                        .map(x -> x.differencesAt(Reading.SEEN))
                        .orElse(Double.POSITIVE_INFINITY)));
  }

  static String percent(double share) {
    return Quantity.digits(100 * share, 2) + " %";
  }

  private static String sigmas(double sigma) {
    if (sigma > MANY) {
      return "more than 1000 sigma";
    }
    String number = Quantity.digits(sigma, 2) + " sigma";
    return sigma < CERTAIN
        ? "%s (right %s)".formatted(number, right(Decision.right(sigma)))
        : number;
  }

  private static String right(double share) {
    return share > 0.999
        ? "more than 99.9 % of the time"
        : String.format(Locale.ROOT, "%.3g %% of the time", 100 * share);
  }

  private static String kelvin(double dt) {
    return dt > MANY
        ? "more than 1000 K"
        : new BigDecimal(Quantity.digits(dt, 2)).stripTrailingZeros().toPlainString() + " K";
  }
}
