package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import org.junit.jupiter.api.Test;

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
}
