package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.file.ExperimentFile;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the folder of one run holds: names, columns, times, and numbers that fit together. */
class RunFolderTest {

  @TempDir static Path folder;

  private static Table table;
  private static JsonNode summary;

  @BeforeAll
  static void run() throws IOException {
    SmallFilm.run(folder, "output.report=on");
    table = TableReader.read(folder.resolve("table.txt"));
    summary = SmallFilm.summary(folder);
  }

  @Test
  void holdsTheFilesOfTheInterface() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "experiment.yaml",
              "files.json",
              "journal.bin",
              "measures",
              "summary.json",
              "status.json",
              "table.txt",
              "provenance.json",
              "references.bib",
              "index.html",
              "figures",
              "film-strip.svg",
              "film-strip.png",
              "film.gif",
              "m000000.ovf",
              "m000001.ovf",
              "m000002.ovf",
              "m000003.ovf",
              "m000004.ovf");
    }
  }

  @Test
  void theTableBeginsWithTheColumnsOfTheInterface() throws IOException {
    String pairs =
        String.join(
            "\t",
            List.of(
                "G_n1_n1 (S)",
                "G_n1_n2 (S)",
                "G_n1_n3 (S)",
                "G_n1_n4 (S)",
                "G_n2_n2 (S)",
                "G_n2_n3 (S)",
                "G_n2_n4 (S)",
                "G_n3_n3 (S)",
                "G_n3_n4 (S)",
                "G_n4_n4 (S)"));
    assertThat(Files.readAllLines(folder.resolve("table.txt")).get(0))
        .isEqualTo(
            "# t (s)\tmx ()\tmy ()\tmz ()\tE_total (J)\tE_exchange (J)\tE_anisotropy (J)\tE_dmi"
                + " (J)\tE_zeeman (J)\tE_demag (J)\tP (W)\t"
                + pairs
                + "\tE_prime (W)\tgx ()\tgy ()\tQ ()\tstripes ()");
  }

  @Test
  void rowsFallOnTheAskedTimesInRelaxationToo() {
    // 25 ps of relaxation and 40 ps of training: the step ends at 25 and 65 ps ask for no row
    double[] t = table.column("t");
    assertThat(t).hasSize(7);
    for (int k = 0; k < t.length; k++) {
      assertThat(t[k]).isCloseTo(k * 10e-12, within(1e-24)); // rounding of k times 10 ps
    }
  }

  @Test
  void snapshotsFallOnTheAskedTimesAndAreTheFilmOfTheTable() throws IOException {
    double[] mz = table.column("mz");
    for (int k = 0; k < 4; k++) {
      OvfFile file = Ovf.read(folder.resolve("m%06d.ovf".formatted(k)));
      assertThat(file.time()).isCloseTo(k * 20e-12, within(1e-24));
      assertThat(file.field().grid().nx()).isEqualTo(40);
      assertThat(file.field().mean(2)).isEqualTo(mz[2 * k]);
    }
  }

  @Test
  void theTotalEnergyIsTheSumOfItsTerms() {
    double[] sum = new double[table.rows().size()];
    for (String term : List.of("exchange", "anisotropy", "dmi", "zeeman", "demag")) {
      double[] e = table.column("E_" + term);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += e[k];
      }
    }
    double[] total = table.column("E_total");
    for (int k = 0; k < sum.length; k++) {
      // five terms, each rounded
      assertThat(total[k]).isCloseTo(sum[k], within(1e-14 * Math.abs(total[k]) + 1e-30));
    }
  }

  @Test
  void theEnergyFallsWithoutCurrent() {
    double[] e = table.column("E_total");
    assertThat(e[1]).isLessThan(e[0]);
    assertThat(e[2]).isLessThan(e[1]);
  }

  @Test
  void powerIsThatOfTheConductancesBetweenThePairs() {
    double[] p = table.column("P");
    assertThat(p[2]).isZero();
    double[] signs = {1, -1, 1, -1};
    double joule = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = a + 1; b < 4; b++) {
        double v = 10e-3 * (signs[a] - signs[b]);
        joule -= table.column("G_n%d_n%d".formatted(a + 1, b + 1))[5] * v * v;
      }
    }
    // rows of G sum to zero within the solver's tolerance
    assertThat(p[5]).isCloseTo(joule, within(1e-7 * joule));
  }

  @Test
  void ePrimeIsThatOfTheChangedConductancesBetweenUnlikeElectrodes() {
    double[] ePrime = table.column("E_prime");
    assertThat(ePrime[2]).isNaN();
    double[][] before = SmallFilm.matrix(summary.get("conductance").get("untrained"));
    double[][] after = SmallFilm.matrix(summary.get("conductance").get("trained"));
    double sum = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        sum += (a + b) % 2 == 1 ? after[a][b] - before[a][b] : 0;
      }
    }
    double expected = 2 * 10e-3 * 10e-3 * sum;
    double written = summary.get("energies").get("trained").get("+-+-").asDouble();
    // differences of G: its tolerance of 1e-8 counts against G itself, 1e-4 W at these voltages
    assertThat(written).isCloseTo(expected, within(1e-9));
    assertThat(Math.abs(written)).isGreaterThan(1e-7);
  }

  @Test
  void theSummaryHasTheKeysOfTheInterface() {
    assertThat(summary.propertyNames())
        .contains(
            "name",
            "version",
            "status",
            "seeds",
            "electrodes",
            "patterns",
            "reference",
            "self_term",
            "conductance",
            "energies",
            "minimum",
            "learned",
            "outcome",
            "margin",
            "gx",
            "gy",
            "retrieval",
            "warnings",
            "kernels",
            "energy_joule",
            "seconds");
    assertThat(summary.get("name").asString()).isEqualTo("small film");
    assertThat(summary.get("status").asString()).isEqualTo("done");
    assertThat(summary.get("electrodes").toString()).isEqualTo("[\"n1\",\"n2\",\"n3\",\"n4\"]");
    assertThat(summary.get("patterns").toString()).isEqualTo("[\"+-+-\"]");
    assertThat(summary.get("reference").asString()).isEqualTo("untrained");
    assertThat(summary.get("self_term").asString()).isEqualTo("zero");
    assertThat(summary.get("conductance").propertyNames()).containsExactly("untrained", "trained");
    assertThat(summary.get("gx").propertyNames()).containsExactly("untrained", "trained");
    // 2^(N-1) states with + first
    assertThat(summary.get("energies").propertyNames()).containsExactly("trained");
    assertThat(summary.get("energies").get("trained").propertyNames())
        .hasSize(8)
        .allMatch(p -> p.startsWith("+"));
  }

  @Test
  void theDipolarFieldIsInTheTableAndRelaxes() throws IOException {
    Path own = folder.resolveSibling("dipolar-" + folder.getFileName());
    String[] plate = {
      "film.demag=on",
      "film.thickness=2 nm",
      "film.size=[160 nm, 32 nm]",
      "material.Ku=0 J/m^3",
      "material.D=0 mJ/m^2",
      "initial.texture=uniform",
      "initial.direction=[1, 0, 1]",
      "initial.relax={time: 1 ns, alpha: 1}",
      "output.table=50 ps",
      "electrodes.radius=10 nm",
      "protocol=[{measure: m}]"
    };
    SmallFilm.run(own, plate);
    Table t = TableReader.read(own.resolve("table.txt"));
    double[] e = t.column("E_demag");
    double[] total = t.column("E_total");
    for (int k = 1; k < total.length; k++) {
      // damped motion without a drive; what is left at the end is rounding
      assertThat(total[k]).isLessThan(total[k - 1] + 1e-12 * total[0]);
    }
    // a thin plate has no charges when m lies along it, but for its ends
    assertThat(t.column("mx")[total.length - 1]).isGreaterThan(0.99);
    assertThat(e[e.length - 1]).isBetween(0.0, 0.1 * e[0]);
    double volume = 160e-9 * 32e-9 * 2e-9;
    // Nz + Nx of a plate 80 : 16 : 1 is 1 - Ny, and Ny is about its aspect ratio, 2 nm/32 nm
    double scale = 0.5 * 4e-7 * Math.PI * 7e5 * 7e5 * volume;
    assertThat(e[0] / scale).isCloseTo(0.5 * (1 - 2.0 / 32), within(0.02));
    assertThat(Files.readString(own.resolve("references.bib"))).contains("Newell1993");
  }

  @Test
  void aWarmRunIsReproducibleAndSaysItsTemperature() throws IOException {
    String[] warm = {"temperature=300 K", "film.thickness=5 nm", "seed=4"};
    Path one = folder.resolveSibling("warm-1-" + folder.getFileName());
    Path two = folder.resolveSibling("warm-2-" + folder.getFileName());
    SmallFilm.run(one, 1, warm);
    SmallFilm.run(two, 2, warm);
    assertThat(Files.mismatch(one.resolve("table.txt"), two.resolve("table.txt"))).isEqualTo(-1);
    assertThat(SmallFilm.summary(one).get("temperature").asDouble()).isEqualTo(300);
    assertThat(summary.get("temperature").asDouble()).isZero();
    assertThat(Files.readString(one.resolve("references.bib"))).contains("Brown1963");
    warm[2] = "seed=5";
    Path other = folder.resolveSibling("warm-3-" + folder.getFileName());
    SmallFilm.run(other, 1, warm);
    double[] mz = TableReader.read(one.resolve("table.txt")).column("mz");
    assertThat(TableReader.read(other.resolve("table.txt")).column("mz")).isNotEqualTo(mz);
  }

  @Test
  void learnedAndMarginAreThoseOfTheEnergies() {
    JsonNode energies = summary.get("energies").get("trained");
    String lowest = null;
    double other = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (String p : energies.propertyNames()) {
      double e = energies.get(p).asDouble();
      largest = Math.max(largest, Math.abs(e));
      if (!p.equals("++++")) {
        lowest = lowest == null || e < energies.get(lowest).asDouble() ? p : lowest;
        other = p.equals("+-+-") ? other : Math.min(other, e);
      }
    }
    assertThat(summary.get("minimum").asString()).isEqualTo(lowest);
    assertThat(summary.get("learned").asBoolean()).isEqualTo(lowest.equals("+-+-"));
    assertThat(summary.get("outcome").asString())
        .isEqualTo(lowest.equals("+-+-") ? "learned" : "not-learned");
    assertThat(summary.get("margin").asDouble())
        .isCloseTo((other - energies.get("+-+-").asDouble()) / largest, within(1e-12));
  }

  @Test
  void retrievalStartsEverywhereAndItsHitsAreThoseThatEndAtThePattern() {
    JsonNode retrieval = summary.get("retrieval");
    assertThat(retrieval).hasSize(2);
    assertThat(retrieval.get(0).get("update").asString()).isEqualTo("graded");
    assertThat(retrieval.get(1).get("update").asString()).isEqualTo("asynchronous");
    for (JsonNode r : retrieval) {
      assertThat(r.get("self_term").asString()).isEqualTo("zero");
      assertThat(r.get("total").asInt()).isEqualTo(16);
      assertThat(r.get("from").size()).isEqualTo(16);
      int hits = 0;
      for (JsonNode o : r.get("from")) {
        assertThat(o.propertyNames()).contains("end", "steps", "cycle");
        String end = o.get("end").isNull() ? "" : o.get("end").asString();
        hits += end.equals("+-+-") || end.equals("-+-+") ? 1 : 0;
      }
      assertThat(r.get("hits").asInt()).isEqualTo(hits);
    }
  }

  @Test
  void theHeatIsPowerTimesTime() {
    double[] p = table.column("P");
    // the power of a texture under a constant voltage changes by some percent meanwhile
    assertThat(summary.get("energy_joule").asDouble())
        .isCloseTo(p[5] * 40e-12, within(0.2 * p[5] * 40e-12));
  }

  @Test
  void theResolvedFileReadsBackAsTheExperiment() throws IOException {
    String yaml = Files.readString(folder.resolve("experiment.yaml"));
    assertThat(ExperimentFile.parse(yaml, "x", List.of()))
        .isEqualTo(SmallFilm.experiment("output.report=on"));
  }

  @Test
  void provenanceSaysWhereTheResultComesFrom() throws IOException {
    JsonNode p = JsonMapper.shared().readTree(Files.readString(folder.resolve("provenance.json")));
    assertThat(p.propertyNames()).contains("version", "java", "system", "kernels", "seeds");
    assertThat(p.get("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void theReportNeedsNoOtherFileAndNoNetwork() throws IOException {
    String html = Files.readString(folder.resolve("index.html"));
    assertThat(html).contains("small film", "+-+-", "seed 1, initial.seed 1", ">0 K<");
    assertThat(html).doesNotContainPattern("(?i)<(script|img|link)[^>]*(src|href)=\"(?!data:|#)");
  }
}
