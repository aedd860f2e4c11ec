package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose contacts get signals. */
class DriveRunTest {

  private static final String FILM =
      """
      film: {size: [120 nm, 96 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 28 nm}
      initial: {texture: maze, seed: 1, relax: 12 ps}
      output: {table: 10 ps, snapshots: 30 ps, formats: [ovf], report: off}
      protocol:
      """;

  @TempDir Path folder;

  private Experiment experiment(String... steps) throws IOException {
    Path file = folder.resolve("film.yaml");
    Files.writeString(file, FILM + "  - " + String.join("\n  - ", steps) + "\n");
    return ExperimentFile.read(file, List.of());
  }

  private RunResult run(String name, String... steps) throws IOException {
    Path out = Files.createDirectories(folder.resolve(name));
    return ExperimentRunner.run(experiment(steps), out, 1, RunListener.NONE);
  }

  private Table table(String name) throws IOException {
    return TableReader.read(folder.resolve(name).resolve("table.txt"));
  }

  private byte[] lastSnapshot(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      Path last =
          files
              .filter(f -> f.getFileName().toString().matches("m\\d+\\.ovf"))
              .max(Path::compareTo)
              .orElseThrow();
      return Files.readAllBytes(last);
    }
  }

  /** The page once failed, for want of the measure that it names. */
  @Test
  void aDriveWithoutAMeasureHasAPage() throws IOException {
    Path file = folder.resolve("film.yaml");
    Files.writeString(file, FILM + "  - drive: {voltages: {n1: 20 mV}, time: 20 ps}\n");
    List<String> settings = List.of("output.report=on", "output.columns=[V, I]");
    Path out = Files.createDirectories(folder.resolve("run"));
    ExperimentRunner.run(ExperimentFile.read(file, settings), out, 1, RunListener.NONE);
    assertThat(Files.readString(out.resolve("index.html"))).contains("In the drive at t = ");
  }

  /** Held samples, at the times of rows and beside them, are train steps of constant voltages. */
  @ParameterizedTest
  @ValueSource(ints = {10, 7})
  void heldSamplesHaveTheBitsOfAsManyTrainSteps(int picoseconds) throws IOException {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("u1,u2\n");
    List<String> steps = new ArrayList<>();
    for (int k = 0; k < 15; k++) {
      double u1 = Math.rint(1000 * random.nextGaussian()) / 1000;
      double u2 = k == 4 ? 0 : random.nextGaussian();
      csv.append(u1).append(',').append(u2).append('\n');
      steps.add(
          "train: {voltages: [%s V, %s V, 5 mV, 0 V], time: %d ps}"
              .formatted(0.02 * u1, 0.01 * u2, picoseconds));
    }
    Files.writeString(folder.resolve("u.csv"), csv);
    String samples = "{samples: u.csv, column: %s, every: %d ps, scale: %s}";
    String n1 = samples.formatted("u1", picoseconds, "20 mV");
    String n2 = samples.formatted("u2", picoseconds, "10 mV");
    run("drive", "drive: {voltages: {n1: %s, n2: %s, n3: 5 mV}}".formatted(n1, n2));
    run("train", steps.toArray(String[]::new));
    assertThat(lastSnapshot("drive")).isEqualTo(lastSnapshot("train"));
    Table drive = table("drive");
    Table train = table("train");
    for (String column : List.of("t", "mx", "my", "mz", "E_total", "E_exchange", "Q")) {
      assertThat(drive.column(column)).isEqualTo(train.column(column));
    }
    for (String column : List.of("P", "G_n1_n2")) {
      double[] expected = train.column(column);
      for (int k = 0; k < expected.length; k++) {
        // a train step reads the conductances at its ends too, which moves their last digits
        double error = 1e-7 * Math.abs(expected[k]) + 1e-300;
        assertThat(drive.column(column)[k]).isCloseTo(expected[k], within(error));
      }
    }
  }

  /** Where all ends fall on rows, whose times are rounded otherwise than their sums. */
  @Test
  void samplesAtTheTimesOfRowsHaveThoseBitsToo() throws IOException {
    List<String> steps = new ArrayList<>(List.of("rest: 8 ps"));
    StringBuilder list = new StringBuilder();
    for (int k = 0; k < 12; k++) {
      double u = Math.rint(100 * Math.sin(k)) / 100;
      list.append(list.length() == 0 ? "" : ", ").append(u);
      steps.add("train: {voltages: [%s V, 0 V, 5 mV, 0 V], time: 10 ps}".formatted(0.02 * u));
    }
    run("train", steps.toArray(String[]::new));
    run(
        "drive",
        "rest: 8 ps",
        "drive: {voltages: {n1: {samples: [%s], every: 10 ps, scale: 20 mV}, n3: 5 mV}}"
            .formatted(list));
    assertThat(lastSnapshot("drive")).isEqualTo(lastSnapshot("train"));
  }

  /** One contact alone: its samples are jumps too, and no factor of one potential. */
  @Test
  void theSamplesOfOneContactHaveTheBitsOfTrainSteps() throws IOException {
    run("drive", "drive: {voltages: {n2: {samples: [1, -0.5], every: 20 ps, scale: 30 mV}}}");
    run(
        "train",
        "train: {voltages: [0 V, 30 mV, 0 V, 0 V], time: 20 ps}",
        "train: {voltages: [0 V, -15 mV, 0 V, 0 V], time: 20 ps}");
    assertThat(lastSnapshot("drive")).isEqualTo(lastSnapshot("train"));
  }

  @Test
  void theHeatIsThatOfTheSignalsAtEachTime() throws IOException {
    RunResult result =
        run(
            "run",
            "drive: {time: 100 ps, voltages: {n1: {sine: 10 mV, frequency: 7 GHz, phase: 20 deg,"
                + " offset: 4 mV}, n2: {pulses: 8 mV, on: 12 ps, off: 9 ps, ramp: 3 ps}}}");
    Table table = table("run");
    double[] t = table.column("t");
    double[] p = table.column("P");
    for (int k = 2; k < t.length; k++) {
      double since = t[k] - 12e-12;
      double v1 = 4e-3 + 10e-3 * Math.sin(2 * Math.PI * 7e9 * since + Math.PI / 9);
      double in = since % 21e-12;
      double v2 = 8e-3 * Math.max(0, Math.min(1, Math.min(in, 12e-12 - in) / 3e-12));
      double expected =
          table.column("G_n1_n1")[k] * v1 * v1
              + 2 * table.column("G_n1_n2")[k] * v1 * v2
              + table.column("G_n2_n2")[k] * v2 * v2;
      assertThat(p[k]).isCloseTo(expected, within(1e-9 * expected + 1e-12));
    }
    // integrated by the midpoint rule, with conductances that change in lines between rows
    int n = 10_000;
    double joule = 0;
    for (int k = 0; k < n; k++) {
      double since = (k + 0.5) * 100e-12 / n;
      double row = (since + 12e-12) / 10e-12;
      double v1 = 4e-3 + 10e-3 * Math.sin(2 * Math.PI * 7e9 * since + Math.PI / 9);
      double in = since % 21e-12;
      double v2 = 8e-3 * Math.max(0, Math.min(1, Math.min(in, 12e-12 - in) / 3e-12));
      double power =
          at(table.column("G_n1_n1"), row) * v1 * v1
              + 2 * at(table.column("G_n1_n2"), row) * v1 * v2
              + at(table.column("G_n2_n2"), row) * v2 * v2;
      joule += power * 100e-12 / n;
    }
    // within a row's interval the run takes one mean of the conductances
    assertThat(result.effort().training().joule()).isCloseTo(joule, within(3e-3 * joule));
  }

  /** Between rows a line; behind the last row its value. */
  private static double at(double[] column, double row) {
    int k = Math.min(column.length - 2, (int) row);
    return column[k] + Math.min(1, row - k) * (column[k + 1] - column[k]);
  }

  /** Between two sources the current is that of the film without the contacts that float. */
  @Test
  void aFloatingContactTakesNoCurrent() throws IOException {
    run(
        "run",
        "drive: {time: 10 ps, voltages: {n1: 10 mV, n2: float}, others: float,"
            + " currents: {n3: 1 mA}}");
    Table table = table("run");
    int k = table.rows().size() - 1;
    double[][] g = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = i; j < 4; j++) {
        g[i][j] = table.column("G_n%d_n%d".formatted(i + 1, j + 1))[k];
        g[j][i] = g[i][j];
      }
    }
    // with one voltage alone all of the current leaves there: P = I (V3 - V1) + 0
    double[] unknown = solve(g, new int[] {1, 2, 3}, new double[] {0, 1e-3, 0}, 10e-3);
    double power = 1e-3 * (unknown[1] - 10e-3);
    assertThat(table.column("P")[k]).isCloseTo(power, within(1e-6 * power));
  }

  /** Voltages of three contacts of given currents, the other one at a voltage: Cramer's rule. */
  private static double[] solve(double[][] g, int[] at, double[] currents, double volt) {
    double[][] a = new double[3][3];
    double[] b = new double[3];
    for (int i = 0; i < 3; i++) {
      b[i] = currents[i] - g[at[i]][0] * volt;
      for (int j = 0; j < 3; j++) {
        a[i][j] = g[at[i]][at[j]];
      }
    }
    double[] x = new double[3];
    for (int c = 0; c < 3; c++) {
      double[][] m = new double[3][];
      for (int i = 0; i < 3; i++) {
        m[i] = a[i].clone();
        m[i][c] = b[i];
      }
      x[c] = determinant(m) / determinant(a);
    }
    return x;
  }

  private static double determinant(double[][] m) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum +=
          m[0][k] * (m[1][(k + 1) % 3] * m[2][(k + 2) % 3] - m[1][(k + 2) % 3] * m[2][(k + 1) % 3]);
    }
    return sum;
  }

  /** A film that is saturated by a strong field hardly moves: it is a resistor. */
  @Test
  void theCurrentOfARigidFilmFollowsTheVoltage() throws IOException {
    Path file = folder.resolve("rigid.yaml");
    Files.writeString(
        file,
        """
        film: {size: [240 nm, 48 nm], cell: 4 nm}
        material: {Ku: 5 MJ/m^3, P: 0}
        electrodes:
          - {name: a, shape: rectangle, centre: [12 nm, 24 nm], size: [24 nm, 48 nm]}
          - {name: middle, shape: rectangle, centre: [120 nm, 24 nm], size: [8 nm, 48 nm]}
          - {name: b, shape: rectangle, centre: [228 nm, 24 nm], size: [24 nm, 48 nm]}
        initial: {texture: uniform, relax: 10 ps}
        output: {table: 10 ps, snapshots: 1 ns, formats: [], report: off, columns: [V, I]}
        protocol:
          - drive:
              time: 200 ps
              voltages: {a: {sine: 10 mV, frequency: 4 GHz, phase: 30 deg, offset: 3 mV}, middle: float}
        """);
    Path out = Files.createDirectories(folder.resolve("rigid"));
    ExperimentRunner.run(ExperimentFile.read(file, List.of()), out, 1, RunListener.NONE);
    Table table = TableReader.read(out.resolve("table.txt"));
    double[] t = table.column("t");
    for (int k = 2; k < t.length; k++) {
      double v = 3e-3 + 10e-3 * Math.sin(2 * Math.PI * 4e9 * (t[k] - 10e-12) + Math.PI / 6);
      assertThat(table.column("V_a")[k]).isCloseTo(v, within(1e-12));
      // the middle of a symmetric film, found to the accuracy of a row
      assertThat(table.column("V_middle")[k]).isCloseTo(v / 2, within(1e-6 * Math.abs(v) + 1e-12));
      double current = table.column("I_a")[k];
      // two stretches of 92 nm, 48 nm wide and 1 um thick, of 0.15 uOhm m
      double expected = v * 48e-9 * 1e-6 / (2 * 92e-9 * 0.15e-6);
      assertThat(current).isCloseTo(expected, within(0.1 * Math.abs(expected) + 1e-9));
      assertThat(table.column("I_b")[k]).isCloseTo(-current, within(1e-6 * Math.abs(current)));
      assertThat(table.column("I_middle")[k]).isCloseTo(0, within(1e-6 * Math.abs(current)));
      double ohm = table.column("V_a")[2] / table.column("I_a")[2];
      assertThat(current * ohm).isCloseTo(v, within(1e-5 * Math.abs(v) + 1e-9));
    }
  }

  @Test
  void endsAtTheRowAtWhichAColumnIsWhereItWasWanted() throws IOException {
    run("whole", "drive: {time: 200 ps, voltages: {n1: 30 mV}}");
    double[] mz = table("whole").column("mz");
    double[] t = table("whole").column("t");
    double level = 0.5 * (mz[8] + mz[9]);
    boolean isBelow = mz[9] < mz[2];
    int row = 2;
    while (isBelow ? mz[row] >= level : mz[row] <= level) {
      row++;
    }
    String goal = "{column: mz, %s: %s}".formatted(isBelow ? "below" : "above", level);
    RunResult result =
        run("until", "drive: {time: 200 ps, voltages: {n1: 30 mV}, until: %s}".formatted(goal));
    double[] times = table("until").column("t");
    assertThat(times[times.length - 1]).isEqualTo(t[row]);
    assertThat(result.warnings()).noneMatch(w -> w.contains("ended before"));
    RunResult never = run("never", "rest: {time: 20 ps, until: {column: mz, above: 0.99}}");
    assertThat(never.warnings())
        .anyMatch(w -> w.startsWith("rest ended before mz was above 0.9900: the last row has"));
  }

  @Test
  void settledIsAChangeOverATime() throws IOException {
    run("settled", "relax: {time: 1 ns, until: {column: mz, settled: 2, over: 40 ps}}");
    double[] times = table("settled").column("t");
    // the first row of the step is at 20 ps, 8 ps after its start
    assertThat(times[times.length - 1]).isCloseTo(60e-12, within(1e-18));
  }

  @Test
  void samplesCountByTheirNumbers() throws IOException {
    StringBuilder csv = new StringBuilder("t\tu\n");
    StringBuilder other = new StringBuilder("# a b\n");
    for (int k = 0; k < 200; k++) {
      csv.append(k).append('\t').append(Math.sin(k)).append('\n');
      other.append("  ").append(Math.sin(k)).append("   7\n");
    }
    Files.writeString(folder.resolve("u.txt"), csv);
    Files.writeString(folder.resolve("v.csv"), other);
    String step = "drive: {voltages: {n1: {samples: %s, every: 1 ps, scale: 20 mV}}}";
    Experiment one = experiment(step.formatted("u.txt, column: u"));
    Experiment two = experiment(step.formatted("v.csv, column: 1"));
    assertThat(two).isEqualTo(one);
    assertThat(InputHash.of(two)).isEqualTo(InputHash.of(one));
    Files.writeString(folder.resolve("v.csv"), other.append("0 7\n"));
    Experiment longer = experiment(step.formatted("v.csv, column: 1"));
    assertThat(InputHash.of(longer)).isNotEqualTo(InputHash.of(one));
    assertThat(ExperimentFile.with(one, List.of("drive.time=2 ps", "drive.voltages.n1.scale=1 mV")))
        .isNotEqualTo(one);

    Path saved = Files.createDirectories(folder.resolve("saved")).resolve("experiment.yaml");
    ExperimentFile.save(one, saved);
    Files.delete(folder.resolve("u.txt"));
    assertThat(ExperimentFile.read(saved, List.of())).isEqualTo(one);
    assertThat(ExperimentFile.parse(ExperimentFile.writeWhole(one), "film", List.of()))
        .isEqualTo(one);
  }

  @Test
  void aRunKeepsItsSamplesAndGoesOnWithThem() throws IOException {
    StringBuilder csv = new StringBuilder("u\n");
    for (int k = 0; k < 100; k++) {
      csv.append(Math.cos(k)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("u.csv"), csv);
    Experiment e =
        experiment("drive: {voltages: {n1: {samples: u.csv, every: 1 ps, scale: 20 mV}}}");
    Path whole = Files.createDirectories(folder.resolve("whole"));
    ExperimentRunner.run(e, whole, 1, RunListener.NONE);
    Path parts = Files.createDirectories(folder.resolve("parts"));
    ExperimentRunner.run(e, parts, 1, RunListener.NONE, new StopAt(70));
    Files.delete(file);
    Experiment again = RunDirectory.resumable(parts).experiment();
    ExperimentRunner.run(again, parts, 1, RunListener.NONE);
    assertThat(lastSnapshot("parts")).isEqualTo(lastSnapshot("whole"));
    assertThat(Files.readAllBytes(parts.resolve("table.txt")))
        .isEqualTo(Files.readAllBytes(whole.resolve("table.txt")));
  }
}
