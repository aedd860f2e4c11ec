package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFolder;
import hopfilm.io.FileTree;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.protocol.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volts and amperes of the contacts, as samples and as columns of the table. */
class SamplesTest {

  private static final String BAR =
      """
      film: {size: [200 nm, 60 nm], cell: 5 nm, thickness: 20 nm}
      material: {rho_perp: 0.2 uOhm m, amr: 20 %, Ku: 0 J/m^3, D: 0 J/m^2}
      electrodes:
        - {name: left, shape: rectangle, centre: [0 nm, 30 nm], size: [20 nm, 60 nm]}
        - {name: middle, shape: rectangle, centre: [100 nm, 30 nm], size: [20 nm, 60 nm], drive: float}
        - {name: right, shape: rectangle, centre: [200 nm, 30 nm], size: [20 nm, 60 nm]}
      initial: {texture: uniform, direction: [0, 0, 1], relax: 0 s}
      protocol:
        - train: {voltages: [3 mV, 1 mV], time: 4 ps}
      output:
        table: 2 ps
        formats: []
        report: off
        columns: [V, I]
        resistance: [[left, right], [left, middle], [middle, right]]
        samples: {every: 2 ps, of: [V, I]}
      """;

  /** Four contacts on a maze: one floats, one has a resistance of its own. */
  private static final String MAZE =
      """
      film: {size: [128 nm, 96 nm], cell: 4 nm}
      electrodes:
        - {name: a, shape: disc, centre: [0 nm, 0 nm], radius: 24 nm}
        - {name: b, shape: disc, centre: [128 nm, 0 nm], radius: 24 nm, drive: float}
        - {name: c, shape: disc, centre: [128 nm, 96 nm], radius: 24 nm, resistance: 0.2 Ohm}
        - {name: d, shape: disc, centre: [0 nm, 96 nm], radius: 24 nm}
      initial: {texture: maze, seed: 3, relax: 10 ps}
      protocol:
        - train: {voltages: [10 mV, 0 mV, -10 mV], time: 40 ps, ramp: 5 ps}
        - rest: 10 ps
      output:
        table: 10 ps
        formats: []
        report: off
        columns: [V, I]
        resistance: [[a, c]]
        samples: {every: 4 ps, of: [V, I, G, m], cells: 2x3}
      """;

  @TempDir Path folder;

  /** Samples alone are drawn too, and rows where there are both. */
  @Test
  void theReportDrawsSamples() throws IOException {
    for (String columns : new String[] {"[]", "[V, I]"}) {
      run(BAR, "output.report=on", "output.columns=" + columns, "name=" + columns.length());
      String source = columns.length() > 2 ? "as in the table" : "as in samples.csv";
      for (String quantity : new String[] {"V", "I"}) {
        assertThat(folder.resolve("figures/" + quantity + "-time.svg")).content().contains("<svg");
      }
      assertThat(Files.readString(folder.resolve("index.html"))).contains(source);
      FileTree.remove(folder);
      Files.createDirectories(folder);
    }
  }

  private RunFolder run(String yaml, String... settings) throws IOException {
    Experiment e = ExperimentFile.parse(yaml, "film", List.of(settings));
    ExperimentRunner.run(e, folder, 1, RunListener.NONE);
    return new RunFolder(folder);
  }

