package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.Parallel;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OerstedFieldTest {

  private static VectorField field(VectorField j) {
    VectorField h = new VectorField(j.grid());
    new OerstedField(j.grid(), FourierLoops.DOUBLE).field(j, h, Parallel.SERIAL);
    return h;
  }

  /** Three times the integral of t(p) r/r^3 over -1..1, t = 1 - |p|, in cells that do not touch. */
  @ParameterizedTest
  @CsvSource({
    "12, 0, 0, 4, 3, 5", "8, 6, 0, 4, 3, 5", "-8, 6, 10, 4, 3, 5", "0, 9, -10, 4, 3, 5",
    "60, 20, 5, 4, 3, 5", "10, -20, 70, 4, 3, 5", "0, 70, 20, 4, 3, 5", "24, 9, 0, 4, 4, 100",
    "400, 30, 100, 4, 4, 100", "40, 0, -10, 4, 4, 1"
  })
  void kernelIsTheIntegralOverBothCells(
      double x, double y, double z, double dx, double dy, double dz) {
    double[] g = new double[3];
    OerstedKernel.pair(x, y, z, dx, dy, dz, g);
    double[] expected = integral(x, y, z, dx, dy, dz);
    double size = Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
    for (int c = 0; c < 3; c++) {
      // 16 nodes on each side of 0, and what cancels in the closed form of a tall cell
      assertThat(g[c]).isCloseTo(expected[c], within((dz == 100 ? 1e-8 : 1e-9) * size));
    }
  }

  private static double[] integral(double x, double y, double z, double dx, double dy, double dz) {
    GaussIntegrator half = new GaussIntegratorFactory().legendre(16, 0, 1);
    double[] sum = new double[3];
    int n = half.getNumberOfPoints();
    for (int a = 0; a < 2 * n; a++) {
      for (int b = 0; b < 2 * n; b++) {
        for (int c = 0; c < 2 * n; c++) {
          double p = (a < n ? 1 : -1) * half.getPoint(a % n);
          double q = (b < n ? 1 : -1) * half.getPoint(b % n);
          double s = (c < n ? 1 : -1) * half.getPoint(c % n);
          double w = half.getWeight(a % n) * half.getWeight(b % n) * half.getWeight(c % n);
          w *= (1 - Math.abs(p)) * (1 - Math.abs(q)) * (1 - Math.abs(s));
          double[] r = {x + p * dx, y + q * dy, z + s * dz};
          double distance = Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
          for (int k = 0; k < 3; k++) {
            sum[k] += w * r[k] / (distance * distance * distance);
          }
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      sum[k] *= dx * dy * dz / (4 * Math.PI);
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"4, 3, 5", "4, 4, 40", "4, 4, 0.5"})
  void bothFormsAgreeWhereTheyMeet(double dx, double dy, double dz) {
    double[] g = new double[3];
    double[] near = new double[3];
    double x = 8.5 * Math.max(dx, Math.max(dy, dz));
    OerstedKernel.pair(x, 2 * dy, 3 * dz, dx, dy, dz, g);
    OerstedKernel.near(x, 2 * dy, 3 * dz, dx, dy, dz, near);
    for (int c = 0; c < 3; c++) {
      // rounding of the closed form, 1e-17 R^4/V
      double volume = dx * dy * dz;
      assertThat(g[c]).isCloseTo(near[c], within(1e-9 * g[0] + 1e-16 * Math.pow(x, 4) / volume));
    }
  }

  /** H_z of a thin strip: (K/2 pi) ln of the distances from its edges, averaged over a cell. */
  @Test
  void longStripHasTheFieldOfLogarithms() {
    int ny = 24;
    Grid grid = new Grid(512, ny, 1, 20e-9, 4e-9, 1e-10);
    double j = 1e12;
    VectorField h = field(VectorField.uniform(grid, j, 0, 0));
    for (int row = 0; row < ny; row++) {
      double low = row * grid.dy();
      double high = low + grid.dy();
      double w = grid.sizeY();
      double mean = (xLogX(high) - xLogX(low) + xLogX(w - high) - xLogX(w - low)) / grid.dy();
      int cell = grid.index(256, row, 0);
      double scale = j * grid.dz() / (2 * Math.PI);
      // (w/length)^2 of the ends, and (thickness/cell) in the rows at the edges
      boolean isEdge = row == 0 || row == ny - 1;
      assertThat(h.z()[cell]).isCloseTo(scale * mean, within(scale * (isEdge ? 0.02 : 2e-3)));
      assertThat(Math.abs(h.x()[cell]) + Math.abs(h.y()[cell])).isLessThan(1e-6 * scale);
    }
  }

  private static double xLogX(double x) {
    return Math.abs(x) < 1e-15 ? 0 : x * Math.log(x);
  }

  /** A wide slab: H_y = -j z in its middle, less by 2 t/(pi w) of the finite width. */
  @Test
  void slabHasAFieldThatGrowsFromItsMiddle() {
    Grid grid = new Grid(96, 96, 6, 20e-9, 20e-9, 5e-9);
    double j = 2e11;
    VectorField h = field(VectorField.uniform(grid, j, 0, 0));
    for (int k = 0; k < 6; k++) {
      double z = (k - 2.5) * grid.dz();
      int cell = grid.index(48, 48, k);
      assertThat(h.y()[cell]).isCloseTo(-j * z, within(0.03 * j * 30e-9 / 2));
    }
  }

  /** A square loop on its axis: H = I a^2/(2 pi (z^2 + a^2/4) sqrt(z^2 + a^2/2)). */
  @Test
  void squareLoopHasItsFieldOnTheAxis() {
    int n = 41;
    int nz = 12;
    double d = 2e-9;
    Grid grid = new Grid(n, n, nz, d, d, 4e-9);
    VectorField j = new VectorField(grid);
    double density = 1e12;
    int last = n - 1;
    for (int i = 0; i < n; i++) {
      // half of a corner belongs to each side
      double part = i == 0 || i == last ? 0.5 : 1;
      j.x()[grid.index(i, 0, 0)] += part * density;
      j.y()[grid.index(last, i, 0)] += part * density;
      j.x()[grid.index(i, last, 0)] -= part * density;
      j.y()[grid.index(0, i, 0)] -= part * density;
    }
    VectorField h = field(j);
    double current = density * d * grid.dz();
    double a = last * d;
    for (int k = 0; k < nz; k++) {
      double z = k * grid.dz();
      double expected =
          current * a * a / (2 * Math.PI * (z * z + a * a / 4) * Math.sqrt(z * z + a * a / 2));
      // (edge of a cell / a)^2
      assertThat(h.z()[grid.index(n / 2, n / 2, k)]).isCloseTo(expected, within(2e-3 * expected));
    }
  }

  /** A current that turns in the film and keeps within it: curl H = j and div H = 0. */
  @Test
  void curlIsTheCurrentAndThereIsNoDivergence() {
    double[] off = new double[2];
    for (int fine = 1; fine <= 2; fine++) {
      int n = 20 * fine;
      Grid grid = new Grid(n, n, n, 8e-9 / fine, 8e-9 / fine, 8e-9 / fine);
      VectorField h = field(whirl(grid));
      double d = 2 * grid.dx();
      // the middle of the film, and away from it
      for (int at : new int[] {n / 2, n / 3, n / 4}) {
        int i = at;
        int j = n / 2;
        int k = n / 2 - fine;
        double curl =
            (h.y()[grid.index(i + 1, j, k)] - h.y()[grid.index(i - 1, j, k)]) / d
                - (h.x()[grid.index(i, j + 1, k)] - h.x()[grid.index(i, j - 1, k)]) / d;
        double curlY =
            (h.x()[grid.index(i, j, k + 1)] - h.x()[grid.index(i, j, k - 1)]) / d
                - (h.z()[grid.index(i + 1, j, k)] - h.z()[grid.index(i - 1, j, k)]) / d;
        double div =
            (h.x()[grid.index(i + 1, j, k)] - h.x()[grid.index(i - 1, j, k)]) / d
                + (h.y()[grid.index(i, j + 1, k)] - h.y()[grid.index(i, j - 1, k)]) / d
                + (h.z()[grid.index(i, j, k + 1)] - h.z()[grid.index(i, j, k - 1)]) / d;
        VectorField current = whirl(grid);
        double worst = Math.max(Math.abs(curl - current.z()[grid.index(i, j, k)]), Math.abs(div));
        worst = Math.max(worst, Math.abs(curlY - current.y()[grid.index(i, j, k)]));
        off[fine - 1] = Math.max(off[fine - 1], worst);
      }
    }
    // of second order in the cell, of a current of 1e12 A/m^2
    assertThat(off[1]).isLessThan(0.02e12);
    assertThat(off[1] / off[0]).isBetween(0.2, 0.32);
  }

  /** j = curl of (0, 0, psi) with psi = sin^2 sin^2 sin^2: no divergence, 0 at the faces. */
  private static VectorField whirl(Grid grid) {
    VectorField j = new VectorField(grid);
    double kx = Math.PI / grid.sizeX();
    for (int cell = 0; cell < grid.cells(); cell++) {
      double x = kx * (cell % grid.nx() + 0.5) * grid.dx();
      double y = kx * (cell / grid.nx() % grid.ny() + 0.5) * grid.dy();
      int layer = cell / (grid.nx() * grid.ny());
      double z = kx * (layer + 0.5) * grid.dz();
      double up = Math.sin(z) * Math.sin(z);
      j.x()[cell] = 1e12 * Math.sin(x) * Math.sin(x) * Math.sin(2 * y) * up;
      j.y()[cell] = -1e12 * Math.sin(2 * x) * Math.sin(y) * Math.sin(y) * up;
    }
    return j;
  }

  @Test
  void plainLoopsSayTheSame() {
    Grid grid = new Grid(13, 9, 3, 4e-9, 5e-9, 6e-9);
    VectorField j = Textures.random(grid, 4);
    VectorField h = field(j);
    VectorField plain = new VectorField(grid);
    new OerstedField(grid, FourierLoops.PLAIN).field(j, plain, Parallel.SERIAL);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < grid.cells(); i++) {
        assertThat(h.component(c)[i]).isCloseTo(plain.component(c)[i], within(1e-22));
      }
    }
  }

  @Test
  void periodicFilmIsRefused() {
    Grid grid =
        new Grid(
            4, 4, 1, 1e-9, 1e-9, 1e-9, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
    assertThatThrownBy(() -> new OerstedField(grid, FourierLoops.DOUBLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("open edges");
  }
}
