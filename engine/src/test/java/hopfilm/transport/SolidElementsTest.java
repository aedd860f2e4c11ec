package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.solver.DenseCholesky;
import hopfilm.solver.Parallel;
import hopfilm.transport.SolidElements.Nodes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A film of several layers against trilinear elements by quadrature and a dense solution. */
class SolidElementsTest {

  @ParameterizedTest
  @CsvSource({
    "4,3,2,OPEN,OPEN,OPEN,LOW_X,HIGH_Z",
    "3,4,3,PERIODIC,OPEN,OPEN,LOW_Y,HIGH_Y",
    "4,2,3,OPEN,PERIODIC,PERIODIC,LOW_X,HIGH_X",
    "5,3,2,OPEN,OPEN,PERIODIC,HIGH_X,HIGH_Y",
    "1,3,4,OPEN,OPEN,OPEN,LOW_Z,HIGH_Y"
  })
  void potentialCurrentsPower(
      int nx, int ny, int nz, Edges x, Edges y, Edges z, Face first, Face second) {
    Grid film = new Grid(nx, ny, nz, 3e-9, 5e-9, 4e-9, x, y, z);
    VectorField m = SolidTexture.of(film, 11);
    AmrConductivity sigma = new AmrConductivity(2e-7, 1.2);
    List<Electrode> electrodes =
        List.of(part("a", film, first, 0, 0.45), part("b", film, second, 0.55, 1));
    double[] voltages = {0.3, -0.1};
    CurrentFlow flow = new CurrentFlow(film, sigma, electrodes, Parallel.SERIAL);
    flow.texture(m);
    double[] v = new double[flow.potentialLength()];
    flow.solve(voltages, v, 1e-13);

    Nodes nodes = new Nodes(film);
    double[][] k = SolidElements.assemble(nodes, m, sigma);
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
        sum += k[r][c] * expected[c];
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

  /** A part of a face, from and to these parts of both its sides. */
  private static Electrode part(String name, Grid g, Face face, double from, double to) {
    double u = g.size(face.first());
    double v = g.size(face.second());
    return new Electrode(name, new Rectangle(from * u, from * v, to * u, to * v)).on(face);
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
