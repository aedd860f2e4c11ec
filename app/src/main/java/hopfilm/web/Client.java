package hopfilm.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A page on the stream of a film. Of state, network and frame it is sent only the newest that there
 * is when the message before has gone, so that a slow page holds up nothing and keeps nothing.
 */
final class Client {

  private static final int MAX_NOTES = 32;
  private static final double USUAL_FRAMES = 15;
  private static final double MAX_FRAMES = 30;

  /** A page that owes its answer for so long is sent a frame again. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  record Message(JsonNode want) {}

  private final Session session;
  private final Supplier<History> table;
  private final Map<String, String> newest = new LinkedHashMap<>();
  private final Deque<String> notes = new ArrayDeque<>();
  private Object epoch;
  private int next;
  private byte[] frame;
  private boolean isSending;
  private long sendingSince;
  private boolean isOwed;
  private boolean isClosing;
  private long lastFrame = System.nanoTime() - PATIENCE;
  private double frames = USUAL_FRAMES;
  private boolean wantsCurrent = true;
  private boolean answers;

  /**
   * @param table the present one
   */
  Client(Session session, Supplier<History> table) {
    this.session = session;
    this.table = table;
  }

  /** Takes what the page sends: {@code ack}, or what it wants. */
  synchronized void heard(String text) {
    if (text.equals("ack")) {
      isOwed = false;
      return;
    }
    Message message =
        Json.record(Json.object(text.getBytes(StandardCharsets.UTF_8)), "a message", Message.class);
    JsonNode want = message.want == null ? MissingNode.getInstance() : message.want;
    double wanted =
        want.hasNonNull("frames") ? Json.number(want.get("frames"), "frames") : USUAL_FRAMES;
    frames = Math.max(0, Math.min(MAX_FRAMES, wanted));
    wantsCurrent = want.path("current").asBoolean(true);
    answers = want.path("ack").asBoolean(false);
    isOwed = false;
  }

  /** True if it could be sent a frame now. */
  synchronized boolean isReady() {
    long ago = System.nanoTime() - lastFrame;
    boolean isFree = !isOwed || ago > PATIENCE;
    // a little early, or the next tick would be late
    return frames > 0 && !isSending && isFree && ago >= 0.9e9 / frames;
  }

  synchronized boolean wantsCurrent() {
    return wantsCurrent && frames > 0;
  }

  /** Replaces a message of the same kind that has not gone yet. */
  synchronized void offer(String kind, String message) {
    newest.put(kind, message);
  }

  synchronized void offer(byte[] newestFrame) {
    frame = newestFrame;
  }

  synchronized void note(String message) {
    if (notes.size() == MAX_NOTES) {
      notes.removeFirst();
    }
    notes.addLast(message);
  }

  /** Sends what waits, one after the other. */
  void pump() {
    ByteBuffer binary = null;
    String text;
    synchronized (this) {
      if (isSending && System.nanoTime() - sendingSince > PATIENCE) {
        // it does not take what it is sent: let go, it comes again
        session.disconnect();
        return;
      }
      if (isSending || isClosing || !session.isOpen()) {
        return;
      }
      text = nextText();
      if (text == null) {
        if (frame == null || !isReady()) {
          return;
        }
        binary = ByteBuffer.wrap(frame);
        frame = null;
        isOwed = answers;
        lastFrame = System.nanoTime();
      }
      isSending = true;
      sendingSince = System.nanoTime();
    }
    Callback sent = Callback.from(this::sent, e -> session.disconnect());
    try {
      if (binary != null) {
        session.sendBinary(binary, sent);
      } else {
        session.sendText(text, sent);
      }
    } catch (RuntimeException e) {
      // it would wait for ever for what was not sent
      session.disconnect();
      throw e;
    }
  }

  private void sent() {
    synchronized (this) {
      isSending = false;
    }
    pump();
  }

  private String nextText() {
    if (!notes.isEmpty()) {
      return notes.removeFirst();
    }
    for (String kind : new String[] {"state", "network"}) {
      if (newest.containsKey(kind)) {
        return newest.remove(kind);
      }
    }
    History history = table.get();
    History.Part part = history.since(epoch, next);
    if (part != null) {
      epoch = part.epoch();
      next = part.next();
      return table(part, history);
    }
    if (!newest.isEmpty()) {
      return newest.remove(newest.keySet().iterator().next());
    }
    return null;
  }

  private String table(History.Part part, History history) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", "table");
    if (part.isAll()) {
      message.put("columns", history.columns());
      message.put("restart", true);
    }
    message.put("rows", Json.rows(part.rows()));
    return Json.text(message);
  }

  /** Says why and closes. */
  void close(int code, String reason) {
    synchronized (this) {
      if (isClosing) {
        return;
      }
      isClosing = true;
    }
    Map<String, Object> closed = new LinkedHashMap<>();
    closed.put("type", "closed");
    closed.put("reason", reason);
    if (session.isOpen()) {
      session.sendText(
          Json.text(closed), Callback.from(() -> end(code, reason), e -> session.disconnect()));
    }
  }

  private void end(int code, String reason) {
    session.close(code, reason, Callback.NOOP);
  }
}
