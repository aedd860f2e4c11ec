package hopfilm.hopfield;

import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * A fraction of successes with its 95 % Wilson score interval.
 *
 * <p>E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927), doi:10.1080/01621459.1927.10502953.
 *
 * @param successes number of successes
 * @param total number of trials, at least 1
 * @param low lower end of the interval, in 0..1
 * @param high upper end of the interval, in 0..1
 */
public record SuccessFraction(int successes, int total, double low, double high) {

  private static final double CONFIDENCE = 0.95;

  /** The fraction of successes among trials. */
  public static SuccessFraction of(int successes, int total) {
    if (total < 1 || successes < 0 || successes > total) {
      throw new IllegalArgumentException(
          "%d successes of %d trials are no fraction".formatted(successes, total));
    }
    ConfidenceInterval interval =
        BinomialProportion.getWilsonScoreInterval(total, (double) successes / total, CONFIDENCE);
    // rounding may leave the ends of 0 of n and n of n a little outside
    double low = successes == 0 ? 0 : Math.max(0, interval.getLowerBound());
    double high = successes == total ? 1 : Math.min(1, interval.getUpperBound());
    return new SuccessFraction(successes, total, low, high);
  }

  /** successes / total. */
  public double fraction() {
    return (double) successes / total;
  }
}
