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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;

/** The commands of a live film, from JSON. */
final class Commands {

  /** A large film takes its time to its next row [s]. */
  private static final long PATIENCE = 120;

  private static final CompletableFuture<Object> DONE = CompletableFuture.completedFuture(null);

  private static final Set<String> FIELDS =
      new LinkedHashSet<>(
          List.of(
              "command",
              "pattern",
              "patterns",
              "voltage",
              "current",
              "voltages",
              "currents",
              "time",
              "slot",
              "ramp",
              "alpha",
              "electrode",
              "centre",
              "layout",
              "list",
              "radius",
              "margin",
              "length",
              "seed",
              "label",
              "reference",
              "selfTerm",
              "start",
              "flips",
              "update",
              "order",
              "gain",
              "name"));

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
    this.contacts = new ContactCommands(film, films);
    this.network = new NetworkCommands(screen);
    this.runs = films.folders().root();
  }

  /** Gives a command to the film; answered when it has been taken on. */
  CompletableFuture<Map<String, Object>> carryOut(byte[] json) throws IOException {
    JsonNode body = Json.object(json, FIELDS);
    Map<String, Object> answer = new LinkedHashMap<>();
    String command = Json.needed(body, "command");
    CompletableFuture<?> taken = DONE;
    switch (command) {
      case "train" -> steps.train(body);
      case "rest" -> steps.play("rest", body, List.of("time"));
      case "relax" -> steps.play("relax", body, List.of("time", "alpha"));
      case "pause" -> film.pause();
      case "resume" -> film.resume();
      case "stop" -> film.stop();
      case "step" -> step(body);
      case "set" -> steps.set(body);
      case "flip" -> contacts.flip(Json.needed(body, "electrode"));
      case "electrodes" -> taken = contacts.electrodes(body);
      case "move" -> taken = contacts.move(body);
      case "reset" -> taken = reset(body);
      case "undo" -> taken = film.undo();
      case "protocol" -> taken = film.protocol();
      case "measure" -> taken = measure(body);
      case "network" -> network.view(body);
      case "retrieve" -> answer.put("retrieval", network.retrieve(body));
      case "save" -> taken = save(body, answer);
      default ->
          throw WebException.wrong(
              "command", "there is no '%s'; see docs/http.md", Json.shown(command));
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
