package hopfilm.transport;

import hopfilm.transport.Electrode.Drive;
import java.util.Arrays;
import java.util.List;

/**
 * Resistances R_k in series with the electrodes of a film of conductance matrix G. Voltages V
 * outside leave v = V - R I on the film, with I = G v:
 *
 * <pre>
 *   I = G_out V,  G_out = (1 + G R)^-1 G,  v = (1 - R G_out) V
 * </pre>
 *
 * <p>G_out comes from eliminating the film's side of one resistance after the other, the star-mesh
 * transformation: no differences are formed, so that rows sum to zero and small conductances keep
 * their digits, whatever the resistances. Reference: S. Rosen, J. Inst. Electr. Eng. 62, 916
 * (1924), doi:10.1049/jiee-1.1924.0123.
 */
final class ContactResistances {
  private final double[] ohm;
  private final boolean present;
  private final boolean isGrounded;

  ContactResistances(List<Electrode> electrodes) {
    this.ohm = electrodes.stream().mapToDouble(Electrode::resistance).toArray();
    boolean any = false;
    for (double r : ohm) {
      any |= r > 0;
    }
    this.present = any;
    this.isGrounded = electrodes.stream().anyMatch(Electrode::hasInverter);
  }

  /** R_k [Ohm]; 0 where the electrode is given nothing, so that no current flows. */
  double at(int k, Drive kind) {
    return kind == Drive.FLOAT ? 0 : ohm[k];
  }

  /** Voltages v = V - R I on the film, for voltages and currents outside [V, A]. */
  double[] onFilm(double[] voltages, double[] currents) {
    double[] v = new double[ohm.length];
    for (int k = 0; k < v.length; k++) {
      v[k] = voltages[k] - ohm[k] * currents[k];
    }
    return v;
  }

  /** Heat in the contacts [W]. */
  double heat(double[] currents) {
    double sum = 0;
    for (int k = 0; k < ohm.length; k++) {
      sum += ohm[k] * currents[k] * currents[k];
    }
    return sum;
  }

  /** The matrix seen from outside; its errors are those of the film's matrix. */
  ConductanceMatrix outside(ConductanceMatrix film) {
    return present
        ? new ConductanceMatrix(
            outside(film.siemens(), ohm, isGrounded),
            film.symmetryError(),
            film.rowSumError(),
            film.residual(),
            film.iterations())
        : film;
  }

  /**
   * G_out = (1 + G R)^-1 G, from the elements off the diagonal. With inverters the ground counts as
   * one more electrode, without resistance, that makes the rows sum to zero.
   */
  static double[][] outside(double[][] g, double[] ohm, boolean isGrounded) {
    if (!isGrounded) {
      return outside(g, ohm);
    }
    int n = g.length;
    double[][] all = new double[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      System.arraycopy(g[i], 0, all[i], 0, n);
      for (int j = 0; j < n; j++) {
        all[i][n] -= g[i][j];
        all[n][i] -= g[j][i];
        all[n][n] += g[i][j];
      }
    }
    double[][] out = outside(all, Arrays.copyOf(ohm, n + 1));
    return Arrays.stream(out).limit(n).map(row -> Arrays.copyOf(row, n)).toArray(double[][]::new);
  }

  /** G_out = (1 + G R)^-1 G where rows sum to zero. */
  private static double[][] outside(double[][] g, double[] ohm) {
    int n = g.length;
    double[][] out = new double[n][];
    for (int i = 0; i < n; i++) {
      out[i] = g[i].clone();
    }
    for (int k = 0; k < n; k++) {
      if (ohm[k] > 0) {
        double factor = 1 / (1 - ohm[k] * otherElements(out[k], k));
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n && i != k; j++) {
            out[i][j] -= j == k ? 0 : factor * ohm[k] * out[i][k] * out[k][j];
          }
        }
        for (int i = 0; i < n; i++) {
          out[k][i] *= factor;
          out[i][k] *= factor;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      out[i][i] = 0 - otherElements(out[i], i); // 0, not -0, without current
    }
    return out;
  }

  private static double otherElements(double[] row, int k) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += j == k ? 0 : row[j];
    }
    return sum;
  }
}
