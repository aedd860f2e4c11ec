package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The inner edges of a mask are the free edges of a film. */
class MaskedMagnetTest {

  static Stream<Arguments> kinds() {
    List<Arguments> kinds = new ArrayList<>();
    for (DmiKind dmi : DmiKind.values()) {
      for (Discretisation d : Discretisation.values()) {
        for (int nz : new int[] {1, 2}) {
          kinds.add(Arguments.of(dmi, d, nz));
        }
      }
    }
    return kinds.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void rectangleCutFromALargerGrid(DmiKind dmi, Discretisation discretisation, int nz) {
    Grid own = new Grid(9, 6, nz, 4e-9, 3e-9, 5e-9);
    Grid large =
        new Grid(
            14,
            11,
            nz,
            4e-9,
            3e-9,
            5e-9,
            new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
    Material material =
        Material.of(Films.MS, Films.A).withKu(4.8e5).withD(Films.D, dmi).withAlpha(0.3).withP(1);
    CellMask mask = CellMask.full(large).within(new Rectangle(12e-9, 6e-9, 48e-9, 24e-9));
    assertThat(mask.count()).isEqualTo(own.cells());
    double[] field = {3e4, -2e4, 5e4};
    Magnet alone = new Magnet(own, material, discretisation, field);
    Magnet cut = new Magnet(large, material.within(mask), discretisation, field);
    VectorField m = Textures.random(own, 2);
    VectorField n = new VectorField(large);
    for (int c = 0; c < own.cells(); c++) {
      for (int k = 0; k < 3; k++) {
        n.component(k)[place(own, large, c)] = m.component(k)[c];
      }
    }
    for (int t = 0; t < alone.terms().size(); t++) {
      double energy = alone.terms().get(t).energy(m);
      // the same sum with zeros in between
      assertThat(cut.terms().get(t).energy(n)).isCloseTo(energy, within(1e-14 * 1e-15));
    }
    VectorField h = alone.field(m);
    VectorField g = cut.field(n);
    for (int c = 0; c < own.cells(); c++) {
      for (int k = 0; k < 3; k++) {
        assertThat(g.component(k)[place(own, large, c)]).isEqualTo(h.component(k)[c]);
      }
    }
    for (int c = 0; c < large.cells(); c++) {
      assertThat(mask.inside(c) || g.isZero(c)).isTrue();
    }
  }

  private static int place(Grid own, Grid large, int cell) {
    int i = cell % own.nx();
    int j = cell / own.nx() % own.ny();
    return large.index(i + 3, j + 2, cell / (own.nx() * own.ny()));
  }

  @Test
  void aFullMaskChangesNothing() {
    Material material = Films.paperLike();
    assertThat(material.within(CellMask.full(Films.testGrid()))).isSameAs(material);
    assertThat(material.isUniform()).isTrue();
  }

  @Test
  void outsideThereIsNoMagnet() {
    Grid grid = Films.testGrid();
    CellMask mask = CellMask.full(grid).without(new Rectangle(0, 0, 1e-7, 1e-7));
    Material cut = Films.paperLike().within(mask);
    assertThat(cut.isUniform()).isFalse();
    for (Parameter p : List.of(cut.Ms(), cut.A(), cut.Ku(), cut.D())) {
      assertThat(p.at(0)).isZero();
      assertThat(p.at(grid.cells() - 1)).isPositive();
    }
    assertThat(cut.Ms().at(grid.cells() - 1)).isEqualTo(Films.MS);
    assertThat(cut.alpha()).isEqualTo(Films.paperLike().alpha());
  }
}
