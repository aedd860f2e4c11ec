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

  /** 100 x 70 cells for some picoseconds: all that is computed from a film that learned nothing. */
  private static final Effort TINY =
      new Effort(
          true,
          List.of(
              "film.size=[640 nm, 448 nm]",
              "electrodes.radius=8 nm",
              "electrodes.margin=16 nm",
              "initial.relax.time=4 ps",
              "train.slot=2 ps",
              "train.pulse.on=2 ps",
              "train.pulse.off=1 ps",
              "train.hold=1 ps",
              "train.time=4 ps",
              "output.table=20 ps"));

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
