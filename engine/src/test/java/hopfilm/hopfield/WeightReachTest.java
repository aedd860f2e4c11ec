package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightReachTest {

  /** Two equal weights, one, and one; what is on the diagonal does not count. */
  @Test
  void equalWeightsCountInFull() {
    assertThat(WeightReach.of(new double[][] {{9, 2, 2}, {2, 9, 0}, {2, 0, 9}}))
        .isCloseTo(4.0 / 3, within(1e-12));
  }
}
