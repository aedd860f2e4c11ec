package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemagTensorTest {

  private static final int[][] COMPONENTS = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};

  private static double[] tensor(double x, double y, double z, double dx, double dy, double dz) {
    double[] n = new double[6];
    DemagTensor.pair(x, y, z, dx, dy, dz, n);
    return n;
  }

  @Test
  void cubeHasOneThird() {
    double[] n = tensor(0, 0, 0, 2, 2, 2);
    for (int c = 0; c < 6; c++) {
      assertThat(n[c]).isCloseTo(c < 3 ? 1 / 3.0 : 0, within(1e-14));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 4, 4, 1", "0, 0, 0, 4, 3, 1000", "4, 0, 0, 4, 3, 5", "8, -6, 5, 4, 3, 5",
    "24, 12, 0, 4, 3, 1000", "0, 0, 50, 4, 3, 5", "400, 0, 30, 4, 3, 5", "12, 3000, 5, 4, 3, 5"
  })
  void traceIsOneInTheCellItselfAndNoneElsewhere(
      double x, double y, double z, double dx, double dy, double dz) {
    double[] n = tensor(x, y, z, dx, dy, dz);
    double expected = x == 0 && y == 0 && z == 0 ? 1 : 0;
    // cancellation in Newell's sum, 1e-17 R^3/V, for the cell 1 um high
    assertThat(n[0] + n[1] + n[2]).isCloseTo(expected, within(dz == 1000 ? 1e-11 : 1e-13));
  }

  /** N_ab = (1/(4 pi V)) times the double integral of n_a n'_b/|r - r'| over both surfaces. */
  @ParameterizedTest
  @CsvSource({
    "12, 0, 0, 4, 3, 5", "8, 6, 0, 4, 3, 5", "-8, 6, 10, 4, 3, 5", "0, 9, -10, 4, 3, 5",
    "60, 20, 5, 4, 3, 5", "10, -20, 70, 4, 3, 5", "0, 70, 20, 4, 3, 5", "13, 9, 0, 4, 4, 9"
  })
  void tensorIsTheIntegralOverSurfaceCharges(
      double x, double y, double z, double dx, double dy, double dz) {
    double[] n = tensor(x, y, z, dx, dy, dz);
    double[] at = {x, y, z};
    double[] d = {dx, dy, dz};
    for (int c = 0; c < 6; c++) {
      double expected = surfaceCharges(at, d, COMPONENTS[c][0], COMPONENTS[c][1]);
      // Gauss-Legendre of 10 nodes in cells at least one edge apart
      assertThat(n[c]).isCloseTo(expected, within(1e-9 * Math.abs(n[0]) + 1e-11));
    }
  }

  private static double surfaceCharges(double[] at, double[] d, int a, int b) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(10, -0.5, 0.5);
    double sum = 0;
    for (int side = 0; side < 4; side++) {
      double sa = side < 2 ? -0.5 : 0.5;
      double sb = side % 2 == 0 ? -0.5 : 0.5;
      int a1 = (a + 1) % 3;
      int a2 = (a + 2) % 3;
      int b1 = (b + 1) % 3;
      int b2 = (b + 2) % 3;
      double area = d[a1] * d[a2] * d[b1] * d[b2];
      double[] r = new double[3];
      double integral =
          rule.integrate(
              p ->
                  rule.integrate(
                      q ->
                          rule.integrate(
                              s ->
                                  rule.integrate(
                                      t -> {
                                        r[0] = at[0];
                                        r[1] = at[1];
                                        r[2] = at[2];
                                        r[a] += sa * d[a];
                                        r[a1] += p * d[a1];
                                        r[a2] += q * d[a2];
                                        r[b] -= sb * d[b];
                                        r[b1] -= s * d[b1];
                                        r[b2] -= t * d[b2];
                                        return 1
                                            / Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
                                      }))));
      sum += Math.signum(sa) * Math.signum(sb) * area * integral;
    }
    return sum / (4 * Math.PI * d[0] * d[1] * d[2]);
  }

  @ParameterizedTest
  @CsvSource({"4, 3, 5", "4, 4, 0.5", "4, 4, 40"})
  void nearAndFarFormsAgreeWhereTheyMeet(double dx, double dy, double dz) {
    double[] near = new double[6];
    for (int i = 0; i < 12; i++) {
      double angle = 0.1 + 0.5 * i;
      double x = 33 * Math.cos(angle);
      double y = 33 * Math.sin(angle);
      double z = 7 * Math.cos(3 * angle);
      DemagTensor.near(x, y, z, dx, dy, dz, near);
      double[] far = tensor(x, y, z, dx, dy, dz);
      double largest = Math.max(Math.abs(near[0]), Math.abs(near[1]));
      double cancelled = 1e-16 * Math.pow(Math.max(33, dz), 3) / (dx * dy * dz);
      for (int c = 0; c < 6; c++) {
        // the quadrature, and rounding in Newell's sum
        assertThat(far[c]).isCloseTo(near[c], within(1e-10 * largest + cancelled));
      }
    }
  }

  @Test
  void farCubesAreDipoles() {
    double[] at = {600, -700, 500};
    double r = Math.sqrt(600 * 600 + 700 * 700 + 500 * 500);
    double[] n = tensor(at[0], at[1], at[2], 1, 1, 1);
    for (int c = 0; c < 6; c++) {
      int a = COMPONENTS[c][0];
      int b = COMPONENTS[c][1];
      double dipole = ((a == b ? 1 : 0) - 3 * at[a] * at[b] / (r * r)) / (4 * Math.PI * r * r * r);
      // cubes have no quadrupole: the next order is (1/r)^4 = 1e-12; two nodes leave 1e-11
      assertThat(n[c]).isCloseTo(dipole, within(1e-10 / (r * r * r)));
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "6, 5", "20, 0", "0, 60"})
  void highCellsAreTheSumOfTheirLayers(int i, int j) {
    int layers = 50;
    double[] sum = new double[6];
    for (int k = -layers; k <= layers; k++) {
      double[] n = tensor(4 * i, 4 * j, 4 * k, 4, 4, 4);
      for (int c = 0; c < 6; c++) {
        sum[c] += n[c] * (layers - Math.abs(k)) / layers;
      }
    }
    double[] high = tensor(4 * i, 4 * j, 0, 4, 4, 4 * layers);
    for (int c = 0; c < 6; c++) {
      // Newell's sum over cells 200 nm high: 1e-17 R^3/V = 3e-14, times the 64 terms
      assertThat(high[c]).isCloseTo(sum[c], within(1e-11));
    }
  }

  @ParameterizedTest
  @CsvSource({"PERIODIC, PERIODIC", "PERIODIC, OPEN", "OPEN, PERIODIC"})
  void morePeriodsChangeLittle(Edges x, Edges y) {
    // as high as wide, the worst case for periods counted as spread out evenly
    Grid grid = new Grid(16, 12, 2, 4e-9, 4e-9, 30e-9, new Grid.Boundary(x, y, Edges.OPEN));
    double[] few = new double[6];
    double[] many = new double[6];
    for (int[] d : new int[][] {{0, 0, 0}, {3, 5, 0}, {8, 6, 1}, {-7, 2, -1}}) {
      new DemagTensor(grid).tensor(d[0], d[1], d[2], few);
      new DemagTensor(grid, 20).tensor(d[0], d[1], d[2], many);
      for (int c = 0; c < 6; c++) {
        // a field of 4e-6 Ms when the 192 cells of a period all point one way
        assertThat(few[c]).isCloseTo(many[c], within(2e-8));
      }
    }
  }

  @Test
  void periodsAboveAndBelowAreRefused() {
    Grid grid =
        new Grid(4, 4, 3, 1, 1, 1, new Grid.Boundary(Edges.OPEN, Edges.OPEN, Edges.PERIODIC));
    assertThatThrownBy(() -> new DemagTensor(grid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("open edges along z");
  }
}
