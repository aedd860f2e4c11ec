package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterPairsTest {

  /** 100 x 70 cells. */
  private static final Effort TINY =
      TinyFilms.wired("640 nm, 448 nm", "electrodes.radius=8 nm", "electrodes.margin=16 nm");

  @TempDir Path folder;

  @Test
  void isJudgedByItsRuns() throws IOException {
    ClaimResult result = TinyFilms.judged(new LetterPairs(), TINY, folder.resolve("out"));
    List<String> row = result.evidence().tables().get(0).rows().get(0);
    // rows differ in 5, 0, 4, 4, 4, 0 and 0 pixels
    assertThat(row.get(0)).isEqualTo("A and X");
    assertThat(row.get(1)).isEqualTo("17");
    assertThat(row.get(3)).isEqualTo("no");
    assertThat(Double.parseDouble(row.get(4))).isBetween(-1.0, 1.0);
  }
}
