package hopfilm.transport;

import hopfilm.transport.Electrode.Drive;
import java.util.Arrays;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * Voltages and currents of all electrodes, from what is given at each of them and the conductance
 * matrix G, contact resistances included: I = G V.
 *
 * <pre>
 *   V_k given where a voltage drives,  I_k given where a current drives,  I_k = 0 where it floats
 * </pre>
 *
 * <p>Electrodes that are connected by film, none of them with a given voltage, have a mean voltage
 * of 0; their currents must add up to zero. Neither holds where patches of sign - tie the voltages
 * to the ground ({@link Electrode}).
 *
 * @param voltages V_k [V]
 * @param currents I_k into the film [A]
 */
public record OperatingPoint(double[] voltages, double[] currents) {

  /** Keeps copies. */
  public OperatingPoint {
    voltages = voltages.clone();
    currents = currents.clone();
  }

  /** A copy of the voltages [V]. */
  @Override
  public double[] voltages() {
    return voltages.clone();
  }

  /** A copy of the currents [A]. */
  @Override
  public double[] currents() {
    return currents.clone();
  }

  /**
   * The point of a film.
   *
   * @param siemens G [S]
   * @param given what each electrode is given
   */
  public static OperatingPoint of(double[][] siemens, GivenValues given) {
    Drive[] drives = given.kinds().toArray(Drive[]::new);
    int[][] groups = ConnectedElectrodes.of(siemens);
    return of(siemens, drives, groups, given.array(), ConnectedElectrodes.areGrounded(siemens));
  }

  /**
   * @param groups the electrodes that film connects with each other
   * @param values voltages where a voltage is given [V], currents elsewhere [A]
   * @param isGrounded whether inverters tie the voltages to the ground
   */
  static OperatingPoint of(
      double[][] g, Drive[] drives, int[][] groups, double[] values, boolean isGrounded) {
    int n = g.length;
    double[] v = new double[n];
    for (int k = 0; k < n; k++) {
      v[k] = drives[k] == Drive.VOLTAGE ? values[k] : 0;
    }
    for (int[] group : groups) {
      int[] unknown = Arrays.stream(group).filter(k -> drives[k] != Drive.VOLTAGE).toArray();
      if (unknown.length > 0) {
        solve(g, values, v, unknown, unknown.length == group.length && !isGrounded);
      }
    }
    double[] currents = new double[n];
    for (int i = 0; i < n; i++) {
      currents[i] = row(g[i], v);
    }
    return new OperatingPoint(v, currents);
  }

  /** Finds the unknown voltages of a group, whose mean is 0 where none of its voltages is given. */
  private static void solve(
      double[][] g, double[] values, double[] v, int[] unknown, boolean isFree) {
    int n = unknown.length;
    double[][] a = new double[n][n];
    double[] right = new double[n];
    double diagonal = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int k = unknown[i];
      for (int j = 0; j < n; j++) {
        a[i][j] = g[k][unknown[j]];
      }
      right[i] = values[k] - row(g[k], v);
      diagonal += a[i][i] / n;
      sum += right[i] / n;
    }
    if (isFree) {
      // G has the null vector 1 on both sides: this makes it regular and the mean voltage 0
      double shift = (diagonal > 0 ? diagonal : 1) / n;
      for (int i = 0; i < n; i++) {
        right[i] -= sum;
        for (int j = 0; j < n; j++) {
          a[i][j] += shift;
        }
      }
    }
    double[] x =
        new LUDecomposition(MatrixUtils.createRealMatrix(a), 0)
            .getSolver()
            .solve(MatrixUtils.createRealVector(right))
            .toArray();
    for (int i = 0; i < n; i++) {
      v[unknown[i]] = x[i];
    }
  }

  private static double row(double[] g, double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += g[j] * v[j];
    }
    return sum;
  }

  /** Joule heat of film and contacts, sum V_k I_k [W]. */
  public double power() {
    return row(voltages, currents);
  }
}
