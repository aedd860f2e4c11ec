package hopfilm.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

  private static final double SIZE = 96e-9;
  private static final double K = 2 * Math.PI / SIZE;

  /** Turns evenly along x, and unevenly along y; periodic in both, in a plane that tilts with z. */
  private static VectorField texture(Grid g) {
    VectorField m = new VectorField(g);
    for (int k = 0; k < g.nz(); k++) {
      for (int j = 0; j < g.ny(); j++) {
        for (int i = 0; i < g.nx(); i++) {
          double phi = 2 * K * (i + 0.5) * g.dx() + 0.5 * Math.sin(K * (j + 0.5) * g.dy());
          double tilt = 0.3 + 0.2 * (k + 0.5) * g.dz() / g.sizeZ();
          int c = g.index(i, j, k);
          m.x()[c] = Math.cos(phi) * Math.sin(tilt);
          m.y()[c] = Math.sin(phi);
          m.z()[c] = Math.cos(phi) * Math.cos(tilt);
        }
      }
    }
    return m;
  }

  private static Grid grid(int n, int layers, Edges edges) {
    return new Grid(
        n,
        n,
        layers,
        SIZE / n,
        SIZE / n,
        20e-9 / layers,
        new Grid.Boundary(edges, edges, Edges.OPEN));
  }

  private static double error(VectorField a, VectorField b) {
    double most = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.grid().cells(); i++) {
        most = Math.max(most, Math.abs(a.component(c)[i] - b.component(c)[i]));
      }
    }
    return most;
  }

  /**
   * From n to other cells, finer, coarser, no multiple. The rest of a polynomial through six cells
   * is the sixth derivative, (2 K dx)^6 = (4 pi/n)^6 of a component, times (s + 2) (s + 1) s (1 -
   * s) (2 - s) (3 - s)/720 <= 0.0049 between the middle two of the cells and 0.071 a quarter of a
   * cell beyond the last; along both axes, and the uneven turn adds no more than as much again.
   * Half the cells leave a sixty-fourth.
   */
  @ParameterizedTest
  @CsvSource({
    "24, 48, OPEN",
    "24, 48, PERIODIC",
    "48, 24, PERIODIC",
    "32, 48, OPEN",
    "48, 36, PERIODIC"
  })
  void followsASmoothTexture(int n, int to, Edges edges) {
    double before = error(n, to, edges);
    double rest = (edges == Edges.OPEN ? 0.071 : 0.0049) * Math.pow(4 * Math.PI / n, 6);
    assertThat(before).isLessThan(4 * rest).isGreaterThan(0);
    // lengths go to one, which takes most of an even turn away and leaves some of the next orders
    assertThat(before / error(2 * n, 2 * to, edges)).isBetween(45.0, 140.0);
  }

  private static double error(int n, int to, Edges edges) {
    Grid wanted = grid(to, 1, edges);
    return error(Resampling.of(texture(grid(n, 1, edges)), wanted), texture(wanted));
  }

  @Test
  void vectorsHaveLengthOneAndTheSameCellsAreKept() {
    Grid g = grid(24, 3, Edges.OPEN);
    VectorField m = texture(g);
    assertThat(error(Resampling.of(m, g), m)).isLessThan(1e-15);
    VectorField twice = m.copy();
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < g.cells(); i++) {
        twice.component(c)[i] *= 7e5;
      }
    }
    VectorField fine = Resampling.of(twice, grid(30, 5, Edges.OPEN));
    for (int i = 0; i < fine.grid().cells(); i++) {
      double r = Math.hypot(Math.hypot(fine.x()[i], fine.y()[i]), fine.z()[i]);
      assertThat(r).isCloseTo(1, within(1e-15));
    }
    // as above; the tilt is nearly linear in z
    assertThat(error(fine, texture(fine.grid()))).isLessThan(4 * 0.071 * Math.pow(Math.PI / 6, 6));
  }

  /**
   * A film with a hole: no zeros leak in, and a cell beyond the old rim takes the nearest vector.
   */
  @Test
  void cellsWithoutFilmDoNotCount() {
    Grid coarse = grid(24, 1, Edges.OPEN);
    VectorField m = VectorField.uniform(coarse, 0.6, 0, 0.8);
    Shape hole = new Disc(SIZE / 2, SIZE / 2, 20e-9);
    CellMask.full(coarse).without(hole).clear(m);
    Grid fine = grid(72, 1, Edges.OPEN);
    VectorField r = Resampling.of(m, fine);
    CellMask film = CellMask.full(fine).without(hole);
    for (int i = 0; i < fine.cells(); i++) {
      if (film.inside(i)) {
        assertThat(r.x()[i]).isCloseTo(0.6, within(1e-15));
        assertThat(r.z()[i]).isCloseTo(0.8, within(1e-15));
      }
    }
    assertThat(r.isZero(fine.index(36, 36, 0))).as("far inside the hole").isTrue();
  }
}