  /** A file of samples as a table, by the names of its first line. */
  private static Table samples(RunFolder run) throws IOException {
    List<String> lines = Files.readAllLines(run.samples());
    List<Table.Column> columns =
        Arrays.stream(lines.get(0).split(",", -1)).map(c -> new Table.Column(c, "")).toList();
    List<double[]> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      rows.add(Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray());
    }
    return new Table(columns, rows);
  }

  private static double last(Table table, String column) {
    double[] all = table.column(column);
    return all[all.length - 1];
  }

  @Test
  void aUniformBarHasTheResistanceOfItsLengthAndACrossSection() throws IOException {
    Table samples = samples(run(BAR));
    // between the rims of the contacts, at 10 and at 190 nm; the contact in the middle shorts 20 nm
    double ohm = 0.2e-6 * 160e-9 / (60e-9 * 20e-9);
    assertThat(last(samples, "left_I[A]")).isCloseTo(2e-3 / ohm, within(1e-7 * 2e-3 / ohm));
    assertThat(last(samples, "right_I[A]")).isCloseTo(-2e-3 / ohm, within(1e-7 * 2e-3 / ohm));
    assertThat(last(samples, "middle_I[A]")).isZero();
    assertThat(last(samples, "middle_V[V]")).as("half way").isCloseTo(2e-3, within(1e-10));
    Table table = TableReader.read(new RunFolder(folder).table());
    assertThat(last(table, "R_left_right")).isCloseTo(ohm, within(1e-6 * ohm));
    assertThat(last(table, "R_left_middle"))
        .as("two in series")
        .isCloseTo(ohm - last(table, "R_middle_right"), within(1e-6 * ohm));
    assertThat(last(table, "V_middle")).isCloseTo(2e-3, within(1e-8));
  }

  @Test
  void alongTheMagnetisationTheBarHasItsAmr() throws IOException {
    Table table = TableReader.read(run(BAR, "initial.direction=[1, 0, 0]").table());
    // amr is the difference of both resistivities over their mean
    double along = 1.1 / 0.9 * 0.2e-6 * 160e-9 / (60e-9 * 20e-9);
    assertThat(table.column("R_left_right")[0]).isCloseTo(along, within(1e-6 * along));
  }

  @Test
  void currentsOfEverySampleAddUpToZero() throws IOException {
    Table samples = samples(run(MAZE));
    double[] time = samples.column("Time[s]");
    assertThat(time).hasSize(16);
    double largest = 0;
    double sum = 0;
    for (int k = 0; k < time.length; k++) {
      assertThat(time[k]).isCloseTo(k * 4e-12, within(1e-24));
      double all = 0;
      double most = 0;
      for (String contact : List.of("a", "b", "c", "d")) {
        double i = samples.column(contact + "_I[A]")[k];
        all += i;
        most = Math.max(most, Math.abs(i));
      }
      assertThat(Math.abs(all)).isLessThanOrEqualTo(1e-6 * most);
      largest = Math.max(largest, most);
      sum += time[k] > 50.5e-12 || time[k] < 10.5e-12 ? most : 0;
      // by the matrix: 10 mV times 5 S to rounding
      assertThat(samples.column("b_I[A]")[k]).isCloseTo(0, within(1e-16));
    }
    assertThat(largest).isGreaterThan(1e-3);
    assertThat(sum).as("with all sources off").isZero();
  }

  /** The same without G, where one potential is solved for each sample. */
  @Test
  void aPotentialOfItsOwnSaysTheSameAsTheMatrix() throws IOException {
    Table byMatrix = samples(run(MAZE));
    folder = Files.createDirectory(folder.resolve("other"));
    Table solved = samples(run(MAZE, "output.samples.of=[V, I]"));
    double scale = Arrays.stream(solved.column("a_I[A]")).map(Math::abs).max().orElseThrow();
    for (int k = 0; k < solved.rows().size(); k++) {
      double all = 0;
      for (String contact : List.of("a", "b", "c", "d")) {
        double i = solved.column(contact + "_I[A]")[k];
        all += i;
        assertThat(i).isCloseTo(byMatrix.column(contact + "_I[A]")[k], within(1e-6 * scale));
        assertThat(solved.column(contact + "_V[V]")[k])
            .isCloseTo(byMatrix.column(contact + "_V[V]")[k], within(1e-6 * 20e-3));
      }
      assertThat(Math.abs(all)).isLessThanOrEqualTo(1e-6 * scale);
    }
  }

  @Test
  void theTableSaysTheSameAtItsTimes() throws IOException {
    RunFolder run = run(MAZE);
    Table samples = samples(run);
    Table table = TableReader.read(run.table());
    int compared = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      for (int k = 0; k < samples.rows().size(); k++) {
        if (Math.abs(table.column("t")[row] - samples.column("Time[s]")[k]) < 1e-15) {
          compared++;
          for (String contact : List.of("a", "b", "c", "d")) {
            assertThat(table.column("V_" + contact)[row])
                .isCloseTo(samples.column(contact + "_V[V]")[k], within(1e-9));
            assertThat(table.column("I_" + contact)[row])
                .isCloseTo(samples.column(contact + "_I[A]")[k], within(1e-7));
          }
        }
      }
    }
    assertThat(compared).isEqualTo(4);
  }

  /** A pair on its own, and over the other two contacts: by hand from G. */
  @Test
  void theResistanceOfAPairIsThatOfTheNetwork() throws IOException {
    Table table =
        TableReader.read(
            run(MAZE.replace("[a, c]", "[a, b]"), "electrodes[4].radius=8 nm").table());
    assertThat(table.has("R_a_b")).isTrue();
    int last = table.rows().size() - 1;
    double ab = -table.column("G_a_b")[last];
    double ac = -table.column("G_a_c")[last];
    double ad = -table.column("G_a_d")[last];
    double bc = -table.column("G_b_c")[last];
    double bd = -table.column("G_b_d")[last];
    double cd = -table.column("G_c_d")[last];
    // the star at d as a triangle, then a-c-b in series beside a-b
    double sum = ad + bd + cd;
    double toC = ac + ad * cd / sum;
    double fromC = bc + bd * cd / sum;
    double all = ab + ad * bd / sum + toC * fromC / (toC + fromC);
    assertThat(table.column("R_a_b")[last]).isCloseTo(1 / all, within(1e-10 / all));
  }

  @Test
  void blocksAreMeansOfTheirCells() throws IOException {
    RunFolder run = run(MAZE);
    Table samples = samples(run);
    Table table = TableReader.read(run.table());
    double sum = 0;
    for (int j = 1; j <= 3; j++) {
      for (int i = 1; i <= 2; i++) {
        sum += samples.column("mz_" + i + "_" + j + "[1]")[5];
      }
    }
    // six blocks of equal size at 20 ps, the third row
    assertThat(sum / 6).isCloseTo(table.column("mz")[2], within(1e-14));
  }

  @Test
  void aSineIsSampledAsTheFormulaSays() throws IOException {
    String drive = "voltages: {left: {sine: 3 mV, frequency: 40 GHz, phase: 30 deg, offset: 1 mV}}";
    Table samples =
        samples(run(BAR, "protocol=[{drive: {time: 50 ps, " + drive + "}}]", "material.amr=0 %"));
    double ohm = 0.2e-6 * 160e-9 / (60e-9 * 20e-9);
    for (int k = 1; k <= 25; k++) {
      double volt = 1e-3 + 3e-3 * Math.sin(2 * Math.PI * 40e9 * k * 2e-12 + Math.PI / 6);
      assertThat(samples.column("left_V[V]")[k]).isCloseTo(volt, within(1e-14));
      assertThat(samples.column("left_I[A]")[k]).isCloseTo(volt / ohm, within(1e-6 * 4e-3 / ohm));
      assertThat(samples.column("middle_V[V]")[k]).isCloseTo(volt / 2, within(1e-6 * 4e-3));
    }
  }

  /** Each sample belongs to the value that ends there, not to the one that begins. */
  @Test
  void heldSamplesAreSampledAtTheirEnds() throws IOException {
    String drive = "voltages: {left: {samples: [1, -2, 0.5], every: 4 ps, scale: 1 mV}}";
    Table samples = samples(run(BAR, "protocol=[{drive: {" + drive + "}}, {rest: 2 ps}]"));
    assertThat(samples.column("left_V[V]"))
        .containsExactly(0, 1e-3, 1e-3, -2e-3, -2e-3, 0.5e-3, 0.5e-3, 0);
  }

  @Test
  void samplesThatMeetNoRowChangeNoRowTimes() throws IOException {
    Table table = TableReader.read(run(MAZE, "output.samples.every=7 ps").table());
    assertThat(table.column("t"))
        .containsExactly(new double[] {0, 1e-11, 2e-11, 3e-11, 4e-11, 5e-11, 6e-11}, within(1e-24));
  }
}
