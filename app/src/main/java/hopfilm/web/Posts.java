package hopfilm.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Requests that bring a body: checks, new films, commands. All of them may take their time, so that
 * none is carried out by the threads that answer.
 */
final class Posts implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int WAITING = 64;

  /** For a command alone; what it waits for in the film is not in it [s]. */
  private static final int SECONDS = 30;

  private final Films films;
  private final Limits limits;
  private final Executor answering;
  private final Workers workers = new Workers("command", THREADS, WAITING, SECONDS);
  private final Checks checks;

  /**
   * @param answering threads that send answers
   */
  Posts(Films films, Limits limits, Executor answering) {
    this.films = films;
    this.limits = limits;
    this.answering = answering;
    this.checks = new Checks(films.admission(), limits);
  }

  /** What is made of the body of a request. */
  private interface Work<T> {
    CompletableFuture<T> of(byte[] body) throws IOException;
  }

  /** Takes the body as it comes and answers later; no thread of the server waits for either. */
  private <T> void later(Context ctx, Work<T> work, Consumer<T> answer) {
    Body.vet(ctx, limits);
    ctx.future(
        () ->
            Body.of(ctx, limits)
                .thenCompose(body -> begun(() -> work.of(body)))
                .thenCompose(result -> result)
                // sent by the threads of the server, whoever made it
                .whenCompleteAsync((result, e) -> {}, answering)
                .thenAccept(answer));
  }

  private <T> CompletableFuture<T> begun(Callable<T> work) {
    return Deadline.told(
        workers.submit(work),
        WebException.of(503, "the request takes longer than %d s; look again later", SECONDS));
  }

  void check(Context ctx) {
    later(
        ctx,
        bytes -> {
          JsonNode body = Json.object(bytes, "a check", List.of("experiment", "client", "drawing"));
          String client = Json.text(body, "client");
          return checks.check(
              client == null ? ctx.ip() : "client " + client,
              Json.needed(body, "experiment"),
              Json.text(body, "drawing"));
        },
        said -> Json.send(ctx, said));
  }

  void begin(Context ctx) {
    later(
        ctx,
        this::film,
        screen -> {
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("id", screen.id());
          answer.put("state", screen.state());
          ctx.status(201).header("Location", "/api/films/" + screen.id());
          Json.send(ctx, answer);
        });
  }

  private CompletableFuture<Screen> film(byte[] bytes) throws IOException {
    JsonNode body =
        Json.object(bytes, "a new film", List.of("example", "experiment", "folder", "protocol"));
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
    return switch (given.get(0)) {
      case "folder" -> films.open(value);
      case "example" -> films.begin(films.examples().yaml(value), withProtocol, true);
      default -> films.begin(value, withProtocol, false);
    };
  }

  void command(Context ctx) {
    LiveScreen screen = films.live(ctx.pathParam("id"));
    Commands commands = new Commands(screen, films, answering);
    later(ctx, commands::carryOut, answer -> Json.send(ctx, answer));
  }

  /** Closes a film; nothing waits until its thread has ended. */
  void close(Context ctx) {
    String id = ctx.pathParam("id");
    if (films.find(id) instanceof WatchedScreen) {
      throw WebException.of(409, "the run of a command is ended there");
    }
    films.close(id);
    ctx.status(204);
  }

  @Override
  public void close() {
    checks.close();
    workers.close();
  }
}
