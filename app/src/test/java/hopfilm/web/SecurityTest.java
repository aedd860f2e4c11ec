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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one server refuses, and that it goes on afterwards. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SecurityTest extends OneServer {

  @TempDir Path folder;

  private String raw(String path, String host, String more) throws Exception {
    return caller.raw(
        "GET %s HTTP/1.1\nHost: %s\nAuthorization: %s\nConnection: close\n%s\n"
            .formatted(path, host, caller.bearer(), more));
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
            "GET /api/films/%s/live HTTP/1.1\nHost: %s\nAuthorization: %s\nConnection: Upgrade\n%s%s\n"
                .formatted(film, host, caller.bearer(), upgrade, line));
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
        "initial: {texture: image, file: /etc/passwd} | initial.file: files are not read here",
        "device: {svg: /etc/passwd} | device.svg: drawings are read here only where they are sent",
        "film: {mask: [{shape: svg, file: /etc/passwd, id: a}]} | film.mask.file: drawings are read here only",
        "electrodes: [{name: a, shape: union, parts: [{shape: image, file: /etc/passwd}]}] | drawings are read here only",
        "protocol: [{drive: {voltages: {n1: {samples: /etc/passwd, every: 1 ns, scale: 1 V}}}}] | drive.voltages.n1.samples: files are not read here",
        "protocol: [{drive: {time: 1 ns}}]\\nsweep: {drive.field.value: [/etc/passwd]} | drive",
        "network: {reference: {file: /etc}} | network.reference.file: files are not read here",
        "film: {field: {file: /etc/passwd}} | film.field.file: files are not read here",
        "protocol: [{rest: {time: 1 ns, field: {file: /etc/passwd}}}] | rest.field.file: files are not read here",
        "protocol: [{field: {file: a.ovf}}]\\nsweep: {field.file: [/etc/passwd]} | field.file: files are not read here"
      })
  void whatIsTooMuchForTheServerIsRefused(String yaml, String said) throws Exception {
    Answer answer = caller.post("/api/films", Map.of("experiment", yaml.replace("\\n", "\n")));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).contains(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "127.0.0.1"})
  void onlyTheTokenOpens(String bind) throws Exception {
    // others may use this computer too
    var options = new LiveServer.Options(0, false, bind.isEmpty() ? null : bind, true, runs, 1);
    try (Caller guarded = new Caller(options, Limits.USUAL)) {
      String token = guarded.server().token();
      assertThat(token).hasSize(32);
      assertThat(guarded.server().address()).endsWith("/?token=" + token);
      assertThat(guarded.send(guarded.stranger("/api/hello")).statusCode()).isEqualTo(401);
      for (String path : List.of("/", "/main.js", "/?token=guess", "/api/hello?token=guess")) {
        var refused = guarded.send(guarded.stranger(path));
        assertThat(refused.statusCode()).as(path).isEqualTo(401);
        assertThat(refused.body()).contains("open the address that the server printed");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
      }
      for (String scheme : List.of("Bearer ", "bearer ", "BEARER  ")) {
        // RFC 7235, 2.1: the case of a scheme does not matter
        var known = guarded.stranger("/api/hello").header("Authorization", scheme + token);
        assertThat(guarded.send(known).statusCode()).as(scheme).isEqualTo(200);
      }
      assertThat(guarded.send(guarded.stranger("/api/hello?token=" + token)).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aPageIsOpenedWithTheTokenWhichThenLeavesItsAddress() throws Exception {
    var opened = caller.send(caller.stranger("/?token=" + caller.server().token()));
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(opened.headers().firstValue("Location")).hasValue("/");
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    // the cookies of a host go to each of its ports
    assertThat(cookie)
        .startsWith("hopfilm-token-" + caller.server().port() + "=" + caller.server().token())
        .contains("HttpOnly", "SameSite=Strict");
    var page = caller.stranger("/").header("Cookie", cookie.substring(0, cookie.indexOf(';')));
    assertThat(caller.send(page).body()).contains("<title>Hopfilm</title>");
  }

  @Test
  void noCookieIsMadeOfWhatSomebodyElseSends() throws Exception {
    // let in by the header, with another token in the address
    for (String path : List.of("/", "/api/hello")) {
      var answer = caller.send(caller.request(path + "?token=evil;Domain=x"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void aStreamNeedsTheTokenToo() throws Exception {
    String film = caller.film(Caller.SMALL);
    URI stream =
        URI.create("ws://127.0.0.1:%d/api/films/%s/live".formatted(caller.server().port(), film));
    CompletableFuture<WebSocket> refused =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(stream, new WebSocket.Listener() {});
    assertThatThrownBy(refused::join).isInstanceOf(CompletionException.class);
    assertThat(caller.page(film).session.isOpen()).isTrue();
  }

  @Test
  void withoutTheTokenWhereThatIsWanted() throws Exception {
    var options = new LiveServer.Options(0, false, null, false, runs, 1);
    try (Caller open = new Caller(options, Limits.USUAL)) {
      assertThat(open.server().address()).endsWith("/");
      assertThat(open.send(open.stranger("/api/hello")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void onAnotherAddressOnlyNamesOfThisComputerAreAnswered() throws Exception {
    var options = new LiveServer.Options(0, false, "127.0.0.1", true, runs, 1);
    try (Caller bound = new Caller(options, Limits.USUAL)) {
      String request =
          "GET /api/hello HTTP/1.1\nHost: %s\nAuthorization: %s\nConnection: close\n\n";
      for (String host : List.of("127.0.0.1:1", "192.0.2.7:80", "[::1]", "localhost")) {
        // a port may be passed on as another one
        assertThat(bound.raw(request.formatted(host, bound.bearer()))).contains(" 200 ");
      }
      assertThat(bound.raw(request.formatted("evil.example", bound.bearer()))).contains(" 403 ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/hello, 'GET'",
    "/api/check, 'POST'",
    "/api/films, 'GET, POST'",
    "/api/films/f1, 'GET, DELETE'",
    "/api/films/f1/commands, 'POST'"
  })
  void otherMethodsAreRefusedAndTheRightOnesNamed(String path, String allowed) throws Exception {
    for (String method : List.of("PUT", "PATCH", "OPTIONS", "DELETE", "POST")) {
      if (!allowed.contains(method)) {
        var answer = caller.send(caller.request(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(method).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(answer.body()).contains("\"error\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1\nHost: a b\n\n", "nonsense\n\n", "GET /%zz HTTP/1.0\n\n"})
  void whatIsNoRequestIsAnsweredWithoutAPage(String request) throws Exception {
    assertThat(caller.raw(request))
        .contains(" 400 ", "nosniff", "Content-Security-Policy", "text/plain")
        .doesNotContain("<");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"command\": \"reset\", \"seed\": -5} | seed | whole number",
        "{\"command\": \"save\", \"name\": \"-rf\"} | name | letters",
        "{\"command\": \"save\", \"name\": \"_\"} | name | letters",
        "{\"command\": \"train\", \"voltages\": [[1]]} | voltages | a text with a unit is needed, not [1]",
        "{\"command\": \"train\", \"voltages\": {\"a\": 1}} | voltages | a list is needed, not {",
        "{\"command\": \"train\", \"currents\": [null, 1]} | currents | a text with a unit is needed, not null",
        "{\"command\": \"train\", \"patterns\": [[\"+-+-\"]]} | patterns | texts of + and - are needed, not [",
        "{\"command\": \"train\", \"time\": [1]} | time | a text with a unit is needed, not [1]",
        "{\"command\": \"train\", \"time\": 1e999} | time | is too large",
        "{\"command\": \"set\", \"voltage\": 1e999} | voltage | is too large",
        "{\"command\": \"relax\", \"alpha\": [1]} | alpha | a text with a unit is needed, not [1]",
        "{\"command\": \"rest\", \"time\": true} | time | a text with a unit is needed, not true",
        "{\"command\": \"move\", \"electrode\": \"n1\", \"centre\": [{}, 0]} | centre | a text with a unit is needed, not {}",
        "{\"command\": \"electrodes\", \"list\": [{\"centre\": {\"x\": 1}}]} | list[1].centre | needed, not {",
        "{\"command\": \"electrodes\", \"list\": [{\"name\": \"a\"}, [1]]} | list[2] | an object with name"
      })
  void wrongValuesOfCommandsAreRefused(String command, String key, String said) throws Exception {
    Answer answer = caller.command(caller.film(Caller.SMALL), command);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").path("key").asString()).isEqualTo(key);
    assertThat(answer.error()).startsWith(key + ": ").contains(said);
    assertThat(caller.get("/api/folders").json()).isEmpty();
  }
}
