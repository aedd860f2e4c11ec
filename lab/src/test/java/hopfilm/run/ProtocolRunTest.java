package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.TableRow;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.io.Ovf;
import hopfilm.io.TableReader;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What protocol steps and references do in a run. */
@Order(4)
class ProtocolRunTest {

  /** Conductances are solved to 1e-8 or better; two solutions of one texture agree to that. */
  private static final double SOLVED = 1e-7;

  @TempDir Path folder;

  @Test
  void theSameBitsWithOneAndTwoThreads() throws IOException {
    SmallFilm.run(folder.resolve("one"), 1);
    SmallFilm.run(folder.resolve("two"), 2);
    for (String file : List.of("table.txt", "m000001.ovf", "m000003.ovf", "experiment.yaml")) {
      assertThat(folder.resolve("two").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
    }
    for (String key : List.of("conductance", "energies", "retrieval", "margin", "gx")) {
      assertThat(SmallFilm.summary(folder.resolve("two")).get(key))
          .isEqualTo(SmallFilm.summary(folder.resolve("one")).get(key));
    }
  }

  @Test
  void anotherSeedIsAnotherMaze() throws IOException {
    SmallFilm.run(folder.resolve("one"));
    SmallFilm.run(folder.resolve("other"), "initial.seed=2");
    assertThat(Files.readString(folder.resolve("other/table.txt")))
        .isNotEqualTo(Files.readString(folder.resolve("one/table.txt")));
  }

  @Test
  void aSnapshotContinuesAsInitialFile() throws IOException {
    SmallFilm.run(folder.resolve("first"), "initial.relax.time=40 ps");
    Path snapshot = folder.resolve("first/m000002.ovf").toAbsolutePath();
    String yaml =
        SmallFilm.YAML.replaceFirst(
            "initial: .*", "initial: {file: \"%s\"}".formatted(snapshot.toString()));
    Path next = Files.createDirectories(folder.resolve("next"));
    Experiment e = ExperimentFile.parse(yaml, "next", List.of());
    ExperimentRunner.run(e, next, 1, RunListener.NONE);
    VectorField before = Ovf.read(snapshot).field();
    VectorField after = Ovf.read(next.resolve("m000000.ovf")).field();
    for (int i = 0; i < before.x().length; i++) {
      // normalised once more
      assertThat(after.z()[i]).isCloseTo(before.z()[i], within(1e-15));
    }
    closeTo(
        SmallFilm.matrix(SmallFilm.summary(next).get("conductance").get("untrained")),
        SmallFilm.matrix(
            SmallFilm.summary(folder.resolve("first")).get("conductance").get("untrained")));
  }

  @Test
  void refusesAnInitialFileOfAnotherSize() throws IOException {
    SmallFilm.run(folder.resolve("first"));
    Path snapshot = folder.resolve("first/m000000.ovf").toAbsolutePath();
    String other = "initial: {file: \"%s\"}".formatted(snapshot.toString());
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> ExperimentFile.parse(other, "other", List.of()))
        .withMessageContaining(
            "has 40 x 32 x 1 cells of 4 nm x 4 nm x 1 um, the film 128 x 128 x 1");
  }

  @ParameterizedTest
  @CsvSource({
    "150 %, zero, global minimum",
    "150 %, full, can be a fixed point",
    "-50 %, zero, global maximum",
    "-50 %, full, global maximum"
  })
  void saysInOneLineWhatTheSaturatedReferenceMeans(String amr, String selfTerm, String says)
      throws IOException {
    RunResult r =
        SmallFilm.run(
            folder,
            "network.reference=saturated",
            "material.amr=" + amr,
            "network.self_term=" + selfTerm);
    assertThat(r.warnings())
        .filteredOn(w -> w.startsWith("reference saturated"))
        .singleElement()
        .asString()
        .contains(says)
        .hasLineCount(1);
    // and it is true: E' of all patterns has that sign, and vanishes for the uniform one
    JsonNode energies = SmallFilm.summary(folder).get("energies").get("trained");
    double sign = amr.startsWith("-") ? -1 : 1;
    double largest = 0;
    for (String p : energies.propertyNames()) {
      largest = Math.max(largest, Math.abs(energies.get(p).asDouble()));
    }
    for (String p : energies.propertyNames()) {
      assertThat(sign * energies.get(p).asDouble()).isGreaterThan(-1e-6 * largest);
    }
    assertThat(energies.get("++++").asDouble()).isCloseTo(0, within(1e-6 * largest));
  }

