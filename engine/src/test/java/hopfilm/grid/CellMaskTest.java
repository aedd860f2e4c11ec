package hopfilm.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CellMaskTest {
  private static final Grid GRID =
      new Grid(
          10, 8, 3, 4e-9, 4e-9, 5e-9, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));

  @Test
  void fullMask() {
    CellMask full = CellMask.full(GRID);
    assertThat(full.isFull()).isTrue();
    assertThat(full.count()).isEqualTo(240);
    assertThat(full).isEqualTo(full.within(new Rectangle(0, 0, 1, 1)));
  }

  @Test
  void cellsCountByTheirCentreAndTheRimIsInside() {
    // centres at 2, 6, 10 .. nm: the rectangle ends exactly on the third one along x
    CellMask mask = CellMask.full(GRID).within(new Rectangle(3e-9, 9e-9, 10e-9, 19e-9));
    assertThat(mask.count()).isEqualTo(3 * 2 * 3);
    for (int k = 0; k < 3; k++) {
      assertThat(mask.inside(GRID.index(1, 2, k))).isTrue();
      assertThat(mask.inside(GRID.index(2, 4, k))).isTrue();
      assertThat(mask.inside(GRID.index(0, 3, k))).isFalse();
      assertThat(mask.inside(GRID.index(3, 3, k))).isFalse();
      assertThat(mask.inside(GRID.index(1, 5, k))).isFalse();
    }
  }

  @Test
  void whatIsInsideAShapeIsNotOutside() {
    CellMask full = CellMask.full(GRID);
    Shape disc = new Disc(20e-9, 15e-9, 11e-9);
    CellMask in = full.within(disc);
    CellMask out = full.without(disc);
    assertThat(in.count() + out.count()).isEqualTo(full.count());
    assertThat(in.without(disc).count()).isZero();
    assertThat(in.within(disc)).isEqualTo(in);
  }

  /** A disc on a periodic edge has as many cells as anywhere else. */
  @Test
  void shapesContinueAcrossPeriodicEdges() {
    CellMask full = CellMask.full(GRID);
    int middle = full.within(new Disc(20e-9, 16e-9, 9e-9)).count();
    assertThat(full.within(new Disc(20e-9, 0, 9e-9)).count()).isEqualTo(middle);
    assertThat(full.within(new Disc(0, 16e-9, 9e-9)).count()).isEqualTo(middle / 2);
  }

  @Test
  void clearsVectorsOutside() {
    CellMask mask = CellMask.full(GRID).without(new Rectangle(0, 0, 20e-9, 1));
    VectorField m = VectorField.uniform(GRID, 0.6, 0, 0.8);
    mask.clear(m);
    assertThat(m.isZero(GRID.index(4, 3, 1))).isTrue();
    assertThat(m.x()[GRID.index(5, 3, 1)]).isEqualTo(0.6);
    assertThat(m.mean(2)).isCloseTo(0.8, org.assertj.core.data.Offset.offset(1e-14));
    m.normalise();
    assertThat(m.z()[GRID.index(0, 0, 2)]).isZero();
  }

  @Test
  void refusesArraysOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CellMask.of(GRID, new boolean[79]))
        .withMessageContaining("10 x 8");
  }
}
