package hopfilm.dynamics;

/**
 * Trapezia one after the other, the first from the start on: 1 for {@code on}, of which the first
 * and the last {@code rise} are linear flanks from and to 0, then 0 for {@code off}.
 *
 * @param start [s]
 * @param on [s], above 0
 * @param off [s], 0 or above
 * @param rise [s], at most half of on
 */
public record PulseTrain(double start, double on, double off, double rise) implements Envelope {

  /**
   * @throws IllegalArgumentException if the times do not fit
   */
  public PulseTrain {
    boolean isFinite = Double.isFinite(start) && Double.isFinite(on) && Double.isFinite(off);
    if (!isFinite || !(on > 0) || !(off >= 0) || !(rise >= 0 && 2 * rise <= on * (1 + 1e-12))) {
      throw new IllegalArgumentException(
          "pulses of %g s, %g s apart, that rise over %g s cannot be made"
              .formatted(on, off, rise));
    }
  }

  /** Number of the pulse that a time belongs to, its pause included. */
  private double number(double t) {
    double n = Math.floor((t - start) / (on + off));
    // so that a pulse begins at its very beginning
    return t >= begin(n + 1) ? n + 1 : t < begin(n) ? n - 1 : n;
  }

  private double begin(double n) {
    return start + n * (on + off);
  }

  @Override
  public double at(double t) {
    double n = number(t);
    double begin = begin(n);
    if (n < 0 || (off > 0 && t >= begin + on)) {
      return 0;
    }
    double side = Math.min(t - begin, begin + on - t);
    return side < rise ? side / rise : 1;
  }

  @Override
  public double nextKink(double t) {
    double n = number(t);
    if (n < 0) {
      return start;
    }
    if (off == 0 && rise == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double begin = begin(n);
    for (double kink : new double[] {begin + rise, begin + on - rise, begin + on}) {
      if (kink > t) {
        return kink;
      }
    }
    return begin(n + 1);
  }

  @Override
  public double largest(double from, double to) {
    if (to <= start) {
      return 0;
    }
    double begin = begin(number(Math.max(from, start)));
    // a time within the flat part of this pulse or of the next one, if the interval reaches it
    double top = Math.max(from, begin + rise);
    double low = Math.max(at(Math.max(from, start)), at(to));
    boolean isFlat = top <= to && top < begin + on && at(top) == 1;
    return isFlat || to >= begin + on + off + rise ? 1 : low;
  }
}
