package hopfilm.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTopologyTest {

  private static final double PERIOD = 64;

  /** 400 x 400 nm with mz given at points in nm. */
  private static DomainTopology of(DoubleBinaryOperator mz) {
    Grid grid = Grid.film(100, 100, 4e-9, 4e-9);
    VectorField m = new VectorField(grid);
    for (int j = 0; j < 100; j++) {
      for (int i = 0; i < 100; i++) {
        m.z()[grid.index(i, j, 0)] = mz.applyAsDouble(4 * i + 2, 4 * j + 2);
      }
    }
    return DomainTopology.of(m);
  }

  private static double stripes(double x, double y, double degrees) {
    double angle = Math.toRadians(degrees);
    // off the symmetric place, so that no mz is 0
    double along = (x - 200) * Math.cos(angle) + (y - 200) * Math.sin(angle) + 3;
    return 2 * Math.PI / PERIOD * along;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 20, 45, 70, 90})
  void straightStripesRunOutAtTheEdgesAndHaveNoEnds(double angle) {
    assertThat(of((x, y) -> Math.cos(stripes(x, y, angle))).ends()).isZero();
  }

  @Test
  void straightStripesAreCounted() {
    // walls every 32 nm in 400 nm: 12 or 13 of them; with this phase 12, which part 13 domains
    DomainTopology t = of((x, y) -> Math.cos(stripes(x, y, 0)));
    assertThat(t.domains()).isEqualTo(13);
    // along a row of cells the mean over directions of length per bond, pi/4, is exact for none
    assertThat(t.wallLength()).isCloseTo(Math.PI / 4 * 12 * 400e-9, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 20, 45, 70, 90})
  void aDislocationIsOneFreeEnd(double angle) {
    // one more stripe on one side of the middle: its phase winds once around it
    assertThat(of((x, y) -> Math.cos(stripes(x, y, angle) + Math.atan2(y - 203, x - 201))).ends())
        .isEqualTo(1);
  }

  @Test
  void aPairOfDislocationsIsTwo() {
    DoubleBinaryOperator pair =
        (x, y) ->
            Math.cos(
                stripes(x, y, 0) + Math.atan2(y - 123, x - 201) - Math.atan2(y - 283, x - 201));
    assertThat(of(pair).ends()).isEqualTo(2);
  }

  @Test
  void aRoundBubbleHasNoEndAndALongOneTwo() {
    DomainTopology round = of((x, y) -> 40 - Math.hypot(x - 201, y - 203));
    assertThat(round.ends()).isZero();
    assertThat(round.domains()).isEqualTo(2);
    // circumference, by bonds: exact but for the whole number of them
    assertThat(round.wallLength()).isCloseTo(2 * Math.PI * 40e-9, within(2 * 4e-9));
    DoubleBinaryOperator stadium =
        (x, y) -> 16 - Math.hypot(Math.max(0, Math.abs(x - 201) - 90), y - 203);
    assertThat(of(stadium).ends()).isEqualTo(2);
  }
}
