package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.experiment.Experiment;
import hopfilm.input.ExperimentException;
import hopfilm.io.CheckpointFiles;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run that was stopped and resumed, at any step and any number of times, ends with the same bits.
 */
@Order(1)
public class ResumeTest {

  private static final String[] SMALL = {
    "film.size=[96 nm, 80 nm]", "electrodes.radius=24 nm", "initial.relax=10 ps"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          usual     | initial.seed=1
          samples   | 'output.samples={every: 3 ps, of: [V, I, G, m], cells: 3x2};output.columns=[V, I];protocol=[{train: {pattern: "+-+-", voltage: 10 mV, time: 30 ps, ramp: 8 ps}}, {rest: 7 ps}]'
          stray     | 'film.demag=on;numerics.demag=float;protocol=[{train: {pattern: "+-+-", voltage: 10 mV, time: 30 ps}}, {relax: {time: 25 ps, alpha: 0.4, torque: 1 A/m}}, {measure: x}]'
          currents  | output.samples.every=3 ps;film.oersted=on;heat.substrate=MgO;film.thickness=20 nm;material.Tc=700 K;material.temperature_coefficient=0.004 1/K
          noise     | temperature=100 K;film.demag=on;film.oersted=on;network.reference=untrained-mean;network.mazes=2
          pulses    | 'numerics.coupling={every: 5};protocol=[{train: {pattern: "+-+-", voltage: 10 mV, time: 40 ps, pulse: {on: 7 ps, off: 3 ps}, ramp: 1 ps, field: {value: [0 T, 0 T, 0.3 T], shape: ramp}}}, {relax: {time: 5 ps, alpha: 0.4, field: {value: [0.2 T, 0 T, 0 T], shape: sine}}}, {measure: x}, {rest: {time: 3 ps, field: {value: [0 T, 0.1 T, 0 T]}}}, {train: {patterns: ["+-+-", "+--+"], voltage: 10 mV, time: 20 ps, slot: 5 ps}}]'
          set       | 'protocol=[{train: {patterns: ["+-+-", "+--+"], voltage: 10 mV, time: 80 ps, until: verified, slot: 12 ps, hold: 4 ps, pulse: {on: 7 ps, off: 3 ps}}}, {train: {patterns: ["+-+-", "+--+"], voltage: 10 mV, time: 40 ps, slot: 6 ps, drive: sum-and-difference, pulse: {on: 7 ps, off: 3 ps}}}, {rest: 5 ps}]'
          row       | 'electrodes={rows: {grid: 2x4, pixels: 4}, radius: 8 nm, margin: 12 nm};network.reference={untrained: 1.01};protocol=[{write: {picture: "+--+", voltage: 10 mV, time: 30 ps, until: verified}}, {measure: x}]'
          signals   | 'output.samples={every: 3 ps};protocol=[{drive: {time: 40 ps, voltages: {n1: {sine: 20 mV, frequency: 30 GHz}, n2: {pulses: 20 mV, on: 7 ps, off: 3 ps, ramp: 1 ps}, n3: {samples: [0.5, -1, 1, 0.2], every: 9 ps, scale: 20 mV}, n4: float}, field: {value: [0.1 T, {sine: 0.2 T, frequency: 20 GHz}, {samples: [0, 1, -1, 0.5], every: 9 ps, scale: 0.2 T, between: linear}]}}}, {measure: x}, {drive: {voltages: {n2: {samples: [1, -1, 0.5], every: 7 ps, scale: 20 mV}}, until: {column: mz, above: 0.99}}}, {rest: {time: 12 ps, until: {column: mz, settled: 1, over: 3 ps}}}]'
          verified  | 'protocol=[{train: {pattern: "+-+-", voltage: 10 mV, time: 60 ps, until: verified, margin: 0 %, hold: 4 ps, pulse: {on: 7 ps, off: 3 ps}}}, {rest: 5 ps}]'
          """)
  void endsWithTheSameBitsHoweverOftenItWasStopped(String name, String settings)
      throws IOException {
    stopOften(name, settings);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          stages    | material.hall_angle=3 deg;numerics.integrator=dopri5;numerics.coupling=every-step
          contacts  | 'numerics.integrator=dopri5;electrodes=[{name: a, shape: disc, centre: [0 nm, 0 nm], radius: 24 nm, resistance: 1 Ohm}, {name: b, shape: disc, centre: [96 nm, 80 nm], radius: 24 nm}, {name: c, shape: disc, centre: [96 nm, 0 nm], radius: 24 nm}, {name: d, shape: disc, centre: [0 nm, 80 nm], radius: 24 nm}]'
          settled   | 'network.reference=saturated;protocol=[{train: {pattern: "+-+-", voltage: 10 mV, time: 1.2 ns, until: settled}}]'
          field     | 'pinning={density: 500 1/um^2, radius: 8 nm, frozen: true, seed: 3};protocol=[{field: {value: [0 T, 0 T, 1 T], time: 20 ps, shape: sine}}, {repeat: {times: 2, steps: [{measure: a}, {field: {value: [0 T, 0 T, 0.1 T], time: 5 ps, shape: pulse}}]}}]'
          """)
  void othersEndWithTheSameBitsToo(String name, String settings) throws IOException {
    stopOften(name, settings);
  }

