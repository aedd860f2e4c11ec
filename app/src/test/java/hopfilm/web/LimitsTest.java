package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.web.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How much one server takes: bytes of a body, films, pages. No other test has pages at this server,
 * which would count among them.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest extends OneServer {

  @Test
  void bodiesHaveALimit() throws Exception {
    String large = "{\"experiment\": \"" + "x".repeat(Limits.USUAL.body()) + "\"}";
    assertThat(caller.post("/api/check", large).status()).isEqualTo(413);
    var chunked =
        caller.send(
            caller
                .request("/api/check")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))));
    assertThat(chunked.statusCode()).isEqualTo(413);
  }

  /** Nothing of such a body is waited for. */
  @Test
  void whoAnnouncesAFarTooLargeBodyIsAnsweredAtOnce() throws Exception {
    String head =
        "POST /api/check HTTP/1.1\nHost: 127.0.0.1:%d\nAuthorization: %s\n"
            + "Content-Type: application/json\nContent-Length: %d\n\n";
    long far = 100L * Limits.USUAL.body();
    assertThat(caller.raw(head.formatted(caller.server().port(), caller.bearer(), far)))
        .contains(" 413 ");
  }

  @Test
  void filmsAreBounded() throws Exception {
    List<String> open = new ArrayList<>();
    for (int k = 0; k < Limits.USUAL.films(); k++) {
      open.add(caller.film(Caller.SMALL));
    }
    Answer one = caller.post("/api/films", Map.of("experiment", Caller.SMALL));
    assertThat(one.status()).isEqualTo(429);
    assertThat(one.error()).contains("close one first");
    caller.delete("/api/films/" + open.get(0));
    caller.film(Caller.SMALL);
  }

  @Test
  void pagesAreBounded() throws Exception {
    String film = caller.film(Caller.SMALL);
    List<Page> pages = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      pages.add(caller.page(film));
    }
    // those above the limit are told so and sent away; the server may hear two pages, which open
    // at almost the same time, in the other order
    int most = Limits.USUAL.connections();
    Caller.await(() -> pages.stream().filter(p -> p.closed.isDone()).count() == 200 - most);
    List<Page> kept = pages.stream().filter(p -> !p.closed.isDone()).toList();
    for (Page page : pages) {
      if (!kept.contains(page)) {
        assertThat(page.closed.get()).isEqualTo(1013);
      }
    }
    caller.command(film, "{\"command\": \"train\"}");
    caller.await(film, s -> s.path("time").asDouble() > 40e-12);
    assertThat(kept).noneMatch(p -> p.closed.isDone());
    kept.forEach(p -> p.session.disconnect());
    Caller.await(
        () -> {
          try {
            Page late = caller.page(film);
            Thread.sleep(50);
            return !late.closed.isDone();
          } catch (Exception e) {
            return false;
          }
        });
  }
}
