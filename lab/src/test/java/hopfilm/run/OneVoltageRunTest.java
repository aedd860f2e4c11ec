package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.chart.Prefix;
import hopfilm.film.Amplitudes;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * E' of a run that trains at two voltages: files have that of each step, pages that of the last.
 */
class OneVoltageRunTest {

  private static final String TWICE =
      "protocol=[measure: untrained, train: {pattern: +-+-, voltage: 20 mV, time: 40 ps},"
          + " rest: 10 ps, measure: high, train: {pattern: +-+-, voltage: 5 mV, time: 20 ps},"
          + " rest: 10 ps, measure: low]";

  @TempDir static Path folder;

  private static double energy(JsonNode summary, String label) {
    return summary.get("energies").get(label).get("+-+-").asDouble();
  }

  @Test
  void aPageHasOneVoltage() throws IOException {
    SmallFilm.run(folder, TWICE, "output.report=on", "output.figures=off");
    JsonNode summary = SmallFilm.summary(folder);
    assertThat(summary.get("V0").toString()).isEqualTo("{\"high\":0.02,\"low\":0.005}");
    // E' goes with V0^2
    double high = energy(summary, "high") * Math.pow(5.0 / 20, 2);
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("V0 = 5\u00a0mV throughout", "W at V0 = 5\u00a0mV, margin")
        .contains(">%s</td>".formatted(Prefix.format(high, "W")))
        .contains(">%s</td>".formatted(Prefix.format(energy(summary, "low"), "W")));
  }

  /**
   * The column of E' jumps where the voltage does; at one voltage it is as the conductances are.
   */
  @Test
  void rowsOfATableCanBeCompared() throws IOException {
    Path run = folder.resolve("run");
    SmallFilm.run(run, TWICE);
    JsonNode summary = SmallFilm.summary(run);
    List<Double> starts =
        summary.get("training").valueStream().map(t -> t.get("start").asDouble()).toList();
    Table table = TableReader.read(run.resolve("table.txt"));
    Amplitudes amplitudes = Amplitudes.of(SmallFilm.experiment(TWICE), starts);
    assertThat(amplitudes.largest()).isEqualTo(0.02);
    assertThat(amplitudes.last()).isEqualTo(0.005);
    double[] ePrime = amplitudes.scaled(table, 0.01).column("E_prime");
    double[][] reference = SmallFilm.matrix(summary.get("reference_matrix"));
    int compared = 0;
    for (int row = 0; row < ePrime.length; row++) {
      if (!Double.isNaN(ePrime[row])) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
          for (int j = i; j < 4; j++) {
            double g = table.column("G_n%d_n%d".formatted(i + 1, j + 1))[row];
            sum += (i == j ? 1 : 2) * ((i + j) % 2 == 0 ? 1 : -1) * (g - reference[i][j]);
          }
        }
        // the table has one of G_ij and G_ji, which agree to some 1e-12
        assertThat(ePrime[row]).isCloseTo(-1e-4 * sum, within(1e-9 * Math.abs(ePrime[row])));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(8);
  }

  @Test
  void whatFollowsFromTheConductancesIsLeftAsItIs() {
    // voltages train a network of resistances: I0 is the current that they drive, row by row
    Amplitudes unknown =
        Amplitudes.of(SmallFilm.experiment("network.weights=resistance"), List.of(25e-12));
    assertThat(unknown.largest()).isNaN();
    assertThat(unknown.scaled(-1e-9, 30e-12, 1e-3)).isEqualTo(-1e-9);
    Amplitudes given =
        Amplitudes.of(SmallFilm.experiment(TWICE, "network.voltage=1 mV"), List.of(25e-12, 75e-12));
    assertThat(given.largest()).isEqualTo(1e-3);
    assertThat(given.scaled(-1e-9, 80e-12, 2e-3)).isCloseTo(-4e-9, within(1e-24));
  }
}
