package hopfilm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.problem.Check;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems that are examples, and their references against numbers from elsewhere. */
class ExampleProblemsTest {

  /** Those that take few seconds; {@code validate} runs all. */
  @ParameterizedTest
  @ValueSource(strings = {"amr-bar", "strip"})
  void quickOnesPass(String name) {
    Findings f =
        Problems.all().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow()
            .run(Problem.Effort.QUICK);
    assertThat(f.checks()).isNotEmpty().allMatch(Check::passes);
  }

  @Test
  void demagnetisingFactorsOfAStripAddUpToOne() {
    // by symmetry 1/2 for a square cross-section
    assertThat(StripProfile.factor(1e-8, 1e-8, 50)).isCloseTo(0.5, within(2e-3));
    // along and across the thickness exchange their parts
    double across = StripProfile.factor(4e-8, 1e-8, 100);
    assertThat(across + StripProfile.factor(1e-8, 4e-8, 100)).isCloseTo(1, within(2e-3));
  }

  /** The three digits that tables of the problem give, for jumps of A, of K and of Ms. */
  @ParameterizedTest
  @CsvSource({
    "0.25, 0.1, 0.25, 1.568",
    "0.25, 0.1, 1, 1.089",
    "0.25, 1, 0.25, 1.206",
    "0.25, 1, 1, 0.838",
    "1, 0.1, 0.25, 1.005",
    "1, 0.1, 1, 0.565"
  })
  void pinningFieldsOfTheProposal(double a, double k, double js, double tesla) {
    assertThat(PinnedWall.pinningField(new PinnedWall.Phase(a * 1e-11, k * 1e6, js)))
        .isCloseTo(tesla, within(5e-4));
  }
}
