package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {

  @Test
  void listsTheClaimsWithTheirCostAndRunsNone() {
    Program p = Program.call("reproduce", "list", "fig2", "heat", "--quick", "--workers", "2");
    assertThat(p.status()).isZero();
    assertThat(p.out())
        .containsSubsequence("id", "runs", "time", "fig2", "heat", "together")
        .doesNotContain("mesh");
    assertThat(Path.of("reproduction")).doesNotExist();
  }

  @Test
  void claimsBeyondThePaperAreListedButNotAmongAll() {
    Program p = Program.call("reproduce", "list", "--quick");
    assertThat(p.out()).containsSubsequence("letters", "by name only", "capacity", "by name only");
    assertThat(Program.call("reproduce", "list", "all", "--quick").out())
        .contains("fig1")
        .doesNotContain("capacity");
    assertThat(Program.call("reproduce", "list", "letters", "--quick").out())
        .contains("A letter of 5 x 7 pixels")
        .doesNotContain("fig1");
  }

  /** Those that were not asked for are counted, not listed. */
  @Test
  @Tag("slow")
  void showsTheVerdictsOfWhatWasAskedFor(@TempDir Path folder) {
    Program p = Program.call("reproduce", "degeneracy", "--quick", "--out", folder + "/out");
    assertThat(p.status()).isZero();
    assertThat(p.out()).contains("degeneracy").doesNotContain("fig1").doesNotContain("not run");
    assertThat(p.err()).contains("18 other claims were not run here");
  }
}
