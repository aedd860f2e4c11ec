package hopfilm.web;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.OPTIONS;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;
import static io.javalin.http.HandlerType.TRACE;
import static java.util.stream.Collectors.joining;

import hopfilm.check.Advice;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.FilmMoment;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.run.Provenance;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests and their answers, as docs/reference/http.md describes them. */
final class Routes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private static final String BYTES = "application/octet-stream";

  /** For what is made of files [s]. */
  private static final int SECONDS = 30;

  private static final List<HandlerType> METHODS =
      List.of(GET, POST, PUT, PATCH, DELETE, OPTIONS, TRACE);

  private final FilmRegistry films;
  private final Access access;
  private final Limits limits;
  private final PostHandlers posts;
  private final Memories memories;
  private final Streams streams;
  private final String serverId;
  private final Workers files =
      new Workers("file", 2, 32, SECONDS, "the files take longer than %d s to read");

  Routes(FilmRegistry films, Access access, Limits limits, PostHandlers posts) {
    this.posts = posts;
    this.memories = new Memories(films);
    this.streams = new Streams(films, limits);
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
    get(routes, "/api/hello", ctx -> Json.send(ctx, hello()));
    get(routes, "/api/openapi.yaml", ctx -> yaml(ctx, Examples.resource("/hopfilm/openapi.yaml")));
    get(routes, "/api/examples", ctx -> Json.send(ctx, films.examples().all()));
    at(routes, "/api/check", Map.of(POST, posts::check));
    at(
        routes,
        "/api/memories",
        Map.of(GET, ctx -> Json.send(ctx, memories.all()), POST, posts::recall));
    at(routes, "/api/films", Map.of(GET, ctx -> Json.send(ctx, briefs()), POST, posts::begin));
    at(routes, "/api/films/{id}", Map.of(GET, this::film, DELETE, posts::close));
    at(routes, "/api/films/{id}/commands", Map.of(POST, posts::command));
    get(routes, "/api/films/{id}/experiment", this::experiment);
    get(routes, "/api/films/{id}/advice", this::advice);
    get(routes, "/api/films/{id}/table.txt", this::table);
    get(routes, "/api/films/{id}/samples.csv", this::samples);
    get(routes, "/api/films/{id}/m.ovf", this::magnetisation);
    get(routes, "/api/films/{id}/start.ovf", this::start);
    get(routes, "/api/films/{id}/snapshots", ctx -> Json.send(ctx, folder(ctx).snapshots()));
    get(routes, "/api/films/{id}/summary", ctx -> Json.send(ctx, folder(ctx).summary()));
    get(routes, "/api/films/{id}/frames/{k}", this::frame);
    get(
        routes,
        "/api/folders",
        ctx -> later(ctx, Json.TYPE, () -> Json.stream(films.folders().list())));
    routes.ws("/api/films/{id}/live", streams::live);
    routes.get("/*", new Pages()::answer);
    routes.after(new Sending()::send);
    ErrorAnswers.add(routes);
  }

  private static void get(RoutesConfig routes, String path, Handler handler) {
    at(routes, path, Map.of(GET, handler));
  }

  /** What an address takes; other methods are refused and told so. */
  private static void at(RoutesConfig routes, String path, Map<HandlerType, Handler> taken) {
    String allowed =
        METHODS.stream().filter(taken::containsKey).map(HandlerType::name).collect(joining(", "));
    for (HandlerType method : METHODS) {
      routes.addHttpHandler(
          method,
          path,
          taken.getOrDefault(
              method,
              ctx -> {
                ctx.header("Allow", allowed);
                throw WebException.of(405, "this address takes %s only", allowed);
              }));
    }
  }

  private static void yaml(Context ctx, byte[] text) {
    ctx.contentType("text/yaml; charset=utf-8").result(text);
  }

  /** Checks host, origin and token of a request. */
  private void admit(Context ctx) {
    ctx.header("Content-Security-Policy", ErrorAnswers.POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    String query = ctx.queryParam("token");
    String bearer = ctx.header("Authorization");
    access.require(
        ctx.header("Host"),
        ctx.header("Origin"),
        query,
        ctx.cookie(access.cookie()),
        bearer == null ? null : bearer.replaceFirst("^(?i)Bearer +", ""));
    boolean isPage = ctx.method().equals(GET) && !ErrorAnswers.isApi(ctx);
    if (isPage && query != null && access.token() != null && access.isKnown(query)) {
      // out of the address bar and the history
      ctx.header("Set-Cookie", access.setCookie());
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    }
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
    Json.send(ctx, answer);
  }

  private void experiment(Context ctx) {
    Screen screen = screen(ctx);
    if ("true".equals(ctx.queryParam("download"))) {
      String name = screen.name().replaceAll("[^A-Za-z0-9_-]+", "-");
      ctx.header("Content-Disposition", "attachment; filename=\"%s.yaml\"".formatted(name));
    }
    yaml(ctx, screen.yaml().getBytes(StandardCharsets.UTF_8));
  }

  /** Of the pattern that was trained last. */
  private void advice(Context ctx) {
    Experiment done = films.live(ctx.pathParam("id")).film().experiment();
    Step.PatternDrive drive =
        done.steps().stream()
            .flatMap(s -> s instanceof Step.Train t ? t.drives().stream() : null)
            .flatMap(d -> d instanceof Step.PatternDrive p ? Stream.of(p) : null)
            .reduce((before, last) -> last)
            .orElseThrow(() -> WebException.of(409, "no pattern was trained: train one first"));
    later(ctx, Json.TYPE, () -> Json.stream(Advice.of(done, drive)));
  }

  private void table(Context ctx) throws IOException {
    try {
      InputStream table = films.live(ctx.pathParam("id")).film().table();
      ctx.contentType("text/plain; charset=utf-8").result(table);
    } catch (NoSuchFileException e) {
      throw WebException.of(404, "there is no table yet");
    }
  }

  /** All samples, or those after a time. */
  private void samples(Context ctx) throws IOException {
    String given = ctx.queryParam("after");
    double after;
    try {
      after = given == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(given);
    } catch (NumberFormatException e) {
      throw WebException.wrong("after", "a time in s is needed, not %s", Json.shown(given));
    }
    try {
      InputStream all = films.live(ctx.pathParam("id")).film().samples();
      later(ctx, "text/csv; charset=utf-8", () -> rowsAfter(after, all));
    } catch (NoSuchFileException e) {
      throw WebException.of(
          404,
          "the film takes no samples; give output.samples, such as {every: 100 ps, of: [V, I]}");
    }
  }

  /** The first line, and those whose first number is larger. */
  private static InputStream rowsAfter(double after, InputStream all) throws IOException {
    InputStream in = new BufferedInputStream(all, 1 << 16);
    byte[] head = line(in);
    byte[] row;
    do {
      row = line(in);
    } while (isWhole(row) && !(firstNumber(row) > after));
    if (!isWhole(row)) {
      in.close();
      return stream(head);
    }
    InputStream begin = new SequenceInputStream(stream(head), stream(row));
    return new SequenceInputStream(begin, in);
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** A line with its end; empty at the end of the file. */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      line.write(c);
      if (c == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  /** False for a line that is being written, and at the end of the file. */
  private static boolean isWhole(byte[] row) {
    return row.length > 0 && row[row.length - 1] == '\n';
  }

  private static double firstNumber(byte[] row) {
    String text = new String(row, StandardCharsets.US_ASCII);
    return Double.parseDouble(text.substring(0, text.indexOf(',')));
  }

  private void magnetisation(Context ctx) {
    FilmMoment moment = screen(ctx).moment();
    if (moment == null) {
      throw WebException.of(404, "there is no magnetisation yet");
    }
    later(ctx, BYTES, () -> written(moment));
  }

  private static InputStream written(FilmMoment moment) throws IOException {
    Path file = Files.createTempFile("hopfilm", ".ovf");
    try {
      Ovf.write(file, moment.m(), OvfFormat.BINARY8, "m", "", moment.time());
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Answers with what is made of files, which takes its time. */
  private void later(Context ctx, String type, Callable<InputStream> work) {
    ctx.future(
        () ->
            files
                .submit(work, Routes::close)
                .thenAccept(bytes -> ctx.contentType(type).result(bytes)));
  }

  private static void close(InputStream late) {
    try {
      late.close();
    } catch (IOException e) {
      LOG.debug("an answer that came too late was not closed", e);
    }
  }

  private void start(Context ctx) throws IOException {
    Path file =
        films
            .live(ctx.pathParam("id"))
            .film()
            .start()
            .orElseThrow(
                () -> WebException.of(404, "the chapter began with the texture of its experiment"));
    try {
      ctx.contentType(BYTES).result(Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      throw WebException.of(409, "the film is just taken back; look again");
    }
  }

  private void frame(Context ctx) {
    String k = ctx.pathParam("k");
    if (!k.matches("\\d{1,9}")) {
      throw WebException.of(404, "there is no snapshot '%s'", Json.shown(k));
    }
    FolderScreen folder = folder(ctx);
    later(ctx, BYTES, () -> new ByteArrayInputStream(folder.frame(Integer.parseInt(k))));
  }

  @Override
  public void close() {
    files.close();
  }
}