  @Test
  void theUntrainedReferenceNeedsNoWarning() throws IOException {
    assertThat(SmallFilm.run(folder).warnings()).noneMatch(w -> w.startsWith("reference"));
  }

  /**
   * The reference is read at rest, and so is what is judged by it; what is read under current is
   * kept beside it. Of several at rest the first counts, and a later train step begins anew.
   */
  @Test
  void whatIsReadAtRestIsJudged() throws IOException {
    String train = "train: {pattern: \"+-+-\", voltage: 10 mV, time: 10 ps}";
    String both = "%s, measure: on, rest: 10 ps, measure: off, measure: later".formatted(train);
    for (String[] c :
        new String[][] {
          {both, "off"},
          {both + ", " + train + ", measure: last", "last"},
          {both + ", " + train + ", rest: 5 ps", "trained"}
        }) {
      Path out = folder.resolve(c[1]);
      RunResult r = SmallFilm.run(out, "protocol=[measure: untrained, %s]".formatted(c[0]));
      JsonNode s = SmallFilm.summary(out);
      assertThat(r.judged().label()).isEqualTo(c[1]);
      assertThat(s.path("judged").asString()).isEqualTo(c[1]);
      double own = s.path("energies").path(c[1]).path("+-+-").asDouble();
      double largest = 0;
      double lowestOther = Double.POSITIVE_INFINITY;
      for (Map.Entry<String, JsonNode> e : s.path("energies").path(c[1]).properties()) {
        double energy = e.getValue().asDouble();
        largest = Math.max(largest, Math.abs(energy));
        if (!e.getKey().equals("++++") && !e.getKey().equals("+-+-")) {
          lowestOther = Math.min(lowestOther, energy);
        }
      }
      // the same numbers, read back from text
      assertThat(s.path("margin").asDouble())
          .isCloseTo((lowestOther - own) / largest, within(1e-12));
      JsonNode read = s.path("conductance_errors");
      assertThat(read.path("on").path("read").asString()).isEqualTo("under current");
      assertThat(read.path("off").path("read").asString()).isEqualTo("at rest");
      assertThat(r.warnings().stream().anyMatch(w -> w.contains("is read under current")))
          .isEqualTo(c[1].equals("last"));
    }
  }

  /** A field that has just gone has tilted the film: the first reading after a rest counts. */
  @Test
  void whatIsReadRightAfterAFieldIsNotAtRest() throws IOException {
    SmallFilm.run(
        folder,
        "protocol=[measure: u, train: {pattern: \"+-+-\", voltage: 10 mV, time: 10 ps}, rest: 10 ps,"
            + " field: {value: [0 mT, 0 mT, 50 mT], time: 10 ps}, measure: tilted, rest: 10 ps,"
            + " measure: off]");
    JsonNode s = SmallFilm.summary(folder);
    assertThat(s.path("judged").asString()).isEqualTo("off");
    JsonNode read = s.path("conductance_errors");
    assertThat(read.path("u").path("read").asString()).isEqualTo("at rest");
    assertThat(read.path("tilted").path("read").asString()).isEqualTo("not at rest");
    assertThat(read.path("off").path("read").asString()).isEqualTo("at rest");
  }

