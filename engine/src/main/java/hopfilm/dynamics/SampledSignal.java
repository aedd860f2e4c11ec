package hopfilm.dynamics;

import java.util.Arrays;

/**
 * Samples at equal distances in time. Held, each counts from its time to the next, the last as long
 * as the others; connected, lines go from one to the next, and the last is held. 0 outside.
 */
public final class SampledSignal implements Envelope {

  private final double start;
  private final double every;
  private final double[] values;
  private final boolean isHeld;

  /**
   * @param start time of the first [s]
   * @param every distance [s], above 0
   * @param values of the samples, of any magnitude
   * @param isHeld held; else connected by lines
   * @throws IllegalArgumentException if a number is not finite or there is no sample
   */
  public SampledSignal(double start, double every, double[] values, boolean isHeld) {
    if (!Double.isFinite(start) || !(every > 0) || Double.isInfinite(every)) {
      throw new IllegalArgumentException(
          "samples need a finite start and a distance above 0, not %g and %g s"
              .formatted(start, every));
    }
    for (double v : values) {
      if (!Double.isFinite(v)) {
        throw new IllegalArgumentException("a sample is " + v);
      }
    }
    if (values.length == 0) {
      throw new IllegalArgumentException("there is no sample");
    }
    this.start = start;
    this.every = every;
    this.isHeld = isHeld;
    this.values = values.clone();
  }

  /** Number of the last sample at or before a time; below 0 before the first. */
  private long number(double t) {
    long n = (long) Math.floor((t - start) / every);
    // so that a sample counts from its very time on
    return t >= time(n + 1) ? n + 1 : t < time(n) ? n - 1 : n;
  }

  private double time(long n) {
    return start + n * every;
  }

  @Override
  public double at(double t) {
    long n = number(t);
    if (n < 0 || n >= values.length) {
      return 0;
    }
    double value = values[(int) n];
    if (isHeld || n == values.length - 1) {
      return value;
    }
    return value + (values[(int) n + 1] - value) * ((t - time(n)) / every);
  }

  @Override
  public double nextKink(double t) {
    long n = Math.max(-1, number(t));
    return n < values.length ? time(n + 1) : Double.POSITIVE_INFINITY;
  }

  @Override
  public double largest(double from, double to) {
    double largest = Math.max(Math.abs(at(from)), isHeld ? 0 : Math.abs(at(Math.nextDown(to))));
    long last = Math.min(values.length - 1L, number(Math.nextDown(to)));
    for (long k = Math.max(0, number(from) + 1); k <= last; k++) {
      largest = Math.max(largest, Math.abs(values[(int) k]));
    }
    return largest;
  }

  @Override
  public double longestStep() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampledSignal s
        && s.start == start
        && s.every == every
        && s.isHeld == isHeld
        && Arrays.equals(s.values, values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) + 31 * Double.hashCode(start);
  }
}
