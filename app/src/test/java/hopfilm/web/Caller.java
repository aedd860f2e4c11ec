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
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /**
   * A page on the stream, which has heard something or was closed. In two runs of all tests one
   * page heard nothing at all; 4879 pages opened for that alone did not show why. Such a page is
   * named in the log and opened once again.
   */
  Page page(String film) throws Exception {
    Page page = open(film);
    try {
      page.first.get(20, TimeUnit.SECONDS);
      return page;
    } catch (TimeoutException e) {
      System.err.println("a page of " + film + " heard nothing for 20 s: it is opened again");
      page.socket.abort();
    }
    Page again = open(film);
    again.first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return again;
  }

  private Page open(String film) throws Exception {
    Page page = new Page();
    page.socket =
        http.newWebSocketBuilder()
            .header("Authorization", bearer())
            .buildAsync(
                URI.create("ws://127.0.0.1:%d/api/films/%s/live".formatted(server.port(), film)),
                page)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return page;
  }

  /** What a page heard. */
  static final class Page implements WebSocket.Listener {
    final List<JsonNode> texts = new CopyOnWriteArrayList<>();
    final List<ByteBuffer> frames = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer binary = ByteBuffer.allocate(0);
    WebSocket socket;

    List<JsonNode> ofType(String type) {
      return texts.stream().filter(t -> t.path("type").asString("").equals(type)).toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      text.append(data);
      if (isLast) {
        texts.add(JsonMapper.shared().readTree(text.toString()));
        text.setLength(0);
        first.complete(null);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean isLast) {
      ByteBuffer both = ByteBuffer.allocate(binary.remaining() + data.remaining());
      both.put(binary).put(data).flip();
      binary = both;
      if (isLast) {
        frames.add(both);
        binary = ByteBuffer.allocate(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      first.complete(null);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable e) {
      closed.completeExceptionally(e);
      first.completeExceptionally(e);
    }
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
