package hopfilm.readout;

import org.hipparchus.special.Erf;

/**
 * Trained or untrained, by one reading of all pairs: the sum of w_p (R_p - R_p before) is compared
 * with half of its value in the trained film. {@link #sigma} is the distance of the two values over
 * the standard deviation of a reading, so that a share Phi(sigma/2) of the decisions is right, Phi
 * the normal distribution.
 *
 * @param weights w of each pair [1/Ohm]
 * @param before resistances of the untrained film [Ohm]
 * @param signal the sum in the trained film
 * @param variance of the sum but for drift
 * @param perKelvin change of the sum as the film warms evenly [1/K]
 */
public record Decision(
    double[] weights, double[] before, double signal, double variance, double perKelvin) {

  /**
   * Distance of trained from untrained over the standard deviation; infinite without noise.
   *
   * @param drift standard deviation of the film's temperature [K]
   */
  public double sigma(double drift) {
    double shift = perKelvin * drift;
    return signal == 0 ? 0 : Math.abs(signal) / Math.sqrt(variance + shift * shift);
  }

  /** Drift at which the distance falls to so many sigma [K]; 0 where it is not that far. */
  public double driftAt(double sigma) {
    double allowed = Math.pow(signal / sigma, 2) - variance;
    return allowed > 0 ? Math.sqrt(allowed) / Math.abs(perKelvin) : 0;
  }

  /** Share of right decisions at so many sigma, Phi(sigma/2). */
  public static double right(double sigma) {
    return 0.5 * Erf.erfc(-sigma / Math.sqrt(8));
  }
}