  @Test
  void theUntrainedMeanIsThatOfOtherMazes() throws IOException {
    RunResult mean =
        SmallFilm.run(
            folder.resolve("mean"), "network.reference=untrained-mean", "network.mazes=2");
    List<double[][]> others = new ArrayList<>();
    for (int k = 1; k <= 2; k++) {
      Path other = folder.resolve("other" + k);
      // no row or snapshot cuts a time step short, as none does in the films of the mean
      SmallFilm.run(
          other, "initial.seed=" + (1 + 1000 * k), "output.table=1 ns", "output.snapshots=1 ns");
      others.add(SmallFilm.matrix(SmallFilm.summary(other).get("conductance").get("untrained")));
    }
    double[][] g = mean.judged().g().siemens();
    double[][] weights = mean.judged().weights().gPrime();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double reference = 0.5 * (others.get(0)[i][j] + others.get(1)[i][j]);
        assertThat(g[i][j] - weights[i][j]).isCloseTo(reference, within(SOLVED * g[0][0]));
      }
    }
  }

  @Test
  void theScaledReferenceLeavesNoTrace() throws IOException {
    RunResult r = SmallFilm.run(folder, "network.reference=scaled");
    double trace = 0;
    for (int i = 0; i < 4; i++) {
      trace += r.judged().weights().get(i, i);
    }
    // four differences of numbers of the size of G
    assertThat(trace).isCloseTo(0, within(1e-14 * r.judged().g().get(0, 0)));
  }

  @Test
  void withoutAPatternThereIsNothingToLearn() throws IOException {
    Experiment e =
        ExperimentFile.parse(
            """
            film: {size: [128 nm, 128 nm]}
            electrodes: {layout: sides-x}
            initial: {relax: 10 ps}
            protocol:
              - train: {voltages: [20 mV, 0 V], time: 20 ps}
              - measure: after
            output: {table: 10 ps, formats: [], report: off}
            """,
            "voltages",
            List.of());
    ExperimentRunner.run(e, folder, 1, RunListener.NONE);
    JsonNode s = SmallFilm.summary(folder);
    for (String key : List.of("patterns", "minimum", "learned", "margin")) {
      assertThat(s.get(key).isNull()).as(key).isTrue();
    }
    assertThat(TableReader.read(folder.resolve("table.txt")).column("E_prime"))
        .containsOnly(Double.NaN);
    // the electrodes are the whole edges: G over thickness and s_perp is gx
    double g = SmallFilm.matrix(s.get("conductance").get("after"))[0][0];
    assertThat(s.get("gx").get("after").asDouble()).isCloseTo(g * 1.5e-7 / 1e-6, within(SOLVED));
  }

  @Test
  void measuresOfARepeatKeepTheirResultsApart() throws IOException {
    Experiment e =
        ExperimentFile.parse(
            SmallFilm.YAML.replaceFirst(
                "(?s)protocol:.*output",
                """
                protocol:
                  - repeat: {times: 2, steps: [train: {pattern: +-+-, time: 10 ps}, measure: a]}
                output"""),
            "repeat",
            List.of());
    ExperimentRunner.run(e, folder, 1, RunListener.NONE);
    JsonNode g = SmallFilm.summary(folder).get("conductance");
    assertThat(g.propertyNames()).containsExactly("a", "a-2");
    assertThat(g.get("a")).isNotEqualTo(g.get("a-2"));
  }

  @Test
  void severalPatternsAreJudgedOneByOne() throws IOException {
    Experiment e =
        ExperimentFile.parse(
            SmallFilm.YAML.replaceFirst(
                "(?s)protocol:.*output",
                """
                protocol:
                  - train: {pattern: +-+-, voltage: 10 mV, time: 10 ps}
                  - train: {pattern: -++-, voltage: 20 mV, time: 10 ps}
                  - measure: both
                  - retrieve: {from: noisy, copies: 3, flips: 1, update: asynchronous, order: random}
                  - retrieve: {from: [+-+-, ++++], update: synchronous}
                  - retrieve: {from: noisy, copies: 5, flipped: [0 %, 25 %], update: asynchronous}
                output"""),
            "two",
            List.of("output.report=on"));
    RunResult r = ExperimentRunner.run(e, folder, 1, RunListener.NONE);
    JsonNode s = SmallFilm.summary(folder);
    assertThat(s.get("patterns").toString()).isEqualTo("[\"+-+-\",\"+--+\"]");
    assertThat(s.get("learned").size()).isEqualTo(2);
    assertThat(s.get("margin").size()).isEqualTo(2);
    assertThat(s.get("retrieval").get(0).get("total").asInt()).isEqualTo(6);
    assertThat(s.get("retrieval").get(1).get("total").asInt()).isEqualTo(2);
    JsonNode recall = s.get("retrieval").get(2).get("recall");
    assertThat(recall.get(0).get("flips").asInt()).isZero();
    assertThat(recall.get(0).get("total").asInt()).isEqualTo(2);
    assertThat(recall.get(1).get("flips").asInt()).isEqualTo(1);
    assertThat(recall.get(1).get("total").asInt()).isEqualTo(10);
    // two patterns, each with its own single input where no sign is wrong: no chance, no interval
    assertThat(recall.get(0).get("distinct").asInt()).isEqualTo(2);
    assertThat(recall.get(0).get("low").isNull()).isTrue();
    assertThat(recall.get(0).get("high").isNull()).isTrue();
    int distinct = recall.get(1).get("distinct").asInt();
    // one of four signs wrong: four inputs for each pattern, and five copies are not all different
    assertThat(distinct).isBetween(2, 8);
    assertThat(recall.get(1).get("low").isNull()).isEqualTo(distinct == 8);
    if (distinct < 8) {
      assertThat(recall.get(1).get("low").asDouble())
          .isLessThanOrEqualTo(recall.get(1).get("hits").asInt() / 10.0);
    }
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains(">distinct</th>", "<td>\u2013</td>", "distinct starts)");
    assertThat(folder.resolve("figures/recall-3.svg")).exists();
    // V0 is the largest voltage of the last train step, 20 mV: E' = 2 V0^2 times the sum over
    // unlike pairs, for ++-- the pairs 13, 14, 23, 24
    double sum = 0;
    for (int a : new int[] {0, 1}) {
      for (int b : new int[] {2, 3}) {
        sum += 2 * r.judged().weights().get(a, b);
      }
    }
    assertThat(s.get("energies").get("both").get("++--").asDouble())
        .isCloseTo(2 * 4e-4 * sum, within(1e-9));
  }

  @Test
  void aFieldTurnsTheFilm() throws IOException {
    Experiment e =
        ExperimentFile.parse(
            """
            film: {size: [128 nm, 128 nm]}
            electrodes: {layout: corners, radius: 30 nm}
            initial: {texture: uniform, direction: [1, 0, 0]}
            protocol:
              - field: {value: [0 T, 0 T, 5 T], time: 20 ps}
              - measure: after
            output: {table: 10 ps, formats: [], report: off}
            """,
            "field",
            List.of());
    ExperimentRunner.run(e, folder, 1, RunListener.NONE);
    double[] mz = TableReader.read(folder.resolve("table.txt")).column("mz");
    assertThat(mz[0]).isZero();
    // damping pulls m to the field
    assertThat(mz[1]).isGreaterThan(0.05);
    assertThat(mz[2]).isGreaterThan(mz[1]);
    assertThat(TableReader.read(folder.resolve("table.txt")).column("E_zeeman")[1]).isNegative();
  }

  @Test
  void listenersHearOfEveryRow() throws IOException {
    List<RunListener.Progress> heard = new ArrayList<>();
    List<RunListener.Progress> atRows = new ArrayList<>();
    ExperimentRunner.run(
        SmallFilm.experiment(),
        folder,
        1,
        new RunListener() {
          @Override
          public void progress(Progress p) {
            heard.add(p);
          }

          @Override
          public void row(TableRow row) {
            atRows.add(heard.get(heard.size() - 1)); // others come between rows
          }
        });
    assertThat(atRows).hasSize(7);
    assertThat(atRows).extracting(RunListener.Progress::phase).contains("relax", "train +-+-");
    assertThat(atRows.get(6).total()).isCloseTo(65e-12, within(1e-22));
    assertThat(atRows.get(2).ePrime()).isNaN();
    assertThat(atRows.get(6).ePrime()).isFinite();
  }

  private static void closeTo(double[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected.length; j++) {
        assertThat(actual[i][j])
            .isCloseTo(expected[i][j], within(SOLVED * Math.abs(expected[0][0])));
      }
    }
  }
}
