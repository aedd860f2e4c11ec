package hopfilm.readout;

import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Covariance of one reading of all pairs but for the drift: M = N + A S A^T with N the variances of
 * noise, independent from pair to pair, S those of the contact resistances, and A_pk = 1 where pair
 * p has contact k. Pairs of one contact share its scatter.
 *
 * @param noise N_pp, above 0 [Ohm^2]
 * @param contacts two of each pair
 * @param scatter standard deviation of each contact resistance [Ohm]
 */
record Disturbances(double[] noise, int[][] contacts, double[] scatter) {

  /**
   * M^-1 x by the identity of Woodbury, so that a film of n contacts solves n equations and not one
   * for each pair: N^-1 (x - B (1 + B^T N^-1 B)^-1 B^T N^-1 x) with B = A S^(1/2).
   */
  double[] solve(double[] x) {
    RealMatrix small = MatrixUtils.createRealIdentityMatrix(scatter.length);
    double[] right = new double[scatter.length];
    for (int p = 0; p < x.length; p++) {
      for (int j : contacts[p]) {
        right[j] += scatter[j] * x[p] / noise[p];
        for (int k : contacts[p]) {
          small.addToEntry(j, k, scatter[j] * scatter[k] / noise[p]);
        }
      }
    }
    double[] y =
        new CholeskyDecomposition(small)
            .getSolver()
            .solve(MatrixUtils.createRealVector(right))
            .toArray();
    double[] solved = new double[x.length];
    for (int p = 0; p < x.length; p++) {
      double shared = 0;
      for (int k : contacts[p]) {
        shared += scatter[k] * y[k];
      }
      solved[p] = (x[p] - shared) / noise[p];
    }
    return solved;
  }
}
