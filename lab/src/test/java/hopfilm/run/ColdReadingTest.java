package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.protocol.RunListener;
import hopfilm.result.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films at a temperature of a step, read cold and as they are. */
class ColdReadingTest {

  private static final String FILM =
      """
      film: {size: [96 nm, 96 nm], cell: 4 nm, thickness: 20 nm}
      electrodes: {layout: corners, radius: 30 nm}
      initial: {relax: {time: 0.5 ns}}
      protocol:
        - train: {pattern: "+-+-", voltage: 10 mV, time: 20 ps}
        - rest: {time: 20 ps}
        - measure: trained
        - rest: {time: 100 ps, temperature: %s}
        - measure: baked
        - measure: {label: raw, cold: off}
        - rest: {time: 20 ps}
        - measure: after
      output: {table: 100 ps, snapshots: 1 ns, formats: []}
      """;

  @TempDir static Path folder;
  private static Summary.Readings hot;
  private static Summary.Readings control;

  @BeforeAll
  static void run() throws Exception {
    hot = readings("900 K");
    control = readings("0 K");
  }

  private static Summary.Readings readings(String kelvin) throws Exception {
    Path file = folder.resolve(kelvin.replace(" ", "") + ".yaml");
    Files.writeString(file, FILM.formatted(kelvin));
    Experiment e = ExperimentFile.study(file, List.of()).experiment();
    Path out = folder.resolve("run-" + kelvin.replace(" ", ""));
    Files.createDirectories(out);
    return ExperimentRunner.run(e, out, 1, RunListener.NONE).summary("").readings();
  }

  /** A tilt by heat lowers G by parts in a hundred, and a descent takes it away. */
  @Test
  void coldReadingIsThatOfTheControl() {
    double is = control.conductance().get("baked")[0][0];
    double cold = hot.conductance().get("baked")[0][0];
    double raw = hot.conductance().get("raw")[0][0];
    // walls creep a little faster in noise; the tilt itself is ten times as much
    assertThat(Math.abs(cold - is)).isLessThan(0.25 * Math.abs(raw - is));
    assertThat(Math.abs(raw / is - 1)).isGreaterThan(1e-3);
  }

  @Test
  void rawReadingStandsBesideTheColdOne() {
    assertThat(hot.conductanceRaw()).containsOnlyKeys("baked");
    // two solutions of the same potential from different first guesses
    assertThat(hot.conductanceRaw().get("baked")[0][0])
        .isCloseTo(hot.conductance().get("raw")[0][0], withinPercentage(1e-8));
    assertThat(control.conductanceRaw()).isEmpty();
  }

  @Test
  void filmsAreTheSameBeforeTheBake() {
    assertThat(hot.conductance().get("trained"))
        .isDeepEqualTo(control.conductance().get("trained"));
  }
}
