package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a log says while a film runs. */
class ProgressDisplayTest {

  @Test
  void timeLeftFollowsFromWhatIsDone() {
    // 10 of 30 ns took 40 s, so 20 ns take 80 s
    assertThat(ProgressDisplay.line(0, 10e-9, 30e-9, 40, "train"))
        .startsWith("10.0 of 30.0 ns, ")
        .contains("80 s left")
        .endsWith("; train");
  }

  @Test
  void nothingIsSaidOfTheTimeLeftBeforeTheFirstStep() {
    assertThat(ProgressDisplay.line(0, 0, 30e-9, 12, "start")).isEqualTo("0.0 of 30.0 ns; start");
  }

  @Test
  void littleThatIsDoneTellsNothingUnlessItTookLong() {
    assertThat(ProgressDisplay.line(0, 0.02e-9, 3e-9, 10, "relax"))
        .isEqualTo("0.0 of 3.0 ns; relax");
    // 0.02 of 3 ns took 100 s, so the other 2.98 take 149 times as long
    assertThat(ProgressDisplay.line(0, 0.02e-9, 3e-9, 100, "relax")).contains("4.1 h left");
  }

  @Test
  void whatWasDoneBeforeARunWentOnDoesNotCount() {
    // 2 ns in 10 s, 4 to go
    assertThat(ProgressDisplay.line(24e-9, 26e-9, 30e-9, 10, "train")).contains(" 20 s left");
  }
}
