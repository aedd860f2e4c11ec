package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.experiment.Driven;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Signal;
import hopfilm.transport.Electrode.Drive;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drive steps as they stand in a file. */
class DriveFileTest {

  private static final String FILE =
      """
      protocol:
        - drive:
            time: 4 ns
            voltages:
              n1: {sine: 10 mV, frequency: 1 GHz, phase: 30 deg, offset: 5 mV}
              n2: {pulses: 50 mV, on: 2 ns, off: 1 ns, ramp: 0.1 ns}
              n3: {samples: [0.1, -2e-3, 3], every: 1 ns, scale: 7 mV, between: linear}
            field: {value: [0 T, 1 mT, {samples: [%s], every: 10 ps, scale: 1 mT}]}
            until: {column: mz, settled: 0.01, over: 2 ns}
      """
          .formatted(String.join(", ", Collections.nCopies(100, "0.123456789012345678")));

  private static Driven step(Experiment e) {
    return (Driven) e.steps().get(0);
  }

  @Test
  void isReadAgainAsItWas() {
    Experiment e = ExperimentFile.parse(FILE, "film", List.of());
    assertThat(ExperimentFile.parse(ExperimentFile.writeWhole(e), "film", List.of())).isEqualTo(e);
    Study study = ExperimentFile.study(FILE, "film", List.of("drive.time=[1 ns, 2 ns]"));
    assertThat(ExperimentFile.study(ExperimentFile.writeWhole(study), "film", List.of()))
        .isEqualTo(study);
    assertThat(ExperimentFile.with(e, List.of())).isEqualTo(e);
    assertThat(ExperimentFile.write(e)).contains("samples: signal-").hasSizeLessThan(3000);
  }

  @Test
  void contactsWithoutANameAreAtZeroOrFloat() {
    Experiment e = ExperimentFile.parse(FILE, "film", List.of());
    assertThat(step(e).sources().get(3))
        .isEqualTo(new Driven.Source("n4", Drive.VOLTAGE, new Signal.Steady(0)));
    Experiment floating = ExperimentFile.parse(FILE, "film", List.of("drive.others=float"));
    assertThat(step(floating).sources().get(3).kind()).isEqualTo(Drive.FLOAT);
    Experiment current = ExperimentFile.parse(FILE, "film", List.of("electrodes.drive=current"));
    assertThat(step(current).sources().get(3).kind()).isEqualTo(Drive.FLOAT);
  }

  @Test
  void partsOfSignalsAreSetAndSwept() {
    Study study =
        ExperimentFile.study(
            FILE,
            "film",
            List.of(
                "drive.voltages.n1.frequency=[1 GHz, 2 GHz, 3 GHz]", "drive.field.value[2]=0 T"));
    assertThat(study.runs())
        .extracting(r -> ((Signal.Sine) step(r.experiment()).sources().get(0).signal()).frequency())
        .containsExactly(1e9, 2e9, 3e9);
    assertThat(step(study.experiment()).field().orElseThrow().get(1))
        .isEqualTo(new Signal.Steady(0));
    Experiment other =
        ExperimentFile.parse(
            FILE, "film", List.of("drive.voltages.n4={sine: 1 mV, frequency: 1 Hz}"));
    assertThat(step(other).sources().get(3).signal()).isInstanceOf(Signal.Sine.class);
    assertThatThrownBy(
            () -> ExperimentFile.study(FILE, "film", List.of("drive.voltages.n1.frequncy=1 GHz")))
        .hasMessageContaining("did you mean drive.voltages.n1.frequency?");
  }

  @Test
  void samplesThatAFileTakesAreSwitchedOff() {
    Experiment taken = ExperimentFile.parse("output: {samples: {every: 10 ps}}", "film", List.of());
    Experiment off = ExperimentFile.with(taken, List.of("output.samples=off"));
    assertThat(off).isEqualTo(ExperimentFile.parse("", "film", List.of()));
    assertThat(ExperimentFile.write(off)).doesNotContain("samples");
  }

  @Test
  void theTimeIsThatOfTheSamples() {
    String file =
        "protocol: [{drive: {voltages: {n1: {samples: [1, 2, 3], every: 2 ns, scale: 1 mV}}}}]";
    Experiment e = ExperimentFile.parse(file, "film", List.of());
    assertThat(step(e).duration()).isEqualTo(3 * 2e-9);
    assertThat(step(ExperimentFile.with(e, List.of("drive.time=1 ns"))).duration()).isEqualTo(1e-9);
  }
}