  private void stopOften(String name, String settings) throws IOException {
    Experiment experiment = experiment(settings);
    Path whole = Files.createDirectories(folder.resolve("whole"));
    RunResult undisturbed =
        ExperimentRunner.run(experiment, whole, 1, RunListener.NONE, RunControl.unlimited());

    Path parts = Files.createDirectories(folder.resolve("parts"));
    Random random = new Random(7);
    int stops = 0;
    RunResult result;
    int most = (int) Math.max(10, undisturbed.effort().steps() / 4);
    do {
      RunControl control = new StopAt(1 + random.nextInt(most));
      result = ExperimentRunner.run(experiment, parts, 1, RunListener.NONE, control);
      stops++;
    } while (result.status() == RunStatus.STOPPED && stops < 200);

    assertThat(result.status()).isEqualTo(RunStatus.DONE);
    assertThat(stops).as("stops of %s", name).isGreaterThan(4);
    assertThat(ResultFiles.content(parts)).isEqualTo(ResultFiles.content(whole));
  }

  @Tag("slow")
  @Test
  void aDamagedCheckpointFallsBackToTheOneBefore() throws IOException {
    Experiment experiment = experiment("initial.seed=2");
    Path whole = Files.createDirectories(folder.resolve("whole"));
    ExperimentRunner.run(experiment, whole, 1, RunListener.NONE);
    Path run = Files.createDirectories(folder.resolve("run"));
    // between protocol steps there was one before
    ExperimentRunner.run(experiment, run, 1, RunListener.NONE, new StopAt(60));
    List<CheckpointFiles.Found> found = new CheckpointFiles(run, Checkpoints.FORMAT).all();
    assertThat(found).hasSize(2).allSatisfy(f -> assertThat(f.problem()).isNull());
    Path latest = found.get(0).file();
    byte[] bytes = Files.readAllBytes(latest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(latest, bytes);

    List<String> notes = new ArrayList<>();
    RunListener heard =
        new RunListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        };
    ExperimentRunner.run(experiment, run, 1, heard, RunControl.unlimited());
    assertThat(notes)
        .satisfiesExactly(
            n -> assertThat(n).contains(latest.toString(), "damaged"),
            n -> assertThat(n).contains(found.get(1).file().toString()));
    assertThat(ResultFiles.content(run)).isEqualTo(ResultFiles.content(whole));
  }

  @Test
  void refusesToGoOnWithAnotherExperiment() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    Experiment experiment = experiment("initial.seed=2");
    RunControl control = new StopAt(60);
    assertThat(ExperimentRunner.run(experiment, run, 1, RunListener.NONE, control).status())
        .isEqualTo(RunStatus.STOPPED);
    assertThat(SmallFilm.json(run.resolve("status.json")).get("status").asString())
        .isEqualTo("stopped");
    assertThat(run).isDirectoryNotContaining("glob:**{summary.json,lock}");

    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(
            () -> ExperimentRunner.run(experiment("initial.seed=3"), run, 1, RunListener.NONE))
        .withMessageContaining("another experiment");
    assertThat(ExperimentRunner.run(experiment, run, 1, RunListener.NONE).status())
        .isEqualTo(RunStatus.DONE);
    assertThat(run).isDirectoryNotContaining("glob:**{checkpoint-*,lock,*.part}");
  }

  private static Experiment experiment(String settings) {
    String[] all =
        Stream.concat(Stream.of(SMALL), Stream.of(settings.split(";"))).toArray(String[]::new);
    return SmallFilm.experiment(all);
  }
}
