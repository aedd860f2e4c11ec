package hopfilm.transport;

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
 *
 * <p>The potential for given V needs v and so G, that is N solutions. Instead G is estimated: each
 * solution for a v shows I, the estimate is corrected so that it yields it (Broyden's rank-one
 * update, doi:10.1090/S0025-5718-1965-0198670-6), and v by (1 + R G)^-1 (V - v - R I).
 */
final class ContactResistances {
  /** After so many corrections the estimate is made anew; after three times as many no more. */
  private static final int PATIENCE = 6;

  private static final double ROUGH = 1e-4;

  private final double[] ohm;
  private final boolean present;
  private double[][] estimate; // of the film's G [S]

  ContactResistances(List<Electrode> electrodes) {
    this.ohm = electrodes.stream().mapToDouble(Electrode::resistance).toArray();
    boolean any = false;
    for (double r : ohm) {
      any |= r > 0;
    }
    this.present = any;
  }

  /** Whether there is any. */
  boolean present() {
    return present;
  }

  void forget() {
    estimate = null;
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
            outside(film.siemens(), ohm),
            film.symmetryError(),
            film.rowSumError(),
            film.residual(),
            film.iterations())
        : film;
  }

  /** G_out = (1 + G R)^-1 G, from the elements off the diagonal. */
  static double[][] outside(double[][] g, double[] ohm) {
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

  /** The potential for voltages V outside; see {@link CurrentFlow#solve}. */
  Solution solve(
      CurrentFlow flow, UnitPotentials units, double[] outside, double[] potential, double tol) {
    int iterations = 0;
    if (estimate == null) {
      iterations += estimate(units, ROUGH);
    }
    double[] v = outside.clone();
    correct(v, outside);
    for (int corrections = 0; ; corrections++) {
      Solution s = flow.solveFilm(v, potential, 0.5 * tol);
      iterations += s.iterations();
      double[] currents = flow.currents(potential);
      learn(v, currents);
      double[] miss = new double[v.length];
      for (int k = 0; k < v.length; k++) {
        miss[k] = outside[k] - v[k] - ohm[k] * currents[k];
      }
      correct(miss, miss);
      double off = span(miss);
      double error = off / span(v);
      // Voltages that nearly all drop in the contacts leave only rounding on the film.
      boolean done = error <= tol || off <= 1e-15 * largest(outside);
      if (done || corrections == 3 * PATIENCE) {
        return new Solution(iterations, Math.max(s.residual(), Double.isNaN(error) ? 0 : error));
      }
      if (corrections == PATIENCE) {
        iterations += estimate(units, 0.1 * tol);
        correct(miss, miss);
      }
      for (int k = 0; k < v.length; k++) {
        v[k] += miss[k];
      }
    }
  }

  private int estimate(UnitPotentials units, double tolerance) {
    ConductanceMatrix film = units.conductanceMatrix(tolerance);
    estimate = film.siemens();
    return film.iterations();
  }

  /** x = (1 + R G)^-1 y with the estimated G. */
  private void correct(double[] x, double[] y) {
    double[][] g = outside(estimate, ohm);
    double[] sums = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sums[i] += g[i][j] * y[j];
      }
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = y[i] - ohm[i] * sums[i];
    }
  }

  /** The least change of the estimate that yields currents for v and none for equal voltages. */
  private void learn(double[] v, double[] currents) {
    double mean = 0;
    for (double x : v) {
      mean += x / v.length;
    }
    double norm = 0;
    for (double x : v) {
      norm += (x - mean) * (x - mean);
    }
    for (int i = 0; i < v.length && norm > 0; i++) {
      double wrong = currents[i];
      for (int j = 0; j < v.length; j++) {
        wrong -= estimate[i][j] * (v[j] - mean);
      }
      for (int j = 0; j < v.length; j++) {
        estimate[i][j] += wrong * (v[j] - mean) / norm;
      }
    }
  }

  private static double span(double[] v) {
    double low = v[0];
    double high = v[0];
    for (double x : v) {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
    return high - low;
  }

  private static double largest(double[] v) {
    double max = 0;
    for (double x : v) {
      max = Math.max(max, Math.abs(x));
    }
    return max;
  }
}
