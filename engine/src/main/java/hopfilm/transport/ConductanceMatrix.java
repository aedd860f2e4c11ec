package hopfilm.transport;

import java.util.Arrays;

/**
 * The conductance matrix of a film with N electrodes: the current into the film at electrode i is
 * I_i = sum_j G_ij V_j [A].
 *
 * <p>V_j are the voltages outside: contact resistances belong to G. The errors are those of the
 * matrix without them.
 *
 * <p>With patches of sign - ({@link Electrode}) rows do not sum to zero, and G_ij may have either
 * sign; what is said of that below is about films without. G is symmetric (Onsager; with a Hall
 * effect G(m) = G(-m)^T), its rows sum to zero (equal voltages drive no current), G_ii &gt; 0 and
 * G_ij &lt; 0 (0 if no film connects the electrodes). How well the first two hold is a measure of
 * the numerical error. On a mesh of a few cells across, with strong AMR, a small G_ij may come out
 * positive: bilinear elements keep the sum of the heat, not every sign.
 *
 * @param siemens G_ij [S], thickness included
 * @param symmetryError largest |G_ij - G_ji| / largest |G|
 * @param rowSumError largest |sum_j G_ij| / largest |G|; with patches of sign - by how much the
 *     currents into the film at all patches miss to add up to zero, in the same unit
 * @param residual largest relative residual of the solutions
 * @param iterations of all solutions together
 */
public record ConductanceMatrix(
    double[][] siemens, double symmetryError, double rowSumError, double residual, int iterations) {

  /** Keeps a copy of the matrix. */
  public ConductanceMatrix {
    siemens = copy(siemens);
  }

  static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /** A copy of the matrix [S], in the order of the electrodes. */
  @Override
  public double[][] siemens() {
    return copy(siemens);
  }

  /** Computes the errors of a matrix. */
  static ConductanceMatrix of(double[][] siemens, double residual, int iterations) {
    double largest = 0;
    double asymmetry = 0;
    double rowSum = 0;
    for (int i = 0; i < siemens.length; i++) {
      double sum = 0;
      for (int j = 0; j < siemens.length; j++) {
        largest = Math.max(largest, Math.abs(siemens[i][j]));
        asymmetry = Math.max(asymmetry, Math.abs(siemens[i][j] - siemens[j][i]));
        sum += siemens[i][j];
      }
      rowSum = Math.max(rowSum, Math.abs(sum));
    }
    // Without any current both are zero too.
    double scale = largest > 0 ? largest : 1;
    return new ConductanceMatrix(siemens, asymmetry / scale, rowSum / scale, residual, iterations);
  }

  /**
   * Of electrodes with patches of sign -.
   *
   * @param leak largest sum of the currents into the film at all patches, for 1 V [A]
   */
  static ConductanceMatrix grounded(
      double[][] siemens, double leak, double residual, int iterations) {
    ConductanceMatrix g = of(siemens, residual, iterations);
    double largest = 0;
    for (double[] row : siemens) {
      for (double x : row) {
        largest = Math.max(largest, Math.abs(x));
      }
    }
    double error = largest > 0 ? leak / largest : 0;
    return new ConductanceMatrix(siemens, g.symmetryError, error, residual, iterations);
  }

  /** Number of electrodes. */
  public int size() {
    return siemens.length;
  }

  /** G_ij [S]. */
  public double get(int i, int j) {
    return siemens[i][j];
  }
}
