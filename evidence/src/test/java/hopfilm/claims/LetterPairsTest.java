package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.reproduce.Claim;
import hopfilm.reproduce.ClaimResult;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Reproduction;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
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
    List<Claim> one = List.of(new LetterPairs());
    Reproduction r = new Reproduction(folder.resolve("out"), one, one, TINY);
    r.carryOut(new LocalWorkers(1), 1, SweepListener.NONE);
    ClaimResult result = r.report().get(0);
    assertThat(result.failure()).isNull();
    List<String> row = result.evidence().tables().get(0).rows().get(0);
    // rows differ in 5, 0, 4, 4, 4, 0 and 0 pixels
    assertThat(row.get(0)).isEqualTo("A and X");
    assertThat(row.get(1)).isEqualTo("17");
    assertThat(row.get(3)).isEqualTo("no");
    assertThat(Double.parseDouble(row.get(4))).isBetween(-1.0, 1.0);
  }
}
