package hopfilm.solver;

import java.util.Arrays;

/**
 * Factorisation A = L U of a matrix with a band, in double precision and without exchange of rows:
 * for matrices that are symmetric, or whose symmetric part is positive definite. The signs of the
 * pivots of a symmetric matrix are those of its eigenvalues (Sylvester's law of inertia).
 */
public final class BandedLu {

  private final int n;
  private final int band;
  private final int width;
  private final double[] rows; // row i holds A(i, i - band) .. A(i, i + band)

  /** True if such a matrix fits an array. */
  public static boolean fits(long n, long band, long most) {
    return n * (2 * band + 1) <= Math.min(most, Integer.MAX_VALUE - 8L);
  }

  /**
   * A matrix of zeros.
   *
   * @param n rows
   * @param band diagonals on either side of the main one
   */
  public BandedLu(int n, int band) {
    this.n = n;
    this.band = band;
    this.width = 2 * band + 1;
    this.rows = new double[Math.multiplyExact(n, width)];
  }

  /** Sets all elements to zero, before the next matrix. */
  public void clear() {
    Arrays.fill(rows, 0);
  }

  /** Adds to an element within the band. */
  public void add(int row, int column, double value) {
    rows[at(row, column)] += value;
  }

  private int at(int row, int column) {
    return row * width + band + column - row;
  }

  /** Factors the matrix in place. */
  public void factor() {
    for (int i = 0; i < n; i++) {
      int last = Math.min(n - 1, i + band);
      int pivot = at(i, i);
      for (int k = i + 1; k <= last; k++) {
        int below = at(k, i);
        double share = rows[below] / rows[pivot];
        rows[below] = share;
        if (share != 0) {
          subtract(share, pivot + 1, below + 1, last - i);
        }
      }
    }
  }

  private void subtract(double share, int from, int to, int count) {
    for (int j = 0; j < count; j++) {
      rows[to + j] -= share * rows[from + j];
    }
  }

  /** Natural logarithm of |det A|. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.log(Math.abs(rows[at(i, i)]));
    }
    return sum;
  }

  /** Number of negative pivots. */
  public int negativePivots() {
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += rows[at(i, i)] < 0 ? 1 : 0;
    }
    return count;
  }

  /** Solves A x = b in place. */
  public void solve(double[] x) {
    for (int i = 0; i < n; i++) {
      double sum = x[i];
      for (int j = Math.max(0, i - band); j < i; j++) {
        sum -= rows[at(i, j)] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = Math.min(n - 1, i + band); j > i; j--) {
        sum -= rows[at(i, j)] * x[j];
      }
      x[i] = sum / rows[at(i, i)];
    }
  }
}
