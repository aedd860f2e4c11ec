package hopfilm.transport;

import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
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
    Grid film = new Grid(nx, ny, nz, 3e-9, 5e-9, 4e-9, new Grid.Boundary(x, y, z));
    VectorField m = SolidTexture.of(film, 11);
    AmrConductivity sigma = new AmrConductivity(2e-7, 1.2);
    List<Electrode> electrodes =
        List.of(part("a", film, first, 0, 0.45), part("b", film, second, 0.55, 1));
    double[] voltages = {0.3, -0.1};
    CurrentFlow flow = new CurrentFlow(film, sigma, electrodes, Parallel.SERIAL);
    Held held = flow.with(m);
    double[] v = new double[flow.potentialLength()];
    held.solve(voltages, v, 1e-13);

    Nodes nodes = new Nodes(film);
    double[][] k = SolidElements.assemble(nodes, m, sigma);
    DenseReference.compare(held, k, 1, voltages, v);
  }

  /** A part of a face, from and to these parts of both its sides. */
  private static Electrode part(String name, Grid g, Face face, double from, double to) {
    double u = g.size(face.first());
    double v = g.size(face.second());
    return new Electrode(name, new Rectangle(from * u, from * v, to * u, to * v)).on(face);
  }
}
