package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a log says while a film runs. */
class ProgressDisplayTest {

  @Test
  void timeLeftFollowsFromWhatIsDone() {
    // 10 of 30 ns took 40 s, so 20 ns take 80 s
    assertThat(ProgressDisplay.line(10e-9, 30e-9, 40, "train"))
        .startsWith("10.0 of 30.0 ns, ")
        .contains("80 s left")
        .endsWith("; train");
  }

  @Test
  void nothingIsSaidOfTheTimeLeftBeforeTheFirstStep() {
    assertThat(ProgressDisplay.line(0, 30e-9, 12, "start")).isEqualTo("0.0 of 30.0 ns; start");
  }
}
