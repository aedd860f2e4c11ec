package hopfilm.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.sweep.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  /** A claim with made-up criteria. */
  private record Made(List<Criterion> criteria) implements Claim {
    @Override
    public String id() {
      return "made";
    }

    @Override
    public String title() {
      return "made up";
    }

    @Override
    public String source() {
      return "nowhere";
    }

    @Override
    public List<PlannedRun> runs(Effort effort) {
      return List.of();
    }

    @Override
    public void judge(Effort effort, FinishedRuns runs, Evidence evidence) {}
  }

  private static final Claim TWO =
      new Made(List.of(Criterion.of("a", "x > 1"), Criterion.of("b", "y > 1")));

  private static ClaimVerdict verdict(double x, double y) {
    Evidence e = new Evidence(TWO.id(), TWO.criteria());
    e.decide("a", x > 1, "x is " + x);
    e.decide("b", y > 1, "y is " + y);
    return e.verdict();
  }

  @Test
  void theVerdictFollowsTheNumbersInBothDirections() {
    assertThat(verdict(1.1, 1.1)).isEqualTo(ClaimVerdict.REPRODUCED);
    assertThat(verdict(1.1, 0.9)).isEqualTo(ClaimVerdict.PARTLY);
    assertThat(verdict(0.9, 1.1)).isEqualTo(ClaimVerdict.PARTLY);
    assertThat(verdict(0.9, 0.9)).isEqualTo(ClaimVerdict.CONTRADICTED);
  }

  @Test
  void everyCriterionIsDecidedOnce() {
    Evidence e = new Evidence(TWO.id(), TWO.criteria());
    e.decide("a", true, "x is 2");
    assertThatIllegalStateException().isThrownBy(e::verdict).withMessage("made leaves b undecided");
    assertThatIllegalArgumentException().isThrownBy(() -> e.decide("a", false, "again"));
    assertThatIllegalArgumentException().isThrownBy(() -> e.decide("c", true, "invented"));
  }

  @Test
  void spreadIsThatOfASample() {
    // 2, 4, 4, 4, 5, 5, 7, 9: sum of squares 32 about the mean 5, over n - 1 = 7
    Spread s = Spread.of(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(s.mean()).isEqualTo(5);
    // rounding
    assertThat(s.deviation()).isCloseTo(2.138089935, within(1e-9));
    assertThat(s.least()).isEqualTo(2);
    assertThat(s.greatest()).isEqualTo(9);
    assertThat(s.text(2)).isEqualTo("5.00 \u00b1 2.14");
    assertThat(Spread.of(-0.5).text(1)).isEqualTo("\u22120.5");
  }
}
