package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.input.ExperimentException;
import hopfilm.protocol.RunListener;
import hopfilm.result.SweepRecord;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The results of a sweep. */
@Order(2)
class SweepTest extends OwnSweep {

  /** The sweep by two workers. */
  private Path two;

  /** What a listener heard of it. */
  private final List<String> heard = new ArrayList<>();

  private SweepResult ofTwo;

  @BeforeAll
  void sweepByTwo(@TempDir Path own) throws IOException {
    two = own;
    SweepListener listener =
        new SweepListener() {
          @Override
          public void finished(SweepRecord record, int done, int total) {
            heard.add(done + "/" + total);
          }
        };
    ofTwo = Sweep.run(SWEEP, two, Share.WHOLE, new LocalWorkers(2), listener);
  }

  @Test
  void tellsWhatWasVerifiedAndWhatAPassIsWorth() throws IOException {
    Study verified =
        SmallFilm.study(
            "train.pattern=[+-+-, +--+]",
            "train.until=verified",
            "train.time=30 ps",
            "train.hold=2 ps",
            "train.pulse.on=7 ps",
            "train.pulse.off=3 ps",
            "film.size=[128 nm, 80 nm]");
    Path own = Files.createDirectories(folder.resolve("v"));
    LocalWorkers one = new LocalWorkers(1);
    Sweep.run(verified, own, Share.WHOLE, one, SweepListener.NONE);
    String csv = Files.readString(own.resolve("runs.csv"));
    String head = csv.lines().findFirst().orElseThrow();
    assertThat(head).contains("verified,pulses,checks,passed_untrained");
    assertThat(head.split(",")).doesNotHaveDuplicates();
    JsonNode control = SmallFilm.summary(own).get("control");
    assertThat(control.get("runs").asInt()).isEqualTo(2);
    // six other states that carry current, in each run
    assertThat(control.get("cases").asInt()).isEqualTo(12);
    assertThat(control.get("checks").asInt()).isPositive();
    // what is read back from the run folders is what the runs said
    Sweep.run(verified, own, Share.WHOLE, one, SweepListener.NONE);
    assertThat(Files.readString(own.resolve("runs.csv"))).isEqualTo(csv);
    assertThat(SmallFilm.summary(own).get("control")).isEqualTo(control);
  }

  @Test
  void fillsAFolderARunAndGathersThem() throws IOException {
    assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
    try (Stream<Path> files = Files.list(two)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "experiment.yaml",
              "files.json",
              "status.json",
              "runs.csv",
              "summary.json",
              "index.html",
              "weights.csv",
              "figures",
              "001_train.pattern=+-+-_initial.seed=1",
              "002_train.pattern=+-+-_initial.seed=2",
              "003_train.pattern=+--+_initial.seed=1",
              "004_train.pattern=+--+_initial.seed=2");
    }
    assertThat(two.resolve("003_train.pattern=+--+_initial.seed=1"))
        .isDirectoryContaining("glob:**table.txt");

    List<String> csv = Files.readAllLines(two.resolve("runs.csv"));
    assertThat(csv).hasSize(5);
    List<String> header = List.of(csv.get(0).split(","));
    assertThat(header)
        .startsWith("run", "train.pattern", "initial.seed")
        .containsSubsequence(
            "status", "minimum", "learned", "margin", "E_prime_trained", "hits", "total", "seconds")
        .endsWith("outcome");
    List<String> third = List.of(csv.get(3).split(","));
    assertThat(third).startsWith("3", "+--+", "1");
    JsonNode own = SmallFilm.summary(two.resolve("003_train.pattern=+--+_initial.seed=1"));
    assertThat(third.get(header.indexOf("minimum"))).isEqualTo(own.get("minimum").asString());
    assertThat(third.get(header.indexOf("learned"))).isEqualTo(own.get("learned").asString());
    assertThat(third.get(header.indexOf("outcome"))).isEqualTo(own.get("outcome").asString());
    assertThat(Double.parseDouble(third.get(header.indexOf("margin"))))
        .isEqualTo(own.get("margin").asDouble());
    assertThat(Double.parseDouble(third.get(header.indexOf("E_prime_trained"))))
        .isEqualTo(own.get("energies").get("trained").get("+--+").asDouble());
    // of the last retrieve step
    assertThat(third.get(header.indexOf("hits")))
        .isEqualTo(own.get("retrieval").get(1).get("hits").asString());

