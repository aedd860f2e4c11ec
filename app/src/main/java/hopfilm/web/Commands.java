package hopfilm.web;

import hopfilm.experiment.Step;
import hopfilm.folder.RunFolder;
import hopfilm.live.LiveCommandException;
import hopfilm.live.LiveFilm;
import hopfilm.run.RunDirectory;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands of a live film, from JSON. */
final class Commands {

  /** A large film takes its time to its next row [s]. */
  private static final long PATIENCE = 120;

  private static final CompletableFuture<Object> DONE = CompletableFuture.completedFuture(null);

  private final LiveScreen screen;
  private final LiveFilm film;
  private final StepCommands steps;
  private final ContactCommands contacts;
  private final NetworkCommands network;
  private final Path runs;
  private final Executor answering;

  /**
   * @param answering threads that read the state after a command that was waited for
   */
  Commands(LiveScreen screen, Films films, Executor answering) {
    this.answering = answering;
    this.screen = screen;
    this.film = screen.film();
    this.steps = new StepCommands(film);
    this.contacts = new ContactCommands(screen, films);
    this.network = new NetworkCommands(screen);
    this.runs = films.folders().root();
  }

  /** Gives a command to the film; answered when it has been taken on. */
  CompletableFuture<Map<String, Object>> carryOut(byte[] json) throws IOException {
    ObjectNode body = Json.object(json);
    Map<String, Object> answer = new LinkedHashMap<>();
    CompletableFuture<?> taken = DONE;
    Command command = Command.of(body);
    switch (command) {
      case TRAIN -> steps.train(body);
      case REST, RELAX -> steps.play(command, body);
      case PAUSE -> film.pause();
      case RESUME -> film.resume();
      case STOP -> film.stop();
      case STEP -> step(body);
      case SET -> steps.set(body);
      case FLIP -> contacts.flip(Json.needed(body, "electrode"));
      case ELECTRODES -> taken = contacts.electrodes(body);
      case MOVE -> taken = contacts.move(body);
      case RESET -> taken = reset(body);
      case UNDO -> taken = film.undo();
      case PROTOCOL -> taken = film.protocol();
      case MEASURE -> taken = measure(body);
      case NETWORK -> network.view(body);
      case RETRIEVE -> answer.put("retrieval", network.retrieve(body));
      case SAVE -> taken = save(body, answer);
    }
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

  private void step(JsonNode body) {
    double time = Json.quantity(body, "time", Dimension.TIME);
    film.step(Double.isNaN(time) ? film.state().experiment().output().table() : time);
  }

  private CompletableFuture<Object> reset(JsonNode body) {
    if (!body.has("seed")) {
      return film.reset();
    }
    long seed = Json.whole(body, "seed", 1);
    if (seed < 0) {
      throw WebException.wrong("seed", "%d is not a whole number from 0", seed);
    }
    return film.reset(seed);
  }

  private CompletableFuture<Object> measure(JsonNode body) {
    String label = Json.text(body, "label");
    Step step =
        film.read(Json.text(List.of(Map.of("measure", label == null ? "measure" : label)))).get(0);
    return film.measure(((Step.Measure) step).label());
  }

  private CompletableFuture<Object> save(JsonNode body, Map<String, Object> answer)
      throws IOException {
    String name = Json.text(body, "name");
    String stem = name == null ? "live" : name;
    if (!stem.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
      throw WebException.wrong(
          "name", "letters, digits, - and _ are allowed, 40 at most, a letter or digit first");
    }
    RunDirectory.requireWritable(runs);
    Path folder = RunDirectory.nextIn(runs, stem);
    answer.put("folder", folder.getFileName().toString());
    try {
      return film.save(folder).whenComplete((done, e) -> discard(folder, e));
    } catch (LiveCommandException e) {
      Files.delete(folder);
      throw e;
    }
  }

  /** A folder into which nothing came tells nobody anything. */
  private static void discard(Path folder, Throwable e) {
    if (e != null && !Files.exists(new RunFolder(folder).status())) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException second) {
        // it is not empty after all, or gone with the disk
        e.addSuppressed(second);
      }
    }
  }
}
