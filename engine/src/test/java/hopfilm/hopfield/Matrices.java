package hopfilm.hopfield;

import java.util.SplittableRandom;

/** Matrices that the tests make weights from. */
final class Matrices {

  private Matrices() {}

  /** Weights that are exactly this matrix, with max|G| its largest entry. */
  static Weights weights(double[][] gPrime, SelfTerm selfTerm) {
    int n = gPrime.length;
    return Weights.of(gPrime, new double[n][n], Reference.UNTRAINED, selfTerm);
  }

  static double[][] random(int n, SplittableRandom random) {
    double[][] g = new double[n][n];
    for (double[] row : g) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextDouble(-1, 1);
      }
    }
    return g;
  }

  static double[][] symmetric(int n, SplittableRandom random) {
    double[][] g = random(n, random);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        g[i][j] = g[j][i];
      }
    }
    return g;
  }

  /** Symmetric with zero row sums, as the weights of a film. */
  static double[][] film(int n, SplittableRandom random) {
    double[][] g = symmetric(n, random);
    for (int i = 0; i < n; i++) {
      g[i][i] = 0;
      double sum = 0;
      for (double x : g[i]) {
        sum += x;
      }
      g[i][i] = -sum;
    }
    return g;
  }

  /** sign * B B^T, semidefinite, where the columns of B have zero sum: zero row sums. */
  static double[][] semidefiniteFilm(int n, int sign, SplittableRandom random) {
    double[][] b = random(n, random);
    for (int k = 0; k < n; k++) {
      double mean = 0;
      for (double[] row : b) {
        mean += row[k] / n;
      }
      for (double[] row : b) {
        row[k] -= mean;
      }
    }
    double[][] g = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          g[i][j] += sign * b[i][k] * b[j][k];
        }
      }
    }
    return g;
  }

  /** Hebb's rule: the sum of strength * s s^T. */
  static double[][] hebb(double[] strengths, Pattern... stored) {
    int n = stored[0].size();
    double[][] g = new double[n][n];
    for (int p = 0; p < stored.length; p++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          g[i][j] += strengths[p] * stored[p].sign(i) * stored[p].sign(j);
        }
      }
    }
    return g;
  }
}
