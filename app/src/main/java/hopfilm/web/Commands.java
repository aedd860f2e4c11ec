package hopfilm.web;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.study.Experiment;
import hopfilm.study.ExperimentFile;
import hopfilm.study.LiveFilm;
import hopfilm.study.LiveState;
import hopfilm.study.RunDirectory;
import hopfilm.study.Step;
import hopfilm.study.Vetting;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
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
  private final Admission admission;
  private final Path runs;

  Commands(LiveScreen screen, Admission admission, Path runs) {
    this.screen = screen;
    this.film = screen.film();
    this.admission = admission;
    this.runs = runs;
  }

  /** Carries a command out; what is answered beside the state. */
  Map<String, Object> carryOut(byte[] json) throws IOException {
    JsonNode body = Json.object(json, FIELDS);
    Map<String, Object> answer = new LinkedHashMap<>();
    String command = Json.needed(body, "command");
    switch (command) {
      case "train" -> train(body);
      case "rest" -> play("rest", body, List.of("time"));
      case "relax" -> play("relax", body, List.of("time", "alpha"));
      case "pause" -> film.pause();
      case "resume" -> film.resume();
      case "stop" -> film.stop();
      case "step" -> step(body);
      case "set" -> set(body);
      case "flip" -> flip(Json.needed(body, "electrode"));
      case "electrodes" -> electrodes(body);
      case "move" -> move(body);
      case "reset" -> reset(body);
      case "undo" -> film.undo();
      case "protocol" -> film.protocol();
      case "measure" -> measure(body);
      case "network" ->
          screen.view(
              constant(body, "reference", Reference.class),
              constant(body, "selfTerm", SelfTerm.class));
      case "retrieve" -> answer.put("retrieval", retrieve(body));
      case "save" -> answer.put("folder", save(body));
      default ->
          throw WebException.wrong(
              "command", "there is no '%s'; see docs/http.md", Json.shown(command));
    }
    answer.put("state", screen.state());
    return answer;
  }

  private void train(JsonNode body) {
    boolean isSpecial = body.has("voltages") || body.has("currents") || body.has("patterns");
    if (!isSpecial) {
      set(body);
    }
    LiveState now = film.state();
    boolean isEndless = !body.has("time");
    if (isEndless && !isSpecial && !body.has("ramp")) {
      film.train();
      return;
    }
    Map<String, Object> step = new LinkedHashMap<>();
    if (isSpecial) {
      for (String key : new String[] {"voltages", "currents", "patterns"}) {
        if (body.has(key)) {
          step.put(key, list(body, key));
        }
      }
    } else {
      step.put("pattern", now.pattern() == null ? null : now.pattern().text());
    }
    if (step.containsKey("patterns") || step.containsKey("pattern")) {
      boolean byCurrent = Messages.drive(now.experiment().electrodes()).equals("current");
      String key = byCurrent ? "current" : "voltage";
      step.put(key, body.has(key) ? quantity(body, key) : text(now.amplitude(), key));
    }
    step.put("time", isEndless ? text(LiveFilm.LONGEST, "time") : quantity(body, "time"));
    for (String key : new String[] {"slot", "ramp"}) {
      if (body.has(key)) {
        step.put(key, quantity(body, key));
      }
    }
    film.play(read("train", step), isEndless);
  }

  private void play(String kind, JsonNode body, List<String> keys) {
    Map<String, Object> step = new LinkedHashMap<>();
    for (String key : keys) {
      if (body.has(key)) {
        step.put(key, key.equals("alpha") ? body.path(key).asString() : quantity(body, key));
      }
    }
    boolean isEndless = !step.containsKey("time");
    step.putIfAbsent("time", text(LiveFilm.LONGEST, "time"));
    film.play(read(kind, step), isEndless);
  }

  /** JSON is YAML. */
  private Step read(String kind, Map<String, Object> step) {
    return film.read(Json.text(List.of(Map.of(kind, step)))).get(0);
  }

  private static Object list(JsonNode body, String key) {
    List<Object> all = new ArrayList<>();
    for (JsonNode one : body.path(key)) {
      all.add(one.isNumber() ? text(one.asDouble(), key) : one.asString());
    }
    return all;
  }

  private static String quantity(JsonNode body, String key) {
    JsonNode node = body.path(key);
    return node.isNumber() ? text(node.asDouble(), key) : Json.text(body, key);
  }

  private static String text(double value, String key) {
    return Quantity.format(value, dimension(key));
  }

  private static Dimension dimension(String key) {
    return switch (key) {
      case "voltage", "voltages" -> Dimension.VOLTAGE;
      case "current", "currents" -> Dimension.CURRENT;
      case "time", "slot", "ramp" -> Dimension.TIME;
      default -> Dimension.LENGTH;
    };
  }

  private void step(JsonNode body) {
    double time = Json.quantity(body, "time", Dimension.TIME);
    film.step(Double.isNaN(time) ? film.state().experiment().output().table() : time);
  }

  private void set(JsonNode body) {
    LiveState now = film.state();
    String signs = Json.text(body, "pattern");
    boolean byCurrent = Messages.drive(now.experiment().electrodes()).equals("current");
    String key = byCurrent ? "current" : "voltage";
    double amplitude = Json.quantity(body, key, dimension(key));
    if (signs == null && Double.isNaN(amplitude)) {
      return;
    }
    if (now.pattern() == null) {
      throw WebException.of(
          409, "the electrodes of this film are of several kinds, which no pattern drives");
    }
    Pattern pattern = signs == null ? now.pattern() : pattern("pattern", signs, now);
    double next = Double.isNaN(amplitude) ? now.amplitude() : amplitude;
    // the same words for the same mistake as in a file
    read(
        "train",
        Map.of("pattern", pattern.text(), key, text(next, key), "time", text(1e-9, "time")));
    film.set(pattern, next);
  }

  private static Pattern pattern(String key, String signs, LiveState now) {
    try {
      return Pattern.parse(signs, now.experiment().electrodes().count());
    } catch (IllegalArgumentException e) {
      throw WebException.wrong(key, "%s", Json.shown(e.getMessage()));
    }
  }

  private void flip(String electrode) {
    int k = index(electrode, film.state().experiment());
    film.set(
        p -> {
          int[] signs = p.signs();
          signs[k] = -signs[k];
          return Pattern.of(signs);
        });
  }

  private static int index(String electrode, Experiment e) {
    List<String> names = e.electrodes().on(e.film().grid()).stream().map(x -> x.name()).toList();
    int k = names.indexOf(electrode);
    if (k < 0) {
      throw WebException.wrong(
          "electrode",
          "there is no '%s'; there are %s",
          Json.shown(electrode),
          String.join(", ", names));
    }
    return k;
  }

  private void electrodes(JsonNode body) throws IOException {
    Experiment now = film.experiment();
    String layout = Json.text(body, "layout");
    if (layout == null && !body.path("list").isArray()) {
      throw WebException.wrong("layout", "is missing; give a layout or a list");
    }
    change(
        now,
        layout == null
            ? list(body.path("list"))
            : Layouts.yaml(
                layout,
                now.film(),
                Json.quantity(body, "radius", Dimension.LENGTH),
                Json.quantity(body, "margin", Dimension.LENGTH),
                Json.quantity(body, "length", Dimension.LENGTH)));
  }

  private static String list(JsonNode list) {
    List<Object> entries = new ArrayList<>();
    for (JsonNode node : list) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("shape", "disc");
      node.properties().forEach(e -> entry.put(e.getKey(), lengths(e.getValue())));
      entries.add(entry);
    }
    return Json.text(entries);
  }

  private static Object lengths(JsonNode node) {
    if (node.isArray()) {
      List<Object> all = new ArrayList<>();
      node.forEach(n -> all.add(lengths(n)));
      return all;
    }
    return node.isNumber() ? text(node.asDouble(), "radius") : node.asString();
  }

  private void move(JsonNode body) throws IOException {
    Experiment now = film.experiment();
    int moved = index(Json.needed(body, "electrode"), now);
    JsonNode centre = body.path("centre");
    if (!centre.isArray() || centre.size() != 2) {
      throw WebException.wrong("centre", "two lengths [x, y] are needed");
    }
    double[] to = new double[2];
    for (int c = 0; c < 2; c++) {
      to[c] = Json.value(centre.get(c), "centre", Dimension.LENGTH);
    }
    change(now, Moved.yaml(now, moved, to));
  }

  private void change(Experiment now, String electrodes) throws IOException {
    Experiment plain =
        ExperimentFile.parse(
            now.withProtocol(List.of(new Step.Rest(1e-9))).toYaml(),
            "command",
            List.of("electrodes=" + electrodes));
    admission.bound(plain);
    Vetting.vet(plain);
    film.electrodes(plain);
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

  private Map<String, Object> retrieve(JsonNode body) {
    LiveState now = film.state();
    long seed = Json.whole(body, "seed", 1);
    String start = Json.text(body, "start");
    Pattern from = start == null ? noisy(body, seed) : pattern("start", start, now);
    Retrieval.UpdateRule update = constant(body, "update", Retrieval.UpdateRule.class);
    Retrieval.Order order = constant(body, "order", Retrieval.Order.class);
    try {
      Retrieval.Settings settings =
          new Retrieval.Settings(
              update == null ? Retrieval.UpdateRule.ASYNCHRONOUS : update,
              order == null ? Retrieval.Order.ASCENDING : order,
              Json.number(body, "gain", Retrieval.Settings.DEFAULT_GAIN),
              Retrieval.Settings.DEFAULT_NOISE,
              seed);
      return screen.retrieve(
          from,
          settings,
          constant(body, "reference", Reference.class),
          constant(body, "selfTerm", SelfTerm.class));
    } catch (IllegalArgumentException e) {
      throw WebException.wrong("gain", "%s", e.getMessage());
    }
  }

  private Pattern noisy(JsonNode body, long seed) {
    List<String> trained = Messages.trained(film.experiment().steps());
    if (trained.isEmpty() || !body.has("flips")) {
      throw WebException.wrong("start", "is missing; give a pattern, or flips after a training");
    }
    int[] signs = new Pattern(trained.get(trained.size() - 1)).signs();
    long flips = Json.whole(body, "flips", 1);
    if (flips < 0 || flips > signs.length) {
      throw WebException.wrong("flips", "0 to %d signs can be turned, not %d", signs.length, flips);
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[signs.length];
    Arrays.setAll(order, k -> k);
    for (int k = 0; k < flips; k++) {
      int other = k + random.nextInt(order.length - k);
      int swap = order[k];
      order[k] = order[other];
      order[other] = swap;
      signs[order[k]] = -signs[order[k]];
    }
    return Pattern.of(signs);
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

  private static <E extends Enum<E>> E constant(JsonNode body, String key, Class<E> type) {
    String text = Json.text(body, key);
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (Messages.name(constant).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw WebException.wrong(
        key,
        "there is no '%s'; use %s",
        Json.shown(text),
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Messages::name).toList()));
  }
}
