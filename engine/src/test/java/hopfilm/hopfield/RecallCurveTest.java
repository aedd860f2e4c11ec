package hopfilm.hopfield;

import static hopfilm.hopfield.HebbRuleTest.A;
import static hopfilm.hopfield.HebbRuleTest.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
