package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightChangeTest {

  /**
   * From -1, -1, -2 S to -1.1, -0.9, -2 S: by 10 %, 10 % and nothing; what is on the diagonal does
   * not count.
   */
  @Test
  void isAShareOfTheReference() {
    double[][] g = {{2, -1.1, -0.9}, {-1.1, 3.1, -2}, {-0.9, -2, 2.9}};
    double[][] weights = {{5, -0.1, 0.1}, {-0.1, 5, 0}, {0.1, 0, 5}};
    WeightChange change = WeightChange.of(g, weights).orElseThrow();
    // sqrt((0.01 + 0.01 + 0) / (1 + 1 + 4))
    assertThat(change.rootMeanSquare()).isCloseTo(Math.sqrt(0.02 / 6), within(1e-12));
    assertThat(change.largest()).isCloseTo(0.1, within(1e-12));
  }

  /** A pair far apart, of 0.1 % of the conductance of neighbours, may grow ten times. */
  @Test
  void distantPairsAreNoMeasure() {
    double[][] g = {{1.11, -1.1, -0.01}, {-1.1, 2.1, -1}, {-0.01, -1, 1.01}};
    double[][] weights = {{0, -0.1, -0.009}, {-0.1, 0, 0}, {-0.009, 0, 0}};
    assertThat(WeightChange.of(g, weights).orElseThrow().largest()).isCloseTo(0.1, within(1e-12));
  }

  /** Two mazes that only rested changed by 1.2013 and 2.3997 %. */
  @Test
  void whatRestAloneDoesIsSaid() {
    assertThat(WeightChange.caution(0.016)).isPresent();
    assertThat(WeightChange.caution(0.023997)).isPresent();
    assertThat(WeightChange.caution(0.03)).isEmpty();
    assertThat(WeightChange.caution(Double.NaN)).isEmpty();
  }

  @Test
  void thereIsNoneWithoutAReference() {
    assertThat(WeightChange.of(new double[][] {{1}}, new double[][] {{1}})).isEmpty();
    double[][] g = {{1, -1}, {-1, 1}};
    assertThat(WeightChange.of(g, g)).isEmpty();
  }
}
