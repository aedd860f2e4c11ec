package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.web.Caller.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What one server refuses, and that it goes on afterwards. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SecurityTest {

  @TempDir static Path runs;
  private static Caller caller;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    caller = new Caller(runs);
  }

  @AfterEach
  void goesOn() throws Exception {
    assertThat(caller.get("/api/hello").status()).isEqualTo(200);
    for (JsonNode film : caller.get("/api/films").json()) {
      caller.delete("/api/films/" + film.path("id").asString());
    }
    try (Stream<Path> left = Files.walk(runs)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(runs)) {
          Files.delete(file);
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    caller.close();
  }

  private String raw(String path, String host, String more) throws Exception {
    return caller.raw(
        "GET " + path + " HTTP/1.1\nHost: " + host + "\nConnection: close\n" + more + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:PORT",
        "127.0.0.1.evil.example:PORT",
        "localhost:1",
        "",
        "localhost"
      })
  void otherNamesForThisComputerAreRefused(String host) throws Exception {
    // a name that another site points at 127.0.0.1 (DNS rebinding) is not this server's
    String port = Integer.toString(caller.server().port());
    assertThat(raw("/api/hello", host.replace("PORT", port), "")).containsAnyOf(" 403 ", " 400 ");
    assertThat(raw("/api/hello", "localhost:" + port, "")).contains(" 200 ");
    assertThat(raw("/api/hello", "[::1]:" + port, "")).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "https://127.0.0.1:PORT",
        "http://127.0.0.1:1",
        "::"
      })
  void otherPagesAreRefused(String origin) throws Exception {
    String port = Integer.toString(caller.server().port());
    String host = "127.0.0.1:" + port;
    String line = "Origin: " + origin.replace("PORT", port) + "\n";
    assertThat(raw("/api/hello", host, line)).contains(" 403 ").contains("may not use this server");
    assertThat(raw("/api/hello", host, "Origin: http://" + host + "\n")).contains(" 200 ");
    String upgrade =
        "Upgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n";
    String film = caller.film(Caller.SMALL);
    String answer =
        caller.raw(
            "GET /api/films/%s/live HTTP/1.1\nHost: %s\nConnection: Upgrade\n%s%s\n"
                .formatted(film, host, upgrade, line));
    assertThat(answer).contains(" 403 ").doesNotContain(" 101 ");
  }

  @Test
  void noRequestOfThePageLeavesTheComputer() throws Exception {
    var headers = caller.send(caller.request("/api/hello")).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../secret",
        "a/../../secret",
        "/etc",
        ".",
        "",
        "link",
        "link-001/inside",
        "a\\..\\..",
        "%2e%2e",
        "nul\\u0000",
        "a b"
      })
  void noFolderOutsideOfTheRunsIsOpened(String name) throws Exception {
    Path secret = Files.createDirectory(folder.resolve("secret"));
    Files.writeString(secret.resolve("experiment.yaml"), Caller.SMALL);
    Files.writeString(secret.resolve("table.txt"), "");
    Files.createSymbolicLink(runs.resolve("link"), secret);
    Answer answer =
        caller.post(
            "/api/films",
            "{\"folder\": \"" + name.replace("\\", "\\\\").replace("\\\\u", "\\u") + "\"}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(caller.get("/api/folders").json()).isEmpty();
  }

  @Test
  void aFileThatIsALinkOutOfTheRunsIsNotRead() throws Exception {
    Path run = Files.createDirectory(runs.resolve("bad"));
    Files.writeString(folder.resolve("outside.yaml"), Caller.SMALL);
    Files.createSymbolicLink(run.resolve("experiment.yaml"), folder.resolve("outside.yaml"));
    Files.writeString(run.resolve("table.txt"), "");
    assertThat(caller.post("/api/films", Map.of("folder", "bad")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/vendor/../../../logback.xml",
        "/%2e%2e/logback.xml",
        "//etc/passwd",
        "/logback.xml",
        "/index.html%00.js"
      })
  void noOtherFileOfTheProgramIsServed(String path) throws Exception {
    String answer = raw(path, "127.0.0.1:" + caller.server().port(), "");
    assertThat(answer).containsPattern(" 40[04] ").doesNotContain("root:", "<configuration>");
  }

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "1",
        "{\"example\": 3}",
        "{\"exmaple\": \"fig1\"}",
        "{}",
        "{\"example\": \"fig1\", \"folder\": \"x\"}",
        "{\"example\": \"nowhere\"}",
        "{\"example\": \"fig1\", \"protocol\": \"yes\"}"
      })
  void whatIsNoRequestIsRefusedWithReason(String body) throws Exception {
    Answer answer = caller.post("/api/films", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isNotBlank();
    assertThat(caller.get("/api/films").json()).isEmpty();
  }

  @Test
  void deepJsonIsRefused() throws Exception {
    assertThat(caller.post("/api/films", "[".repeat(100_000)).status()).isEqualTo(400);
  }

  @Test
  void formsOfOtherPagesAreNoJson() throws Exception {
    var form =
        caller.request("/api/films").POST(BodyPublishers.ofString("{\"example\": \"fig1\"}"));
    assertThat(caller.send(form.header("Content-Type", "text/plain")).statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/films/f9",
    "GET, /api/films/f0",
    "GET, /api/films/f99999999999",
    "GET, /api/films/x%20y",
    "GET, /api/films/f9/table.txt",
    "GET, /api/films/f9/frames/0",
    "DELETE, /api/films/f9",
    "POST, /api/films/f9/commands",
    "GET, /api/nothing"
  })
  void unknownIdsAreNotFound(String method, String path) throws Exception {
    var request =
        caller
            .request(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("POST")
                    ? BodyPublishers.ofString("{\"command\": \"pause\"}")
                    : BodyPublishers.noBody());
    var answer = caller.send(request);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"error\"").contains("message");
  }

  @Test
  void aWrongExperimentIsSaidAsOnTheCommandLine() throws Exception {
    String yaml = "film:\n  size: [160 nm, 128 nm]\n  cell: 4 parsec\n";
    Answer answer = caller.post("/api/films", Map.of("experiment", yaml));
    assertThat(answer.status()).isEqualTo(422);
    assertThatThrownBy(() -> ExperimentFile.parse(yaml, "f.yaml", List.of()))
        .isInstanceOf(ExperimentException.class)
        .hasMessage("f.yaml:3: " + answer.error());
    var error = answer.json().path("error");
    assertThat(error.path("line").asInt()).isEqualTo(3);
    assertThat(error.path("key").asString()).isEqualTo("film.cell");
    Answer check = caller.post("/api/check", Map.of("experiment", yaml));
    assertThat(check.status()).isEqualTo(200);
    assertThat(check.json().path("error")).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "film: {size: [20 um, 20 um], cell: 4 nm} | cells",
        "electrodes: {grid: 9x9, radius: 4 nm, margin: 20 nm}\\nprotocol: [{rest: 1 ns}] | electrodes",
        "initial: {texture: file, file: /etc/passwd} | initial.file",
        "network: {reference: {file: /etc}} | network.reference.file: other runs are not read here"
      })
  void whatIsTooMuchForTheServerIsRefused(String yaml, String said) throws Exception {
    Answer answer = caller.post("/api/films", Map.of("experiment", yaml.replace("\\n", "\n")));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).contains(said);
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
    List<Caller.Page> pages = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      pages.add(caller.page(film));
    }
    // those above the limit are told so and sent away
    int most = Limits.USUAL.connections();
    for (int k = most; k < 200; k++) {
      assertThat(pages.get(k).closed.get(100, TimeUnit.SECONDS)).isEqualTo(1013);
    }
    assertThat(pages.subList(0, most)).noneMatch(p -> p.closed.isDone());
    caller.command(film, "{\"command\": \"train\"}");
    caller.await(film, s -> s.path("time").asDouble() > 40e-12);
    pages.subList(0, most).forEach(p -> p.socket.abort());
    Caller.await(
        () -> {
          try {
            Caller.Page late = caller.page(film);
            Thread.sleep(50);
            return !late.closed.isDone();
          } catch (Exception e) {
            return false;
          }
        });
  }

  @Test
  void onAnotherAddressOnlyTheTokenOpens() throws Exception {
    var options = new LiveServer.Options(0, false, "127.0.0.1", runs, 1);
    try (Caller guarded = new Caller(options, Limits.USUAL)) {
      assertThat(guarded.get("/api/hello").status()).isEqualTo(401);
      assertThat(guarded.get("/api/hello?token=guess").status()).isEqualTo(401);
      String token = URI.create(guarded.server().address()).getQuery().substring("token=".length());
      assertThat(token).hasSize(32);
      var opened = guarded.send(guarded.request("/api/hello?token=" + token));
      assertThat(opened.statusCode()).isEqualTo(200);
      assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
          .contains(token, "HttpOnly", "SameSite=Strict");
      var bearer = guarded.request("/api/hello").header("Authorization", "Bearer " + token);
      assertThat(guarded.send(bearer).statusCode()).isEqualTo(200);
      CompletableFuture<WebSocket> stream =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create(
                      "ws://127.0.0.1:%d/api/films/f1/live".formatted(guarded.server().port())),
                  new WebSocket.Listener() {});
      assertThatThrownBy(stream::join).isInstanceOf(CompletionException.class);
    }
  }
}
