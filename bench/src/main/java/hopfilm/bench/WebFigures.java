package hopfilm.bench;

import hopfilm.web.LiveServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live laboratory: frames of the default film in training, and what a page costs it. */
final class WebFigures {

  private static final String TRAIN = "{\"command\": \"train\", \"pattern\": \"+-+-\"}";

  private final boolean quick;
  private final Path scratch;
  private final HttpClient http = HttpClient.newHttpClient();
  private LiveServer server;
  private String film;

  WebFigures(boolean quick, Path scratch) {
    this.quick = quick;
    this.scratch = scratch;
  }

  /** The film with and without a page in turn, in one training. */
  List<BenchFigure> measure() throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (LiveServer started =
        LiveServer.start(
            new LiveServer.Options(
                0, true, null, false, scratch.resolve("runs"), Math.max(1, cores - 1)))) {
      server = started;
      film = post("/api/films", "{\"example\": \"four-node\"}").path("id").asString();
      while (state().path("status").asString().equals("running")) {
        pause(0.2);
      }
      post("/api/films/" + film + "/commands", TRAIN);
      pause(3);
      return figures(quick ? 3 : 6, quick ? 2 : 4);
    }
  }

  private List<BenchFigure> figures(int rounds, double seconds) throws IOException {
    List<Double> alone = new ArrayList<>();
    List<Double> watched = new ArrayList<>();
    List<Double> frames = new ArrayList<>();
    for (int k = 0; k < rounds; k++) {
      alone.add(speed(seconds));
      Page page = new Page();
      WebSocket socket =
          http.newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://127.0.0.1:%d/api/films/%s/live".formatted(server.port(), film)),
                  page)
              .join();
      socket
          .sendText("{\"want\": {\"frames\": 15, \"current\": true, \"ack\": true}}", true)
          .join();
      pause(0.5);
      int before = page.frames.get();
      long start = System.nanoTime();
      watched.add(speed(seconds));
      frames.add((page.frames.get() - before) / ((System.nanoTime() - start) * 1e-9));
      socket.abort();
      pause(0.5);
    }
    int cores = Runtime.getRuntime().availableProcessors();
    return List.of(
        BenchFigure.of("web_frames", median(frames)),
        BenchFigure.of("web_speed", median(watched) / median(alone))
            .from(
                "%.2f ns a second with a page, %.2f without, %d cores",
                median(watched), median(alone), cores));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return 0.5 * (sorted.get((n - 1) / 2) + sorted.get(n / 2));
  }

  /** Simulated ns in a second. */
  private double speed(double seconds) throws IOException {
    double before = state().path("time").asDouble();
    long start = System.nanoTime();
    pause(seconds);
    double after = state().path("time").asDouble();
    return (after - before) * 1e9 / ((System.nanoTime() - start) * 1e-9);
  }

  private static void pause(double seconds) {
    try {
      Thread.sleep(Math.round(1000 * seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode state() throws IOException {
    return send(request("/api/films/" + film)).path("state");
  }

  private JsonNode post(String path, String body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException {
    try {
      return JsonMapper.shared()
          .readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** A page that answers each frame at once. */
  private static final class Page implements WebSocket.Listener {
    private final AtomicInteger frames = new AtomicInteger();

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean isLast) {
      if (isLast) {
        frames.incrementAndGet();
        socket.sendText("ack", true);
      }
      socket.request(1);
      return null;
    }
  }
}
