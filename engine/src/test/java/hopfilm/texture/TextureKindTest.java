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
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kinds of textures that are what their names say. */
class TextureKindTest {
  private static final double NM = 1e-9;

  private static Grid grid(Edges edges) {
    return new Grid(80, 60, 1, 4 * NM, 4 * NM, NM, new Grid.Boundary(edges, edges, Edges.OPEN));
  }

  @ParameterizedTest
  @EnumSource(Edges.class)
  void oneSkyrmionAndUniformFilms(Edges edges) {
    for (int sign : new int[] {-1, 1}) {
      VectorField one =
          OneSkyrmion.at(grid(edges), 100 * NM, 90 * NM, 30 * NM, 8 * NM, DmiKind.BULK, 1, sign);
      assertThat(TextureKind.of(one)).isEqualTo(TextureKind.SKYRMIONS);
    }
    for (int c = 0; c < 3; c++) {
      VectorField m = new VectorField(grid(edges));
      Arrays.fill(m.component(c), 1);
      assertThat(TextureKind.of(m)).isEqualTo(TextureKind.UNIFORM);
    }
  }

  @Test
  void aSkyrmionAcrossAPeriodicEdgeIsRound() {
    VectorField m =
        OneSkyrmion.at(grid(Edges.PERIODIC), 0, 239 * NM, 30 * NM, 8 * NM, DmiKind.BULK, 1, -1);
    assertThat(TextureKind.of(m)).isEqualTo(TextureKind.SKYRMIONS);
  }

  /** Round, but without charge: m turns up and down in one plane. */
  @Test
  void aBubbleWithoutChargeIsNoSkyrmion() {
    VectorField m =
        OneSkyrmion.at(grid(Edges.OPEN), 160 * NM, 120 * NM, 60 * NM, 8 * NM, DmiKind.BULK, 1, -1);
    for (int c = 0; c < m.grid().cells(); c++) {
      m.x()[c] = Math.hypot(m.x()[c], m.y()[c]);
      m.y()[c] = 0;
    }
    assertThat(TextureKind.of(m)).isNotEqualTo(TextureKind.SKYRMIONS);
  }

  /** A long domain has charge too. */
  @Test
  void aWormIsNeitherASkyrmionNorUniform() {
    Grid g = grid(Edges.OPEN);
    VectorField m = new VectorField(g);
    for (int c = 0; c < g.cells(); c++) {
      double i = c % 80 - 40;
      double j = c / 80 - 30;
      double beyond = Math.signum(i) * Math.max(0, Math.abs(i) - 20);
      double r = Math.hypot(beyond, j);
      double theta = Math.PI * (1 - Math.min(1, r / 6));
      m.x()[c] = r == 0 ? 0 : -Math.sin(theta) * j / r;
      m.y()[c] = r == 0 ? 0 : Math.sin(theta) * beyond / r;
      m.z()[c] = Math.cos(theta);
    }
    assertThat(Math.abs(TextureMeasures.topologicalCharge(m))).isCloseTo(1, within(0.1));
    assertThat(m.mean(2)).isGreaterThan(0.8);
    assertThat(TextureKind.of(m)).isEqualTo(TextureKind.MAZE);
  }

  private static VectorField stripes(Edges edges, double period) {
    VectorField m = new VectorField(grid(edges));
    for (int c = 0; c < m.grid().cells(); c++) {
      double phi = 2 * Math.PI * (c % 80) / period;
      m.y()[c] = Math.sin(phi);
      m.z()[c] = Math.cos(phi);
    }
    return m;
  }

  @ParameterizedTest
  @EnumSource(Edges.class)
  void stripesAreAMaze(Edges edges) {
    assertThat(TextureKind.of(stripes(edges, 20))).isEqualTo(TextureKind.MAZE);
  }

  /** Of a film with no m_z the sign of rounding says nothing. */
  @Test
  void aVortexLiesInThePlane() {
    VectorField m = new VectorField(grid(Edges.OPEN));
    for (int c = 0; c < m.grid().cells(); c++) {
      double angle = Math.atan2(Math.floorDiv(c, 80) - 29.6, c % 80 - 39.6);
      m.x()[c] = -Math.sin(angle);
      m.y()[c] = Math.cos(angle);
      m.z()[c] = 1e-17 * ((c * 7919) % 3 - 1);
    }
    assertThat(TextureKind.of(m)).isEqualTo(TextureKind.IN_PLANE);
  }

  /** Cells without film are an edge. */
  @Test
  void aDiscHasItsSkyrmion() {
    VectorField m =
        OneSkyrmion.at(grid(Edges.OPEN), 160 * NM, 120 * NM, 40 * NM, 8 * NM, DmiKind.BULK, 1, -1);
    CellMask.full(m.grid()).within(new Disc(160 * NM, 120 * NM, 100 * NM)).clear(m);
    assertThat(TextureKind.of(m)).isEqualTo(TextureKind.SKYRMIONS);
    CellMask.full(m.grid()).within(new Disc(160 * NM, 120 * NM, 20 * NM)).clear(m);
    assertThat(TextureKind.of(m)).isEqualTo(TextureKind.UNIFORM);
  }
}
