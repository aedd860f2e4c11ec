package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.io.Ovf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What pages on the stream of a film hear. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamTest extends OwnServer {

  @Test
  void pagesAreToldHowManyLookAtTheirFilm() throws Exception {
    String film = caller.film(Caller.SMALL);
    Page first = caller.page(film);
    Caller.await(() -> !first.ofType("state").isEmpty());
    Page second = caller.page(film);
    Caller.await(() -> isSeenBy(first, 2) && isSeenBy(second, 2));
    second.close();
    Caller.await(() -> isSeenBy(first, 1));
  }

  private static boolean isSeenBy(Page page, int viewers) {
    List<JsonNode> states = page.ofType("state");
    return !states.isEmpty() && states.get(states.size() - 1).path("viewers").asInt() == viewers;
  }

  @Test
  void aPageHearsEverythingAtOnceAndALateOneToo() throws Exception {
    String film = caller.film(Caller.SMALL);
    Page first = caller.page(film);
    Caller.await(() -> !first.frames.isEmpty() && !first.ofType("table").isEmpty());
    String train = "{\"command\": \"train\", \"pattern\": \"+--+\"}";
    assertThat(caller.command(film, train).status()).isEqualTo(200);
    Caller.await(
        () ->
            first.frames.size() > 3
                && first.ofType("network").stream().anyMatch(n -> !n.path("energies").isNull()));
    caller.command(film, "{\"command\": \"pause\"}");
    caller.await(film, s -> s.path("status").asString().equals("paused"));
    Page late = caller.page(film);
    Caller.await(() -> !late.frames.isEmpty() && !late.ofType("table").isEmpty());
    JsonNode state = late.ofType("state").get(0);
    assertThat(state.path("status").asString()).isEqualTo("paused");
    assertThat(state.path("training").asString()).isEqualTo("+--+");
    assertThat(state.path("progress").isNull()).isTrue();
    JsonNode table = late.ofType("table").get(0);
    assertThat(table.path("columns").path(0).path("name").asString()).isEqualTo("t");
    assertThat(table.path("rows").size()).isGreaterThan(3);
    assertThat(first.ofType("state").stream().map(s -> s.path("number").asLong()))
        .isSorted()
        .doesNotHaveDuplicates();
    int heard = first.ofType("table").stream().mapToInt(t -> t.path("rows").size()).sum();
    assertThat(heard).isEqualTo(table.path("rows").size());

    caller.server().close();
    assertThat(late.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
    assertThat(late.ofType("closed").get(0).path("reason").asString()).contains("stopped");
  }

  @Test
  void aFrameIsTheFilmInBytes() throws Exception {
    String film = caller.film(Caller.SMALL);
    Page page = caller.page(film);
    caller.command(film, "{\"command\": \"train\"}");
    Caller.await(() -> page.frames.stream().anyMatch(f -> f.get(6) == 1));
    caller.command(film, "{\"command\": \"pause\"}");
    caller.await(film, s -> s.path("status").asString().equals("paused"));
    int cells = 40 * 32;
    Path file = Files.write(folder.resolve("m.ovf"), caller.bytes("/api/films/" + film + "/m.ovf"));
    double[] mz = Ovf.read(file).field().z();
    double time = caller.state(film).path("time").asDouble();
    Caller.await(() -> last(page).getDouble(24) == time && last(page).get(6) == 1);
    ByteBuffer f = last(page);
    assertThat(f.remaining()).isEqualTo(64 + 6 * cells);
    assertThat(new byte[] {f.get(0), f.get(1), f.get(2), f.get(3)})
        .isEqualTo("HFLM".getBytes("ascii"));
    assertThat(f.getShort(4)).isEqualTo((short) 64);
    assertThat(f.getInt(8)).isEqualTo(40);
    assertThat(f.getInt(12)).isEqualTo(32);
    for (int k = 0; k < cells; k++) {
      // half a step of the int8
      assertThat(f.get(64 + 2 * cells + k) / 127.0).isCloseTo(mz[k], within(0.5 / 127 + 1e-12));
    }
    assertThat(f.getFloat(56)).isBetween(6f, 14f); // log10 of A/m^2
    double x = 0;
    for (int k = 0; k < cells; k++) {
      double dx = f.get(64 + 4 * cells + k) / 127.0;
      double dy = f.get(64 + 5 * cells + k) / 127.0;
      boolean hasCurrent = f.get(64 + 3 * cells + k) != 0;
      // directions are unit vectors, each component rounded
      assertThat(Math.hypot(dx, dy)).isCloseTo(hasCurrent ? 1 : 0, within(0.01));
      x = Math.max(x, dx);
    }
    assertThat(x).isPositive();
  }

  private static ByteBuffer last(Page page) {
    return page.frames.get(page.frames.size() - 1).duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void aPageThatDoesNotAnswerIsSentOneFrameAndNoMore() throws Exception {
    String film = caller.film(Caller.SMALL);
    Page page = caller.page(film);
    page.send("{\"want\": {\"frames\": 30, \"ack\": true}}");
    Caller.await(() -> !page.frames.isEmpty());
    page.send("ack");
    caller.command(film, "{\"command\": \"train\"}");
    int before = page.frames.size();
    Caller.await(() -> page.frames.size() > before);
    int owed = page.frames.size();
    double t = caller.state(film).path("time").asDouble();
    caller.await(film, s -> s.path("time").asDouble() > t + 50e-12);
    assertThat(page.frames.size()).isLessThanOrEqualTo(owed + 1);
    page.send("ack");
    Caller.await(() -> page.frames.size() > owed);
  }
}
