package hopfilm.transport;

import static hopfilm.transport.Conductances.g;
import static hopfilm.transport.Conductances.gx;
import static hopfilm.transport.Conductances.gy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Conductances that are known in closed form or from an independent program, at a = 1.5. */
class KnownConductancesTest {
  /** The solver's own tolerance, 1e-11, times the number of rows whose errors may add. */
  private static final Offset<Double> EXACT = within(1e-9);

  private static final Grid OBLONG =
      new Grid(48, 37, 1, 4e-9, 3e-9, 1e-6, new Grid.Boundary(open(), open(), open()));

  private static Edges open() {
    return Edges.OPEN;
  }

  /** m = (sin p sin b, sin p cos b, cos p) with p = k x, 16 cells a turn. */
  private static VectorField helix(Grid grid, double b, int cellsPerTurn) {
    VectorField m = new VectorField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      double p = 2 * Math.PI * (c % grid.nx() + 0.5) / cellsPerTurn;
      m.x()[c] = Math.sin(p) * Math.sin(b);
      m.y()[c] = Math.sin(p) * Math.cos(b);
      m.z()[c] = Math.cos(p);
    }
    return m;
  }

  @Test
  void uniformFilms() {
    VectorField alongX = VectorField.uniform(OBLONG, 1, 0, 0);
    assertThat(gx(alongX)).isCloseTo(1.0 / 7, EXACT);
    assertThat(gy(alongX)).isCloseTo(1, EXACT);
    VectorField alongY = VectorField.uniform(OBLONG, 0, 1, 0);
    assertThat(gx(alongY)).isCloseTo(1, EXACT);
    assertThat(gy(alongY)).isCloseTo(1.0 / 7, EXACT);
    VectorField alongZ = VectorField.uniform(OBLONG, 0, 0, 1);
    assertThat(gx(alongZ)).isCloseTo(1, EXACT);
    assertThat(gy(alongZ)).isCloseTo(1, EXACT);
  }

  @Test
  void blochHelixConductsAlongItsAxis() {
    VectorField m = helix(OBLONG, 0, 16);
    assertThat(gx(m)).isCloseTo(1, EXACT);
    // <m_y^2> = 1/2 over whole turns, in any number of cells above two
    assertThat(gy(m)).isCloseTo(4.0 / 7, EXACT);
  }

  @Test
  void neelHelixConductsAlongItsStripes() {
    Grid grid = Grid.film(160, 9, 4e-9, 1e-6);
    VectorField m = helix(grid, Math.PI / 2, 80);
    // 1/<1/S_xx> with S_xx = 1 - 6/7 sin^2 p; 80 cells sample that mean to 1e-13
    assertThat(gx(m)).isCloseTo(1 / Math.sqrt(7), EXACT);
    assertThat(gy(m)).isCloseTo(1, EXACT);
  }

  @Test
  void layersInSeriesAndInParallel() {
    VectorField m = VectorField.uniform(OBLONG, 0, 0, 1);
    for (int c = 0; c < OBLONG.cells(); c++) {
      if (c % OBLONG.nx() / 4 % 2 == 0) {
        m.x()[c] = 1;
        m.z()[c] = 0;
      }
    }
    assertThat(gx(m)).isCloseTo(2 / (7.0 + 1), EXACT);
    assertThat(gy(m)).isCloseTo((1 + 1) / 2.0, EXACT);
  }

  @Test
  void planarHallFieldOfAnObliqueFilm() {
    double c = Math.sqrt(0.5);
    // No voltage across: E is along x, j_x = S_xx E_x.
    Grid ring = Grid.film(30, 7, 4e-9, 1e-6, Edges.OPEN, Edges.PERIODIC);
    assertThat(gx(VectorField.uniform(ring, c, c, 0))).isCloseTo(4.0 / 7, EXACT);
    // No current across: rho_xx = rho_perp + (rho_par - rho_perp)/2. The ends add the same to both.
    double shorter = 1 / g(bar(200, c), ElectrodeLayouts.sidesX(bar(200, c).grid()))[0][0];
    double longer = 1 / g(bar(280, c), ElectrodeLayouts.sidesX(bar(280, c).grid()))[0][0];
    assertThat((longer - shorter) * 16 / 80).isCloseTo(4, within(1e-7));
  }

  private static VectorField bar(int length, double c) {
    return VectorField.uniform(Grid.film(length, 16, 4e-9, 1e-6), c, c, 0);
  }

  @Test
  void saturatedFilmWithCornerElectrodes() {
    Grid grid = Grid.film(100, 100, 4e-9, 1e-6);
    VectorField m = VectorField.uniform(grid, 0, 0, 1);
    Offset<Double> printed = within(5e-5); // four digits
    double[][] wide = g(m, ElectrodeLayouts.corners(grid, 100e-9));
    assertThat(wide[0][0]).isCloseTo(1.2050, printed);
    assertThat(wide[0][1]).isCloseTo(-0.4990, printed);
    assertThat(wide[0][2]).isCloseTo(-0.2071, printed);
    double[][] narrow = g(m, ElectrodeLayouts.corners(grid, 40e-9));
    assertThat(narrow[0][0]).isCloseTo(0.6075, printed);
    assertThat(narrow[0][1]).isCloseTo(-0.2279, printed);
    assertThat(narrow[0][2]).isCloseTo(-0.1517, printed);
  }

  /** The texture T and its numbers from an independent program, six digits. */
  @Test
  void testTexture() {
    VectorField m = Films.testTexture(Films.testGrid());
    Offset<Double> printed = within(2e-6);
    assertThat(gx(m)).isCloseTo(0.866408, printed);
    assertThat(gy(m)).isCloseTo(0.652458, printed);
    double[][] g = g(m, ElectrodeLayouts.corners(m.grid(), 40e-9));
    assertThat(g[0][1]).isCloseTo(-0.320363, printed);
    assertThat(g[0][2]).isCloseTo(-0.228965, printed);
    assertThat(g[0][3]).isCloseTo(-0.238073, printed);
    assertThat(g[1][2]).isCloseTo(-0.240412, printed);
    assertThat(g[1][3]).isCloseTo(-0.083007, printed);
    assertThat(g[2][3]).isCloseTo(-0.322084, printed);
  }
}
