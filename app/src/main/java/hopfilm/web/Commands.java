package hopfilm.web;

import hopfilm.experiment.Step;
import hopfilm.live.LiveFilm;
import hopfilm.run.RunDirectory;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** The commands of a live film, from JSON. */
final class Commands {

  /** A large film takes its time to its next row. */
  private static final long PATIENCE_SECONDS = 120;

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

  Commands(LiveScreen screen, Admission admission, Path runs) {
    this.screen = screen;
    this.film = screen.film();
    this.steps = new StepCommands(film);
    this.contacts = new ContactCommands(film, admission);
    this.network = new NetworkCommands(screen);
    this.runs = runs;
  }

  /** Carries a command out; what is answered beside the state. */
  Map<String, Object> carryOut(byte[] json) throws IOException {
    JsonNode body = Json.object(json, FIELDS);
    Map<String, Object> answer = new LinkedHashMap<>();
    String command = Json.needed(body, "command");
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
      case "electrodes" -> contacts.electrodes(body);
      case "move" -> contacts.move(body);
      case "reset" -> reset(body);
      case "undo" -> film.undo();
      case "protocol" -> film.protocol();
      case "measure" -> measure(body);
      case "network" -> network.view(body);
      case "retrieve" -> answer.put("retrieval", network.retrieve(body));
      case "save" -> answer.put("folder", save(body));
      default ->
          throw WebException.wrong(
              "command", "there is no '%s'; see docs/http.md", Json.shown(command));
    }
    answer.put("state", screen.state());
    return answer;
  }

  private void step(JsonNode body) {
    double time = Json.quantity(body, "time", Dimension.TIME);
    film.step(Double.isNaN(time) ? film.state().experiment().output().table() : time);
  }

  private void reset(JsonNode body) {
    if (body.has("seed")) {
      film.reset(Json.whole(body, "seed", 1));
    } else {
      film.reset();
    }
  }

  private void measure(JsonNode body) throws IOException {
    String label = Json.text(body, "label");
    Step step =
        film.read(Json.text(List.of(Map.of("measure", label == null ? "measure" : label)))).get(0);
    await(film.measure(((Step.Measure) step).label()));
  }

  private String save(JsonNode body) throws IOException {
    String name = Json.text(body, "name");
    String stem = name == null ? "live" : name;
    if (!stem.matches("[A-Za-z0-9_-]{1,40}")) {
      throw WebException.wrong("name", "letters, digits, - and _ are allowed, 40 at most");
    }
    RunDirectory.requireWritable(runs);
    Path folder = RunDirectory.nextIn(runs, stem);
    await(film.save(folder));
    return folder.getFileName().toString();
  }

  private static void await(CompletableFuture<Object> answer) throws IOException {
    try {
      answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      throw WebException.of(409, "the film takes long to its next row; look again later");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      throw new IOException(e.getCause());
    }
  }
}
