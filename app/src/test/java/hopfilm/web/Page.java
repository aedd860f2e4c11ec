package hopfilm.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.ClientUpgradeRequest;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page on the stream of a film, and what it heard. Jetty's client, as that of Java 17 garbles
 * what a busy server sends with its first answer.
 */
public final class Page implements Session.Listener.AutoDemanding {

  private static final WebSocketClient CLIENT = client();

  final List<JsonNode> texts = new CopyOnWriteArrayList<>();
  final List<ByteBuffer> frames = new CopyOnWriteArrayList<>();

  /** Done once a frame has come. */
  public final CompletableFuture<Void> framed = new CompletableFuture<>();

  /** The code that the server closed with. */
  public final CompletableFuture<Integer> closed = new CompletableFuture<>();

  Session session;

  private Page() {}

  private static WebSocketClient client() {
    WebSocketClient client = new WebSocketClient();
    client.setMaxTextMessageSize(-1);
    client.setMaxBinaryMessageSize(-1);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return client;
  }

  /** Opens it. */
  public static Page open(int port, String token, String film) throws Exception {
    Page page = new Page();
    ClientUpgradeRequest request =
        new ClientUpgradeRequest(
            URI.create("ws://127.0.0.1:%d/api/films/%s/live".formatted(port, film)));
    request.setHeader("Authorization", "Bearer " + token);
    page.session = CLIENT.connect(page, request).get(60, TimeUnit.SECONDS);
    return page;
  }

  List<JsonNode> ofType(String type) {
    if (closed.isCompletedExceptionally()) {
      closed.join();
    }
    return texts.stream().filter(t -> t.path("type").asString("").equals(type)).toList();
  }

  void send(String text) {
    Callback.Completable.with(sent -> session.sendText(text, sent)).join();
  }

  void close() {
    session.close(1000, "", Callback.NOOP);
  }

  @Override
  public void onWebSocketText(String text) {
    texts.add(JsonMapper.shared().readTree(text));
  }

  @Override
  public void onWebSocketBinary(ByteBuffer data, Callback read) {
    frames.add(ByteBuffer.allocate(data.remaining()).put(data).flip());
    framed.complete(null);
    read.succeed();
  }

  @Override
  public void onWebSocketClose(int code, String reason, Callback heard) {
    closed.complete(code);
    heard.succeed();
  }

  @Override
  public void onWebSocketError(Throwable e) {
    closed.completeExceptionally(e);
  }
}
