package hopfilm.web;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages on the streams of films, over WebSockets. */
final class Streams {

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final String CLIENT = "client";

  private final FilmRegistry films;
  private final Limits limits;
  private final AtomicInteger connections = new AtomicInteger();

  Streams(FilmRegistry films, Limits limits) {
    this.films = films;
    this.limits = limits;
  }

  void live(WsConfig ws) {
    ws.onConnect(
        ctx -> {
          if (connections.incrementAndGet() > limits.connections()) {
            ctx.closeSession(
                1013,
                "%d pages are connected, as many as this server takes"
                    .formatted(limits.connections()));
            return;
          }
          ctx.session.setIdleTimeout(IDLE);
          ctx.session.setMaxTextMessageSize(4096);
          ctx.enableAutomaticPings(IDLE.toSeconds() / 4, TimeUnit.SECONDS);
          ctx.attribute(CLIENT, films.find(ctx.pathParam("id")).connect(ctx.session));
        });
    ws.onMessage(
        ctx -> {
          Client client = ctx.attribute(CLIENT);
          if (client != null) {
            try {
              client.heard(ctx.message());
              client.pump();
            } catch (WebException e) {
              client.note(
                  Json.text(Map.of("type", "note", "level", "error", "text", e.getMessage())));
              client.pump();
            }
          }
        });
    ws.onClose(this::left);
    ws.onError(ctx -> LOG.debug("a stream failed", ctx.error()));
  }

  private void left(WsContext ctx) {
    connections.decrementAndGet();
    Client client = ctx.attribute(CLIENT);
    if (client != null) {
      films.all().forEach(s -> s.disconnect(client));
    }
  }
}
