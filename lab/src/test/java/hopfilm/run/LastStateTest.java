package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.folder.RunFolder;
import hopfilm.folder.Snapshot;
import hopfilm.io.Ovf;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last state of a run is a snapshot however it ends, and that at each measure a file. */
class LastStateTest {

  private static final String[] SMALL = {
    "film.size=[96 nm, 80 nm]", "electrodes.radius=24 nm", "initial.relax=7 ps"
  };

  @TempDir Path folder;

  private static Experiment experiment(String snapshots, String protocol) {
    return SmallFilm.experiment(
        SMALL[0], SMALL[1], SMALL[2], "output.snapshots=" + snapshots, "protocol=" + protocol);
  }

  private static final String TRAINED =
      "[{measure: before}, {train: {pattern: \"+-+-\", voltage: 10 mV, time: 6 ps}}, {measure: a.b 1}]";

  @Test
  void ofARunThatIsDone() throws IOException {
    RunFolder run = new RunFolder(folder);
    ExperimentRunner.run(experiment("10 ns", TRAINED), folder, 1, RunListener.NONE);
    assertThat(times(run)).containsExactly(0.0, 13e-12);
    // nothing moved after the last measure, and the first is of the relaxed film
    Path measured = folder.resolve("measures/a.b 1.ovf");
    assertThat(run.snapshot(1)).hasSameBinaryContentAs(measured);
    assertThat(Ovf.time(folder.resolve("measures/before.ovf"))).isEqualTo(7e-12);
    assertThat(measured).isEqualTo(run.measure("a.b 1"));

    // where the end is a time of a snapshot there is no second one
    Path other = Files.createDirectories(folder.resolve("other"));
    ExperimentRunner.run(experiment("6.5 ps", TRAINED), other, 1, RunListener.NONE);
    assertThat(times(new RunFolder(other))).containsExactly(0.0, 6.5e-12, 13e-12);
  }

  @Test
  void ofARunThatWasStoppedUntilItGoesOn() throws IOException {
    Experiment experiment = experiment("10 ps", "[{measure: x}, {rest: 9 ps}]");
    Path whole = Files.createDirectories(folder.resolve("whole"));
    ExperimentRunner.run(experiment, whole, 1, RunListener.NONE);

    Path parts = Files.createDirectories(folder.resolve("parts"));
    RunFolder run = new RunFolder(parts);
    RunResult stopped =
        ExperimentRunner.run(experiment, parts, 1, RunListener.NONE, new StopAt(18));
    assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
    double last = SmallFilm.json(run.status()).get("checkpoint_time").asDouble();
    List<Double> times = times(run);
    // the run was within a step: the status tells the last row, the snapshot the film itself
    assertThat(times.get(times.size() - 1)).isGreaterThan(last);
    assertThat(run.measure("x")).exists();
    assertThat(ResultFiles.content(parts).keySet()).contains("m000001.ovf");

    ExperimentRunner.run(experiment, parts, 1, RunListener.NONE);
    assertThat(ResultFiles.content(parts)).isEqualTo(ResultFiles.content(whole));
  }

  /** The state at the last row where the film holds numbers no more, and can be read. */
  @Test
  void ofAFilmThatBrokeDown() throws IOException {
    Experiment experiment =
        SmallFilm.experiment(
            SMALL[0],
            SMALL[1],
            "initial.relax=20 ps",
            "output={table: 1 ps, snapshots: 10 ns, formats: [ovf], report: off}",
            "protocol=[{measure: x}, {train: {pattern: \"+-+-\", voltage: 20 V, time: 1 ns}}]");
    RunResult result = ExperimentRunner.run(experiment, folder, 1, RunListener.NONE);
    assertThat(result.status()).isEqualTo(RunStatus.FAILED);
    List<Double> times = times(new RunFolder(folder));
    assertThat(times).hasSize(2);
    double[] rows = new RunFolder(folder).readTable().column("t");
    assertThat(times.get(1)).isGreaterThanOrEqualTo(rows[rows.length - 1]);
    Ovf.read(new RunFolder(folder).snapshot(1)); // refuses what is not finite
  }

  private static List<Double> times(RunFolder run) throws IOException {
    List<Double> times = new ArrayList<>();
    for (Snapshot s : run.snapshots()) {
      times.add(s.time());
    }
    return times;
  }
}
