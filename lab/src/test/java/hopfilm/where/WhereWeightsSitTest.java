package hopfilm.where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Maps of a small run against what the run itself says of its conductances and energies. */
class WhereWeightsSitTest {

  @TempDir static Path folder;
  private static WhereWeightsSit where;
  private static JsonNode summary;

  /** Training from 20 to 60 ps, so that snapshots fall on its start and end. */
  @BeforeAll
  static void aRun() throws IOException {
    SmallFilm.run(folder.resolve("run"), "initial.relax=20 ps");
    summary = SmallFilm.summary(folder.resolve("run"));
    where = WhereWeightsSit.of(folder.resolve("run"), null, null);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  @Test
  void takesTheStatesAroundTheTraining() {
    assertThat(where.before().getFileName()).hasToString("untrained.ovf");
    assertThat(where.after().getFileName()).hasToString("trained.ovf"); // which is judged
    assertThat(where.timeBefore()).isCloseTo(20e-12, within(1e-24));
    assertThat(where.timeAfter()).isCloseTo(60e-12, within(1e-24));
    assertThat(where.trainingStart()).isCloseTo(20e-12, within(1e-24));
  }

  /** Training that is verified or settled ends before its time: the run says when. */
  @Test
  void trainingEndsWhenTheRunSaysSo() throws IOException {
    Path own = Files.createDirectories(folder.resolve("short"));
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, own.resolve(file.getFileName()));
      }
    }
    Path said = own.resolve("summary.json");
    String text = Files.readString(said);
    String sooner = text.replaceFirst("(\"end\" : )6[.0-9]*E-11", "$14.0E-11");
    assertThat(sooner).isNotEqualTo(text);
    Files.writeString(said, sooner);
    FileList.update(new RunFolder(own)); // as if it had been run so
    assertThat(WhereWeightsSit.of(own, null, null).after().getFileName())
        .hasToString("m000002.ovf");
  }

  /**
   * Cells add up to the weights and energies of summary.json, to the tolerance of the potentials.
   */
  @Test
  void mapsAddUpToWeightsAndEnergies() {
    double[][] untrained = SmallFilm.matrix(summary.path("conductance").path("untrained"));
    double[][] trained = SmallFilm.matrix(summary.path("conductance").path("trained"));
    double scale = trained[0][0];
    assertThat(where.pairs()).hasSize(6);
    for (WeightMap pair : where.pairs()) {
      int i = pair.name().charAt(1) - '1';
      int j = pair.name().charAt(4) - '1';
      assertThat(pair.total()).isCloseTo(trained[i][j] - untrained[i][j], within(1e-10 * scale));
    }
    assertThat(where.patterns()).extracting(WeightMap::unit).containsOnly("W");
    JsonNode energies = summary.path("energies").path("trained");
    double v2 = 1e-4; // (10 mV)^2
    for (WeightMap pattern : where.patterns()) {
      assertThat(-pattern.total())
          .isCloseTo(energies.path(pattern.name()).asDouble(), within(1e-9 * scale * v2));
    }
    assertThat(where.patterns().get(0).name()).isEqualTo("+-+-");
    assertThat(where.trained()).isEqualTo(1);
    assertThat(where.learned()).containsExactly(summary.path("learned").asBoolean());
  }

  /** The rings cover the film, and so do the regions between pairs of contacts. */
  @Test
  void sharesOfTheRegionsAddUp() {
    for (WeightMap map : where.patterns()) {
      for (boolean isRing : List.of(true, false)) {
        List<WeightMap.Share> shares =
            map.shares().stream().filter(s -> s.region().startsWith("between") != isRing).toList();
        assertThat(shares.stream().mapToDouble(WeightMap.Share::area).sum())
            .isCloseTo(1, within(1e-12));
        assertThat(shares.stream().mapToDouble(WeightMap.Share::before).sum())
            .isCloseTo(1, within(1e-12));
        assertThat(shares.stream().mapToDouble(WeightMap.Share::gross).sum())
            .isCloseTo(1, within(1e-12));
        assertThat(shares.stream().mapToDouble(WeightMap.Share::change).sum())
            .isCloseTo(map.total(), within(1e-12 * sum(map.before())));
      }
      WeightMap.Share under = map.shares().get(0);
      assertThat(under.area()).isPositive();
      // an equipotential: of the cells whose centre lies in it some at the rim have a free corner
      assertThat(under.gross()).isLessThan(under.area());
    }
  }

  @Test
  void writesPictureAndTables() throws IOException {
    Path out = folder.resolve("out");
    assertThat(WhereFiles.write(where, out))
        .allSatisfy(f -> assertThat(f).isNotEmptyFile())
        .hasSize(4);
    assertThat(ImageIO.read(out.resolve("where.png").toFile()).getWidth()).isGreaterThan(1500);
    List<String> shares = Files.readAllLines(out.resolve("where.csv"));
    assertThat(shares.get(0))
        .isEqualTo("of,unit,region,area,sensitivity_before,sensitivity_after,change,gross");
    // two patterns and six pairs, each with five rings, four regions between contacts, the whole
    assertThat(shares).hasSize(1 + 8 * 10);
    List<String> cells = Files.readAllLines(out.resolve("where-cells.csv"));
    assertThat(cells).hasSize(1 + 40 * 32);
    assertThat(cells.get(0)).startsWith("x (m),y (m),before +-+- (W/rad),after +-+- (W/rad)");
    double total = 0;
    for (String line : cells.subList(1, cells.size())) {
      total += Double.parseDouble(line.split(",")[4]);
    }
    // the sum of numbers that are written in full
    assertThat(total).isCloseTo(where.patterns().get(0).total(), within(1e-18));
  }

  /** A film trained by voltages that are no pattern. */
  @Test
  void voltagesHaveAMapToo() throws IOException {
    Path run = folder.resolve("voltages");
    SmallFilm.run(run, "protocol=[{train: {voltages: [10 mV, 0 V, 0 V, 5 mV], time: 20 ps}}]");
    WhereWeightsSit w = WhereWeightsSit.of(run, null, null);
    assertThat(w.patterns()).extracting(WeightMap::name).containsExactly("drive");
    assertThat(w.learned()).isEmpty();
    assertThat(WhereFiles.write(w, folder.resolve("out-voltages"))).hasSize(4);
  }

  /** Several layers are seen from above. */
  @Test
  void layersAreSummed() throws IOException {
    Path run = folder.resolve("layers");
    SmallFilm.run(run, "film.layers=2", "film.thickness=20 nm", "train.time=20 ps");
    WhereWeightsSit w = WhereWeightsSit.of(run, null, null);
    assertThat(w.patterns().get(0).change()).hasSize(40 * 32);
    assertThat(WhereFiles.write(w, folder.resolve("out-layers"))).hasSize(4);
  }

  /**
   * A film at a temperature is read without its noise, as the run reads it. The states of the
   * folder have all digits, so only the tolerance of the potentials is left.
   */
  @Test
  void aWarmFilmIsReadCold() throws IOException {
    Path run = folder.resolve("warm");
    SmallFilm.run(run, "temperature=300 K", "film.thickness=20 nm");
    WhereWeightsSit w = WhereWeightsSit.of(run, null, null);
    JsonNode read = SmallFilm.summary(run);
    double[][] cold = SmallFilm.matrix(read.path("conductance").path("trained"));
    double[][] raw = SmallFilm.matrix(read.path("conductance_raw").path("trained"));
    double v2 = 1e-4; // (10 mV)^2
    assertThat(Math.abs(cold[0][0] - raw[0][0])).isGreaterThan(1e-6 * cold[0][0]);
    for (WeightMap pattern : w.patterns()) {
      assertThat(pattern.energy())
          .isCloseTo(
              read.path("energies").path("trained").path(pattern.name()).asDouble(),
              within(1e-9 * cold[0][0] * v2));
    }
  }

  /** What was learned follows from the weights of the network, here of resistances. */
  @Test
  void learnedIsByTheKindOfWeights() throws IOException {
    Path run = folder.resolve("resistance");
    SmallFilm.run(run, "network.weights=resistance", "network.current=1 mA");
    WhereWeightsSit w = WhereWeightsSit.of(run, null, null);
    assertThat(w.isOfResistances()).isTrue();
    assertThat(w.learned()).containsExactly(SmallFilm.summary(run).path("learned").asBoolean());
  }

  /** Between two contacts a given current I makes the voltages of I/(2 G) and -I/(2 G). */
  @Test
  void energiesOfCurrentsAreAtTheVoltagesThatTheyMake() throws IOException {
    Path run = Files.createDirectory(folder.resolve("current"));
    Experiment e =
        ExperimentFile.parse(
            """
            film: {size: [64 nm, 48 nm], cell: 4 nm, thickness: 20 nm}
            electrodes: {layout: sides-x, drive: current}
            initial: {relax: 20 ps}
            protocol:
              - measure: untrained
              - train: {pattern: +-, current: 1 mA, time: 40 ps}
              - rest: 10 ps
              - measure: trained
            output: {table: 10 ps, snapshots: 10 ps, formats: [ovf], report: off, figures: off}
            """,
            "current",
            List.of());
    ExperimentRunner.run(e, run, 1, RunListener.NONE);
    WhereWeightsSit w = WhereWeightsSit.of(run, null, null);
    double[][] g = SmallFilm.matrix(SmallFilm.summary(run).path("conductance").path("trained"));
    assertThat(w.amplitude()).isCloseTo(0.5e-3 / g[0][0], within(1e-9 / g[0][0] * 1e-3));
  }

  /** E' goes with the square of the network's voltage. */
  @Test
  void energiesAreAtTheVoltageOfTheNetwork() throws IOException {
    Path run = folder.resolve("voltage");
    SmallFilm.run(run, "network.voltage=20 mV", "initial.relax=20 ps");
    WhereWeightsSit w = WhereWeightsSit.of(run, null, null);
    double atTraining = where.patterns().get(0).energy();
    assertThat(w.patterns().get(0).energy())
        .isCloseTo(4 * atTraining, within(1e-12 * Math.abs(atTraining)));
  }

  /**
   * A film that is still warm has other conductances than the maps, which the run and the maps say.
   */
  @Test
  void aFilmThatIsWarmIsNoticed() throws IOException {
    assertThat(where.otherwise()).isLessThan(1e-8);
    Path run = folder.resolve("still-warm");
    SmallFilm.run(
        run,
        "heat={substrate: MgO}",
        "material.temperature_coefficient=0.006 1/K",
        "film.thickness=20 nm");
    JsonNode read = SmallFilm.summary(run);
    assertThat(read.path("warnings").toString())
        .containsOnlyOnce("above ambient temperature: the resistance has changed by")
        .contains("measure trained is read");
    assertThat(WhereWeightsSit.of(run, null, null).otherwise()).isGreaterThan(1e-3);
  }
}
