package hopfilm.magnet;

import java.util.List;

/** How exchange and Dzyaloshinskii-Moriya interaction become bonds between cells. */
public enum Discretisation {
  /**
   * Exchange acts on the difference between a vector and its neighbour turned by the angle theta =
   * D dx/(2A) that the interaction wants: exact for helices at any cell size, second order at
   * edges.
   */
  COVARIANT,
  /** Central differences with the missing-neighbour edge, as in OOMMF and fidimag. */
  STANDARD,
  /**
   * {@link #COVARIANT} with bonds to second neighbours too: fourth order inside the film, second
   * order at its edges, at some two and a half times the cost of a simulated time.
   */
  COVARIANT4;

  /** Those whose bonds join nearest neighbours only. */
  public static List<Discretisation> nearest() {
    return List.of(COVARIANT, STANDARD);
  }

  /**
   * Weights w_n of the bonds to n-th neighbours: sum_n w_n (m(+n) - 2 m + m(-n))/dx^2 is the second
   * derivative.
   */
  public double[] weights() {
    return this == COVARIANT4 ? new double[] {4.0 / 3, -1.0 / 12} : new double[] {1};
  }

  /** Weights n w_n: sum_n n w_n (m(+n) - m(-n))/(2 dx) is the first derivative. */
  public double[] gradientWeights() {
    double[] w = weights();
    for (int n = 1; n <= w.length; n++) {
      w[n - 1] *= n;
    }
    return w;
  }
}
