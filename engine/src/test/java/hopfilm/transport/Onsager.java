package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.VectorField;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.List;

/** The symmetry of conductances with a Hall effect. */
final class Onsager {

  private Onsager() {}

  /**
   * G(m) = G(-m)^T; rows and columns sum to zero; the heat is that of the symmetric part.
   *
   * @param contacts three
   * @param m turned round on return
   */
  static void assertHolds(
      CellMask cells, AmrConductivity hall, List<Electrode> contacts, VectorField m) {
    double[][][] g = new double[2][][];
    for (int k = 0; k < 2; k++) {
      CurrentFlow flow =
          new CurrentFlow(cells.grid(), cells, hall, contacts, Parallel.SERIAL, KernelChoice.PLAIN);
      Held held = flow.with(m);
      g[k] = held.conductanceMatrix().siemens();
      double[] v = {0.3, -0.2, 0.1};
      double[] potential = new double[flow.potentialLength()];
      held.solve(v, potential, 1e-9);
      double power = OperatingPoint.of(g[k], GivenValues.voltages(v)).power();
      assertThat(held.power(potential)).isCloseTo(power, within(1e-8 * power));
      turnRound(m);
    }
    double largest = g[0][0][0];
    double asymmetry = 0;
    for (int i = 0; i < 3; i++) {
      double column = 0;
      for (int j = 0; j < 3; j++) {
        column += g[0][j][i];
        asymmetry = Math.max(asymmetry, Math.abs(g[0][i][j] - g[0][j][i]));
        // the tolerance of the unit potentials, 1e-11 at each of 1500 corners
        assertThat(g[0][i][j]).isCloseTo(g[1][j][i], within(1e-9 * largest));
      }
      assertThat(column).isCloseTo(0, within(1e-9 * largest));
      assertThat(g[0][i][0] + g[0][i][1] + g[0][i][2]).isCloseTo(0, within(1e-9 * largest));
    }
    assertThat(asymmetry).isGreaterThan(1e-3 * largest);
  }

  private static void turnRound(VectorField m) {
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < m.x().length; c++) {
        m.component(k)[c] *= -1;
      }
    }
  }
}
