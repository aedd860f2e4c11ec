package hopfilm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PointContactsTest {

  @Test
  void fourTerminalResistanceOfAKnownNetwork() {
    // a square of four resistors of 1 Ohm: 1 A in at 0 and out at 1 leaves 3/4 A in the direct one
    double[][] g = {{2, -1, 0, -1}, {-1, 2, -1, 0}, {0, -1, 2, -1}, {-1, 0, -1, 2}};
    assertThat(Currents.resistance(g, 0, 1, 0, 1)).isCloseTo(0.75, within(1e-14));
    assertThat(Currents.resistance(g, 0, 1, 3, 2)).isCloseTo(0.25, within(1e-14));
    assertThat(Currents.resistance(g, 0, 2, 1, 3)).isCloseTo(0, within(1e-14));
  }
}
