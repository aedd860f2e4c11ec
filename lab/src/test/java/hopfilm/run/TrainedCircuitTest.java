package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Trained films as circuits in ngspice: the currents of every pattern are those of the film. */
class TrainedCircuitTest {

  private static final Pattern CURRENT = Pattern.compile("i\\(v(\\d+)\\) = (\\S+)");

  private static final double VOLTS = 10e-3;

  @TempDir Path folder;

  @BeforeAll
  static void ngspice() {
    boolean isThere = Files.isExecutable(Path.of("/usr/bin/ngspice"));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as("ngspice, from the package ngspice").isTrue();
    }
    assumeTrue(isThere, "needs ngspice");
  }

  /**
   * Currents into the film [A], one row for each set of voltages, in the order of the terminals.
   */
  private double[][] currents(Path run, double[][] voltages) throws IOException {
    new ConductanceFiles(run).writeSpice(folder.resolve("film.cir"), false);
    int n = voltages[0].length;
    StringBuilder deck = new StringBuilder("test\n.include film.cir\nX1");
    for (int k = 1; k <= n; k++) {
      deck.append(" a").append(k);
    }
    deck.append(" trained\n");
    for (int k = 1; k <= n; k++) {
      deck.append("V%d a%d 0 0\n".formatted(k, k));
    }
    deck.append(".control\nset numdgt=15\n");
    for (double[] set : voltages) {
      for (int k = 1; k <= n; k++) {
        deck.append("alter v%d = %s\n".formatted(k, set[k - 1]));
      }
      deck.append("op\n");
      for (int k = 1; k <= n; k++) {
        deck.append("print i(v%d)\n".formatted(k));
      }
      deck.append("destroy all\n");
    }
    deck.append("quit\n.endc\n.end\n");
    Files.writeString(folder.resolve("test.cir"), deck);
    Process p =
        new ProcessBuilder("ngspice", "-b", "test.cir")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher m = CURRENT.matcher(said);
    List<Double> found = new ArrayList<>();
    while (m.find()) {
      // ngspice counts what flows through the source, out of the film
      found.add(-Double.parseDouble(m.group(2)));
    }
    assertThat(found).as(said).hasSize(voltages.length * n);
    double[][] rows = new double[voltages.length][n];
    for (int k = 0; k < found.size(); k++) {
      rows[k / n][k % n] = found.get(k);
    }
    return rows;
  }

  private static double[] times(double[][] g, double[] volts) {
    double[] currents = new double[volts.length];
    for (int i = 0; i < volts.length; i++) {
      for (int j = 0; j < volts.length; j++) {
        currents[i] += g[i][j] * volts[j];
      }
    }
    return currents;
  }

  private static double largest(double[][] g) {
    double most = 0;
    for (double[] row : g) {
      for (double x : row) {
        most = Math.max(most, Math.abs(x));
      }
    }
    return most;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 deg", "5 deg"})
  void everyPatternOfFourNodes(String hallAngle) throws IOException {
    Path run = folder.resolve("run");
    SmallFilm.run(
        run,
        "material.hall_angle=" + hallAngle,
        "film.size=[96 nm, 80 nm]",
        "electrodes.radius=24 nm",
        "initial.relax=5 ps",
        "train.time=10 ps");
    JsonNode summary = SmallFilm.summary(run);
    double[][] g = SmallFilm.matrix(summary.get("conductance").get("trained"));
    double[][] voltages = new double[16][4];
    for (int p = 0; p < 16; p++) {
      for (int k = 0; k < 4; k++) {
        voltages[p][k] = ((p >> k) & 1) == 1 ? VOLTS : -VOLTS;
      }
    }
    double[][] found = currents(run, voltages);
    // G is symmetric to the 1e-8 of the potentials, which resistors make exact
    double little = 1e-6 * VOLTS * largest(g);
    for (int p = 0; p < 16; p++) {
      assertThat(found[p]).containsExactly(times(g, voltages[p]), within(little));
    }
    // what flowed through the film itself under the pattern that was trained, +-+-
    JsonNode point = summary.get("operating_points").get("trained");
    for (int k = 0; k < 4; k++) {
      assertThat(point.get("voltages").get(k).asDouble()).isEqualTo(voltages[5][k]);
      assertThat(found[5][k]).isCloseTo(point.get("currents").get(k).asDouble(), within(little));
    }
  }

  /** The circuit is linear: 35 single voltages say the currents of all 2^35 patterns. */
  @Test
  @Tag("slow")
  void thirtyFiveNodes() throws IOException {
    Path run = folder.resolve("run");
    SmallFilm.run(
        run,
        "film.size=[140 nm, 196 nm]",
        "electrodes={grid: 5x7, radius: 8 nm, margin: 14 nm}",
        "material.hall_angle=5 deg",
        "initial.relax=2 ps",
        "protocol=[measure: untrained, train: {pattern: \"%s\", voltage: 10 mV, time: 2 ps},"
                .formatted("-+++-+---++---+++++++---++---++---+")
            + " measure: trained]",
        "output.formats=[]");
    double[][] g = SmallFilm.matrix(SmallFilm.summary(run).get("conductance").get("trained"));
    int n = g.length;
    assertThat(n).isEqualTo(35);
    double[][] voltages = new double[n][n];
    for (int k = 0; k < n; k++) {
      voltages[k][k] = VOLTS;
    }
    double[][] found = currents(run, voltages);
    double little = 1e-6 * VOLTS * largest(g) / n;
    for (int k = 0; k < n; k++) {
      assertThat(found[k]).containsExactly(times(g, voltages[k]), within(little));
    }
  }
}
