package hopfilm.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Requests that bring a body: checks, new films, commands. All of them may take their time, so that
 * none is carried out by the threads that answer.
 */
final class Posts implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int WAITING = 64;

  /** For a command alone; what it waits for in the film is not in it [s]. */
  private static final int SECONDS = 30;

  /** A large film takes its time to its next row [s]. */
  private static final long PATIENCE = 120;

  record Check(String experiment, String client, String drawing) {}

  record NewFilm(String example, String experiment, String folder, Boolean protocol) {}

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
          Check check = Json.record(Json.object(bytes), "a check", Check.class);
          return checks.check(
              check.client == null ? ctx.ip() : "client " + check.client,
              Json.needed(check.experiment, "experiment"),
              check.drawing);
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
    return Deadline.within(
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
