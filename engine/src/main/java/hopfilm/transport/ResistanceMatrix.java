package hopfilm.transport;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * The resistance matrix R of a film with N electrodes: V = R I for currents I into the film that
 * add up to zero, V of mean 0. It is the pseudo-inverse of the conductance matrix G:
 *
 * <pre>
 *   R = (G + c 1 1^T)^-1 - 1 1^T/(c N^2)   for any c,   R G = G R = 1 - 1 1^T/N
 * </pre>
 *
 * <p>with 1 the vector of ones, the null vector of G on both sides. So R is symmetric if G is, and
 * its rows and columns add up to zero; sum R_ij I_i I_j is the Joule heat. Where the film does not
 * connect all electrodes, this holds for each group of connected ones. R_ii + R_jj - R_ij - R_ji is
 * the resistance between two electrodes while no current flows at the others. With patches of sign
 * - ({@link Electrode}) G has no null vector and R is its inverse. Reference: D. J. Klein, M.
 * Randic, J. Math. Chem. 12, 81 (1993), doi:10.1007/BF01164627.
 *
 * @param ohm R_ij [Ohm]
 */
public record ResistanceMatrix(double[][] ohm) {

  /** Keeps a copy. */
  public ResistanceMatrix {
    ohm = ConductanceMatrix.copy(ohm);
  }

  /** A copy of the matrix [Ohm]. */
  @Override
  public double[][] ohm() {
    return ConductanceMatrix.copy(ohm);
  }

  /** The matrix of a film. */
  public static ResistanceMatrix of(ConductanceMatrix g) {
    return new ResistanceMatrix(pseudoInverse(g.siemens()));
  }

  /** The matrix of a conductance matrix [S]. */
  public static ResistanceMatrix of(double[][] siemens) {
    return new ResistanceMatrix(pseudoInverse(siemens));
  }

  /** R_ij [Ohm]. */
  public double get(int i, int j) {
    return ohm[i][j];
  }

  /** Resistance between two electrodes, no current at the others [Ohm]; infinite without a path. */
  public double between(int i, int j) {
    if (!ConnectedElectrodes.hasPath(ohm, i, j)) {
      return Double.POSITIVE_INFINITY;
    }
    return ohm[i][i] + ohm[j][j] - ohm[i][j] - ohm[j][i];
  }

  /** The conductance matrix G that this is the resistance matrix of [S]. */
  public double[][] siemens() {
    return pseudoInverse(ohm);
  }

  /**
   * The pseudoinverse of a matrix whose null vectors, left and right, are those of its connected
   * groups.
   */
  private static double[][] pseudoInverse(double[][] a) {
    double[][] inverse = new double[a.length][a.length];
    boolean isGrounded = ConnectedElectrodes.areGrounded(a);
    for (int[] group : ConnectedElectrodes.of(a)) {
      int n = group.length;
      double[][] regular = new double[n][n];
      double c = 0;
      for (int i = 0; i < n; i++) {
        c += Math.abs(a[group[i]][group[i]]) / (n * (double) n);
      }
      if (c == 0) {
        continue;
      }
      c = isGrounded ? 0 : c;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          regular[i][j] = a[group[i]][group[j]] + c;
        }
      }
      double[][] x =
          new LUDecomposition(MatrixUtils.createRealMatrix(regular), 0)
              .getSolver()
              .getInverse()
              .getData();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          inverse[group[i]][group[j]] = isGrounded ? x[i][j] : x[i][j] - 1 / (c * n * n);
        }
      }
    }
    return inverse;
  }
}
