package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReference;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.ExpectationResult;
import hopfilm.result.Summary;
import hopfilm.result.WrittenRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films with a row, into which pictures are written. */
class RowRunTest {

  private static final String FILM =
      """
      film: {size: [120 nm, 96 nm], cell: 4 nm}
      electrodes: {rows: {grid: 2x4, pixels: 4}, radius: 8 nm, margin: 16 nm}
      initial: {texture: maze, seed: 1, relax: 12 ps}
      network: {reference: {untrained: 1.02}}
      output: {table: 10 ps, snapshots: 30 ps, formats: [ovf], report: off}
      protocol:
      """;

  @TempDir Path folder;

  private Experiment experiment(String... steps) throws IOException {
    Path file = folder.resolve("film.yaml");
    Files.writeString(file, FILM + "  - " + String.join("\n  - ", steps) + "\n");
    return ExperimentFile.read(file, List.of());
  }

  private RunResult run(String name, String... steps) throws IOException {
    Path out = Files.createDirectories(folder.resolve(name));
    return ExperimentRunner.run(experiment(steps), out, 1, RunListener.NONE);
  }

  /** A block of given voltages and a rest of 1 ns, to the last bit: here cut after 30 ps. */
  @Test
  void isATrainStepOfGivenVoltages() throws IOException {
    run(
        "write",
        "measure: a",
        "write: {picture: +--+, voltage: 9 mV, time: 20 ps, part: [0 ns, 30 ps]}",
        "measure: b");
    run(
        "train",
        "measure: a",
        "train: {voltages: [9 mV, 9 mV, -9 mV, -9 mV, 9 mV], time: 20 ps}",
        "rest: 10 ps",
        "measure: b");
    Summary write = new RunFolder(folder.resolve("write")).readSummary().orElseThrow();
    Summary train = new RunFolder(folder.resolve("train")).readSummary().orElseThrow();
    assertThat(write.readings().conductance().get("b"))
        .isDeepEqualTo(train.readings().conductance().get("b"));
    assertThat(write.readings().condition("b")).isEqualTo("at rest");
    assertThat(train.recalls().row()).isNull();
  }

  /** Rows of numbers, of booleans or of signs, and one row of all pixels. */
  @Test
  void aPictureIsAnArray() throws IOException {
    List<Step> signs = experiment("write: {picture: +--+}").steps();
    for (String form :
        List.of(
            "[[1, -1], [-1, 1]]",
            "[[true, false], [-1.0, +1]]",
            "['+-', '-+']",
            "[1, -1, -1, 1]")) {
      assertThat(experiment("write: {picture: %s}".formatted(form)).steps()).isEqualTo(signs);
    }
  }

  /** The summary has the gains of the conductances that it holds, and the factor. */
  @Test
  void tellsTheGains() throws IOException {
    run(
        "a",
        "measure: before",
        "write: {picture: +--+, voltage: 9 mV, time: 20 ps, part: [0 ns, 30 ps]}",
        "measure: after");
    Summary s = new RunFolder(folder.resolve("a")).readSummary().orElseThrow();
    WrittenRow row = s.recalls().row();
    assertThat(row.picture()).isEqualTo("+--+");
    assertThat(row.places()).containsExactly(3, 2, 2, 3);
    double[] before = s.readings().conductance().get("before")[0];
    double[] after = s.readings().conductance().get("after")[0];
    for (int k = 0; k < 4; k++) {
      assertThat(row.gains().get(k)).isEqualTo(before[k + 1] - after[k + 1]);
    }
    assertThat(s.effort().energyPerBit()).isEqualTo(s.effort().energyJoule() / 4);
    assertThat(row.gainUnlike()).isEqualTo((row.gains().get(1) + row.gains().get(2)) / 2);
    assertThat(s.network().scaling()).isEqualTo(1.02);
    assertThat(s.readings().weightMatrix().get("after")[0][1])
        .isEqualTo(after[1] - 1.02 * before[1]);
  }

  /** Without a reference it is fitted, and written down so; the weights count from its border. */
  @Test
  void theReferenceIsFittedByDefault() throws IOException {
    Path file = folder.resolve("fitted.yaml");
    Files.writeString(
        file,
        FILM.replaceFirst("network.*\n", "")
            + """
              - measure: before
              - write: {picture: +--+, voltage: 9 mV, time: 20 ps, part: [0 ns, 30 ps]}
              - measure: after
            expect:
              - {read: "fittedSigns('+--+', 'after', 'before')", is: 4, within: 4, source: any}
            """);
    Experiment e = ExperimentFile.read(file, List.of());
    Path out = Files.createDirectories(folder.resolve("fitted"));
    ExperimentRunner.run(e, out, 1, RunListener.NONE);
    Summary s = new RunFolder(out).readSummary().orElseThrow();
    WrittenRow row = s.recalls().row();
    assertThat(s.expectations())
        .extracting(ExpectationResult::value)
        .containsOnly(4.0 - row.wrong());
    RowReference fitted =
        RowReference.fitted(new Pattern(row.picture()), row.gains(), row.untrained());
    assertThat(row.factor()).isEqualTo(fitted.middle());
    assertThat(row.border()).isEqualTo(fitted.border());
    assertThat(row.weights()).isEqualTo(fitted.weights(row.gains(), row.untrained()));
    assertThat(row.choosing()).isEqualTo(fitted.choosing(row.gains(), row.untrained()));
    assertThat(Files.readString(out.resolve("experiment.yaml"))).contains("untrained: fitted");
    Experiment again = ExperimentFile.read(out.resolve("experiment.yaml"), List.of());
    assertThat(again.network()).isEqualTo(e.network());
    assertThat(experiment("measure: a").network().isFitted()).isFalse();
  }

  /** One block where the first one does, two at most. */
  @Test
  void verifiedHasTwoBlocksAtMost() throws IOException {
    Experiment e =
        experiment("write: {picture: +--+, voltage: 9 mV, time: 20 ps, until: verified}");
    Step.Train step = (Step.Train) e.steps().get(0);
    assertThat(step.time()).isEqualTo(2 * (20e-12 + 1e-9));
    assertThat(step.kind()).isEqualTo("write");
    RunResult done =
        run("a", "write: {picture: +--+, voltage: 9 mV, time: 20 ps, until: verified}");
    var v = done.summary("1").verification();
    assertThat(v.checks()).isEqualTo(v.pulses()).isIn(1, 2);
    assertThat(v.verified()).isEqualTo(done.found().row().acrossMiddle() == 0);
    assertThat(v.verified() || v.pulses() == 2).isTrue();
  }
}
