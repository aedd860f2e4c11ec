package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.web.Caller.Answer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is asked for more than it can do, by more than it has threads: it answers others
 * meanwhile.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BusyServerTest {

  /** More than the server has threads. */
  private static final int MANY = 30;

  private static final String SWEEP = "sweep: {initial.seed: 1..%d}\n";

  @TempDir Path runs;
  private Caller caller;

  @BeforeEach
  void start() throws Exception {
    caller = new Caller(runs);
  }

  @AfterEach
  void stop() {
    caller.close();
  }

  private CompletableFuture<Answer> post(String path, Object body) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return caller.post(path, body);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        },
        task -> new Thread(task).start());
  }

  /** A guard against hanging, no measure of speed. */
  private void answersOthers() throws Exception {
    Answer hello =
        CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return caller.get("/api/hello");
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .get(10, TimeUnit.SECONDS);
    assertThat(hello.status()).isEqualTo(200);
  }

  private static List<Integer> statuses(List<CompletableFuture<Answer>> answers) {
    return answers.stream().map(a -> a.join().status()).toList();
  }

  @Test
  void manyChecksOfLargeSweepsHoldNobodyUp() throws Exception {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int k = 0; k < MANY; k++) {
      String client = "page " + k;
      answers.add(post("/api/check", Map.of("experiment", SWEEP.formatted(100), "client", client)));
    }
    answersOthers();
    // carried out, or refused while too many wait
    assertThat(statuses(answers)).contains(200).isSubsetOf(200, 503);
  }

  @Test
  void theNewestCheckOfAClientWins() throws Exception {
    // nine films of a million cells
    String large =
        "film: {size: [4 um, 4 um], cell: 4 nm}\n"
            + "sweep: {film.thickness: [1 um, 1.1 um, 1.2 um], electrodes.radius: [150 nm, 160 nm, 170 nm]}\n";
    CompletableFuture<Answer> older =
        post("/api/check", Map.of("experiment", large, "client", "a"));
    Thread.sleep(300);
    Answer other = caller.post("/api/check", Map.of("experiment", "name: b\n", "client", "b"));
    assertThat(other.json().path("ok").asBoolean()).isTrue();
    assertThat(older).isNotDone();
    Answer newer = caller.post("/api/check", Map.of("experiment", "name: a\n", "client", "a"));
    assertThat(newer.json().path("ok").asBoolean()).isTrue();
    assertThat(older.join().status()).isEqualTo(409);
    assertThat(older.join().error()).contains("newer check");
  }

  @Test
  void aSweepThatIsTooLargeIsRefusedUnread() throws Exception {
    String yaml = SWEEP.formatted(100_000);
    Answer check = caller.post("/api/check", Map.of("experiment", yaml));
    assertThat(check.json().path("ok").asBoolean()).isFalse();
    assertThat(check.json().path("error").path("message").asString())
        .contains("100000 runs", "takes 1000", "hopfilm check");
    Answer film = caller.post("/api/films", Map.of("experiment", yaml));
    assertThat(film.status()).isEqualTo(422);
    assertThat(film.error()).contains("100000 runs");
  }

  @Test
  void aCheckTellsTheMemory() throws Exception {
    double small =
        bytes(
            "film: {size: [160 nm, 160 nm], cell: 4 nm}\nelectrodes: {layout: corners, radius: 30 nm}\n");
    double large =
        bytes(
            "film: {size: [1600 nm, 1600 nm], cell: 4 nm}\nelectrodes: {layout: corners, radius: 30 nm}\n");
    // the film's own memory is that of its cells; the rest is the program's
    assertThat(large - small).isGreaterThan(158_400 * 24.0);
    assertThat(small).isGreaterThan(1e7);
  }

  private double bytes(String yaml) throws Exception {
    return caller.post("/api/check", Map.of("experiment", yaml)).json().path("bytes").asDouble();
  }

  @Test
  void commandsThatWaitForAFilmAreBoundedAndHoldNobodyUp() throws Exception {
    String film =
        caller.film(
            Caller.SMALL
                .replace("[160 nm, 128 nm]", "[640 nm, 640 nm]")
                .replace("relax: 20 ps", "relax: 1 ps"));
    for (String command : List.of("reset", "measure")) {
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int k = 0; k < MANY; k++) {
        answers.add(post("/api/films/" + film + "/commands", Map.of("command", command)));
      }
      answersOthers();
      assertThat(statuses(answers)).as(command).contains(200).isSubsetOf(200, 409);
      caller.await(film, s -> s.path("status").asString().equals("idle"));
    }
  }

  private Socket slow(LiveServer server) throws Exception {
    Socket socket = new Socket("127.0.0.1", server.port());
    String head =
        "POST /api/check HTTP/1.1\nHost: 127.0.0.1:%d\nAuthorization: Bearer %s\n"
            + "Content-Type: application/json\nContent-Length: 1000\n\n{";
    socket
        .getOutputStream()
        .write(
            head.formatted(server.port(), server.token())
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  @Test
  void slowBodiesHoldNobodyUp() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int k = 0; k < MANY; k++) {
        sockets.add(slow(caller.server()));
      }
      answersOthers();
      for (Socket socket : sockets) {
        assertThat(socket.getInputStream().available()).as("bytes of an answer").isZero();
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void aBodyThatDripsIsEndedAfterItsTime() throws Exception {
    Limits u = Limits.USUAL;
    Limits quick =
        new Limits(
            u.films(), u.cells(), u.nodes(), u.body(), u.connections(), u.runs(), 1, 30, false);
    try (Caller strict = new Caller(runs, quick);
        Socket socket = slow(strict.server())) {
      socket.setSoTimeout(60_000);
      CompletableFuture<Void> drip =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int k = 0; k < 100; k++) {
                    Thread.sleep(100);
                    socket.getOutputStream().write('x');
                  }
                } catch (java.io.IOException | InterruptedException e) {
                  // the server has closed the connection
                }
              });
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        assertThat(next).as("the end of the answer %s", head).isNotNegative();
        head.append((char) next);
      }
      assertThat(head).contains(" 408 ", "Connection: close");
      drip.get(60, TimeUnit.SECONDS);
      assertThat(strict.get("/api/hello").status()).isEqualTo(200);
    }
  }
}
