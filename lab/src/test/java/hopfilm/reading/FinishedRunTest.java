package hopfilm.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.SmallFilm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a run from its folder alone. */
class FinishedRunTest {

  @TempDir Path folder;

  /** The last measure is at the end of the run, the first once the film is relaxed. */
  @Test
  void timesOfMeasuresAreThoseOfTheirTextures() throws Exception {
    Path run = folder.resolve("run");
    SmallFilm.run(run);
    FinishedRun read = new FinishedRun(run, SmallFilm.experiment());
    assertThat(read.time("untrained")).isCloseTo(read.start(), within(1e-18));
    assertThat(read.time("trained")).isCloseTo(read.experiment().duration(), within(1e-18));
    assertThat(read.end()).isEqualTo(read.time("trained"));
    assertThatThrownBy(() -> read.time("other")).hasMessageContaining("no texture of its measure");
  }

  /** A step that ends early leaves planned time unused. */
  @ParameterizedTest
  @ValueSource(strings = {"ovf", ""})
  void theEndIsThatOfTheStepThatEndedEarly(String formats) throws Exception {
    Experiment e =
        ExperimentFile.parse(
            """
            film: {size: [64 nm, 48 nm]}
            electrodes: none
            initial: {relax: 0 ns}
            output: {table: 10 ps, formats: [%s], report: off}
            protocol: [rest: {time: 1 ns, until: {column: mz, below: 1}}]
            """
                .formatted(formats),
            "early",
            List.of());
    Path run = Files.createDirectory(folder.resolve("run"));
    ExperimentRunner.run(e, run, 1, RunListener.NONE);
    assertThat(e.duration()).isEqualTo(1e-9);
    assertThat(new FinishedRun(run, e).end()).isCloseTo(1e-11, within(1e-20));
  }
}
