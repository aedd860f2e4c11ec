package hopfilm.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.OneSkyrmion;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversedAreaTest {
  private static final double NM = 1e-9;

  private static Grid grid(Edges edges) {
    return new Grid(60, 50, 1, 2 * NM, 2 * NM, NM, new Grid.Boundary(edges, edges, Edges.OPEN));
  }

  /** A plane of m_z is linear, so that the cut through the triangles is exact. */
  @ParameterizedTest
  @CsvSource({"40.3, 1, 0", "30, 0, 1", "41.7, 0.8, 0.6"})
  void aStraightWallIsExact(double at, double nx, double ny) {
    Grid g = grid(Edges.OPEN);
    VectorField m = new VectorField(g);
    for (int c = 0; c < g.cells(); c++) {
      double x = (c % 60 + 0.5) * 2;
      double y = (Math.floorDiv(c, 60) + 0.5) * 2;
      m.z()[c] = 1e-3 * (nx * x + ny * y - at);
      m.x()[c] = 1;
    }
    ReversedArea area = ReversedArea.of(m);
    // of the rectangle from the first to the last middle of a cell, 1 nm to 119 nm and 99 nm
    double[] exact = byStripes(at, nx, ny);
    assertThat(area.area()).isCloseTo(exact[0] * NM * NM, within(1e-4 * exact[0] * NM * NM));
    assertThat(area.x()).isCloseTo(exact[1] * NM, within(1e-4 * exact[1] * NM));
    assertThat(area.y()).isCloseTo(exact[2] * NM, within(1e-4 * exact[2] * NM));
  }

  /** Area and centre of nx x + ny y < at by many thin stripes along x, to 1e-4. */
  private static double[] byStripes(double at, double nx, double ny) {
    double[] sum = new double[3];
    int n = 49_000;
    for (int k = 0; k < n; k++) {
      double y = 1 + 98 * (k + 0.5) / n;
      double left = at - ny * y;
      double end = nx == 0 ? left > 0 ? 119 : 1 : Math.max(1, Math.min(119, left / nx));
      sum[0] += end - 1;
      sum[1] += (end * end - 1) / 2;
      sum[2] += y * (end - 1);
    }
    return new double[] {sum[0] * 98 / n, sum[1] / sum[0], sum[2] / sum[0]};
  }

  /** A skyrmion anywhere between cells, and across periodic edges. */
  @ParameterizedTest
  @CsvSource({
    "60, 50, OPEN",
    "60.7, 51.3, OPEN",
    "47.9, 38.2, OPEN",
    "60.7, 51.3, PERIODIC",
    "0.4, 50, PERIODIC",
    "119.1, 99.3, PERIODIC"
  })
  void aSkyrmionHasItsPlaceAndRadius(double x, double y, Edges edges) {
    VectorField m =
        OneSkyrmion.at(grid(edges), x * NM, y * NM, 20 * NM, 5 * NM, DmiKind.INTERFACIAL, 1, -1);
    ReversedArea area = ReversedArea.of(m);
    // chords of the round wall in triangles of 2 nm lie inside by h^2/(8 R) = 0.025 nm
    assertThat(area.radius()).isCloseTo(20 * NM, within(0.03 * NM));
    assertThat(area.x()).isCloseTo(x * NM, within(0.01 * NM));
    assertThat(area.y()).isCloseTo(y * NM, within(0.01 * NM));
  }

  @Test
  void aUniformFilmHasNone() {
    for (Edges edges : Edges.values()) {
      VectorField m = new VectorField(grid(edges));
      Arrays.fill(m.z(), -1);
      ReversedArea area = ReversedArea.of(m);
      assertThat(area.area()).isZero();
      assertThat(area.x()).isNaN();
      assertThat(area.y()).isNaN();
      assertThat(area.radius()).isNaN();
    }
  }

  /** Several layers: the mean of their areas, and the centre of all. */
  @Test
  void layersAreAveraged() {
    Grid g =
        new Grid(
            60, 50, 2, 2 * NM, 2 * NM, NM, new Grid.Boundary(Edges.OPEN, Edges.OPEN, Edges.OPEN));
    VectorField m = new VectorField(g);
    Grid one = grid(Edges.OPEN);
    for (int k = 0; k < 2; k++) {
      VectorField layer =
          OneSkyrmion.at(one, (50 + 20 * k) * NM, 50 * NM, 15 * NM, 4 * NM, DmiKind.BULK, 1, -1);
      for (int c = 0; c < 3; c++) {
        System.arraycopy(layer.component(c), 0, m.component(c), k * one.cells(), one.cells());
      }
    }
    ReversedArea area = ReversedArea.of(m);
    assertThat(area.radius()).isCloseTo(15 * NM, within(0.04 * NM));
    assertThat(area.x()).isCloseTo(60 * NM, within(0.01 * NM));
  }
}
