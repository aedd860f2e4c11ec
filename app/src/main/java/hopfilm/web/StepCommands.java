package hopfilm.web;

import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.input.Spelling;
import hopfilm.live.LiveFilm;
import hopfilm.live.LiveState;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Commands that give a live film a step to carry out, which is read as one of a file is. */
final class StepCommands {

  private final LiveFilm film;

  StepCommands(LiveFilm film) {
    this.film = film;
  }

  /** Voltages or currents on, as the body says or as they are set. */
  void train(JsonNode body) {
    Map<String, Object> step = given(body, Command.TRAIN.fields());
    boolean isSpecial =
        step.containsKey("voltages")
            || step.containsKey("currents")
            || step.containsKey("patterns");
    if (!isSpecial) {
      set(body);
    }
    LiveState now = film.state();
    boolean isEndless = !step.containsKey("time");
    if (isEndless && !isSpecial && !step.containsKey("ramp")) {
      film.train();
      return;
    }
    if (!isSpecial) {
      step.put("pattern", now.next().pattern() == null ? null : now.next().pattern().text());
    }
    if (!step.containsKey("voltages") && !step.containsKey("currents")) {
      String key = amplitude(now);
      step.putIfAbsent(key, text(now.next().amplitude(), key));
    }
    step.putIfAbsent("time", text(LiveFilm.LONGEST, "time"));
    film.play(read("train", step), isEndless);
  }

  /** A step without voltages. */
  void play(Command command, JsonNode body) {
    Map<String, Object> step = given(body, command.fields());
    boolean isEndless = !step.containsKey("time");
    step.putIfAbsent("time", text(LiveFilm.LONGEST, "time"));
    film.play(read(Spelling.of(command), step), isEndless);
  }

  /** The fields that a body has, as they stand in a file. */
  private static Map<String, Object> given(JsonNode body, List<String> fields) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (String field : fields) {
      if (body.hasNonNull(field)) {
        given.put(
            field,
            switch (field) {
              case "pattern" -> Json.text(body, field);
              case "patterns", "voltages", "currents" -> list(body, field);
              default -> Json.written(body.path(field), field, dimension(field));
            });
      }
    }
    return given;
  }

  /** What the amplitude of a pattern is called where voltages or currents drive. */
  private static String amplitude(LiveState now) {
    return Messages.drive(now.experiment().electrodes()).equals("current") ? "current" : "voltage";
  }

  /** JSON is YAML. */
  private Step read(String kind, Map<String, Object> step) {
    return film.read(Json.text(List.of(Map.of(kind, step)))).get(0);
  }

  private static Object list(JsonNode body, String key) {
    List<Object> all = new ArrayList<>();
    for (JsonNode one : Json.list(body, key)) {
      all.add(key.equals("patterns") ? signs(one) : Json.written(one, key, dimension(key)));
    }
    return all;
  }

  private static String signs(JsonNode node) {
    if (!node.isString()) {
      throw WebException.wrong(
          "patterns", "texts of + and - are needed, not %s", Json.shown(node.toString()));
    }
    return node.asString();
  }

  private static String text(double value, String key) {
    return Quantity.exact(value, dimension(key));
  }

  private static Dimension dimension(String key) {
    return switch (key) {
      case "voltage", "voltages" -> Dimension.VOLTAGE;
      case "current", "currents" -> Dimension.CURRENT;
      case "alpha" -> Dimension.FRACTION;
      default -> Dimension.TIME;
    };
  }

  /** Sets the signs and the amplitude of the next training. */
  void set(JsonNode body) {
    Map<String, Object> step = given(body, Command.SET.fields());
    if (step.isEmpty()) {
      return;
    }
    LiveState now = film.state();
    if (now.next().pattern() == null) {
      throw WebException.of(
          409, "the electrodes of this film are of several kinds, which no pattern drives");
    }
    String signs = Json.text(body, "pattern");
    Pattern pattern = signs == null ? now.next().pattern() : pattern("pattern", signs, now);
    String key = amplitude(now);
    double given = Json.quantity(body, key, dimension(key));
    double next = Double.isNaN(given) ? now.next().amplitude() : given;
    step.put("pattern", pattern.text());
    step.putIfAbsent(key, text(next, key));
    step.put("time", text(1e-9, "time"));
    // the same words for the same mistake as in a file
    read("train", step);
    film.set(pattern, next);
  }

  /** The signs that a text gives to the contacts of a film. */
  static Pattern pattern(String key, String signs, LiveState now) {
    try {
      return Pattern.parse(signs, now.experiment().electrodes().count());
    } catch (IllegalArgumentException e) {
      throw WebException.wrong(key, "%s", Json.shown(e.getMessage()));
    }
  }
}