    JsonNode summary = SmallFilm.summary(two);
    assertThat(summary.get("runs").asInt()).isEqualTo(4);
    JsonNode success = summary.get("success");
    assertThat(success.propertyNames()).containsExactly("+-+-", "+--+", "all");
    assertThat(success.get("all").get("total").asInt()).isEqualTo(4);
    assertThat(success.get("all").get("learned").asInt())
        .isEqualTo(
            success.get("+-+-").get("learned").asInt()
                + success.get("+--+").get("learned").asInt());
    assertThat(success.get("all").get("low").asDouble())
        .isLessThan(success.get("all").get("high").asDouble());
    assertThat(ofTwo.failures()).isEmpty();
    assertThat(ExperimentFile.study(two.resolve("experiment.yaml"), List.of())).isEqualTo(SWEEP);
  }

  @Test
  void runsThatDidNotLearnHaveAPageAndTheReportLinksToThem() throws IOException {
    String report = Files.readString(two.resolve("index.html"));
    List<Boolean> learned = new ArrayList<>();
    for (String run :
        List.of(
            "001_train.pattern=+-+-_initial.seed=1",
            "002_train.pattern=+-+-_initial.seed=2",
            "003_train.pattern=+--+_initial.seed=1",
            "004_train.pattern=+--+_initial.seed=2")) {
      boolean hasPage = Files.exists(two.resolve(run).resolve("index.html"));
      String outcome = SmallFilm.summary(two.resolve(run)).get("outcome").asString();
      learned.add(outcome.equals("learned"));
      assertThat(outcome).isIn("learned", "not-learned"); // nothing was verified
      assertThat(hasPage).as(run).isNotEqualTo(learned.get(learned.size() - 1));
      assertThat(
              report.contains(
                  "href=\"" + run.replace("=", "%3D").replace("+", "%2B") + "/index.html"))
          .as(run)
          .isEqualTo(hasPage);
      assertThat(report).contains(run);
    }
    assertThat(learned).contains(true, false); // else this test says little
  }

  @Test
  void theSameBitsWithOneAndTwoWorkersAndAlone() throws IOException {
    Path alone = Files.createDirectories(folder.resolve("alone"));
    SweepRun second = Sweep.runs(SWEEP, Share.WHOLE).get(1);
    ExperimentRunner.run(second.experiment(), alone, 1, RunListener.NONE);
    String name = "002_train.pattern=+-+-_initial.seed=2";
    for (String file : List.of("table.txt", "m000002.ovf", "experiment.yaml")) {
      assertThat(two.resolve(name).resolve(file))
          .hasSameBinaryContentAs(one.resolve(name).resolve(file));
      assertThat(alone.resolve(file)).hasSameBinaryContentAs(one.resolve(name).resolve(file));
    }
  }

  /** What numpy and a spreadsheet ask for: numbers, the unit in the head. */
  @Test
  void sweptValuesAreNumbersInSiUnits() throws IOException {
    Study swept =
        SmallFilm.study(
            "train.voltage=[5 mV, 0.01 V]",
            "material.amr=[50 %, 1.5]",
            "film.size=[96 nm, 80 nm]",
            "electrodes.radius=24 nm",
            "initial.relax=5 ps",
            "train.time=5 ps");
    Path own = Files.createDirectories(folder.resolve("si"));
    SweepResult result =
        Sweep.run(swept, own, Share.WHOLE, new LocalWorkers(2), SweepListener.NONE);
    List<String> csv = Files.readAllLines(own.resolve("runs.csv"));
    assertThat(csv.get(0)).startsWith("run,train.voltage (V),material.amr,seed,");
    assertThat(csv.subList(1, 5))
        .extracting(line -> line.split(",")[1] + " " + line.split(",")[2])
        .containsExactly("0.005 0.5", "0.005 1.5", "0.01 0.5", "0.01 1.5");
    SweepTable read = SweepTable.read(own);
    assertThat(read.keys()).containsExactly("train.voltage", "material.amr");
    assertThat(MapAxis.of("train.voltage", read.values("train.voltage")).labels())
        .containsExactly("5", "10");

    // the conductances and weights are those of the runs
    List<String> weights = Files.readAllLines(own.resolve("weights.csv"));
    assertThat(weights).hasSize(5);
    List<String> heads = List.of(weights.get(0).replace("\"", "").split(","));
    assertThat(heads).startsWith("run", "measure", "G_n1_n2 (S)").hasSize(2 + 2 * 6);
    String[] third = weights.get(3).split(",");
    assertThat(third).startsWith("3", "trained");
    JsonNode summary = SmallFilm.summary(own.resolve(result.records().get(2).folder()));
    assertThat(Double.parseDouble(third[heads.indexOf("G_n2_n4 (S)")]))
        .isEqualTo(SmallFilm.matrix(summary.get("conductance").get("trained"))[1][3]);
    assertThat(Double.parseDouble(third[heads.indexOf("weight_n3_n4 (S)")]))
        .isEqualTo(SmallFilm.matrix(summary.get("weight_matrix").get("trained"))[2][3]);
    assertThat(Files.readString(own.resolve("index.html"))).contains("id=\"weights\"");
  }

  /** Of films that only relax and rest the numbers of the last row are kept, and drawn. */
  @Test
  void keepsWhatTheTableEndsWithWhereNothingIsTrained() throws IOException {
    Study study =
        ExperimentFile.study(
            """
            film: {size: [64 nm, 48 nm], cell: 4 nm}
            electrodes: {layout: sides-x}
            initial: {texture: uniform, direction: [0.6, 0, 0.8], relax: 0 s}
            protocol: [{rest: 2 ps}]
            output: {table: 1 ps, snapshots: 2 ps, formats: []}
            sweep: {material.Ku: [100 kJ/m^3, 200 kJ/m^3]}
            """,
            "rest",
            List.of());
    Path own = Files.createDirectories(folder.resolve("rest"));
    Sweep.run(study, own, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
    List<Map<String, String>> rows = SweepTable.read(own).rows();
    for (int run = 0; run < 2; run++) {
      Path table = own.resolve(Sweep.runs(study, Share.WHOLE).get(run).folderName());
      List<String> lines = Files.readAllLines(table.resolve("table.txt"));
      List<String> head = List.of(lines.get(0).substring(2).split("\t"));
      String[] last = lines.get(lines.size() - 1).split("\t");
      for (String column : List.of("mx ()", "E_total (J)", "E_dmi (J)", "Q ()", "gx ()")) {
        assertThat(SweepTable.number(rows.get(run), column.substring(0, column.indexOf(' '))))
            .as(column)
            .isEqualTo(Double.parseDouble(last[head.indexOf(column)]));
      }
      assertThat(rows.get(run)).doesNotContainKeys("E_prime", "G_change", "T_max");
    }
    SweepDrawing energy = SweepDrawings.of(own, "Ku", null, "E_total", List.of());
    assertThat(energy.rows()).hasSize(3);
    assertThat(energy.title()).isEqualTo("E_total over material.Ku (kJ/m^3), 2 runs");
    assertThat(own.resolve("curve-E_total.svg")).exists();
    assertThat(own.resolve("curve-E_zeeman.svg")).doesNotExist();
    // one run each: there is no band to explain
    assertThat(Files.readString(own.resolve("curve-E_total.svg")))
        .contains("\"E_total over material.Ku: 2 runs\"");
    assertThat(Files.readString(own.resolve("index.html")))
        .contains("curve-E_total", ">energy</th>")
        .doesNotContain("Share of runs that learned", "Energies of the patterns", "E\u2032");
    String csv = Files.readString(own.resolve("runs.csv"));
    // what is read back from the run folders is what the runs said
    Sweep.run(study, own, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
    assertThat(Files.readString(own.resolve("runs.csv"))).isEqualTo(csv);
  }

  @Test
  void sharesHaveEveryRunOnce() {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 1; k <= 3; k++) {
      Sweep.runs(SWEEP, new Share(k, 3)).forEach(r -> numbers.add(r.number()));
    }
    assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> Sweep.runs(SWEEP, new Share(5, 5)))
        .withMessageContaining("the sweep has 4 runs, none of them in this share");
  }

  @Test
  void successHasTheWilsonInterval() {
    // 59 of 60: 91.1 to 99.7 % (Wilson score interval, 95 %, from tables)
    var f = hopfilm.hopfield.SuccessFraction.of(59, 60);
    assertThat(f.low()).isCloseTo(0.911, within(5e-4));
    assertThat(f.high()).isCloseTo(0.997, within(5e-4));
  }
}
