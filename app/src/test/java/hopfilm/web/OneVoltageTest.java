package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.io.Table;
import hopfilm.io.TableReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * E' of a film that was trained at two voltages: it goes with V0^2, so that pages show it at one.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OneVoltageTest extends OwnServer {

  private static final double HIGH = 0.02;
  private static final double LOW = 0.005;

  /** Relative: a row of the table is solved to 1e-9 of G, of which G' is some 1e-3. */
  private static final double TOLERANCE = 1e-5;

  private JsonNode train(String film, String voltage) throws Exception {
    String command =
        "{\"command\": \"train\", \"pattern\": \"+-+-\", \"voltage\": \"%s\", \"time\": \"40 ps\"}"
            .formatted(voltage);
    double before = caller.state(film).path("time").asDouble();
    assertThat(caller.command(film, command).status()).isEqualTo(200);
    caller.await(film, s -> Caller.isIdle(s) && s.path("time").asDouble() > before + 39e-12);
    return network(film);
  }

  private JsonNode network(String film) throws Exception {
    return caller.get("/api/films/" + film).json().path("network");
  }

  /** E' = -V0^2 sum s_i s_j G'_ij of +-+-. */
  private static double energy(double v0, JsonNode weights) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        sum += ((i + j) % 2 == 0 ? 1 : -1) * weights.get(i).get(j).asDouble();
      }
    }
    return -v0 * v0 * sum;
  }

  private static double shown(JsonNode network) {
    return network
        .path("energies")
        .valueStream()
        .filter(e -> e.path("pattern").asString().equals("+-+-"))
        .findFirst()
        .orElseThrow()
        .path("energy")
        .asDouble();
  }

  private static void isAt(double v0, JsonNode network) {
    assertThat(network.path("V0").asDouble()).isEqualTo(v0);
    double expected = energy(v0, network.path("Gprime"));
    assertThat(shown(network)).isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
  }

  /** Rows of a page that comes now, each E' against the conductances of its own row. */
  private void rowsAreAt(double v0, String film, JsonNode network, int rows) throws Exception {
    Page page = caller.page(film);
    Caller.await(() -> !page.ofType("table").isEmpty());
    JsonNode table = page.ofType("table").get(0);
    List<String> names =
        table.path("columns").valueStream().map(c -> c.path("name").asString()).toList();
    double[][] reference = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        reference[i][j] =
            network.path("G").get(i).get(j).asDouble()
                - network.path("Gprime").get(i).get(j).asDouble();
      }
    }
    int learned = 0;
    for (JsonNode row : table.path("rows")) {
      JsonNode ePrime = row.get(names.indexOf("E_prime"));
      if (ePrime.isNull()) {
        continue;
      }
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = i; j < 4; j++) {
          String pair = "G_n%d_n%d".formatted(i + 1, j + 1);
          double changed = row.get(names.indexOf(pair)).asDouble() - reference[i][j];
          sum += (i == j ? 1 : 2) * ((i + j) % 2 == 0 ? 1 : -1) * changed;
        }
      }
      double expected = -v0 * v0 * sum;
      assertThat(ePrime.asDouble())
          .as("t = %s", row.get(0))
          .isCloseTo(expected, within(TOLERANCE * Math.abs(energy(v0, network.path("Gprime")))));
      learned++;
    }
    assertThat(learned).isEqualTo(rows);
  }

  @Test
  void aLowerVoltageDoesNotLookLikeForgetting() throws Exception {
    String film = caller.film(Caller.SMALL);
    isAt(HIGH, train(film, "20 mV"));
    JsonNode after = train(film, "5 mV");
    isAt(HIGH, after);
    rowsAreAt(HIGH, film, after, 8);

    // files have the V0 of the step, and say it
    caller.command(film, "{\"command\": \"save\", \"name\": \"mine\"}");
    Path mine = folder.resolve("runs/mine-001");
    Table table = TableReader.read(mine.resolve("table.txt"));
    double written = table.column("E_prime")[table.rows().size() - 1];
    assertThat(written)
        .isCloseTo(shown(after) * Math.pow(LOW / HIGH, 2), within(1e-6 * Math.abs(shown(after))));
    JsonNode opened = caller.post("/api/films", "{\"folder\": \"mine-001\"}").json();
    String again = opened.path("id").asString();
    assertThat(opened.path("state").path("kind").asString()).isEqualTo("folder");
    JsonNode network = network(again);
    isAt(HIGH, network);
    rowsAreAt(HIGH, again, network, 8);

    // a higher voltage is the one of all rows from then on, and undo takes it back
    isAt(2 * HIGH, train(film, "40 mV"));
    rowsAreAt(2 * HIGH, film, network(film), 12);
    assertThat(caller.command(film, "{\"command\": \"undo\"}").status()).isEqualTo(200);
    // two of the three trainings are left
    caller.await(film, s -> Caller.isIdle(s) && s.path("time").asDouble() < 101e-12);
    isAt(HIGH, network(film));
    rowsAreAt(HIGH, film, network(film), 8);
  }
}
