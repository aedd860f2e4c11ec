package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.input.ExperimentException;
import hopfilm.protocol.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The reference and the weights in {@code summary.json}, and a reference of another run. */
class ReferenceOfAnotherRunTest {

  private static final double V0 = 0.01;
  private static final String PULSE =
      "train: {pattern: \"+-+-\", voltage: 10 mV, time: 15 ps}, rest: 5 ps";
  private static final String RELAX = "initial.relax.time=20 ps";

  @TempDir Path folder;

  private JsonNode run(String name, String protocol, String... settings) throws IOException {
    String[] all = new String[settings.length + 2];
    all[0] = RELAX;
    all[1] = "protocol=[%s]".formatted(protocol);
    System.arraycopy(settings, 0, all, 2, settings.length);
    SmallFilm.run(folder.resolve(name), all);
    return SmallFilm.summary(folder.resolve(name));
  }

  private static double trace(double[][] g) {
    double trace = 0;
    for (int i = 0; i < g.length; i++) {
      trace += g[i][i];
    }
    return trace;
  }

  /** G' from conductance and reference, and E' from G': as the documents say. */
  @ParameterizedTest
  @CsvSource({"untrained, 1", "scaled, 1", "untrained-scaled, 0.4", "untrained-mean, 1"})
  void weightsFollowFromTheReferenceThatIsWritten(String reference, double scaling)
      throws IOException {
    JsonNode s =
        reference.equals("untrained-mean")
            ? run(
                "a", PULSE + ", measure: b", "network.reference=untrained-mean", "network.mazes=1")
            : run(
                "a",
                "measure: a, %s, measure: b".formatted(PULSE),
                "network.reference=" + reference,
                reference.contains("scaled") ? "network.scaling=" + scaling * 100 + " %" : RELAX);
    double[][] g = SmallFilm.matrix(s.get("conductance").get("b"));
    double[][] from = SmallFilm.matrix(s.get("reference_matrix"));
    double[][] weights = SmallFilm.matrix(s.get("weight_matrix").get("b"));
    double lambda = reference.contains("scaled") ? 1 + scaling * (trace(g) / trace(from) - 1) : 1;
    int[] signs = {1, -1, 1, -1};
    double energy = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        // digits of a difference of numbers of the size of G
        assertThat(weights[i][j]).isCloseTo(g[i][j] - lambda * from[i][j], within(1e-14 * g[0][0]));
        energy -= weights[i][j] * V0 * V0 * signs[i] * signs[j];
      }
    }
    assertThat(s.get("energies").get("b").get("+-+-").asDouble())
        .isCloseTo(energy, within(1e-12 * Math.abs(energy)));
    assertThat(s.get("weight_matrix").propertyNames()).containsExactly("b");
  }

  @Test
  void aRunWithoutTrainingHasNoReference() throws IOException {
    JsonNode s = run("a", "measure: a");
    assertThat(s.has("reference_matrix")).isFalse();
    assertThat(s.get("weight_matrix").isEmpty()).isTrue();
  }

  /**
   * A film that is trained in two runs, the second from the last texture of the first, has the
   * energies of one that is trained in one go. Conductances agree to 1e-9, the accuracy of the
   * potentials, and E' is some thousandth of them.
   */
  @Test
  void aFilmThatIsTrainedInTwoRunsKeepsItsReference() throws IOException {
    String kind = "network={reference: untrained-scaled, scaling: 40 %}";
    JsonNode whole =
        run("whole", "measure: a, %s, measure: b, %s, measure: c".formatted(PULSE, PULSE), kind);
    run("first", "measure: a, %s, measure: b".formatted(PULSE), kind);
    String start = "initial={file: %s, relax: 0 ps}".formatted(folder.resolve("first/m000002.ovf"));
    String steps = "protocol=[%s, measure: c]".formatted(PULSE);
    Path second = folder.resolve("second");
    // the folder is found from that of the file
    Experiment e = study(start, steps).experiment();
    assertThat(energy(second, e)).isNotCloseTo(energy(whole), within(0.1 * -energy(whole)));
    Files.move(second, folder.resolve("own"));
    Study study = study(start, steps, "network.reference={file: first}", "initial.seed=1..2");
    assertThat(study.runs()).hasSize(2);
    Experiment with = study.experiment();
    assertThat(energy(second, with)).isCloseTo(energy(whole), within(1e-5 * -energy(whole)));
    JsonNode s = SmallFilm.summary(second);
    assertThat(s.get("reference").asString()).isEqualTo("untrained-scaled");
    assertThat(s.get("scaling").asDouble()).isEqualTo(0.4);
    assertThat(s.get("reference_file").asString())
        .isEqualTo(folder.resolve("first").toAbsolutePath().toString());
    assertThat(s.get("reference_matrix")).isEqualTo(whole.get("reference_matrix"));
    // what a run has written is read again as the same
    assertThat(ExperimentFile.read(second.resolve("experiment.yaml"), List.of())).isEqualTo(with);
    assertThat(InputHash.of(with)).isNotEqualTo(InputHash.of(e));
  }

  private static double energy(Path out, Experiment e) throws IOException {
    Files.createDirectory(out);
    ExperimentRunner.run(e, out, 1, RunListener.NONE);
    return energy(SmallFilm.summary(out));
  }

  private static double energy(JsonNode summary) {
    return summary.get("energies").get("c").get("+-+-").asDouble();
  }

  @Test
  void aReferenceThatDoesNotFitIsRefused() throws IOException {
    run("untrained", "measure: a");
    run("trained", PULSE);
    Files.createDirectory(folder.resolve("empty"));
    Files.createDirectory(folder.resolve("damaged"));
    Files.writeString(folder.resolve("damaged/summary.json"), "{\"electrodes\": [");
    for (String[] c :
        new String[][] {
          {"{file: empty}", "network.reference.file", "is not the folder of a finished run"},
          {"{file: absent}", "network.reference.file", "is not the folder of a finished run"},
          {"{file: damaged}", "network.reference.file", "is not the folder of a finished run"},
          {"{file: untrained}", "network.reference.file", "it trained nothing"},
          {"{fil: trained}", "network.reference", "\"{fil: trained}\" is not the folder of a run"},
          {"{file: trained, a: b}", "network.reference", "is not the folder of a run"},
          {"{file: [trained]}", "network.reference", "is not the folder of a run"},
        }) {
      assertThatThrownBy(() -> study("network.reference=" + c[0]))
          .isInstanceOf(ExperimentException.class)
          .hasMessageContaining(c[1] + ": ")
          .hasMessageContaining(c[2]);
    }
    String from = "network={reference: {file: trained}%s}";
    assertThatThrownBy(() -> study(from.formatted(", scaling: 40 %")))
        .hasMessageContaining("network.scaling: the run of the reference gives");
    assertThatThrownBy(() -> study(from.formatted(", weights: resistance")))
        .hasMessageContaining("has the weights conductance, this experiment resistance");
    assertThatThrownBy(
            () ->
                study(
                    from.formatted(""),
                    "electrodes={layout: sides-x}",
                    "protocol=[train: {pattern: \"+-\", time: 1 ps}]"))
        .hasMessageContaining(
            "has the electrodes n1, n2, n3, n4, this experiment left, right; they must be the"
                + " same");
    assertThat(study(from.formatted("")).runs()).hasSize(1);
  }

  private Study study(String... settings) throws IOException {
    Path file = folder.resolve("small.yaml");
    Files.writeString(file, SmallFilm.YAML);
    return ExperimentFile.study(file, List.of(settings));
  }
}
