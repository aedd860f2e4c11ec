package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A film without electrodes, live and as a folder. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FilmWithoutContactsTest extends OwnServer {

  private static final String FILM =
      """
      film: {size: [64 nm, 32 nm], edges: periodic}
      electrodes: none
      initial: {texture: random}
      protocol: [relax: 10 ps, measure: a]
      output: {table: 5 ps}
      """;

  @Test
  void isSteeredButForItsCurrent() throws Exception {
    String film = caller.film(FILM);
    assertThat(caller.state(film).path("electrodes")).isEmpty();
    assertThat(caller.command(film, "{\"command\": \"train\"}").status()).isEqualTo(409);
    String rest = "{\"command\": \"rest\", \"time\": \"20 ps\"}";
    assertThat(caller.command(film, rest).status()).isEqualTo(200);
    caller.await(film, s -> s.path("time").asDouble() > 19e-12);
    assertThat(caller.command(film, "{\"command\": \"measure\"}").status()).isEqualTo(200);
    assertThat(caller.command(film, "{\"command\": \"undo\"}").status()).isEqualTo(200);
  }

  @Test
  void isOpenedFromItsFolder() throws Exception {
    Path run = Files.createDirectories(folder.resolve("runs/plain-001"));
    ExperimentRunner.run(ExperimentFile.parse(FILM, "x", List.of()), run, 1, RunListener.NONE);
    assertThat(caller.post("/api/films", "{\"folder\": \"plain-001\"}").status()).isEqualTo(201);
    assertThat(caller.get("/api/films/f1/summary").json().path("status").asString())
        .isEqualTo("done");
  }
}
