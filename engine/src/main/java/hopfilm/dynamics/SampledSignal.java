package hopfilm.dynamics;

import java.util.Arrays;

/**
 * Samples at equal distances in time. Held, each counts from its time to the next, the last as long
 * as the others; connected, lines go from one to the next, and the last is held for as long. So a
 * series lasts equally long in both forms. 0 outside.
 */
public final class SampledSignal implements Envelope {

  private final double[] times; // of each, and the end
  private final double every;
  private final double[] values;
  private final boolean isHeld;
  private final double amplitude;

  /**
   * @param start time of the first [s]
   * @param every distance [s], above 0
   * @param values of the samples, of any magnitude
   * @param isHeld held; else connected by lines
   * @throws IllegalArgumentException if a number is not finite or there is no sample
   */
  public SampledSignal(double start, double every, double[] values, boolean isHeld) {
    this(times(start, every, values.length), values, isHeld);
  }

  /**
   * Samples at nearly equal distances, for those who must stop at the very times.
   *
   * @param times of each sample, and the end of the last [s]
   * @throws IllegalArgumentException if a number is not finite, times do not rise, or there is no
   *     sample
   */
  public SampledSignal(double[] times, double[] values, boolean isHeld) {
    for (double v : values) {
      if (!Double.isFinite(v)) {
        throw new IllegalArgumentException("a sample is " + v);
      }
    }
    if (values.length == 0) {
      throw new IllegalArgumentException("there is no sample");
    }
    if (times.length != values.length + 1) {
      throw new IllegalArgumentException(
          "%d samples have %d times and not one more".formatted(values.length, times.length));
    }
    for (int k = 0; k < values.length; k++) {
      if (!(times[k] < times[k + 1]) || !Double.isFinite(times[k + 1] - times[k])) {
        throw new IllegalArgumentException(
            "samples follow each other in time, not %g s after %g s"
                .formatted(times[k + 1], times[k]));
      }
    }
    this.times = times.clone();
    this.every = (times[values.length] - times[0]) / values.length;
    this.isHeld = isHeld;
    this.values = values.clone();
    this.amplitude = Arrays.stream(values).map(Math::abs).max().getAsDouble();
  }

  /** The time of each sample, and the end of the last [s]. */
  public static double[] times(double start, double every, int count) {
    if (!Double.isFinite(start) || !(every > 0) || Double.isInfinite(every)) {
      throw new IllegalArgumentException(
          "samples need a finite start and a distance above 0, not %g and %g s"
              .formatted(start, every));
    }
    double[] times = new double[count + 1];
    for (int k = 0; k <= count; k++) {
      times[k] = start + k * every;
    }
    return times;
  }

  /** Whether each counts until the next. */
  boolean isHeld() {
    return isHeld;
  }

  /** Number of the last sample at or before a time; -1 before the first, their count after all. */
  private int number(double t) {
    if (t < times[0]) {
      return -1;
    }
    int n = (int) Math.min(values.length, Math.floor((t - times[0]) / every));
    // so that a sample counts from its very time on
    while (n < values.length && t >= times[n + 1]) {
      n++;
    }
    while (t < times[n]) {
      n--;
    }
    return n;
  }

  @Override
  public double at(double t) {
    int n = number(t);
    if (n < 0 || n >= values.length) {
      return 0;
    }
    double value = values[n];
    if (isHeld || n == values.length - 1) {
      return value;
    }
    return value + (values[n + 1] - value) * ((t - times[n]) / (times[n + 1] - times[n]));
  }

  @Override
  public double nextKink(double t) {
    int n = number(t);
    return n < values.length ? times[n + 1] : Double.POSITIVE_INFINITY;
  }

  @Override
  public double largest(double from, double to) {
    double largest = Math.max(Math.abs(at(from)), isHeld ? 0 : Math.abs(at(Math.nextDown(to))));
    int last = Math.min(values.length - 1, number(Math.nextDown(to)));
    for (int k = number(from) + 1; k <= last; k++) {
      largest = Math.max(largest, Math.abs(values[k]));
    }
    return largest;
  }

  @Override
  public double amplitude() {
    return amplitude;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampledSignal s
        && s.isHeld == isHeld
        && Arrays.equals(s.times, times)
        && Arrays.equals(s.values, values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) + 31 * Double.hashCode(times[0]);
  }
}
