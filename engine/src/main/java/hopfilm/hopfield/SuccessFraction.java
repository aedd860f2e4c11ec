package hopfilm.hopfield;

import java.math.BigDecimal;
import java.math.MathContext;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * A fraction of successes with its 95 % Wilson score interval.
 *
 * <p>E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927), doi:10.1080/01621459.1927.10502953.
 *
 * @param successes number of successes
 * @param total number of trials, at least 1
 * @param low lower end of the interval, in 0..1; NaN where there is no interval
 * @param high upper end of the interval, in 0..1; NaN likewise
 */
public record SuccessFraction(int successes, int total, double low, double high) {

  private static final double CONFIDENCE = 0.95;

  /** Of a p value: what its sum is good for. */
  private static final int DIGITS = 13;

  /** Refuses what is no fraction. */
  public SuccessFraction {
    if (total < 1 || successes < 0 || successes > total) {
      throw new IllegalArgumentException(
          "%d successes of %d trials are no fraction".formatted(successes, total));
    }
  }

  /** The fraction of successes among trials. */
  public static SuccessFraction of(int successes, int total) {
    return of(successes, total, total);
  }

  /**
   * The fraction of successes among trials of which some repeat others and tell nothing new.
   *
   * @param different trials that repeat no other one: only these count for the interval
   */
  public static SuccessFraction of(int successes, int total, int different) {
    ConfidenceInterval interval =
        BinomialProportion.getWilsonScoreInterval(
            different, without(successes, total).fraction(), CONFIDENCE);
    // rounding may leave the ends of 0 of n and n of n a little outside
    double low = successes == 0 ? 0 : Math.max(0, interval.getLowerBound());
    double high = successes == total ? 1 : Math.min(1, interval.getUpperBound());
    return new SuccessFraction(successes, total, low, high);
  }

  /** A fraction without an interval, as of trials that leave nothing to chance. */
  public static SuccessFraction without(int successes, int total) {
    return new SuccessFraction(successes, total, Double.NaN, Double.NaN);
  }

  /**
   * Probability of at least this many successes if these trials and those of another fraction
   * succeed alike: Fisher's exact test, one-sided. R. A. Fisher, J. R. Stat. Soc. 85, 87 (1922),
   * doi:10.2307/2340521.
   */
  public double pValueAbove(SuccessFraction other) {
    double p =
        new HypergeometricDistribution(total + other.total, successes + other.successes, total)
            .upperCumulativeProbability(successes);
    // p is a fraction: 1/20 must not be below or above 0.05 by rounding
    return new BigDecimal(p).round(new MathContext(DIGITS)).doubleValue();
  }

  /** successes / total. */
  public double fraction() {
    return (double) successes / total;
  }
}
