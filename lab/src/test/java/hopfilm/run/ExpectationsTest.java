package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.ExpectationResult;
import hopfilm.result.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationsTest {

  private static final String EXPECT =
      """
      expect:
        - {read: time('trained') - time('untrained'), is: 80e-12 / 2, within: 1e-20, source: the protocol}
        - {read: "overlap('trained', 'trained')", is: 1, within: 1e-12, source: rounding}
        - {read: hottest, is: 300, within: 2 %, source: it has no heat}
        - {read: "at('t', -1)", is: 0, within: 1, source: no film is there before it}
        - {read: gx('trained'), is: -1, within: 50 %, source: a conductance is above 0}
      """;

  @TempDir Path folder;

  private static Experiment film(String expect) {
    return ExperimentFile.parse(SmallFilm.YAML + expect, "small", List.of());
  }

  private List<ExpectationResult> results() throws IOException {
    return new RunFolder(folder).readSummary().orElseThrow().expectations();
  }

  @Test
  void aRunComparesWhatItFindsAndEndsAsWithout() throws IOException {
    RunResult result = ExperimentRunner.run(film(EXPECT), folder, 1, RunListener.NONE);
    assertThat(result.status()).isEqualTo(RunStatus.DONE);
    List<ExpectationResult> found = results();
    assertThat(found)
        .extracting(ExpectationResult::met)
        .containsExactly(true, true, false, false, false);
    assertThat(found.get(0).is()).isEqualTo(40e-12);
    assertThat(found.get(2).value()).isNull();
    assertThat(found.get(2).within()).isEqualTo(6);
    assertThat(found.get(3).value()).isNull();
    assertThat(found.get(4).value()).isPositive();
    assertThat(found.get(4).words()).startsWith("not met: gx('trained') = ");

    // what is expected of a run that is done is changed: it is compared again, without the film
    Experiment other = film(EXPECT.replace("is: -1, within: 50 %", "is: 0, within: 1e9"));
    List<String> notes = new ArrayList<>();
    assertThat(DoneRun.mend(other, folder, 1, notes::add)).isTrue();
    assertThat(notes).hasSize(1);
    assertThat(results()).extracting(ExpectationResult::met).endsWith(false, true);
    assertThat(ExperimentFile.read(folder.resolve("experiment.yaml"), List.of())).isEqualTo(other);
    assertThat(DoneRun.mend(other, folder, 1, notes::add)).isTrue();
    assertThat(notes).hasSize(1);
  }

  @Test
  void aPageShowsThem() throws IOException {
    Experiment film =
        ExperimentFile.with(
            film(EXPECT), List.of("output.report=on", "output.figures=off", "train.time=10 ps"));
    ExperimentRunner.run(film, folder, 1, RunListener.NONE);
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("1 of 5 expected values are met", "a conductance is above 0");
  }

  @Test
  void areKeptAndDecideNothing() throws IOException {
    Experiment film = film(EXPECT);
    assertThat(ExperimentFile.parse(ExperimentFile.write(film), "small", List.of()))
        .isEqualTo(film)
        .isNotEqualTo(film(""));
    assertThat(InputHash.of(film)).isEqualTo(InputHash.of(film("")));
  }
}
