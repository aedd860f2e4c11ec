package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with 128 MB: it refuses what does not fit and loses none of its threads. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LowMemoryTest {

  /** 50 625 cells, 57 MB with what a live film has beside them: two are too many. */
  private static final String FILM =
      Caller.SMALL
          .replace("[160 nm, 128 nm]", "[900 nm, 900 nm]")
          .replace("relax: 20 ps", "relax: 1 ps");

  @TempDir Path folder;
  private Laboratory laboratory;

  @BeforeEach
  void start() throws Exception {
    laboratory = Laboratory.start(folder, 0, "-Xmx128m", "-XX:+UseSerialGC");
  }

  @AfterEach
  void stop() throws Exception {
    laboratory.stop();
  }

  private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
    return laboratory.send("POST", path, body);
  }

  private JsonNode state(String film) throws Exception {
    return JsonMapper.shared()
        .readTree(laboratory.send("GET", "api/films/" + film, Map.of()).body())
        .path("state");
  }

  private void await(String film, String status) throws Exception {
    while (!state(film).path("status").asString().equals(status)) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  void filmsAreTakenAsLongAsThereIsRoomForThem() throws Exception {
    List<String> open = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      HttpResponse<String> answer = post("api/films", Map.of("experiment", FILM));
      if (answer.statusCode() == 201) {
        open.add(JsonMapper.shared().readTree(answer.body()).path("id").asString());
      } else {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("film.cell", "close a film", "HOPFILM_JAVA_OPTS=-Xmx");
      }
    }
    assertThat(open).hasSize(1);
    String film = open.get(0);
    await(film, "idle");
    String commands = "api/films/" + film + "/commands";
    for (Map<String, String> command :
        List.of(
            Map.of("command", "train", "time", "1 ps"),
            Map.of("command", "save"),
            Map.of("command", "electrodes", "layout", "sides-x"))) {
      HttpResponse<String> answer = post(commands, command);
      assertThat(answer.statusCode()).as(command + answer.body()).isEqualTo(200);
    }
    await(film, "idle");
    assertThat(post("api/check", Map.of("experiment", "name: x")).body()).contains("\"ok\":true");
    assertThat(laboratory.send("DELETE", "api/films/" + film, Map.of()).statusCode())
        .isEqualTo(204);
    laboratory.open(FILM);
  }
}
