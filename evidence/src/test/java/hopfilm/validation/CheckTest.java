package hopfilm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.problem.Check;
import hopfilm.problem.Findings;
import org.junit.jupiter.api.Test;

class CheckTest {

  private static Check check(double ours, double reference, double tolerance) {
    return new Check("x", ours, reference, tolerance, "a paper", "a reason");
  }

  @Test
  void passesWithinItsToleranceOnEitherSide() {
    assertThat(check(1.5, 1, 0.5).passes()).isTrue();
    assertThat(check(0.5, 1, 0.5).passes()).isTrue();
    assertThat(check(1.5, 1, 0.49).passes()).isFalse();
    assertThat(check(0.5, 1, 0.49).passes()).isFalse();
    assertThat(check(1, 1, 0).passes()).isTrue();
  }

  @Test
  void whatIsNotANumberFails() {
    assertThat(check(Double.NaN, 1, 1e9).passes()).isFalse();
    assertThat(check(Double.POSITIVE_INFINITY, 1, 1e9).passes()).isFalse();
  }

  @Test
  void needsAReferenceAToleranceASourceAndAReason() {
    assertThatThrownBy(() -> check(1, Double.NaN, 1)).hasMessageContaining("finite reference");
    assertThatThrownBy(() -> check(1, 1, -1)).hasMessageContaining("tolerance");
    assertThatThrownBy(() -> check(1, 1, Double.POSITIVE_INFINITY)).hasMessageContaining("within");
    assertThatThrownBy(() -> new Check("x", 1, 1, 1, " ", "a reason"))
        .hasMessageContaining("source");
    assertThatThrownBy(() -> new Check("x", 1, 1, 1, "a paper", "")).hasMessageContaining("reason");
  }

  @Test
  void findingsPassOnlyWithAtLeastOneCheckAndNoneFailing() {
    Findings f = new Findings();
    assertThat(f.pass()).isFalse();
    f.check("x", 1.01).is(1, "a paper").withinShare(0.02, "a reason");
    assertThat(f.pass()).isTrue();
    f.check("x", 1.03).is(1, "a paper").withinShare(0.02, "a reason");
    assertThat(f.pass()).isFalse();
  }
}
