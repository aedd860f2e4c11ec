package hopfilm.hopfield;

/**
 * Signs s with e = -sum_ij G'_ij s_i s_j (E' for V0 = 1) and the fields h = S s, S the symmetric
 * part of G', kept up to date through single flips.
 */
final class SpinState {

  private final int n;
  private final double[] symmetric; // S, row by row
  private final int[] s;
  private final double[] h;
  private double e;

  SpinState(Weights weights, Pattern start) {
    this.n = weights.size();
    this.symmetric = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        symmetric[i * n + j] = 0.5 * (weights.get(i, j) + weights.get(j, i));
      }
    }
    this.s = start.signs();
    this.h = new double[n];
    refresh();
  }

  /** Starts anew from other signs. */
  void restart(int[] signs) {
    System.arraycopy(signs, 0, s, 0, n);
    refresh();
  }

  /** Forms all sums anew. */
  void refresh() {
    e = 0;
    for (int i = 0; i < n; i++) {
      h[i] = 0;
      for (int j = 0; j < n; j++) {
        h[i] += symmetric[i * n + j] * s[j];
      }
      e -= s[i] * h[i];
    }
  }

  double energy() {
    return e;
  }

  Pattern pattern() {
    return Pattern.of(s);
  }

  /** Change of the energy when i is flipped. */
  double cost(int i) {
    return 4 * (s[i] * h[i] - symmetric[i * n + i]);
  }

  void flip(int i) {
    e += cost(i);
    s[i] = -s[i];
    double change = 2 * s[i];
    for (int j = 0; j < n; j++) {
      h[j] += change * symmetric[i * n + j];
    }
  }

  /** Flips whatever lowers the energy by more than rounding, to a local minimum. */
  void descend() {
    double rounding = 0;
    for (double x : symmetric) {
      rounding = Math.max(rounding, 1e-12 * n * Math.abs(x));
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < n; i++) {
        if (cost(i) < -rounding) {
          flip(i);
          changed = true;
        }
      }
    }
  }
}
