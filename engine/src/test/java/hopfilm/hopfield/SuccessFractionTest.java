package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessFractionTest {

  /**
   * R. G. Newcombe, Stat. Med. 17, 857 (1998), table I, method 3; four digits are printed there.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void intervalsArePublishedOnes(int successes, int total, double low, double high) {
    SuccessFraction fraction = SuccessFraction.of(successes, total);
    assertThat(fraction.low()).isCloseTo(low, within(5e-5));
    assertThat(fraction.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void intervalsStayWithinZeroAndOne() {
    for (int n = 1; n < 100; n++) {
      assertThat(SuccessFraction.of(0, n).low()).isZero();
      assertThat(SuccessFraction.of(n, n).high()).isEqualTo(1);
      assertThat(SuccessFraction.of(n, n).low()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void refusesWhatIsNoFraction() {
    assertThatIllegalArgumentException().isThrownBy(() -> SuccessFraction.of(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> SuccessFraction.of(3, 2));
  }

  /** The lady who tasted eight cups of tea (R. A. Fisher, The Design of Experiments, 1935). */
  @Test
  void comparesByFishersExactTest() {
    SuccessFraction all = SuccessFraction.of(4, 4);
    SuccessFraction none = SuccessFraction.of(0, 4);
    assertThat(all.pValueAbove(none)).isCloseTo(1.0 / 70, within(1e-12));
    assertThat(SuccessFraction.of(3, 4).pValueAbove(SuccessFraction.of(1, 4)))
        .isCloseTo(17.0 / 70, within(1e-12));
    assertThat(none.pValueAbove(all)).isCloseTo(1, within(1e-12));
  }

  /**
   * Values that are fractions are the nearest number, so that {@code <= 0.05} means what it says.
   */
  @Test
  void valuesOfFisherAreExact() {
    assertThat(p(3, 3, 0, 3)).isEqualTo(0.05); // 1 of 20 ways
    assertThat(p(4, 7, 3, 7)).isEqualTo(0.5); // by symmetry
    assertThat(p(0, 5, 5, 5)).isEqualTo(1);
    // 3000 against 3000, all of one and none of the other: far below what a double holds
    assertThat(p(3000, 3000, 0, 3000)).isBetween(0.0, 1e-300);
  }

  private static double p(int one, int n, int other, int m) {
    return SuccessFraction.of(one, n).pValueAbove(SuccessFraction.of(other, m));
  }
}
