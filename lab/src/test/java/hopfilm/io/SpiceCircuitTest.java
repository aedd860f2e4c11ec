package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ngspice reads the circuits and finds the currents that the matrices say. */
class SpiceCircuitTest {

  private static final Pattern CURRENT = Pattern.compile("i\\(v(\\d+)\\) = (\\S+)");

  @TempDir Path folder;

  @BeforeAll
  static void ngspice() {
    boolean isThere =
        Files.isExecutable(Path.of("/usr/bin/ngspice"))
            || Files.isExecutable(Path.of("/usr/local/bin/ngspice"));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as("ngspice, from the package ngspice").isTrue();
    }
    assumeTrue(isThere, "needs ngspice");
  }

  /** Rows and columns sum to zero; with a Hall effect G is not symmetric. */
  private static double[][] conductances(int n, boolean hasHallEffect, long seed) {
    Random random = new Random(seed);
    double[][] g = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double between = 0.1 + 3 * random.nextDouble();
        g[i][j] -= between;
        g[j][i] -= between;
        g[i][i] += between;
        g[j][j] += between;
      }
    }
    for (int k = 0; hasHallEffect && k + 2 < n; k++) {
      // what goes round three terminals
      int[] ring = {k, k + 1, k + 2};
      double odd = 0.2 * random.nextDouble();
      for (int a = 0; a < 3; a++) {
        g[ring[a]][ring[(a + 1) % 3]] += odd;
        g[ring[(a + 1) % 3]][ring[a]] -= odd;
      }
    }
    return g;
  }

  private static List<String> names(int n) {
    List<String> names = new ArrayList<>();
    for (int k = 1; k <= n; k++) {
      names.add("n" + k);
    }
    return names;
  }

  /** Currents into the terminals at given voltages, from ngspice [A]. */
  private double[] currents(SpiceCircuit circuit, String name, double[] volts, String analysis)
      throws IOException {
    Files.writeString(folder.resolve("film.cir"), circuit.text());
    StringBuilder deck = new StringBuilder("test\n.include film.cir\nX1");
    for (int k = 1; k <= volts.length; k++) {
      deck.append(" a").append(k);
    }
    deck.append(' ').append(name).append('\n');
    for (int k = 1; k <= volts.length; k++) {
      deck.append("V%d a%d 0 %s\n".formatted(k, k, volts[k - 1]));
    }
    deck.append(".control\nset numdgt=15\n").append(analysis).append('\n');
    for (int k = 1; k <= volts.length; k++) {
      deck.append(analysis.startsWith("op") ? "print i(v%d)\n".formatted(k) : "");
    }
    deck.append("quit\n.endc\n.end\n");
    Path file = Files.writeString(folder.resolve("test.cir"), deck);
    Process p =
        new ProcessBuilder("ngspice", "-b", file.getFileName().toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    double[] found = new double[volts.length];
    Matcher m = CURRENT.matcher(said);
    int count = 0;
    while (m.find()) {
      // ngspice counts what flows through the source, out of the film
      found[Integer.parseInt(m.group(1)) - 1] = -Double.parseDouble(m.group(2));
      count++;
    }
    assertThat(count).as(said).isEqualTo(volts.length);
    return found;
  }

  @ParameterizedTest
  @CsvSource({"4, false", "4, true", "9, true", "35, false", "35, true"})
  void currentsAreThoseOfTheMatrix(int n, boolean hasHallEffect) throws IOException {
    double[][] g = conductances(n, hasHallEffect, n);
    SpiceCircuit circuit = new SpiceCircuit(List.of("a film"), names(n));
    String name = circuit.add("after training", g);
    assertThat(name).isEqualTo("after_training");
    double[] volts = new double[n];
    Random random = new Random(7);
    for (int trial = 0; trial < 2; trial++) {
      double largest = 0;
      for (int i = 0; i < n; i++) {
        volts[i] = random.nextBoolean() ? 0.0384 : -0.0384;
      }
      double[] expected = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          expected[i] += g[i][j] * volts[j];
        }
        largest = Math.max(largest, Math.abs(expected[i]));
      }
      double[] found = currents(circuit, name, volts, "op");
      for (int i = 0; i < n; i++) {
        // ngspice puts 1e-12 S beside each resistor and solves in double precision
        assertThat(found[i]).isCloseTo(expected[i], within(1e-9 * largest));
      }
    }
  }

  /** Patches behind inverters: G = C^T P C, whose rows do not sum to zero. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void currentsOfWiredElectrodesGoToGround(boolean hasHallEffect) throws IOException {
    double[][] patches = conductances(8, hasHallEffect, 5);
    double[][] g = new double[4][4];
    for (int a = 0; a < 8; a++) {
      for (int b = 0; b < 8; b++) {
        int signs = (a == 1 || a == 6 ? -1 : 1) * (b == 1 || b == 6 ? -1 : 1);
        g[a / 2][b / 2] += signs * patches[a][b];
      }
    }
    SpiceCircuit circuit = new SpiceCircuit(List.of("a film"), names(4));
    double[] volts = {0.05, -0.05, 0.05, 0.05};
    double[] found = currents(circuit, circuit.add("wired", g), volts, "op");
    for (int i = 0; i < 4; i++) {
      double expected = 0;
      for (int j = 0; j < 4; j++) {
        expected += g[i][j] * volts[j];
      }
      assertThat(found[i]).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void conductancesFollowTheTraining() throws IOException {
    double[][] before = conductances(4, false, 1);
    double[][] after = conductances(4, false, 2);
    SpiceCircuit circuit = new SpiceCircuit(List.of("a film"), names(4));
    String name = circuit.add("over time", new double[] {0, 1e-9}, List.of(before, after));
    double[] volts = {0.05, -0.05, 0.05, -0.05};
    // between the two, halfway in time is halfway in G; the last point of a transient analysis
    String at = "tran 0.01n 0.5n 0 0.01n\n";
    for (int k = 1; k <= 4; k++) {
      at += "meas tran m%1$d find i(v%1$d) at=0.5n\necho i(v%1$d) = $&m%1$d\n".formatted(k);
    }
    double[] found = currents(circuit, name, volts, at);
    for (int i = 0; i < 4; i++) {
      double expected = 0;
      for (int j = 0; j < 4; j++) {
        expected += (before[i][j] + after[i][j]) / 2 * volts[j];
      }
      // printed to six digits
      assertThat(found[i]).isCloseTo(expected, within(2e-5 * Math.abs(expected) + 1e-7));
    }
  }

  @Test
  void namesThatSpiceTakesForOneAreKeptApart() {
    SpiceCircuit circuit = new SpiceCircuit(List.of("a film"), List.of("left top", "Left-Top"));
    double[][] g = {{1, -1}, {-1, 1}};
    assertThat(circuit.add("A", g)).isEqualTo("a");
    assertThat(circuit.add("a", g)).isEqualTo("a_2");
    assertThat(circuit.text()).contains(".subckt a_2 left_top left_top_2");
  }

  /** ngspice ties a terminal of such a name to the ground of the circuit, without a word. */
  @Test
  void noTerminalIsTheGroundByItsName() {
    SpiceCircuit circuit = new SpiceCircuit(List.of("a film"), List.of("GND", "0"));
    circuit.add("a", new double[][] {{1, -1}, {-1, 1}});
    assertThat(circuit.text()).contains(".subckt a e_gnd e_0");
  }
}
