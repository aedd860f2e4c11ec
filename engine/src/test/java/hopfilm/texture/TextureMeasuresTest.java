package hopfilm.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.OneSkyrmion;
import hopfilm.magnet.Textures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures of films that do not fill their grid. */
class TextureMeasuresTest {
  private static final Grid GRID = Grid.film(60, 60, 4e-9, 1e-6);

  /** A skyrmion of radius about 40 nm about the middle, m_z from -1 to 1. */
  private static VectorField skyrmion() {
    VectorField m = new VectorField(GRID);
    for (int c = 0; c < GRID.cells(); c++) {
      int j = c / 60;
      double x = (c % 60 - 29.5) / 10;
      double y = (j - 29.5) / 10;
      double r2 = x * x + y * y; // stereographic projection of the plane
      m.x()[c] = 2 * x / (r2 + 1);
      m.y()[c] = 2 * y / (r2 + 1);
      m.z()[c] = (r2 - 1) / (r2 + 1);
    }
    return m;
  }

  /** |Q| within radius R of the stereographic skyrmion: the sphere's share below, R^2/(1 + R^2). */
  @Test
  void chargeOfTheFilmOnly() {
    VectorField m = skyrmion();
    CellMask.full(GRID).within(new Disc(120e-9, 120e-9, 100e-9)).clear(m);
    double r2 = 2.5 * 2.5;
    // the triangles end up to a cell before the rim, where 0.035 of the charge lie in a cell
    assertThat(Math.abs(TextureMeasures.topologicalCharge(m)))
        .isCloseTo(r2 / (1 + r2), within(0.04));
  }

  @Test
  void chargeOfAHoleIsZero() {
    VectorField m = skyrmion();
    double whole = TextureMeasures.topologicalCharge(m);
    CellMask.full(GRID).without(new Disc(120e-9, 120e-9, 100e-9)).clear(m);
    VectorField inner = skyrmion();
    CellMask.full(GRID).within(new Disc(120e-9, 120e-9, 100e-9)).clear(inner);
    double sum = TextureMeasures.topologicalCharge(m) + TextureMeasures.topologicalCharge(inner);
    // only the triangles across the rim are missing
    assertThat(Math.abs(sum)).isBetween(Math.abs(whole) - 0.05, Math.abs(whole));
  }

  /** Rows of opposite vectors between empty rows: no triangle lies in the film. */
  @Test
  void oppositeVectorsBesideAnEmptyCellAreNoCharge() {
    VectorField m = Textures.random(GRID, 9);
    for (int c = 1; c < GRID.cells(); c += 2) {
      for (int k = 0; k < 3; k++) {
        m.component(k)[c] = -m.component(k)[c - 1];
      }
    }
    boolean[] rows = new boolean[GRID.cells()];
    for (int c = 0; c < rows.length; c++) {
      int j = c / 60;
      rows[c] = j % 2 == 0;
    }
    CellMask.of(GRID, rows).clear(m);
    assertThat(TextureMeasures.topologicalCharge(m)).isZero();
  }

  @Test
  void stripesOfTheFilmOnly() {
    VectorField m = new VectorField(GRID);
    for (int c = 0; c < GRID.cells(); c++) {
      m.y()[c] = -Math.sin(c % 60);
      m.z()[c] = Math.cos(c % 60);
    }
    CellMask.full(GRID).within(new Disc(120e-9, 120e-9, 100e-9)).clear(m);
    assertThat(TextureMeasures.stripeOrder(m)).isEqualTo(1);
    CellMask.full(GRID).within(new Disc(0, 0, 2e-9)).clear(m);
    assertThat(TextureMeasures.stripeOrder(m)).isZero();
  }

  private static Grid periodic(int nx, int ny) {
    return new Grid(
        nx, ny, 1, 4e-9, 4e-9, 1e-6, new Grid.Boundary(Edges.PERIODIC, Edges.PERIODIC, Edges.OPEN));
  }

  /** The lattice of a periodic film has no rim: the charge is an integer wherever the core is. */
  @ParameterizedTest
  @CsvSource({"80, 72", "0, 72", "80, 0", "0, 0", "158, 142"})
  void aSkyrmionOnAPeriodicFilmHasChargeOne(double x, double y) {
    VectorField m =
        OneSkyrmion.at(periodic(40, 36), x * 1e-9, y * 1e-9, 24e-9, 6e-9, DmiKind.BULK, 1, -1);
    assertThat(TextureMeasures.topologicalCharge(m)).isCloseTo(-1, within(1e-10));
    DomainTopology t = DomainTopology.of(m);
    assertThat(t.domains()).isEqualTo(2);
    // one round domain: the mean over directions is exact to the steps of the lattice
    assertThat(t.wallLength()).isCloseTo(2 * Math.PI * 24e-9, within(0.08 * 150e-9));
  }

  @Test
  void shiftsOfAPeriodicFilmChangeNothing() {
    Grid grid = periodic(40, 36);
    // a skyrmion and a stripe along y beside it
    VectorField m = OneSkyrmion.at(grid, 60e-9, 70e-9, 16e-9, 5e-9, DmiKind.BULK, 1, -1);
    for (int c = 0; c < grid.cells(); c++) {
      if (c % 40 >= 30) {
        double phi = 2 * Math.PI * (c % 40 - 30) / 10;
        m.x()[c] = 0;
        m.y()[c] = Math.sin(phi);
        m.z()[c] = Math.cos(phi);
      }
    }
    double q = TextureMeasures.topologicalCharge(m);
    double order = TextureMeasures.stripeOrder(m);
    DomainTopology t = DomainTopology.of(m);
    assertThat(q).isCloseTo(-1, within(1e-10));
    assertThat(order).isGreaterThan(0.1);
    for (int[] shift : new int[][] {{7, 0}, {0, 19}, {24, 18}, {6, 3}}) {
      VectorField moved = new VectorField(grid);
      for (int c = 0; c < grid.cells(); c++) {
        int to = (c % 40 + shift[0]) % 40 + 40 * ((c / 40 + shift[1]) % 36);
        for (int k = 0; k < 3; k++) {
          moved.component(k)[to] = m.component(k)[c];
        }
      }
      assertThat(TextureMeasures.topologicalCharge(moved)).isCloseTo(q, within(1e-10));
      assertThat(TextureMeasures.stripeOrder(moved)).isCloseTo(order, within(1e-12));
      assertThat(DomainTopology.of(moved).domains()).isEqualTo(t.domains());
      assertThat(DomainTopology.of(moved).wallLength()).isEqualTo(t.wallLength());
    }
  }
}
