package hopfilm.dynamics;

/**
 * The last values of a field in time, the latest first, and the weights of the polynomial through
 * them. Rotates a fixed number of values: nothing of the size of the film is made.
 *
 * @param <T> an array or a field of arrays
 */
final class Past<T> {

  private final T[] values;
  private final double[] times;
  private int known;

  /**
   * @param room as many values as are kept
   */
  Past(T[] room) {
    values = room.clone();
    times = new double[room.length];
  }

  /** The n-th value, 0 for the latest; the oldest is room for the {@link #next}. */
  T at(int n) {
    return values[n];
  }

  /** Room for the next value, in the place of the oldest. */
  T next() {
    return values[values.length - 1];
  }

  double[] times() {
    return times;
  }

  int known() {
    return known;
  }

  void known(int count) {
    known = count;
  }

  /** The value in {@link #next} becomes the latest. */
  void remember(double t) {
    T latest = next();
    System.arraycopy(values, 0, values, 1, values.length - 1);
    System.arraycopy(times, 0, times, 1, times.length - 1);
    values[0] = latest;
    times[0] = t;
    known = Math.min(values.length, known + 1);
  }

  /** Drops the second latest. */
  void dropSecond() {
    T free = values[1];
    System.arraycopy(values, 2, values, 1, values.length - 2);
    System.arraycopy(times, 2, times, 1, times.length - 2);
    values[values.length - 1] = free;
    known--;
  }

  /** Forgets values later than t. */
  void rewind(double t) {
    int later = 0;
    while (later < known && times[later] > t) {
      later++;
    }
    for (int a = later; a < known && later > 0; a++) {
      T swap = values[a - later];
      values[a - later] = values[a];
      values[a] = swap;
      times[a - later] = times[a];
    }
    known -= later;
  }

  /** Lagrange's weights at a time of the polynomial through the latest values; 0 for the others. */
  double[] weights(int count, double t) {
    double[] w = new double[values.length];
    for (int a = 0; a < count; a++) {
      w[a] = 1;
      for (int b = 0; b < count; b++) {
        if (b != a) {
          w[a] *= (t - times[b]) / (times[a] - times[b]);
        }
      }
    }
    return w;
  }
}
