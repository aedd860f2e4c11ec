package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {

  @TempDir Path folder;

  @Test
  void listsTheClaimsWithTheirCostAndRunsNone() {
    Program p = Program.call("reproduce", "list", "--workers", "2");
    assertThat(p.status()).isZero();
    assertThat(p.out()).containsSubsequence("id", "runs", "time", "fig2", "heat", "all");
    assertThat(Path.of("reproduction")).doesNotExist();
  }

  @Test
  void anUnknownClaimIsWrongInput() {
    Program p = Program.call("reproduce", "fig3", "--out", folder.resolve("new").toString());
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err().strip().lines()).hasSize(1);
    assertThat(p.err()).contains("'fig3'", "did you mean fig");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aFolderOfSomethingElseIsWrongInput() throws Exception {
    Files.writeString(folder.resolve("other.txt"), "other");
    Program p = Program.call("reproduce", "heat", "--quick", "--out", folder.toString());
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).contains("is not empty");
    assertThat(folder)
        .isDirectoryContaining("glob:**other.txt")
        .isDirectoryNotContaining("glob:**runs");
  }

  @Test
  void noWorkersAreWrongInput() {
    Program p = Program.call("reproduce", "heat", "--workers", "0");
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).contains("--workers is 0");
  }
}
