package hopfilm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.problem.Check;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.problem.Validation;
import hopfilm.problem.ValidationPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

  @TempDir Path folder;

  private static Problem problem(String name) {
    return Problems.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /** A problem whose reference is a number of the test's choice. */
  private static final class Stated extends Problem {
    private final double reference;

    Stated(String name, double reference) {
      super(name, "Title of " + name, "What " + name + " shows.");
      this.reference = reference;
    }

    @Override
    protected void solve(Effort effort, Findings f) {
      f.check("one | two", 1).is(reference, "a paper").within(0.1, "a reason");
      f.chart("Chart", "of " + name(), "x", "y")
          .line("line", new double[] {1, 2}, new double[] {3, 4});
    }
  }

  @Test
  void namesAreUniqueAndSpelledForTheCommandLine() {
    List<String> names = Problems.all().stream().map(Problem::name).toList();
    assertThat(names).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(Problems.all()).allMatch(p -> p.shows().endsWith("."));
  }

  /** Those that take well below a second; {@code validate --quick} runs all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "van-der-pauw",
        "laminates",
        "space",
        "helix",
        "threshold",
        "dmi-1d",
        "precession",
        "integrators"
      })
  void quickProblemsPass(String name) {
    Findings f = problem(name).run(Problem.Effort.QUICK);
    assertThat(f.checks()).isNotEmpty().allMatch(Check::passes);
  }

  @Test
  void resultsComeInTheOrderOfTheProblemsWhateverTheThreads() {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      problems.add(new Stated("p" + i, 1));
    }
    List<String> told = new ArrayList<>();
    List<Problem.Result> results =
        Validation.run(problems, Problem.Effort.QUICK, 3, r -> told.add(r.problem().name()));
    assertThat(told).containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7");
    assertThat(results).extracting(r -> r.problem().name()).isEqualTo(told);
  }

  @Test
  void aProblemThatCannotBeSolvedIsNamed() {
    Problem broken =
        new Problem("broken", "Broken", "Nothing.") {
          @Override
          protected void solve(Effort effort, Findings f) {
            throw new IllegalStateException("no equilibrium");
          }
        };
    assertThatThrownBy(() -> Validation.run(List.of(broken), Problem.Effort.QUICK, 1, r -> {}))
        .hasMessage("broken: no equilibrium");
  }

  @Test
  void thePageHoldsEveryNumberAndSaysWhatFails() throws IOException {
    List<Problem.Result> results =
        Validation.run(
            List.of(new Stated("good", 1.05), new Stated("bad", 1.2)),
            Problem.Effort.FULL,
            1,
            r -> {});
    ValidationPage.write(folder, results, Problem.Effort.FULL);
    String page = Files.readString(folder.resolve("validation.md"));
    assertThat(page)
        .contains("|[good](#title-of-good) |1 |1 |0.50 |")
        .contains("|[bad](#title-of-bad) |1 |0 |2.00 |")
        .containsOnlyOnce("**Failed:** one | two\n")
        .contains("doi:10.1093/imanum/8.1.141")
        .contains("](validation/good.png)");
    assertThat(folder.resolve("validation/checks.csv"))
        .content()
        .contains("good,one | two,1.000000,1.050000,0.100,pass,a paper,a reason")
        .contains("bad,one | two,1.000000,1.200000,0.100,fail,a paper,a reason");
    assertThat(folder.resolve("validation/good.png")).isNotEmptyFile();
    assertThat(folder.resolve("validation/bad.png")).isNotEmptyFile();
  }
}
