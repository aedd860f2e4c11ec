package hopfilm.sweep;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Mean and scatter of a number over films.
 *
 * @param mean arithmetic mean
 * @param deviation standard deviation of the sample, n - 1 below; NaN for one value
 * @param least smallest value
 * @param greatest largest value
 * @param n number of values, at least 1
 */
public record Spread(double mean, double deviation, double least, double greatest, int n) {

  /** Mean and scatter of at least one value. */
  public static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values to take a mean of");
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Spread(
        mean,
        values.length < 2 ? Double.NaN : Math.sqrt(square / (values.length - 1)),
        Arrays.stream(values).min().orElseThrow(),
        Arrays.stream(values).max().orElseThrow(),
        values.length);
  }

  /** Mean and scatter of at least one value. */
  public static Spread of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Mean and scatter of a number over at least one film or other thing. */
  public static <T> Spread of(Collection<? extends T> things, ToDoubleFunction<T> number) {
    return of(things.stream().mapToDouble(number).toArray());
  }

  /** Half of the 95 % interval of the mean, by Student's t; NaN for one value. */
  public double error() {
    return n < 2
        ? Double.NaN
        : new TDistribution(n - 1).inverseCumulativeProbability(0.975) * deviation / Math.sqrt(n);
  }

  /** Lower end of the 95 % interval of the mean; null for one value. */
  public Double low() {
    return n < 2 ? null : (Double) (mean - error());
  }

  /** Its upper end. */
  public Double high() {
    return n < 2 ? null : (Double) (mean + error());
  }

  /** Mean and deviation with so many decimals, and n. */
  public String text(int decimals) {
    String format = "%." + decimals + "f";
    String spread = n < 2 ? "" : " \u00b1 " + String.format(Locale.ROOT, format, deviation);
    return String.format(Locale.ROOT, format, mean).replace('-', '\u2212') + spread;
  }
}
