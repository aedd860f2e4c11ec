package hopfilm.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server for tests and what a page or a notebook does with it. */
final class Caller implements AutoCloseable {

  /** A film of 40 x 32 cells, which moves as far in a second as others in a minute. */
  static final String SMALL =
      """
      name: small film
      film: {size: [160 nm, 128 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 32 nm}
      initial: {texture: maze, seed: 1, relax: 20 ps}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 10 mV, time: 40 ps}
        - measure: trained
      output: {table: 10 ps, snapshots: 20 ps, formats: [ovf], report: off}
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LiveServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  Caller(Path runs) throws IOException {
    this(runs, Limits.USUAL);
  }

  Caller(Path runs, Limits limits) throws IOException {
    this(new LiveServer.Options(0, false, null, true, runs, 1), limits);
  }

  Caller(LiveServer.Options options, Limits limits) throws IOException {
    server = LiveServer.start(options, limits);
  }

  /** Closes all films and empties the folder of runs. */
  void clear(Path runs) throws Exception {
    for (JsonNode film : get("/api/films").json()) {
      delete("/api/films/" + film.path("id").asString());
    }
    try (Stream<Path> left = Files.walk(runs)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(runs)) {
          Files.delete(file);
        }
      }
    }
  }

  LiveServer server() {
    return server;
  }

  /** An answer: status and JSON, null where there is none. */
  record Answer(int status, JsonNode json) {
    String error() {
      return json.path("error").path("message").asString("");
    }
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = stranger(path);
    return server.token() == null ? request : request.header("Authorization", bearer());
  }

  /** A request of somebody who has no token. */
  HttpRequest.Builder stranger(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(PATIENCE);
  }

  /** Value of the header with the token. */
  String bearer() {
    return "Bearer " + server.token();
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  byte[] bytes(String path) throws IOException {
    try {
      return http.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Answer answer(HttpResponse<String> r) {
    boolean isJson = r.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Answer(
        r.statusCode(),
        isJson && !r.body().isEmpty() ? JsonMapper.shared().readTree(r.body()) : null);
  }

  Answer get(String path) throws IOException {
    return answer(send(request(path)));
  }

  Answer delete(String path) throws IOException {
    return answer(send(request(path).DELETE()));
  }

  Answer post(String path, Object body) throws IOException {
    String text = body instanceof String s ? s : JsonMapper.shared().writeValueAsString(body);
    return answer(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text))));
  }

  /** A new film that has relaxed. */
  String film(String yaml) throws IOException, InterruptedException {
    Answer begun = post("/api/films", java.util.Map.of("experiment", yaml));
    if (begun.status() != 201) {
      throw new IOException(begun.toString());
    }
    String id = begun.json().path("id").asString();
    await(id, s -> s.path("status").asString().equals("idle"));
    return id;
  }

  Answer command(String film, String json) throws IOException {
    return post("/api/films/" + film + "/commands", json);
  }

  JsonNode state(String film) throws IOException {
    return get("/api/films/" + film).json().path("state");
  }

  void await(String film, Predicate<JsonNode> condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode state = state(film);
    while (!condition.test(state)) {
      if (System.nanoTime() > end) {
        throw new IOException("never came to it: " + state);
      }
      Thread.sleep(5);
      state = state(film);
    }
  }

  static void await(BooleanSupplier condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("never came to it");
      }
      Thread.sleep(5);
    }
  }

  /** A request as it goes over the line, for headers that the client does not send; the answer. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A page on the stream. */
  Page page(String film) throws Exception {
    return Page.open(server.port(), server.token(), film);
  }

  @Override
  public void close() {
    server.close();
  }

  /** Whether a film waits, by its state. */
  static boolean isIdle(JsonNode state) {
    return state.path("status").asString().equals("idle");
  }
}
