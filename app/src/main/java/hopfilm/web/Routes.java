package hopfilm.web;

import hopfilm.film.FilmMoment;
import hopfilm.input.ExperimentException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.live.LiveCommandException;
import hopfilm.run.Provenance;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Requests and their answers, as docs/http.md describes them. */
final class Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final String CLIENT = "client";

  /** No request leaves the machine, and no other page may show this one. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
          + "form-action 'none'; frame-ancestors 'none'";

  private final Films films;
  private final Access access;
  private final Limits limits;
  private final AtomicInteger connections = new AtomicInteger();
  private final String serverId;

  Routes(Films films, Access access, Limits limits) {
    this.films = films;
    this.access = access;
    this.limits = limits;
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    this.serverId = HexFormat.of().formatHex(random);
  }

  void add(RoutesConfig routes) {
    routes.before(this::admit);
    routes.wsBeforeUpgrade(this::admit);
    routes.wsBeforeUpgrade("/api/films/{id}/live", ctx -> films.find(ctx.pathParam("id")));
    routes.get("/api/hello", ctx -> json(ctx, hello()));
    routes.get("/api/openapi.yaml", ctx -> yaml(ctx, Examples.resource("/hopfilm/openapi.yaml")));
    routes.get("/api/examples", ctx -> json(ctx, films.examples().all()));
    routes.post("/api/check", this::check);
    routes.get("/api/films", ctx -> json(ctx, briefs()));
    routes.post("/api/films", this::begin);
    routes.get("/api/films/{id}", this::film);
    routes.delete("/api/films/{id}", this::close);
    routes.post("/api/films/{id}/commands", this::command);
    routes.get("/api/films/{id}/experiment", this::experiment);
    routes.get("/api/films/{id}/table.txt", this::table);
    routes.get("/api/films/{id}/m.ovf", this::magnetisation);
    routes.get("/api/films/{id}/start.ovf", this::start);
    routes.get("/api/films/{id}/snapshots", ctx -> json(ctx, folder(ctx).snapshots()));
    routes.get("/api/films/{id}/summary", ctx -> json(ctx, folder(ctx).summary()));
    routes.get("/api/films/{id}/frames/{k}", this::frame);
    routes.get("/api/folders", ctx -> json(ctx, films.folders().list()));
    routes.ws("/api/films/{id}/live", this::live);
    routes.get("/*", new Pages()::answer);
    errors(routes);
  }

  private void errors(RoutesConfig routes) {
    routes.exception(WebException.class, Routes::refuse);
    routes.exception(ExperimentException.class, (e, ctx) -> refuse(WebException.of(e), ctx));
    routes.exception(LiveCommandException.class, (e, ctx) -> refuse(WebException.of(e), ctx));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> refuse(WebException.of(e.getStatus(), "%s", e.getMessage()), ctx));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.debug("a request failed", e);
          refuse(WebException.of(500, "an error of the program; please report it"), ctx);
        });
    routes.error(404, ctx -> ifEmpty(ctx, "there is nothing at this address"));
    routes.error(405, ctx -> ifEmpty(ctx, "this address does not take that method"));
  }

  private static void ifEmpty(Context ctx, String message) {
    if (!String.valueOf(ctx.result()).startsWith("{\"error\"")) {
      refuse(WebException.of(ctx.statusCode(), "%s", message), ctx);
    }
  }

  private static void refuse(WebException e, Context ctx) {
    ctx.status(e.status());
    json(ctx, Map.of("error", e.error()));
  }

  private static void json(Context ctx, Object value) {
    ctx.contentType("application/json; charset=utf-8").result(Json.bytes(value));
  }

  private static void yaml(Context ctx, byte[] text) {
    ctx.contentType("text/yaml; charset=utf-8").result(text);
  }

  /** The guard at the door. */
  private void admit(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
    String bearer = ctx.header("Authorization");
    String query = ctx.queryParam("token");
    access.require(
        ctx.header("Host"),
        ctx.header("Origin"),
        query,
        ctx.cookie(Access.COOKIE),
        bearer == null ? null : bearer.replaceFirst("^Bearer ", ""));
    if (access.token() != null && query != null) {
      ctx.header("Set-Cookie", Access.COOKIE + "=" + query + "; Path=/; HttpOnly; SameSite=Strict");
    }
  }

  private byte[] body(Context ctx) throws IOException {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw WebException.of(415, "the body must be application/json");
    }
    if (ctx.contentLength() > limits.body()) {
      throw tooLarge();
    }
    try (InputStream in = ctx.bodyInputStream()) {
      byte[] body = in.readNBytes(limits.body() + 1);
      if (body.length > limits.body()) {
        throw tooLarge();
      }
      return body;
    }
  }

  private WebException tooLarge() {
    return WebException.of(413, "the body is larger than %d bytes", limits.body());
  }

  private Map<String, Object> hello() {
    Map<String, Object> hello = new LinkedHashMap<>();
    hello.put("version", Provenance.version());
    hello.put("serverId", serverId);
    hello.put("films", briefs());
    hello.put("limits", limits.json());
    hello.put("layouts", Layouts.all());
    return hello;
  }

  private List<Map<String, Object>> briefs() {
    return films.all().stream().map(Screen::brief).toList();
  }

  private void check(Context ctx) throws IOException {
    JsonNode body = Json.object(body(ctx), Set.of("experiment"));
    json(ctx, films.admission().check(Json.needed(body, "experiment")));
  }

  private void begin(Context ctx) throws IOException {
    JsonNode body =
        Json.object(
            body(ctx), new LinkedHashSet<>(List.of("example", "experiment", "folder", "protocol")));
    List<String> given = new ArrayList<>();
    for (String key : new String[] {"example", "experiment", "folder"}) {
      if (Json.text(body, key) != null) {
        given.add(key);
      }
    }
    if (given.size() != 1) {
      throw WebException.of(400, "give one of example, experiment and folder");
    }
    String value = Json.text(body, given.get(0));
    boolean withProtocol = Json.flag(body, "protocol");
    Screen screen =
        switch (given.get(0)) {
          case "folder" -> films.open(value);
          case "example" -> films.begin(films.examples().yaml(value), withProtocol, true);
          default -> films.begin(value, withProtocol, false);
        };
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", screen.id());
    answer.put("state", screen.state());
    ctx.status(201).header("Location", "/api/films/" + screen.id());
    json(ctx, answer);
  }

  private Screen screen(Context ctx) {
    return films.find(ctx.pathParam("id"));
  }

  private FolderScreen folder(Context ctx) {
    if (screen(ctx) instanceof FolderScreen folder) {
      return folder;
    }
    throw WebException.of(404, "this film is not a run folder");
  }

  private void film(Context ctx) {
    Screen screen = screen(ctx);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", screen.id());
    answer.put("state", screen.state());
    answer.put("network", screen.network(true));
    answer.put("columns", screen.history().columns());
    json(ctx, answer);
  }

  private void close(Context ctx) {
    if (screen(ctx) instanceof WatchedScreen) {
      throw WebException.of(409, "the run of a command is ended there");
    }
    films.close(ctx.pathParam("id"));
    ctx.status(204);
  }

  private void command(Context ctx) throws IOException {
    LiveScreen screen = films.live(ctx.pathParam("id"));
    byte[] body = body(ctx);
    json(ctx, new Commands(screen, films.admission(), films.folders().root()).carryOut(body));
  }

  private void experiment(Context ctx) {
    Screen screen = screen(ctx);
    if ("true".equals(ctx.queryParam("download"))) {
      String name = screen.name().replaceAll("[^A-Za-z0-9_-]+", "-");
      ctx.header("Content-Disposition", "attachment; filename=\"%s.yaml\"".formatted(name));
    }
    yaml(ctx, screen.yaml().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void table(Context ctx) throws IOException {
    Path file = films.live(ctx.pathParam("id")).film().table();
    ctx.contentType("text/plain; charset=utf-8").result(Files.readAllBytes(file));
  }

  private void magnetisation(Context ctx) throws IOException {
    FilmMoment moment = screen(ctx).moment();
    if (moment == null) {
      throw WebException.of(404, "there is no magnetisation yet");
    }
    Path file = Files.createTempFile("hopfilm", ".ovf");
    try {
      Ovf.write(file, moment.m(), OvfFormat.BINARY8, "m", "", moment.time());
      binary(ctx, Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  private void start(Context ctx) throws IOException {
    Path file = films.live(ctx.pathParam("id")).film().start();
    if (file == null) {
      throw WebException.of(404, "the chapter began with the texture of its experiment");
    }
    binary(ctx, Files.readAllBytes(file));
  }

  private static void binary(Context ctx, byte[] bytes) {
    ctx.contentType("application/octet-stream").result(bytes);
  }

  private void frame(Context ctx) throws IOException {
    String k = ctx.pathParam("k");
    if (!k.matches("\\d{1,9}")) {
      throw WebException.of(404, "there is no snapshot '%s'", Json.shown(k));
    }
    binary(ctx, folder(ctx).frame(Integer.parseInt(k)));
  }

  private void live(WsConfig ws) {
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
