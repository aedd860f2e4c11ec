package hopfilm.fourier;

/**
 * Fourier transforms of one length, of as many lines at once as a vector has lanes.
 *
 * <p>X_k = sum_n x_n exp(-2 pi i k n/N). A number of a line stands at [place][re, im][lane]. After
 * the way forward number k is at {@link #place}, from where the way back takes it.
 */
final class DoubleLines {

  private static final int L = DoubleButterflies.L;

  private final int length;
  private final boolean half;
  private final int[] radices;
  private final double[][] twiddles;
  private final int[] places;

  /**
   * @param length without primes above 5; a multiple of 4 if only half of it is used
   * @param half the second half of a line is zero before and not wanted afterwards
   */
  DoubleLines(int length, boolean half) {
    this.length = length;
    this.half = half;
    this.radices = Length.radices(length, half);
    this.twiddles = new double[radices.length][];
    int n = length;
    for (int s = 0; s < radices.length; s++) {
      int r = radices[s];
      twiddles[s] = twiddles(n, r);
      n /= r;
    }
    this.places = new int[length];
    for (int k = 0; k < length; k++) {
      int rest = k;
      int weight = length;
      for (int r : radices) {
        weight /= r;
        places[k] += rest % r * weight;
        rest /= r;
      }
    }
  }

  private static double[] twiddles(int n, int r) {
    double[] tw = new double[3 * (r - 1) * (n / r)];
    int w = 0;
    for (int j = 0; j < n / r; j++) {
      for (int q = 1; q < r; q++) {
        var turn = -2 * Math.PI * ((long) j * q % n) / n;
        tw[w++] = (double) Math.cos(turn);
        tw[w++] = (double) Math.sin(turn);
        tw[w++] = (double) -Math.sin(turn);
      }
    }
    return tw;
  }

  int length() {
    return length;
  }

  /** Numbers of a line that are read and written. */
  int used() {
    return half ? length / 2 : length;
  }

  /** Where number k of a transform stands, counted in numbers of a line. */
  int place(int k) {
    return places[k];
  }

  /** The lines at {@code at} of {@code from}, transformed to {@code off} of b. */
  void forward(double[] b, int off, double[] from, int at) {
    if (!half) {
      System.arraycopy(from, at, b, off, length * 2 * L);
      stages(b, off, 0, length, 1);
      return;
    }
    int part = length / 4;
    DoubleButterflies.forwardHalf(b, off, part, twiddles[0], from, at, 2 * L);
    // one part after the other, while it is in the cache
    for (int u = 0; u < 4; u++) {
      stages(b, off + u * part * 2 * L, 1, part, 1);
    }
  }

  /** {@link #length} times the inverse, of what is at {@code off} of b, which it overwrites. */
  void inverse(double[] b, int off, double[] to, int at) {
    if (!half) {
      backwards(b, off, 0, length);
      System.arraycopy(b, off, to, at, length * 2 * L);
      return;
    }
    int part = length / 4;
    for (int u = 0; u < 4; u++) {
      backwards(b, off + u * part * 2 * L, 1, part);
    }
    DoubleButterflies.inverseHalf(b, off, part, twiddles[0], to, at, 2 * L);
  }

  /**
   * Several short lines, of which half is used, one after the other.
   *
   * @param apart of the numbers of a line there
   */
  void forward(double[] b, int off, int lines, double[] from, int at, int apart, int next) {
    int part = length / 4;
    for (int l = 0; l < lines; l++) {
      int to = off + l * length * 2 * L;
      DoubleButterflies.forwardHalf(b, to, part, twiddles[0], from, at + l * next, apart);
    }
    stages(b, off, 1, part, 4 * lines);
  }

  /** Back again. */
  void inverse(double[] b, int off, int lines, double[] to, int at, int apart, int next) {
    int part = length / 4;
    backwards(b, off, 1, length * lines);
    for (int l = 0; l < lines; l++) {
      int from = off + l * length * 2 * L;
      DoubleButterflies.inverseHalf(b, from, part, twiddles[0], to, at + l * next, apart);
    }
  }

  private void stages(double[] b, int off, int first, int points, int parts) {
    int n = points;
    int subs = parts;
    for (int s = first; s < radices.length; s++) {
      int r = radices[s];
      n /= r;
      if (n > 1) {
        forward(r, b, off, n, subs, twiddles[s]);
      } else {
        forward(r, b, off, subs);
      }
      subs *= r;
    }
  }

  private void backwards(double[] b, int off, int first, int points) {
    int n = 1;
    int subs = points;
    for (int s = radices.length - 1; s >= first; s--) {
      int r = radices[s];
      subs /= r;
      if (n > 1) {
        inverse(r, b, off, n, subs, twiddles[s]);
      } else {
        inverse(r, b, off, subs);
      }
      n *= r;
    }
  }

  private static void forward(int r, double[] b, int off, int n, int subs, double[] tw) {
    switch (r) {
      case 2 -> DoubleButterflies.forward2(b, off, n, subs, tw);
      case 3 -> DoubleButterflies.forward3(b, off, n, subs, tw);
      case 4 -> DoubleButterflies.forward4(b, off, n, subs, tw);
      case 5 -> DoubleButterflies.forward5(b, off, n, subs, tw);
      default -> DoubleButterflies.forward8(b, off, n, subs, tw);
    }
  }

  private static void forward(int r, double[] b, int off, int subs) {
    switch (r) {
      case 2 -> DoubleButterflies.forward2(b, off, subs);
      case 3 -> DoubleButterflies.forward3(b, off, subs);
      case 4 -> DoubleButterflies.forward4(b, off, subs);
      case 5 -> DoubleButterflies.forward5(b, off, subs);
      default -> DoubleButterflies.forward8(b, off, subs);
    }
  }

  private static void inverse(int r, double[] b, int off, int n, int subs, double[] tw) {
    switch (r) {
      case 2 -> DoubleButterflies.inverse2(b, off, n, subs, tw);
      case 3 -> DoubleButterflies.inverse3(b, off, n, subs, tw);
      case 4 -> DoubleButterflies.inverse4(b, off, n, subs, tw);
      case 5 -> DoubleButterflies.inverse5(b, off, n, subs, tw);
      default -> DoubleButterflies.inverse8(b, off, n, subs, tw);
    }
  }

  private static void inverse(int r, double[] b, int off, int subs) {
    switch (r) {
      case 2 -> DoubleButterflies.inverse2(b, off, subs);
      case 3 -> DoubleButterflies.inverse3(b, off, subs);
      case 4 -> DoubleButterflies.inverse4(b, off, subs);
      case 5 -> DoubleButterflies.inverse5(b, off, subs);
      default -> DoubleButterflies.inverse8(b, off, subs);
    }
  }
}
