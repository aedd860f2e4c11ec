package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMoment;
import hopfilm.web.Caller.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server that is attacked by some who hold the token: it answers the others. Prints how long they
 * waited, which docs/notes/2026-reliability-tests.md tells.
 */
@Tag("samples")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AttackedServerTest extends OwnServer {

  /** More than the server has threads. */
  private static final int SLOW = Boolean.getBoolean("hopfilm.slow") ? 300 : 30;

  /** Fewer than {@link Limits#connections()}, which refuses more. */
  private static final int DEAF = 50;

  /** Its magnetisation is more than a connection holds without a reader: 6 MB. */
  private static final String LARGE =
      Caller.SMALL
          .replace("[160 nm, 128 nm]", "[2 um, 2 um]")
          .replace("relax: 20 ps", "relax: 1 ps");

  /** Against hanging: less than the 30 s after which a connection that is idle is closed [s]. */
  private static final int GUARD = 25;

  private final List<Socket> sockets = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private String film;

  @BeforeEach
  void open() throws Exception {
    film = caller.film(Caller.SMALL);
  }

  @AfterEach
  void leave() throws IOException {
    end.countDown();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** A request that is begun, and what is not sent or not read of it. */
  private Socket begin(String head, Object... values) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress("127.0.0.1", caller.server().port()));
    String known =
        "\nHost: 127.0.0.1:%d\nAuthorization: %s\n"
            .formatted(caller.server().port(), caller.bearer());
    String request = head.formatted(values).replaceFirst("\n", known);
    socket
        .getOutputStream()
        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  /** Asks what a person at the page asks. */
  private void answersOthers(String attack) throws Exception {
    StringBuilder times = new StringBuilder();
    time(times, "hello", 200, () -> caller.get("/api/hello"));
    time(times, "pause", 200, () -> caller.command(film, "{\"command\": \"pause\"}"));
    time(times, "save", 200, () -> caller.command(film, "{\"command\": \"save\"}"));
    time(times, "check", 200, () -> caller.post("/api/check", "{\"experiment\": \"name: x\"}"));
    time(times, "DELETE", 204, () -> caller.delete("/api/films/" + film));
    System.out.printf("%s:%s%n", attack, times);
  }

  private interface Request {
    Answer send() throws IOException;
  }

  private static void time(StringBuilder times, String name, int status, Request request)
      throws Exception {
    long start = System.nanoTime();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(request.send());
              } catch (IOException e) {
                answer.completeExceptionally(e);
              }
            });
    thread.start();
    assertThat(answer.get(GUARD, TimeUnit.SECONDS).status()).as(name).isEqualTo(status);
    times.append(" %s %d ms".formatted(name, (System.nanoTime() - start) / 1_000_000));
  }

  @Test
  void headersThatDrip() throws Exception {
    for (int k = 0; k < SLOW; k++) {
      begin("GET /api/hello HTTP/1.1\nX-Slow: ");
    }
    answersOthers(SLOW + " clients in the middle of their headers");
  }

  @Test
  void bodiesThatDrip() throws Exception {
    for (int k = 0; k < SLOW; k++) {
      begin("POST /api/films HTTP/1.1\nContent-Type: application/json\nContent-Length: 1000\n\n{");
    }
    answersOthers(SLOW + " clients in the middle of their bodies");
  }

  @Test
  void answersThatNobodyReads() throws Exception {
    String large = caller.film(LARGE);
    for (int k = 0; k < SLOW; k++) {
      begin("GET /api/films/%s/m.ovf HTTP/1.1\nAccept: */*\n\n", large);
    }
    answersOthers(SLOW + " clients that do not read 6 MB");
    leave();
    // those that are gone make room
    Caller.await(() -> isRead("/api/films/" + large + "/m.ovf"));
  }

  private boolean isRead(String path) {
    try {
      return caller.send(caller.request(path)).statusCode() == 200;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void pagesThatDoNotRead() throws Exception {
    String large = caller.film(LARGE);
    String key = Base64.getEncoder().encodeToString(new byte[16]);
    for (int k = 0; k < DEAF; k++) {
      begin(
          "GET /api/films/%s/live HTTP/1.1\nUpgrade: websocket\nConnection: Upgrade\n"
              + "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: %s\n\n",
          large, key);
    }
    Caller.await(() -> caller.server().films().find(large).clients().size() == DEAF);
    caller.command(large, "{\"command\": \"train\"}");
    answersOthers(DEAF + " pages that do not read");
  }

  /** Goes on until the end of the test, whoever interrupts it. */
  private Object endless() {
    while (true) {
      try {
        end.await();
        return new Object();
      } catch (InterruptedException e) {
        // endless work looks at no interrupt
      }
    }
  }

  @Test
  void filmsThatNeverOpen() throws Exception {
    List<CompletableFuture<Object>> never = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      never.add(caller.server().films().vetted(this::endless, late -> {}));
    }
    answersOthers(never.size() + " films that never open");
    assertThat(never).noneMatch(CompletableFuture::isDone);
  }

  /** A film that overflows the stack of whoever looks at it. */
  private static final class Faulty extends Screen {
    Faulty(String id) {
      super(id, "faulty", ExperimentFile.parse(Caller.SMALL, "faulty", List.of()));
    }

    @Override
    String kind() {
      return "watched";
    }

    @Override
    String status() {
      return "running";
    }

    @Override
    StateMessage describe() {
      throw new StackOverflowError();
    }

    @Override
    Map<String, Object> network(boolean isForced) {
      throw new StackOverflowError();
    }

    @Override
    FrameCoder.Header header(int number, FilmMoment film) {
      return null;
    }

    @Override
    String yaml() {
      return "";
    }
  }

  @Test
  void aFilmAtWhichTheProgramFailsLeavesTheOthersAlone() throws Exception {
    FilmRegistry films = caller.server().films();
    Faulty faulty = new Faulty(films.nextId());
    films.add(faulty);
    Answer answer = caller.get("/api/films/" + faulty.id());
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.error()).contains("internal fault", "StackOverflowError", "Faulty.describe");
    String other = caller.film(Caller.SMALL);
    Page page = caller.page(other);
    caller.page(faulty.id());
    caller.command(other, "{\"command\": \"train\", \"time\": \"20 ps\"}");
    caller.await(other, s -> Caller.isIdle(s) && !s.path("undo").isNull());
    Caller.await(() -> page.ofType("state").stream().anyMatch(s -> !s.path("undo").isNull()));
    answersOthers("a film at which the program fails");
  }

  @Test
  void filmsThatOpenLateTakeNoPlace() throws Exception {
    Limits u = Limits.USUAL;
    Limits none =
        new Limits(
            u.films(), u.cells(), u.nodes(), u.body(), u.connections(), u.runs(), 10, 0, false);
    try (Caller hurried = new Caller(folder.resolve("others"), none)) {
      for (int k = 0; k < 2 * u.films(); k++) {
        Answer late = hurried.post("/api/films", Map.of("experiment", LARGE));
        // it may be quicker than the clock
        assertThat(late.status()).isIn(201, 503);
        if (late.status() == 201) {
          hurried.delete("/api/films/" + late.json().path("id").asString());
        } else {
          assertThat(late.error()).contains("takes longer than 0 s");
        }
        assertThat(hurried.get("/api/films").json()).isEmpty();
      }
    }
  }
}
