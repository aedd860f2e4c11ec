package hopfilm.film;

import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Optional;

/**
 * How hot a film would get if all of its Joule heat stayed in it: the heat over the volume and the
 * heat capacity. Within some ten nanoseconds little heat leaves a film of 1 um, so that this is no
 * upper bound far from the truth there; a film of 20 nm on a good substrate stays far cooler.
 */
public final class AdiabaticHeat {

  /**
   * Heat capacity of a metal near 300 K [J/(m^3 K)]: 3.5 MJ for iron, 3.8 for cobalt, 3.9 for
   * nickel (specific heat times density, CRC Handbook of Chemistry and Physics).
   */
  public static final double CAPACITY = 3.5e6;

  /** Rise from which on a model without heat is warned of [K]. */
  private static final double DOUBTFUL = 50;

  private static final String WARMS = "the current would warm the film by ";

  private static final double COOL = 20;
  private static final double WARM = 100;
  private static final double HOT = 700;

  /** A rise beyond which its size means nothing [K]. */
  private static final double ABSURD = 10_000;

  private static final String READ_WARM = "measure %s is read ";
  private static final String ABOVE = " above ambient temperature: ";

  private AdiabaticHeat() {}

  /**
   * Rise of the mean temperature [K].
   *
   * @param joule heat [J]
   * @param volume of the film [m^3]
   */
  public static double rise(double joule, double volume) {
    return joule / (CAPACITY * volume);
  }

  /** What a highest temperature means for a film that was at another one before [K]. */
  public static String verdict(double highest, double ambient) {
    return "hottest cell %s K (%s)"
        .formatted(Quantity.digits(highest, 3), words(highest - ambient));
  }

  /** The rise with a verdict, such as {@code +2030 K if no heat leaves (...)}. */
  public static String verdict(double kelvin) {
    return "%s if no heat leaves (%s)".formatted(rise(kelvin), words(kelvin));
  }

  /** A rise with its sign, such as {@code +79 K}; one that is absurd as {@code > 10,000 K}. */
  public static String rise(double kelvin) {
    return (kelvin > ABSURD ? "" : "+") + amount(kelvin) + " K";
  }

  /** Its number, {@code 79} or {@code > 10,000}. */
  public static String amount(double kelvin) {
    return kelvin > ABSURD ? "> 10,000" : Quantity.digits(kelvin, 2);
  }

  /** Whether a film that warms so much would lose its magnetic order. */
  public static boolean losesOrder(double rise) {
    return rise >= HOT;
  }

  /** A warning where the model leaves out heat that matters; empty where it does not. */
  public static Optional<String> warning(double kelvin) {
    return kelvin > DOUBTFUL
        ? Optional.of(
            (WARMS
                    + "%s K in all if none of its Joule heat left, and heat is not in the model; add the"
                    + " section heat, such as heat: {substrate: MgO}, and see docs/howto/keep-it-cool.md")
                .formatted(amount(kelvin).replace(">", "more than")))
        : Optional.empty();
  }

  /** A warning as it is of several runs, which differ in how warm they would get; others as is. */
  public static String ofSeveral(String warning) {
    return warning.startsWith(WARMS)
        ? WARMS + "more than 50" + warning.substring(warning.indexOf(" K in all if"))
        : warning;
  }

  private static String words(double rise) {
    if (rise < COOL) {
      return "stays cool";
    } else if (rise < WARM) {
      return "warms up";
    }
    return !losesOrder(rise) ? "hot, material values change" : "no film would keep its order";
  }

  /**
   * A measure of a film that is still warm, in words.
   *
   * @param rise of its mean temperature [K]
   * @param share change of its resistance by that
   */
  public static String warm(String measure, double rise, double share) {
    return READ_WARM.formatted(measure)
        + Quantity.format(rise, Dimension.TEMPERATURE, 2)
        + ABOVE
        + "the resistance has changed by %s %%, which counts in weights; put a longer rest before it"
            .formatted(Quantity.digits(100 * share, 2));
  }

  /** Whether a warning of a run is {@link #warm} of a measure. */
  public static boolean isWarm(String warning, String measure) {
    return warning.startsWith(READ_WARM.formatted(measure)) && warning.contains(ABOVE);
  }
}
