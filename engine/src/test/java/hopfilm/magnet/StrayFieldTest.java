package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import org.junit.jupiter.api.Test;

class StrayFieldTest {

  private static final double NM = 1e-9;
  private static final double MS = 700e3;

  /** One cell in the middle of an empty film is a dipole from afar. */
  private static VectorField dipole(int component) {
    Grid grid = Grid.film(64, 64, 4 * NM, 4 * NM);
    VectorField m = new VectorField(grid);
    m.component(component)[grid.index(32, 32, 0)] = 1;
    return m;
  }

  /**
   * dH_z/dz of a dipole p: along z -6 p/(4 pi r^4) above it; along x 3 p/(4 pi) x (1/r^5 - 5
   * z^2/r^7) at (x, z). A cell of 4 nm at 40 nm is one to (a/r)^2 = 1 %, and images of the doubled
   * plane add (r/512)^4.
   */
  @Test
  void aCellIsADipoleFromAfar() {
    double height = 38 * NM;
    double r = 40 * NM;
    double p = MS * Math.pow(4 * NM, 3);
    double[] up = new StrayField(dipole(2).grid(), MS, height).gradient(dipole(2));
    double above = -6 * p / (4 * Math.PI * Math.pow(r, 4));
    assertThat(up[32 + 64 * 32]).isCloseTo(above, within(0.01 * Math.abs(above)));
    double[] side = new StrayField(dipole(0).grid(), MS, height).gradient(dipole(0));
    double x = 24 * NM;
    double d = Math.hypot(x, r);
    double beside = 3 * p / (4 * Math.PI) * x * (1 / Math.pow(d, 5) - 5 * r * r / Math.pow(d, 7));
    assertThat(side[38 + 64 * 32]).isCloseTo(beside, within(0.02 * Math.abs(beside)));
    assertThat(side[26 + 64 * 32]).isCloseTo(-beside, within(0.02 * Math.abs(beside)));
  }

  /** A film of layers is what its layers are together. */
  @Test
  void layersAddUp() {
    Grid one = Grid.film(16, 16, 4 * NM, 12 * NM);
    Grid three = new Grid(16, 16, 3, 4 * NM, 4 * NM, 4 * NM, one.boundary());
    double[] thick =
        new StrayField(one, MS, 20 * NM)
            .gradient(Textures.helix(one, 0.3, 40 * NM, DmiKind.INTERFACIAL, 1));
    double[] layers =
        new StrayField(three, MS, 20 * NM)
            .gradient(Textures.helix(three, 0.3, 40 * NM, DmiKind.INTERFACIAL, 1));
    for (int i = 0; i < thick.length; i++) {
      assertThat(layers[i]).isCloseTo(thick[i], within(1e-9 * MS / (20 * NM)));
    }
  }

  @Test
  void theWayBackFindsTheDomains() {
    Grid grid = Grid.film(96, 96, 4 * NM, 100 * NM);
    VectorField m = Textures.helix(grid, 0.4, 48 * NM, DmiKind.BULK, 1);
    StrayField field = new StrayField(grid, MS, 20 * NM);
    double[] back = field.upwards(field.gradient(m));
    int same = 0;
    for (int i = 0; i < back.length; i++) {
      same += back[i] * m.z()[i] > 0 ? 1 : 0;
    }
    // cells where m_z is about 0 go either way
    assertThat(same).isGreaterThan((int) (0.95 * back.length));
  }

  @Test
  void wallsTurnAsTheInteractionWants() {
    Grid grid = Grid.film(64, 32, 4 * NM, 4 * NM);
    for (DmiKind dmi : DmiKind.values()) {
      for (int hand : new int[] {1, -1}) {
        VectorField wall = Textures.wall(grid, 128 * NM, 0, 12 * NM, dmi, hand);
        VectorField m = PictureTexture.of(grid, wall.z().clone(), dmi, hand);
        double most = 0;
        for (int i = 8; i < 56; i++) {
          int c = grid.index(i, 16, 0);
          double dot = m.x()[c] * wall.x()[c] + m.y()[c] * wall.y()[c] + m.z()[c] * wall.z()[c];
          most = Math.max(most, 1 - dot);
        }
        // smoothing by three cells widens a wall of 12 nm by (4/12)^2 / 2 of it
        assertThat(most).as(dmi + " " + hand).isLessThan(0.03);
      }
    }
  }

  @Test
  void greyIsBroughtToOne() {
    double[] mz = PictureTexture.normalised(new double[] {10, 20, 30, 20, 10});
    assertThat(mz).containsExactly(-1, 0, 1, 0, -1);
    assertThat(PictureTexture.normalised(new double[] {7, 7})).containsExactly(0, 0);
  }
}
