package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.RunListener;
import hopfilm.result.ExpectationResult;
import hopfilm.run.ExperimentRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example that states known values has them; tolerances and their reasons stand there. */
class ExpectationsOfExamplesTest {

  /** Those of a few time steps. */
  private static final Set<String> QUICK = Set.of("planar-hall.yaml", "hall-bar.yaml");

  @TempDir Path folder;

  static Stream<Path> quick() {
    return examples(true);
  }

  static Stream<Path> others() {
    return examples(false);
  }

  private static Stream<Path> examples(boolean isQuick) {
    return ShortRuns.examples().stream()
        .filter(f -> QUICK.contains(f.getFileName().toString()) == isQuick)
        .filter(f -> !ExperimentFile.read(f, List.of()).expect().isEmpty());
  }

  private List<ExpectationResult> results(Path file, String... settings) throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("output.report=off", "output.figures=off", "output.formats=[]"));
    Experiment experiment = ExperimentFile.read(file, all);
    ExperimentRunner.run(experiment, folder, 1, RunListener.NONE);
    return new RunFolder(folder).readSummary().orElseThrow().expectations();
  }

  @ParameterizedTest
  @MethodSource("quick")
  void aQuickExampleHasItsKnownValues(Path file) throws IOException {
    assertThat(results(file))
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.met()).as(e.words()).isTrue());
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("others")
  void anExampleHasItsKnownValues(Path file) throws IOException {
    assertThat(results(file))
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.met()).as(e.words()).isTrue());
  }

  /** 1 % more of the AMR is seen, and 1 % more of a known value. */
  @Test
  void anotherFilmOrValueIsNotMet() throws IOException {
    Path file = Program.repository().resolve("examples/planar-hall.yaml");
    assertThat(results(file, "material.amr=3.03 %", "expect[1].is=0.0410"))
        .extracting(ExpectationResult::met)
        .containsExactly(false, false);
  }
}
