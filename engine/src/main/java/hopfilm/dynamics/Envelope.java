package hopfilm.dynamics;

/**
 * A factor in time, for voltages and fields; its magnitude is at most 1, but for {@link
 * SampledSignal}.
 *
 * <p>At a jump the value is the one after it.
 */
public interface Envelope {

  /** Value at a time t [s]. */
  double at(double t);

  /** First time after t at which the value or the slope jumps [s]; infinite if there is none. */
  default double nextKink(double t) {
    return Double.POSITIVE_INFINITY;
  }

  /** Largest magnitude at any time, or above it. */
  default double amplitude() {
    return 1;
  }

  /** Largest magnitude between two times [s], or above it. */
  default double largest(double from, double to) {
    return amplitude();
  }

  /**
   * Integral of the square from one time to another [s]: by Simpson's rule between kinks, exact for
   * ramps, and between steps that follow it well.
   */
  default double square(double from, double to) {
    double sum = 0;
    for (double a = from; a < to; ) {
      double b = Math.min(Math.min(to, nextKink(a)), a + longestStep());
      double low = at(a);
      double middle = at(0.5 * (a + b));
      // from the left: the drive may end at b
      double high = longestStep() < Double.POSITIVE_INFINITY ? at(b) : 2 * middle - low;
      sum += (b - a) / 6 * (low * low + 4 * middle * middle + high * high);
      a = b;
    }
    return sum;
  }

  /** Longest time step that follows it well, where it is no polynomial [s]; may be infinite. */
  default double longestStep() {
    return Double.POSITIVE_INFINITY;
  }

  /** 1 at all times. */
  static Envelope constant() {
    return new Constant();
  }

  /**
   * Linearly from 0 at {@code start} to 1 at {@code start + rise}, 1, and linearly back to 0 in the
   * last {@code rise} before {@code end}; 0 outside. A rise of 0 makes jumps.
   *
   * @param start [s]
   * @param end [s], infinite for a ramp that stays up
   * @param rise [s], at most half the time from start to end
   * @throws IllegalArgumentException if end is not after start or rise does not fit in between
   */
  static Envelope ramp(double start, double end, double rise) {
    return new Ramp(start, end, rise);
  }

  /**
   * sin(2 pi frequency (t - start)), before start as well as after.
   *
   * @param start [s]
   * @param frequency [Hz], above 0
   * @throws IllegalArgumentException if the frequency is not above 0 or a number is not finite
   */
  static Envelope sine(double start, double frequency) {
    return new Wave(start, frequency, 0, 0, 1);
  }

  /**
   * sin^2(pi (t - start)/(end - start)) between start and end [s], 0 outside.
   *
   * @throws IllegalArgumentException if end is not after start or a number is not finite
   */
  static Envelope pulse(double start, double end) {
    return new Pulse(start, end);
  }

  /** 1 at all times. */
  record Constant() implements Envelope {
    @Override
    public double at(double t) {
      return 1;
    }
  }

  /** A trapezium in time: see {@link Envelope#ramp}. */
  record Ramp(double start, double end, double rise) implements Envelope {
    /** See {@link Envelope#ramp}. */
    public Ramp {
      if (!Double.isFinite(start) || !(end > start)) {
        throw new IllegalArgumentException(
            "a ramp needs an end after its start, not %g s after %g s".formatted(end, start));
      }
      if (!(rise >= 0 && rise <= 0.5 * (end - start) * (1 + 1e-12)) || Double.isInfinite(rise)) {
        throw new IllegalArgumentException(
            "a ramp from %g to %g s can rise and fall over 0 to %g s each, not over %g s"
                .formatted(start, end, 0.5 * (end - start), rise));
      }
    }

    @Override
    public double at(double t) {
      if (t < start || t >= end) {
        return 0;
      }
      double side = Math.min(t - start, end - t);
      return side < rise ? side / rise : 1;
    }

    @Override
    public double nextKink(double t) {
      double next = Double.POSITIVE_INFINITY;
      for (double kink : new double[] {end, end - rise, start + rise, start}) {
        next = kink > t ? Math.min(next, kink) : next;
      }
      return next;
    }

    @Override
    public double largest(double from, double to) {
      if (from == to) {
        return at(from);
      }
      double low = Math.max(from, start);
      double high = Math.min(to, end);
      if (!(low < high)) {
        return 0;
      }
      // up, level, down: the largest lies where the interval comes nearest to the level part
      return Math.max(at(Math.min(high, Math.max(low, start + rise))), Math.max(at(low), at(high)));
    }
  }

  /**
   * (offset + sine sin(2 pi frequency (t - start) + phase)) / (|offset| + |sine|).
   *
   * @param start [s]
   * @param frequency [Hz], above 0
   * @param phase [rad]
   * @param offset in the unit of the sine
   */
  record Wave(double start, double frequency, double phase, double offset, double sine)
      implements Envelope {

    /**
     * @throws IllegalArgumentException if the frequency is not above 0, a number is not finite, or
     *     offset and sine are 0
     */
    public Wave {
      double all = Math.abs(offset) + Math.abs(sine);
      if (!Double.isFinite(start + phase + all)
          || !(frequency > 0)
          || Double.isInfinite(frequency)) {
        throw new IllegalArgumentException(
            "a wave needs finite numbers and a frequency above 0, not %g Hz from %g s"
                .formatted(frequency, start));
      }
      if (all == 0) {
        throw new IllegalArgumentException("offset and amplitude of a wave are both 0");
      }
      offset /= all;
      sine /= all;
    }

    @Override
    public double at(double t) {
      return offset + sine * Math.sin(2 * Math.PI * frequency * (t - start) + phase);
    }

    @Override
    public double longestStep() {
      return 0.05 / frequency;
    }
  }

  /** See {@link Envelope#pulse}. */
  record Pulse(double start, double end) implements Envelope {
    /** See {@link Envelope#pulse}. */
    public Pulse {
      if (!Double.isFinite(start) || !(end > start) || Double.isInfinite(end)) {
        throw new IllegalArgumentException(
            "a pulse needs an end after its start, not %g s after %g s".formatted(end, start));
      }
    }

    @Override
    public double at(double t) {
      if (t <= start || t >= end) {
        return 0;
      }
      double s = Math.sin(Math.PI * (t - start) / (end - start));
      return s * s;
    }

    @Override
    public double nextKink(double t) {
      // value and slope are continuous, but higher derivatives jump: steps end there too
      return t < start ? start : t < end ? end : Double.POSITIVE_INFINITY;
    }

    @Override
    public double largest(double from, double to) {
      double middle = 0.5 * (start + end);
      return Math.max(at(Math.min(to, Math.max(from, middle))), Math.max(at(from), at(to)));
    }

    @Override
    public double longestStep() {
      return 0.05 * (end - start);
    }
  }
}
