package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Voltages and currents of a live film, which its file does not ask for. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveScopeTest extends OwnServer {

  private static final String SINE =
      """
      {"command": "drive", "time": "60 ps",
       "voltages": {"n1": {"sine": "10 mV", "frequency": "5 GHz"}, "n2": "0 V", "n3": "float", "n4": "float"}}
      """;

  /** The table as a page gets it that comes now. */
  private JsonNode table(String film) throws Exception {
    Page page = caller.page(film);
    Caller.await(() -> !page.ofType("table").isEmpty());
    return page.ofType("table").get(0);
  }

  private static List<String> names(JsonNode table) {
    return table.path("columns").valueStream().map(c -> c.path("name").asString()).toList();
  }

  private String driven(String yaml) throws Exception {
    String film = caller.film(yaml);
    assertThat(caller.command(film, SINE).status()).isEqualTo(200);
    caller.await(film, s -> Caller.isIdle(s) && s.path("time").asDouble() > 79e-12);
    return film;
  }

  @Test
  void pagesGetTheVoltagesAndCurrentsOfEachRow() throws Exception {
    String film = driven(Caller.SMALL);
    JsonNode table = table(film);
    List<String> names = names(table);
    assertThat(names)
        .endsWith("V_n1", "V_n2", "V_n3", "V_n4", "I_n1", "I_n2", "I_n3", "I_n4")
        .doesNotHaveDuplicates();
    int driven = 0;
    for (JsonNode row : table.path("rows")) {
      double t = row.get(0).asDouble() - 20e-12;
      double v = t > 1e-15 ? 0.01 * Math.sin(2 * Math.PI * 5e9 * t) : 0;
      // of the time, 1e-14 of itself, at 5 GHz
      assertThat(row.get(names.indexOf("V_n1")).asDouble()).isCloseTo(v, within(1e-12));
      double in = row.get(names.indexOf("I_n1")).asDouble();
      double out = row.get(names.indexOf("I_n2")).asDouble();
      assertThat(in).isCloseTo(-out, within(1e-6 * Math.abs(in)));
      driven += in > 0 ? 1 : 0;
    }
    assertThat(driven).isEqualTo(6);

    // what was taken back is back with all that was shown of it
    String before = table.path("rows").toString();
    caller.command(film, "{\"command\": \"reset\", \"seed\": 7}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("time").asDouble() < 21e-12);
    caller.command(film, "{\"command\": \"undo\"}");
    caller.await(film, s -> Caller.isIdle(s) && s.path("time").asDouble() > 79e-12);
    assertThat(table(film).path("rows").toString()).isEqualTo(before);

    // files keep to their columns, and so does a page that opens one
    byte[] file = caller.bytes("/api/films/" + film + "/table.txt");
    assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("V_n1");
    caller.command(film, "{\"command\": \"save\", \"name\": \"mine\"}");
    String folder =
        caller.post("/api/films", "{\"folder\": \"mine-001\"}").json().path("id").asString();
    assertThat(names(table(folder))).contains("t", "G_n1_n2").doesNotContain("V_n1");
  }

  @Test
  void aFilmThatHasThemInItsTableHasThemOnce() throws Exception {
    String film = caller.film(Caller.SMALL.replace("output: {", "output: {columns: [V], "));
    assertThat(names(table(film))).containsOnlyOnce("V_n1", "V_n4", "I_n1", "I_n4");
  }

  @Test
  void electrodesSayWhatASignalGivesThem() throws Exception {
    String film = caller.film(Caller.SMALL);
    caller.command(
        film,
        """
        {"command": "drive", "voltages": {"n1": "4 mV"}, "currents": {"n2": "1 mA"}, "others": "float"}
        """);
    caller.await(film, s -> !s.path("electrodes").path(0).path("voltage").isNull());
    JsonNode electrodes = caller.state(film).path("electrodes");
    assertThat(electrodes.path(0).path("voltage").asDouble()).isEqualTo(0.004);
    assertThat(electrodes.path(1).path("current").asDouble()).isEqualTo(0.001);
    assertThat(electrodes.path(1).path("voltage").isNull()).isTrue();
    assertThat(electrodes.path(2).path("voltage").isNull()).isTrue();
    caller.command(film, "{\"command\": \"stop\"}");
  }
}
