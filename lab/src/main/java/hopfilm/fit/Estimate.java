package hopfilm.fit;

import hopfilm.experiment.FitSpec.Unknown;

/**
 * A number with its 95 % interval.
 *
 * @param value estimate [SI]; in a plan that of the file
 * @param sigma standard deviation of its logarithm
 * @param low lower end of the interval [SI]; that of the range where it is not identifiable
 * @param high upper end
 * @param isRead whether any reading depends on it
 */
public record Estimate(
    Unknown unknown,
    double value,
    double sigma,
    double low,
    double high,
    boolean isIdentifiable,
    boolean isRead) {

  static Estimate of(Unknown u, double value, Fisher fisher, int k) {
    boolean isKnown = fisher.isIdentifiable(k);
    double factor = Math.exp(Fisher.INTERVAL * fisher.sigma(k));
    double below = isKnown ? value / factor : u.range().low();
    double above = isKnown ? value * factor : u.range().high();
    return new Estimate(
        u,
        value,
        fisher.sigma(k),
        Math.min(below, above),
        Math.max(below, above),
        isKnown,
        fisher.isRead(k));
  }

  /** Half of the interval of a number that is identifiable, relative to it. */
  public double relative() {
    return half(sigma);
  }

  /** Half of a 95 % interval, relative to the value. */
  public static double half(double sigma) {
    return Math.sinh(Fisher.INTERVAL * sigma);
  }
}
