package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.validation.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  @TempDir Path folder;

  @Test
  void printsTheTableAndWritesThePage() throws Exception {
    Program p =
        Program.call("validate", "--quick", "precession", "laminates", "--out", folder.toString());
    assertThat(p.status()).isZero();
    assertThat(p.err()).isEmpty();
    assertThat(p.out())
        .containsSubsequence("precession:", "quantity", "reference", "verdict", "laminates:")
        .contains("[1] T. L. Gilbert")
        .contains("11 of 11 checks pass in 2 problems")
        .doesNotContain("FAIL");
    assertThat(Files.readString(folder.resolve("validation.md"))).contains("--quick");
  }

  @Test
  void oneWrongReferenceMakesItFail() {
    Findings right = new Findings();
    right.check("x", 1).is(1.01, "a paper").within(0.02, "a reason");
    Findings wrong = new Findings();
    wrong.check("x", 1).is(1.03, "a paper").within(0.02, "a reason");
    Problem any = Problems.all().get(0);
    Problem.Result good = new Problem.Result(any, right, 1);
    assertThat(ValidateCommand.status(List.of(good, good))).isZero();
    assertThat(ValidateCommand.status(List.of(good, new Problem.Result(any, wrong, 1))))
        .isEqualTo(1);
  }

  @Test
  void listsTheProblemsWithoutSolvingThem() {
    Program p = Program.call("validate", "--list");
    assertThat(p.status()).isZero();
    assertThat(p.out()).contains("amr-bar", "dmi-1d", "wall").doesNotContain("checks pass");
  }

  @Test
  void anUnknownProblemIsWrongInput() {
    Program p = Program.call("validate", "helixx");
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err().strip().lines()).hasSize(1);
    assertThat(p.err()).contains("'helixx'", "helix, spiral");
  }

  @Test
  void noWorkersAreWrongInput() {
    Program p = Program.call("validate", "precession", "--workers", "0");
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).contains("--workers: 0 is out of range");
  }
}
