package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.hopfield.Retrieval.Settings;
import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HebbRuleTest {

  static final Pattern A = letter(".###. #...# #...# ##### #...# #...# #...#");
  static final Pattern H = letter("#...# #...# #...# ##### #...# #...# #...#");
  static final Pattern L = letter("#.... #.... #.... #.... #.... #.... #####");
  static final Pattern T = letter("##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..");

  private static Pattern letter(String rows) {
    return new Pattern(rows.replace(" ", "").replace('.', '-').replace('#', '+'));
  }

  static List<Pattern> random(int count, int n, SplittableRandom random) {
    List<Pattern> patterns = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int[] s = new int[n];
      for (int i = 0; i < n; i++) {
        s[i] = random.nextBoolean() ? 1 : -1;
      }
      patterns.add(Pattern.of(s));
    }
    return patterns;
  }

  private static double erfc(double x) {
    return 1 - Erf.erf(x);
  }

  @ParameterizedTest
  @EnumSource(UpdateRule.class)
  void onePatternComesBackWithJustOverHalfOfItsSignsRight(UpdateRule update) {
    Weights w = HebbRule.weights(List.of(A), SelfTerm.ZERO);
    Retrieval retrieval = new Retrieval(w, Settings.of(update, 1));
    SplittableRandom random = new SplittableRandom(2);
    for (int flips = 0; flips <= 17; flips++) {
      assertThat(retrieval.run(A.flipped(flips, random)).end()).as(flips + " flips").isEqualTo(A);
    }
    assertThat(retrieval.run(A.flipped(18, random)).end()).isEqualTo(A.negated());
  }

  /**
   * The field of a sign is 1 plus (N-1)(p-1) random terms of 1/N, so that it is wrong with the
   * probability erfc(sqrt((N-1)/(2(p-1))))/2 of a normal distribution. 80000 signs leave 3 %, and
   * the steps of the sum another 3 %.
   */
  @Test
  void asManySignsOfRandomPatternsAreUnstableAsNormalNoiseTurnsRound() {
    int n = 200;
    int p = 40;
    SplittableRandom random = new SplittableRandom(5);
    int wrong = 0;
    for (int set = 0; set < 10; set++) {
      List<Pattern> patterns = random(p, n, random);
      Weights w = HebbRule.weights(patterns, SelfTerm.ZERO);
      for (Pattern s : patterns) {
        double[] h = w.current(s.voltages(1));
        for (int i = 0; i < n; i++) {
          wrong += h[i] * s.sign(i) < 0 ? 1 : 0;
        }
      }
    }
    double expected = 0.5 * erfc(Math.sqrt((n - 1.0) / (2 * (p - 1))));
    assertThat(wrong / (10.0 * p * n)).isCloseTo(expected, within(0.12 * expected));
  }

  /**
   * Below 0.138 N random patterns are all but fixed, above they are lost (Amit, Gutfreund and
   * Sompolinsky: overlap 0.967 there, none beyond). At 0.1 N it is above 0.99; the step at 0.138 is
   * washed out at N = 400, so that 0.2 N is looked at.
   */
  @Test
  void randomPatternsAreLostAbove0138N() {
    assertThat(overlap(400, 40)).isGreaterThan(0.98);
    assertThat(overlap(400, 80)).isLessThan(0.8);
  }

  private static double overlap(int n, int p) {
    List<Pattern> patterns = random(p, n, new SplittableRandom(11));
    Retrieval retrieval =
        new Retrieval(
            HebbRule.weights(patterns, SelfTerm.ZERO), Settings.of(UpdateRule.ASYNCHRONOUS, 1));
    double sum = 0;
    for (Pattern s : patterns) {
      sum += 1 - 2.0 * retrieval.run(s).end().distance(s) / n;
    }
    return sum / p;
  }

  @Test
  void patternsOfDifferentSizesAndNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HebbRule.matrix(List.of(A, new Pattern("+-"))))
        .withMessageContaining("35 and 2 signs");
    assertThatIllegalArgumentException().isThrownBy(() -> HebbRule.matrix(List.of()));
  }
}
