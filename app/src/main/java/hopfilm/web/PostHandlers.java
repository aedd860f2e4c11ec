package hopfilm.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Requests that bring a body: checks, new films, commands. All of them may take their time, so that
 * none is carried out by the threads that answer; commands have threads of their own, as a pause or
 * a save must not wait for films and checks.
 */
final class PostHandlers implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int WAITING = 64;

  /** More than the machine may have cores: a small check does not wait for large ones. */
  private static final int CHECKING = 6;

  private static final int WAITING_CHECKS = 16;

  /** For a command alone; what it waits for in the film is not in it [s]. */
  private static final int SECONDS = 30;

  /** A large film takes its time to its next row [s]. */
  private static final long PATIENCE = 120;

  record Check(String experiment, String client, String drawing) {}

  record Recall(String picture) {}

  record NewFilm(String example, String experiment, String folder, Boolean protocol) {}

  private final FilmRegistry films;
  private final Limits limits;
  private final Executor answering;
  private final Workers workers =
      new Workers(
          "command",
          THREADS,
          WAITING,
          SECONDS,
          "the request takes longer than %d s; look again later");
  private final Workers checks;

  /** The check of each client. */
  private final Map<String, CompletableFuture<Map<String, Object>>> current = new HashMap<>();

  /**
   * @param answering threads that send answers
   */
  PostHandlers(FilmRegistry films, Limits limits, Executor answering) {
    this.films = films;
    this.limits = limits;
    this.answering = answering;
    this.checks =
        new Workers(
            "check",
            CHECKING,
            WAITING_CHECKS,
            limits.workSeconds(),
            "the check takes longer than %d s; use hopfilm check");
  }

  /** What is made of the body of a request. */
  private interface Work<T> {
    CompletableFuture<T> of(byte[] body) throws IOException;
  }

  /** Takes the body as it comes and answers later; no thread of the server waits for either. */
  private <T> void later(Context ctx, Work<T> work, Consumer<T> answer) {
    RequestBody.vet(ctx, limits);
    ctx.future(
        () ->
            RequestBody.of(ctx, limits)
                .thenCompose(body -> workers.submit(() -> work.of(body)))
                .thenCompose(result -> result)
                // sent by the threads of the server, whoever made it
                .whenCompleteAsync((result, e) -> {}, answering)
                .thenAccept(answer));
  }

  void check(Context ctx) {
    later(
        ctx,
        bytes -> {
          Check check = Json.record(Json.object(bytes), "a check", Check.class);
          return check(
              check.client == null ? ctx.ip() : "client " + check.client,
              Json.needed(check.experiment, "experiment"),
              check.drawing);
        },
        said -> Json.send(ctx, said));
  }

  /**
   * Checks a text in threads of their own. Each client has one check at a time, the newest: a page
   * checks at every pause of typing, and only the last text counts.
   *
   * @param drawing of the text; null without one
   */
  private synchronized CompletableFuture<Map<String, Object>> check(
      String client, String yaml, String drawing) {
    CompletableFuture<Map<String, Object>> older = current.remove(client);
    if (older != null) {
      older.completeExceptionally(
          WebException.of(409, "a newer check of the same client took the place of this one"));
    }
    CompletableFuture<Map<String, Object>> answer =
        checks.submit(() -> films.admission().check(yaml, drawing));
    if (!answer.isDone()) {
      current.put(client, answer);
    }
    answer.whenComplete((said, e) -> forget(client, answer));
    return answer;
  }

  private synchronized void forget(String client, CompletableFuture<Map<String, Object>> answer) {
    current.remove(client, answer);
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
    NewFilm asked = Json.record(Json.object(bytes), "a new film", NewFilm.class);
    if (Stream.of(asked.example, asked.experiment, asked.folder).filter(Objects::nonNull).count()
        != 1) {
      throw WebException.of(400, "give one of example, experiment and folder");
    }
    boolean withProtocol = Boolean.TRUE.equals(asked.protocol);
    if (asked.folder != null) {
      return films.open(asked.folder);
    }
    return asked.example != null
        ? films.begin(films.examples().yaml(asked.example), withProtocol, true)
        : films.begin(asked.experiment, withProtocol, false);
  }

  void recall(Context ctx) {
    later(
        ctx,
        body -> {
          Recall asked = Json.record(Json.object(body), "a recall", Recall.class);
          String picture = Json.needed(asked.picture, "picture");
          return CompletableFuture.completedFuture(new Memories(films).recall(picture));
        },
        answer -> Json.send(ctx, answer));
  }

  void command(Context ctx) {
    LiveScreen screen = films.live(ctx.pathParam("id"));
    later(ctx, body -> command(screen, body), answer -> Json.send(ctx, answer));
  }

  /** Answered when the film has taken the command on. */
  private CompletableFuture<Map<String, Object>> command(LiveScreen screen, byte[] body)
      throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    CompletableFuture<?> taken =
        Command.of(Json.object(body)).carryOut(new Command.Target(screen, films, answer));
    // not in the film's thread, which may have the lock that the state is read under
    return Workers.within(
            taken,
            PATIENCE,
            WebException.of(409, "the film takes long to its next row; look again later"))
        .thenApplyAsync(
            done -> {
              answer.put("state", screen.state());
              return answer;
            },
            answering);
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
