package hopfilm.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Textures;
import org.junit.jupiter.api.Test;

class TurnedBondsTest {

  @Test
  void threeInFourBondsOfRandomDirections() {
    // cos of the angle between random directions is uniform in (-1, 1): below 1/2 in 3/4 of all
    VectorField m = Textures.random(Grid.film(100, 100, 4e-9, 1e-6), 1);
    // 19 800 bonds: sigma 0.003, though bonds of a plaquette are not all independent
    assertThat(TurnedBonds.of(m).share()).isCloseTo(0.75, within(0.015));
  }

  @Test
  void onlyTheBondsThatTurn() {
    Grid grid = Grid.film(10, 8, 4e-9, 1e-6);
    VectorField m = Textures.uniform(grid, 0, 0, 1);
    assertThat(TurnedBonds.of(m).share()).isZero();
    int cell = grid.index(4, 3, 0);
    m.x()[cell] = Math.sin(Math.toRadians(61));
    m.z()[cell] = Math.cos(Math.toRadians(61));
    TurnedBonds turned = TurnedBonds.of(m);
    assertThat(turned.share()).isCloseTo(4.0 / (9 * 8 + 10 * 7), within(1e-12));
    assertThat(Math.toDegrees(turned.largest())).isCloseTo(61, within(1e-9));
    assertThat(turned.cell()).isIn(cell, cell - 1, cell - 10);
    m.x()[cell] = Math.sin(Math.toRadians(59));
    m.z()[cell] = Math.cos(Math.toRadians(59));
    assertThat(TurnedBonds.of(m).share()).isZero();
    // cells without film have no bonds
    m.x()[cell] = m.z()[cell] = 0;
    assertThat(TurnedBonds.of(m).largest()).isZero();
  }
}
