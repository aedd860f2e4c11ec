package hopfilm.hopfield;

import static hopfilm.hopfield.HebbRuleTest.A;
import static hopfilm.hopfield.HebbRuleTest.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.hopfield.Retrieval.Settings;
import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecallCurveTest {

  private static final Settings SYNCHRONOUS = Settings.of(UpdateRule.SYNCHRONOUS, 1);

  /** Of 35 signs up to 17 wrong ones leave more right than wrong: Hebb's rule recalls them all. */
  @Test
  void countsCopiesAtEachFraction() {
    Retrieval retrieval = new Retrieval(HebbRule.weights(List.of(A), SelfTerm.ZERO), SYNCHRONOUS);
    RecallCurve curve = RecallCurve.of(retrieval, List.of(A), List.of(0.0, 0.1, 0.4), 20, 7);
    assertThat(curve.points()).extracting(RecallCurve.Point::flips).containsExactly(0, 4, 14);
    assertThat(curve.points()).extracting(p -> p.recalled().total()).containsExactly(1, 20, 20);
    assertThat(curve.points()).allMatch(p -> p.recalled().fraction() == 1 && p.overlap() == 1);
    assertThat(curve.summary().hits()).isEqualTo(41);
    assertThat(curve.summary().from().keySet())
        .allMatch(s -> List.of(0, 4, 14).contains(s.distance(A)));
  }

  /**
   * Four signs, two of them wrong: six inputs, and one wrong: four. 200 copies miss one of the six
   * with a probability of 6 (5/6)^200 = 1e-15, so these are all inputs there are, and nothing is
   * left to chance. Twelve copies of 35 signs are distinct, and Wilson's interval of 12 of 12 is
   * known: 1/(1 + z^2/12) = 0.758.
   */
  @Test
  void onlyInputsThatWereDrawnHaveAnInterval() {
    Pattern four = new Pattern("++--");
    Retrieval small = new Retrieval(HebbRule.weights(List.of(four), SelfTerm.ZERO), SYNCHRONOUS);
    RecallCurve exact = RecallCurve.of(small, List.of(four), List.of(0.0, 0.25, 0.5), 200, 7);
    assertThat(exact.points()).extracting(RecallCurve.Point::distinct).containsExactly(1, 4, 6);
    assertThat(exact.points()).allMatch(p -> Double.isNaN(p.recalled().low()));
    assertThat(exact.summary().total()).isEqualTo(401);
    assertThat(exact.summary().from()).hasSize(11);

    Retrieval letter = new Retrieval(HebbRule.weights(List.of(A), SelfTerm.ZERO), SYNCHRONOUS);
    RecallCurve drawn = RecallCurve.of(letter, List.of(A), List.of(0.0, 0.4), 12, 7);
    assertThat(drawn.points()).extracting(RecallCurve.Point::distinct).containsExactly(1, 12);
    assertThat(drawn.points().get(0).recalled().low()).isNaN();
    assertThat(drawn.points().get(1).recalled().low()).isCloseTo(0.758, within(5e-4));
    RecallCurve one = RecallCurve.of(letter, List.of(A), List.of(0.4), 1, 7);
    assertThat(one.points().get(0).recalled().low()).isNaN();
  }

  /**
   * 30 copies with one wrong sign of 35 are at most 35 inputs, and some come twice: the interval is
   * that of as many inputs as differ, wider than that of 30.
   */
  @Test
  void copiesThatAreAlikeCountOnceForTheInterval() {
    Retrieval retrieval = new Retrieval(HebbRule.weights(List.of(A), SelfTerm.ZERO), SYNCHRONOUS);
    RecallCurve curve = RecallCurve.of(retrieval, List.of(A), List.of(1 / 35.0), 30, 7);
    RecallCurve.Point p = curve.points().get(0);
    assertThat(p.distinct()).isEqualTo(curve.summary().from().size()).isBetween(15, 29);
    assertThat(p.recalled().total()).isEqualTo(30);
    double z = 1.959964; // 95 % of a normal distribution
    assertThat(p.recalled().low()).isCloseTo(p.distinct() / (p.distinct() + z * z), within(1e-6));
  }

  /** The weights know T alone: copies of A end there too, which is no recall of A. */
  @Test
  void anotherStoredPatternIsNoRecall() {
    Retrieval retrieval = new Retrieval(HebbRule.weights(List.of(T), SelfTerm.ZERO), SYNCHRONOUS);
    RecallCurve curve = RecallCurve.of(retrieval, List.of(A, T), List.of(0.1), 10, 7);
    RecallCurve.Point p = curve.points().get(0);
    assertThat(p.recalled().successes()).isEqualTo(10);
    assertThat(p.recalled().total()).isEqualTo(20);
    assertThat(p.overlap()).isBetween(0.5, 0.99);
    assertThat(curve.summary().hits()).isEqualTo(20);
  }

  @Test
  void moreThanHalfIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecallCurve.flips(0.6, 35))
        .withMessageContaining("not 0.6");
  }
}
