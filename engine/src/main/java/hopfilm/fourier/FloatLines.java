package hopfilm.fourier;

/**
 * Fourier transforms of one length, of as many lines at once as a vector has lanes.
 *
 * <p>X_k = sum_n x_n exp(-2 pi i k n/N). A number of a line stands at [place][re, im][lane]. After
 * the way forward number k is at {@link #place}, from where the way back takes it.
 */
final class FloatLines {

  private static final int L = FloatButterflies.L;

  private final int length;
  private final boolean half;
  private final int[] radices;
  private final float[][] twiddles;
  private final int[] places;

  /**
   * @param length without primes above 5; a multiple of 4 if only half of it is used
   * @param half the second half of a line is zero before and not wanted afterwards
   */
  FloatLines(int length, boolean half) {
    this.length = length;
    this.half = half;
    this.radices = Length.radices(length, half);
    this.twiddles = new float[radices.length][];
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

  private static float[] twiddles(int n, int r) {
    float[] tw = new float[3 * (r - 1) * (n / r)];
    int w = 0;
    for (int j = 0; j < n / r; j++) {
      for (int q = 1; q < r; q++) {
        var turn = -2 * Math.PI * ((long) j * q % n) / n;
        tw[w++] = (float) Math.cos(turn);
        tw[w++] = (float) Math.sin(turn);
        tw[w++] = (float) -Math.sin(turn);
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
  void forward(float[] b, int off, float[] from, int at) {
    if (!half) {
      System.arraycopy(from, at, b, off, length * 2 * L);
      stages(b, off, 0, length);
      return;
    }
    int part = length / 4;
    FloatButterflies.forwardHalf(b, off, part, twiddles[0], from, at);
    // one part after the other, while it is in the cache
    for (int u = 0; u < 4; u++) {
      stages(b, off + u * part * 2 * L, 1, part);
    }
  }

  /** {@link #length} times the inverse, of what is at {@code off} of b, which it overwrites. */
  void inverse(float[] b, int off, float[] to, int at) {
    if (!half) {
      backwards(b, off, 0, length);
      System.arraycopy(b, off, to, at, length * 2 * L);
      return;
    }
    int part = length / 4;
    for (int u = 0; u < 4; u++) {
      backwards(b, off + u * part * 2 * L, 1, part);
    }
    FloatButterflies.inverseHalf(b, off, part, twiddles[0], to, at);
  }

  private void stages(float[] b, int off, int first, int points) {
    int n = points;
    int subs = 1;
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

  private void backwards(float[] b, int off, int first, int points) {
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

  private static void forward(int r, float[] b, int off, int n, int subs, float[] tw) {
    switch (r) {
      case 2 -> FloatButterflies.forward2(b, off, n, subs, tw);
      case 3 -> FloatButterflies.forward3(b, off, n, subs, tw);
      case 4 -> FloatButterflies.forward4(b, off, n, subs, tw);
      case 5 -> FloatButterflies.forward5(b, off, n, subs, tw);
      default -> FloatButterflies.forward8(b, off, n, subs, tw);
    }
  }

  private static void forward(int r, float[] b, int off, int subs) {
    switch (r) {
      case 2 -> FloatButterflies.forward2(b, off, subs);
      case 3 -> FloatButterflies.forward3(b, off, subs);
      case 4 -> FloatButterflies.forward4(b, off, subs);
      case 5 -> FloatButterflies.forward5(b, off, subs);
      default -> FloatButterflies.forward8(b, off, subs);
    }
  }

  private static void inverse(int r, float[] b, int off, int n, int subs, float[] tw) {
    switch (r) {
      case 2 -> FloatButterflies.inverse2(b, off, n, subs, tw);
      case 3 -> FloatButterflies.inverse3(b, off, n, subs, tw);
      case 4 -> FloatButterflies.inverse4(b, off, n, subs, tw);
      case 5 -> FloatButterflies.inverse5(b, off, n, subs, tw);
      default -> FloatButterflies.inverse8(b, off, n, subs, tw);
    }
  }

  private static void inverse(int r, float[] b, int off, int subs) {
    switch (r) {
      case 2 -> FloatButterflies.inverse2(b, off, subs);
      case 3 -> FloatButterflies.inverse3(b, off, subs);
      case 4 -> FloatButterflies.inverse4(b, off, subs);
      case 5 -> FloatButterflies.inverse5(b, off, subs);
      default -> FloatButterflies.inverse8(b, off, subs);
    }
  }
}
