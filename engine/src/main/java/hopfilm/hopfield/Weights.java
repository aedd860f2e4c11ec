package hopfilm.hopfield;

import hopfilm.transport.ConductanceMatrix;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * The weights of the network, G' = G - Gref [S], with their self-term.
 *
 * <p>Where currents are the inputs the resistance matrix R takes the place of G ({@link
 * WeightKind#RESISTANCE}): the weights are R' = R - Rref [Ohm], E'(I) = -sum R'_ij I_i I_j [W], and
 * what is said of voltages and currents below holds with the two exchanged. As R' has zero row sums
 * signs times I0 do for the pattern's currents, whose mean is taken off.
 *
 * <p>Retrieval follows the currents I'_i = sum_j w_ij V_j with w_ij = G'_ij for i != j and w_ii = 0
 * or G'_ii, see {@link SelfTerm}. A current below {@link #NEGLIGIBLE} max|G| V0 is rounding of the
 * conductances, and V_i is kept; max|G| is over the conductance matrix itself, for the weights may
 * be small differences of it.
 *
 * <p>J. J. Hopfield, Proc. Natl. Acad. Sci. 79, 2554 (1982), doi:10.1073/pnas.79.8.2554; the
 * conductances of a film as weights: W. Yu, J. Xiao and G. E. W. Bauer, Phys. Rev. B 104, L180405
 * (2021), doi:10.1103/PhysRevB.104.L180405.
 */
public final class Weights {

  /** Currents below this fraction of max|G| V0 count as zero. */
  public static final double NEGLIGIBLE = 1e-9;

  private final int n;
  private final double[] gPrime; // row by row
  private final double largestConductance;
  private final SelfTerm selfTerm;

  private Weights(int n, double[] gPrime, double largestConductance, SelfTerm selfTerm) {
    this.n = n;
    this.gPrime = gPrime;
    this.largestConductance = largestConductance;
    this.selfTerm = selfTerm;
  }

  /**
   * Weights of a film.
   *
   * @param g its conductance matrix [S]
   * @param ref the matrix of the reference [S]; for {@link Reference#SCALED} that of the saturated
   *     film and for {@link Reference#UNTRAINED_SCALED} that of the untrained one, scaled here
   */
  public static Weights of(double[][] g, double[][] ref, Reference reference, SelfTerm selfTerm) {
    return of(g, ref, reference, selfTerm, 1);
  }

  /**
   * Weights with a reference that is scaled in part.
   *
   * @param scaling of a scaled reference: 1 for lambda Gref, 0 for Gref, between them in
   *     proportion; of {@link Reference#UNTRAINED} its factor
   */
  public static Weights of(
      double[][] g, double[][] ref, Reference reference, SelfTerm selfTerm, double scaling) {
    int n = square(g, "the conductance matrix");
    if (square(ref, "the reference") != n) {
      throw new IllegalArgumentException(
          "the reference has %d electrodes, the film %d".formatted(ref.length, n));
    }
    double lambda = factor(g, ref, reference, scaling);
    double[] gPrime = new double[n * n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        gPrime[i * n + j] = g[i][j] - lambda * ref[i][j];
        largest = Math.max(largest, Math.abs(g[i][j]));
      }
    }
    return new Weights(n, gPrime, largest, selfTerm);
  }

  /** By how much the reference is multiplied before it is taken off. */
  public static double factor(double[][] g, double[][] ref, Reference reference, double scaling) {
    boolean isScaled = reference == Reference.SCALED || reference == Reference.UNTRAINED_SCALED;
    return isScaled
        ? 1 + scaling * (trace(g) / trace(ref) - 1)
        : reference == Reference.UNTRAINED ? scaling : 1;
  }

  /** Weights of a film, see {@link #of(double[][], double[][], Reference, SelfTerm)}. */
  public static Weights of(
      ConductanceMatrix g, ConductanceMatrix ref, Reference reference, SelfTerm selfTerm) {
    return of(g.siemens(), ref.siemens(), reference, selfTerm);
  }

  /**
   * Weights that a program computed and no film has, such as those of {@link HebbRule}. Nothing is
   * taken off: before it learns they are zero, which is what {@link Reference#UNTRAINED} means.
   */
  static Weights ofProgram(double[][] w, SelfTerm selfTerm) {
    return of(w, new double[w.length][w.length], Reference.UNTRAINED, selfTerm);
  }

  /** Mean of several matrices, the reference of {@link Reference#UNTRAINED_MEAN}. */
  public static double[][] mean(List<double[][]> matrices) {
    int n = matrices.get(0).length;
    double[][] mean = new double[n][n];
    for (double[][] g : matrices) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          mean[i][j] += g[i][j] / matrices.size();
        }
      }
    }
    return mean;
  }

  /** Number of electrodes. */
  public int size() {
    return n;
  }

  /** G'_ij [S], the diagonal included whatever the self-term. */
  public double get(int i, int j) {
    return gPrime[i * n + j];
  }

  /**
   * What is left of earlier weights: the projection of these on those, 1 where nothing changed and
   * 0 where nothing is left.
   */
  public double left(Weights earlier) {
    double both = 0;
    double square = 0;
    for (int k = 0; k < gPrime.length; k++) {
      both += earlier.gPrime[k] * gPrime[k];
      square += earlier.gPrime[k] * earlier.gPrime[k];
    }
    return both / square;
  }

  /** The matrix G' [S], a copy. */
  public double[][] gPrime() {
    double[][] copy = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(gPrime, i * n, copy[i], 0, n);
    }
    return copy;
  }

  /** The self-term in retrieval. */
  public SelfTerm selfTerm() {
    return selfTerm;
  }

  /** The same weights with another self-term. */
  public Weights with(SelfTerm other) {
    return new Weights(n, gPrime, largestConductance, other);
  }

  /** max|G| of the conductance matrix [S]. */
  public double largestConductance() {
    return largestConductance;
  }

  /** The current I'_i [A] that decides about electrode i, with the self-term as chosen. */
  public double current(int i, double[] voltages) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += gPrime[i * n + j] * voltages[j];
    }
    return selfTerm == SelfTerm.FULL ? sum : sum - gPrime[i * n + i] * voltages[i];
  }

  /** The currents I' [A] of all electrodes. */
  public double[] current(double[] voltages) {
    double[] current = new double[n];
    for (int i = 0; i < n; i++) {
      current[i] = current(i, voltages);
    }
    return current;
  }

  /** E' = -sum_ij G'_ij V_i V_j [W]. */
  public double energy(double[] voltages) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double row = 0;
      for (int j = 0; j < n; j++) {
        row += gPrime[i * n + j] * voltages[j];
      }
      sum -= voltages[i] * row;
    }
    return sum;
  }

  /** Largest eigenvalue of the symmetric part of G' [S], with or without its diagonal. */
  public double largestEigenvalue(SelfTerm diagonal) {
    double[][] w = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        w[i][j] = 0.5 * (get(i, j) + get(j, i));
      }
      w[i][i] = diagonal == SelfTerm.FULL ? w[i][i] : 0;
    }
    double[] eigenvalues =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(w)).getEigenvalues();
    return Arrays.stream(eigenvalues).max().orElseThrow();
  }

  /** Largest difference of G'_ij and G'_ji [S]; of rounding without Hall currents. */
  public double asymmetry() {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        largest = Math.max(largest, Math.abs(get(i, j) - get(j, i)));
      }
    }
    return largest;
  }

  private static int square(double[][] g, String what) {
    for (double[] row : g) {
      if (row.length != g.length) {
        throw new IllegalArgumentException(
            what + " is not square: a row of " + row.length + " in " + g.length);
      }
      for (double x : row) {
        if (!Double.isFinite(x)) {
          throw new IllegalArgumentException(what + " has an entry that is not finite: " + x);
        }
      }
    }
    if (g.length < 2) {
      throw new IllegalArgumentException("a network has at least two electrodes");
    }
    return g.length;
  }

  private static double trace(double[][] g) {
    double trace = 0;
    for (int i = 0; i < g.length; i++) {
      trace += g[i][i];
    }
    return trace;
  }
}
