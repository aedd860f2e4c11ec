package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
