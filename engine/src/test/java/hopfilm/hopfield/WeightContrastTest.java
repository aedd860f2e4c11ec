package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightContrastTest {

  /**
   * The checkerboard of four: 1-2, 2-3, 3-4 and 1-4 are unlike and grew by 3, 5, 3 and 5 S, the
   * diagonals by 1 and -1 S. Means 4 and 0; squares about them 4 and 2, of six pairs less two.
   */
  @Test
  void unlikeSignsAgainstLikeOnes() {
    double[][] weights = {{9, -3, -1, -5}, {-3, 9, -5, 1}, {-1, -5, 9, -3}, {-5, 1, -3, 9}};
    WeightContrast c = WeightContrast.of(weights, Pattern.parse("+-+-")).orElseThrow();
    assertThat(c.unlike()).isCloseTo(4, within(1e-12));
    assertThat(c.like()).isCloseTo(0, within(1e-12));
    assertThat(c.scatter()).isCloseTo(Math.sqrt(6 / 4.0), within(1e-12));
    assertThat(c.ratio()).isCloseTo(4 / Math.sqrt(1.5), within(1e-12));
    // a pattern and its negative are one
    assertThat(WeightContrast.of(weights, Pattern.parse("-+-+"))).contains(c);
  }

  @Test
  void thereIsNoneWhereOneKindIsMissing() {
    assertThat(WeightContrast.of(new double[4][4], Pattern.parse("++++"))).isEmpty();
    assertThat(WeightContrast.of(new double[2][2], Pattern.parse("+-"))).isEmpty();
  }
}
