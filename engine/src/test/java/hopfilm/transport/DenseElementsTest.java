package hopfilm.transport;

import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole chain against bilinear elements assembled by 2 x 2 Gauss points (exact for them) from
 * the shape functions, and a dense Cholesky solution.
 */
class DenseElementsTest {

  @ParameterizedTest
  @CsvSource({
    "9,7,OPEN,OPEN",
    "8,5,PERIODIC,OPEN",
    "5,9,OPEN,PERIODIC",
    "7,6,PERIODIC,PERIODIC",
    "1,5,OPEN,OPEN"
  })
  void potentialCurrentsPower(int nx, int ny, Edges edgesX, Edges edgesY) {
    Grid film =
        new Grid(nx, ny, 1, 3e-9, 5e-9, 2e-8, new Grid.Boundary(edgesX, edgesY, Edges.OPEN));
    VectorField m = SmoothTexture.of(film, 11);
    AmrConductivity sigma = new AmrConductivity(2e-7, 1.2);
    List<Electrode> electrodes =
        List.of(
            new Electrode("a", new Disc(0, 0, 4e-9)),
            new Electrode("b", new Disc(film.sizeX() / 2, 0.7 * film.sizeY(), 3.5e-9)));
    double[] voltages = {0.3, -0.1};
    CurrentFlow flow = new CurrentFlow(film, sigma, electrodes, Parallel.SERIAL);
    Held held = flow.with(m);
    double[] v = new double[flow.potentialLength()];
    held.solve(voltages, v, 1e-13);

    int wx = edgesX == Edges.OPEN ? nx + 1 : nx;
    int wy = edgesY == Edges.OPEN ? ny + 1 : ny;
    double[][] k = assemble(film, m, sigma, wx, wy);
    DenseReference.compare(held, k, film.sizeZ(), voltages, v);
  }

  private static double[][] assemble(
      Grid film, VectorField m, AmrConductivity sigma, int wx, int wy) {
    double[][] k = new double[wx * wy][wx * wy];
    double[] gauss = {0.5 - Math.sqrt(1.0 / 12), 0.5 + Math.sqrt(1.0 / 12)};
    for (int j = 0; j < film.ny(); j++) {
      for (int i = 0; i < film.nx(); i++) {
        int cell = film.index(i, j, 0);
        double sxx = sigma.sPerp() + sigma.sDelta() * m.x()[cell] * m.x()[cell];
        double sxy = sigma.sDelta() * m.x()[cell] * m.y()[cell];
        double syy = sigma.sPerp() + sigma.sDelta() * m.y()[cell] * m.y()[cell];
        for (double s : gauss) {
          for (double t : gauss) {
            double[] gx = {-(1 - t), 1 - t, -t, t};
            double[] gy = {-(1 - s), -s, 1 - s, s};
            for (int p = 0; p < 4; p++) {
              double jx = sxx * gx[p] / film.dx() + sxy * gy[p] / film.dy();
              double jy = sxy * gx[p] / film.dx() + syy * gy[p] / film.dy();
              for (int q = 0; q < 4; q++) {
                int row = (i + p % 2) % wx + wx * ((j + p / 2) % wy);
                int col = (i + q % 2) % wx + wx * ((j + q / 2) % wy);
                k[row][col] +=
                    (jx * gx[q] / film.dx() + jy * gy[q] / film.dy()) * film.dx() * film.dy() / 4;
              }
            }
          }
        }
      }
    }
    return k;
  }
}
