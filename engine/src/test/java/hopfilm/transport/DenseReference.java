package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.solver.DenseCholesky;

/** A flow between two electrodes against a dense solution of a matrix assembled apart. */
final class DenseReference {

  private DenseReference() {}

  /**
   * Compares potential, currents and power.
   *
   * @param k stiffness matrix times s_perp, of all corners
   * @param thickness what it is to be multiplied with [m]; 1 in space
   * @param v potential that the flow found, exact at the electrodes
   */
  static void compare(Held flow, double[][] k, double thickness, double[] voltages, double[] v) {
    assertThat(v).hasSize(k.length);
    // Fixed are the corners that came out at a voltage to the last bit: electrodes only.
    int[] owner = new int[v.length];
    for (int c = 0; c < owner.length; c++) {
      owner[c] = v[c] == voltages[0] ? 1 : v[c] == voltages[1] ? 2 : 0;
    }
    assertThat(owner).contains(1).contains(2).contains(0);
    double[] expected = dense(k, owner, voltages);
    double[] currents = new double[2];
    double power = 0;
    for (int r = 0; r < owner.length; r++) {
      assertThat(v[r]).isCloseTo(expected[r], within(1e-11));
      double sum = 0;
      for (int c = 0; c < owner.length; c++) {
        sum += k[r][c] * expected[c] * thickness;
      }
      power += sum * expected[r];
      if (owner[r] != 0) {
        currents[owner[r] - 1] += sum;
      }
    }
    // the dense potential is good to 1e-11 of the voltages
    assertThat(flow.currents(v)[0]).isCloseTo(currents[0], within(1e-9 * currents[0]));
    assertThat(flow.currents(v)[1]).isCloseTo(currents[1], within(1e-9 * currents[0]));
    assertThat(flow.power(v)).isCloseTo(power, within(1e-9 * power));
  }

  private static double[] dense(double[][] k, int[] owner, double[] voltages) {
    double size = k[0][0];
    double[][] a = new double[owner.length][];
    double[] b = new double[owner.length];
    for (int r = 0; r < owner.length; r++) {
      a[r] = k[r].clone();
      for (int c = 0; c < owner.length; c++) {
        if (owner[r] == 0 && owner[c] != 0) {
          b[r] -= k[r][c] * voltages[owner[c] - 1];
        }
        if (owner[r] != 0 || owner[c] != 0) {
          a[r][c] = 0;
        }
      }
      if (owner[r] != 0) {
        a[r][r] = size;
        b[r] = size * voltages[owner[r] - 1];
      }
    }
    return DenseCholesky.solve(a, b);
  }
}
