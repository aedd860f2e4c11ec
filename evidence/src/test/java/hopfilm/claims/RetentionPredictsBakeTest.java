package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.Snapshot;
import hopfilm.protocol.RunListener;
import hopfilm.run.Barrier;
import hopfilm.run.ExperimentRunner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The barriers and attempts that the claim predicts with. */
class RetentionPredictsBakeTest {

  private static final String FILM =
      """
      film: {size: [%d nm, 32 nm], cell: 4 nm, thickness: 10 nm}
      material: {D: 6.5 mA, Ku: 172 kJ/m^3}
      electrodes: {layout: corners, radius: 12 nm}
      initial: {texture: maze, seed: %d, relax: 2 ns}
      output: {report: off, formats: [ovf]}
      protocol: [relax: {time: 10 ns, alpha: 0.5, torque: 1 A/m}]
      """;

  @TempDir Path folder;

  /** A search of its own from mazes that relax to both states; half of the last digit beside it. */
  @ParameterizedTest
  @CsvSource({
    "64, 28, 4, 5.92536e-20, 1.0430e10",
    "88, 1, 20, 5.89843e-20, 9.5429e9",
    "88, 2, 20, 5.53536e-20, 1.45244e10"
  })
  void areThoseOfASearch(int width, int from, int to, String barrier, String attempts)
      throws IOException {
    assertThat(page()).contains("barrier: %s, attempts: %s,".formatted(barrier, attempts));
    Experiment e = film(width, from);
    Barrier.Options options =
        new Barrier.Options(List.of(), false, 500, 14, OptionalDouble.of(500));
    Barrier found =
        Barrier.search(e, atRest(e, "from"), atRest(film(width, to), "to"), options, 1).result();
    assertThat(found.verdict()).isEqualTo("found");
    double joule = Double.parseDouble(barrier);
    assertThat(found.barrierJoule()).isCloseTo(joule, within(1e-4 * joule));
    assertThat(found.backKt() * 500 / 700).isGreaterThan(19);
    double hertz = Double.parseDouble(attempts);
    assertThat(found.lifetime().attempts()).isCloseTo(hertz, within(1e-3 * hertz));
  }

  private static Experiment film(int width, int seed) {
    return ExperimentFile.parse(FILM.formatted(width, seed), "film", List.of());
  }

  private Path atRest(Experiment e, String name) throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    ExperimentRunner.run(e, run, 1, RunListener.NONE);
    List<Snapshot> all = new RunFolder(run).snapshots();
    return all.get(all.size() - 1).file();
  }

  private static String page() throws IOException {
    try (InputStream in = Claims.class.getResourceAsStream("retention-predicts-bake.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
