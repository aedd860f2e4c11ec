package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.file.ExperimentFile;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.Outcome;
import hopfilm.result.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Timetables of training in a run: turns, pulses, ramps, stopping when settled. */
class TrainingTest {

  /** A film in which nothing moves: no torque turns what is uniform along z. */
  private static final String STILL =
      """
      film: {size: [64 nm, 64 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 16 nm}
      initial: {texture: uniform}
      material: {D: 0 mA}
      output: {table: 100 ps, snapshots: 1 us, formats: [], report: off}
      """;

  @TempDir Path folder;

  private RunResult run(String train) throws IOException {
    String protocol =
        "protocol: [measure: untrained, train: {%s}, measure: trained]".formatted(train);
    return ExperimentRunner.run(
        ExperimentFile.parse(STILL + protocol, "still", List.of()), folder, 1, RunListener.NONE);
  }

  private double[] column(String name) throws IOException {
    Table table = TableReader.read(folder.resolve("table.txt"));
    return table.column(name);
  }

  /** Joule heat per time of the pattern at these voltages [W]. */
  private static double power(RunResult r, double... v) {
    double[][] g = r.measures().get(0).g().siemens();
    double p = 0;
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        p += v[i] * g[i][j] * v[j];
      }
    }
    return p;
  }

  @Test
  void patternsTakeTurns() throws IOException {
    RunResult r = run("patterns: [+-+-, +--+], voltage: 10 mV, slot: 0.5 ns, time: 2 ns");
    double a = power(r, 0.01, -0.01, 0.01, -0.01);
    double b = power(r, 0.01, -0.01, -0.01, 0.01);
    double[] p = column("P");
    // rows at 0.1 ns belong to the slot that ends with them; conductances are solved to 1e-11
    assertThat(p[3]).isCloseTo(a, within(1e-9 * a));
    assertThat(p[8]).isCloseTo(b, within(1e-9 * b));
    assertThat(p[13]).isCloseTo(a, within(1e-9 * a));
    assertThat(r.effort().training().joule()).isCloseTo(1e-9 * (a + b), within(1e-8 * a * 1e-9));
    assertThat(r.trained()).extracting(Object::toString).containsExactly("+-+-", "+--+");
    assertThat(SmallFilm.summary(folder).get("learned").size()).isEqualTo(2);
    // only one of the two can be the lowest: what counts is whether both are held
    boolean areHeld = r.memories().stored() == 2;
    assertThat(SmallFilm.summary(folder).get("outcome").asString())
        .isEqualTo(areHeld ? "learned" : "not-learned");
  }

  @Test
  void pulsesHeatWhileTheyLast() throws IOException {
    RunResult r =
        run("pattern: +-+-, voltage: 10 mV, pulse: {on: 0.3 ns, off: 0.2 ns}, time: 2 ns");
    double p = power(r, 0.01, -0.01, 0.01, -0.01);
    // four pulses of 0.3 ns
    assertThat(r.effort().training().joule()).isCloseTo(1.2e-9 * p, within(1e-8 * p * 1e-9));
    assertThat(column("P")[4]).isZero();
    assertThat(r.measures().get(1).isAtRest()).isTrue();
  }

  @Test
  void voltagesRiseAndFall() throws IOException {
    RunResult r = run("pattern: +-+-, voltage: 10 mV, ramp: 0.5 ns, time: 2 ns");
    double full = power(r, 0.01, -0.01, 0.01, -0.01);
    double[] p = column("P");
    assertThat(p[2]).isCloseTo(full * 0.4 * 0.4, within(1e-9 * full));
    assertThat(p[10]).isCloseTo(full, within(1e-9 * full));
    assertThat(p[19]).isCloseTo(full * 0.2 * 0.2, within(1e-9 * full));
    // 1 ns at full voltage and two ramps of a third of 0.5 ns each
    assertThat(r.effort().training().joule())
        .isCloseTo(full * 1e-9 * 4 / 3, within(1e-8 * full * 1e-9));
    assertThat(r.measures().get(1).isAtRest()).isTrue();
  }

  /**
   * The warnings, but for those of the drift velocity and the reading, which do not matter here.
   */
  private static List<String> ofTraining(RunResult r) {
    return r.warnings().stream()
        .filter(w -> !w.startsWith("u is about") && !w.contains("is read under current"))
        .filter(w -> !w.contains("would warm the film"))
        .toList();
  }

  @Test
  void stopsWhenTheFilmHasSettled() throws IOException {
    RunResult r = run("pattern: +-+-, voltage: 10 mV, time: 20 ns, until: settled");
    // two windows of 5 ns without any change
    assertThat(r.measures().get(1).time()).isCloseTo(10e-9, within(1e-15));
    JsonNode training = SmallFilm.summary(folder).get("training").get(0);
    assertThat(training.get("settled").asBoolean()).isTrue();
    assertThat(training.get("end").asDouble()).isCloseTo(10e-9, within(1e-15));
    assertThat(ofTraining(r)).isEmpty();
  }

  @Test
  void saysThatTheTimeWasTooShortToSettle() throws IOException {
    RunResult r = run("pattern: +-+-, voltage: 10 mV, time: 3 ns, until: settled");
    assertThat(r.measures().get(1).time()).isCloseTo(3e-9, within(1e-15));
    assertThat(ofTraining(r))
        .singleElement()
        .asString()
        .contains("after 3 ns", "too early to tell whether it has settled");
    assertThat(SmallFilm.summary(folder).get("training").get(0).get("settled").asBoolean())
        .isFalse();
  }

  @Test
  void saysThatThePatternWasNotVerified() throws IOException {
    // 10.5 ns hold three pulses with their pauses and one whose pause is cut off and not read
    RunResult r = run("pattern: +-+-, voltage: 10 mV, time: 10.5 ns, until: verified");
    assertThat(r.measures().get(1).time()).isCloseTo(10.5e-9, within(1e-15));
    assertThat(ofTraining(r))
        .singleElement()
        .asString()
        .contains("after 10.5 ns unverified", "+-+- did not pass in 3 checks");
    JsonNode training = SmallFilm.summary(folder).get("training").get(0);
    assertThat(training.get("verified").asBoolean()).isFalse();
    assertThat(training.get("pulses").asInt()).isEqualTo(4);
    assertThat(training.get("checks").asInt()).isEqualTo(3);
    assertThat(training.get("others").asInt()).isEqualTo(6);
    assertThat(training.get("false_passes").asInt()).isZero();
  }

  @Test
  void stopsWhenThePatternIsVerifiedAndStillIsAfterARest() throws IOException {
    // two contacts have one pattern that carries current: any current that makes its own way passes
    String helix =
        """
        film: {size: [96 nm, 64 nm], cell: 4 nm}
        electrodes: {layout: sides-x}
        initial: {texture: helix, angle: 45 deg, relax: 20 ps}
        protocol:
          - train:
              pattern: +-
              voltage: 10 mV
              time: 2 ns
              until: verified
              hold: 50 ps
              pulse: {on: 100 ps, off: 50 ps}
          - measure: trained
        output: {table: 50 ps, snapshots: 1 us, formats: [], report: off}
        """;
    RunResult r =
        ExperimentRunner.run(
            ExperimentFile.parse(helix, "helix", List.of()), folder, 1, RunListener.NONE);
    // a pulse, its pause and the rest after it
    assertThat(r.measures().get(0).time()).isCloseTo(220e-12, within(1e-18));
    assertThat(r.measures().get(0).isAtRest()).isTrue();
    assertThat(ofTraining(r)).isEmpty();
    Verification v = r.found().training().get(0).verification();
    assertThat(v.verified()).isTrue();
    assertThat(v.pulses()).isEqualTo(1);
    // after the pause and after the rest
    assertThat(v.checks()).isEqualTo(2);
    assertThat(r.summary("").verdict().outcome()).isEqualTo(Outcome.VERIFIED);
  }
}
