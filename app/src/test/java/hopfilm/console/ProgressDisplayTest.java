package hopfilm.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.protocol.RunListener;
import hopfilm.sweep.SweepListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a log says while a film runs. */
class ProgressDisplayTest {

  @Test
  void timeLeftFollowsFromWhatIsDone() {
    // 10 of 30 took 40 s, so 20 take 80 s
    assertThat(ProgressDisplay.left(0, 10, 30, 40)).isEqualTo(", 80 s left");
  }

  @Test
  void nothingIsSaidOfTheTimeLeftBeforeTheFirstStep() {
    assertThat(ProgressDisplay.left(0, 0, 30, 12)).isEmpty();
  }

  @Test
  void littleThatIsDoneTellsNothingUnlessItTookLong() {
    assertThat(ProgressDisplay.left(0, 0.02, 3, 10)).isEmpty();
    // 0.02 of 3 took 100 s, so the other 2.98 take 149 times as long
    assertThat(ProgressDisplay.left(0, 0.02, 3, 100)).contains("4.1 h left");
  }

  @Test
  void whatWasDoneBeforeARunWentOnDoesNotCount() {
    // 2 in 10 s, 4 to go
    assertThat(ProgressDisplay.left(24, 26, 30, 10)).contains(" 20 s left");
  }

  @Test
  void eachFilmCountsByWhatItCosts() {
    StringWriter said = new StringWriter();
    Experiment small = film("64 nm");
    Experiment large = film("640 nm");
    List<SweepRun> runs =
        List.of(new SweepRun(1, Map.of(), large), new SweepRun(2, Map.of(), small));
    try (ProgressDisplay display = ProgressDisplay.of(new PrintWriter(said), runs)) {
      assertThat(display.shareDone()).isZero();
      SweepListener listener = display.ofSweep();
      listener.progress(runs.get(1), new RunListener.Progress(1e-9, 1e-9, "rest", Double.NaN));
      // half of the time, a hundredth of the cells
      assertThat(display.shareDone()).isCloseTo(1.0 / 101, within(0.002));
      // and more than was planned is no more than all
      listener.progress(runs.get(0), new RunListener.Progress(3e-9, 1e-9, "rest", Double.NaN));
      assertThat(display.shareDone()).isCloseTo(1, within(1e-12));
    }
  }

  private static Experiment film(String side) {
    return ExperimentFile.parse(
        "film: {size: [%1$s, %1$s]}\nelectrodes: {layout: sides-x}\ninitial: {relax: 0 ns}\nprotocol: [{rest: 1 ns}]\n"
            .formatted(side),
        "film.yaml",
        List.of());
  }
}
