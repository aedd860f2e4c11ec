package hopfilm.dynamics;

/**
 * (offset + amplitude sin(2 pi frequency (t - start) + phase)) / (|offset| + |amplitude|).
 *
 * @param start [s]
 * @param frequency [Hz], above 0
 * @param phase [rad]
 * @param offset in the unit of the amplitude
 */
public record Wave(double start, double frequency, double phase, double offset, double amplitude)
    implements Envelope {

  /**
   * @throws IllegalArgumentException if the frequency is not above 0, a number is not finite, or
   *     offset and amplitude are 0
   */
  public Wave {
    double all = Math.abs(offset) + Math.abs(amplitude);
    if (!Double.isFinite(start + phase + all) || !(frequency > 0) || Double.isInfinite(frequency)) {
      throw new IllegalArgumentException(
          "a wave needs finite numbers and a frequency above 0, not %g Hz from %g s"
              .formatted(frequency, start));
    }
    if (all == 0) {
      throw new IllegalArgumentException("offset and amplitude of a wave are both 0");
    }
    offset /= all;
    amplitude /= all;
  }

  @Override
  public double at(double t) {
    return offset + amplitude * Math.sin(2 * Math.PI * frequency * (t - start) + phase);
  }

  @Override
  public double nextKink(double t) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double largest(double from, double to) {
    return 1;
  }

  @Override
  public double longestStep() {
    return 0.05 / frequency;
  }
}
