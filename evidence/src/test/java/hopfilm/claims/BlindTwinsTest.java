package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The films of the page blind-twins. */
class BlindTwinsTest {

  /** Nobody chose the numbers: each film has those that its seed gives. */
  @Test
  void hiddenNumbersAreThoseOfTheSeeds() {
    Claim claim =
        Claims.known().stream().filter(c -> c.id().equals("blind-twins")).findFirst().orElseThrow();
    List<PlannedRun> runs = claim.runs(Effort.FULL);
    assertThat(runs).hasSize(12);
    for (PlannedRun run : runs) {
      Experiment film = run.experiment();
      Map<String, String> hidden = BlindTwins.hidden(run.name(), film.initial().seed());
      List<String> same =
          hidden.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
      assertThat(ExperimentFile.with(film, same)).as(run.name()).isEqualTo(film);
    }
  }
}
