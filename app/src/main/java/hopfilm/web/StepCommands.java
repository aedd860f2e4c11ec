package hopfilm.web;

import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
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
    boolean isSpecial =
        body.hasNonNull("voltages") || body.hasNonNull("currents") || body.hasNonNull("patterns");
    if (!isSpecial) {
      set(body);
    }
    LiveState now = film.state();
    boolean isEndless = !body.hasNonNull("time");
    if (isEndless && !isSpecial && !body.hasNonNull("ramp")) {
      film.train();
      return;
    }
    Map<String, Object> step = new LinkedHashMap<>();
    if (isSpecial) {
      for (String key : new String[] {"voltages", "currents", "patterns"}) {
        if (body.hasNonNull(key)) {
          step.put(key, list(body, key));
        }
      }
    } else {
      step.put("pattern", now.next().pattern() == null ? null : now.next().pattern().text());
    }
    if (step.containsKey("patterns") || step.containsKey("pattern")) {
      boolean byCurrent = Messages.drive(now.experiment().electrodes()).equals("current");
      String key = byCurrent ? "current" : "voltage";
      step.put(key, body.hasNonNull(key) ? quantity(body, key) : text(now.next().amplitude(), key));
    }
    step.put("time", isEndless ? text(LiveFilm.LONGEST, "time") : quantity(body, "time"));
    for (String key : new String[] {"slot", "ramp"}) {
      if (body.hasNonNull(key)) {
        step.put(key, quantity(body, key));
      }
    }
    film.play(read("train", step), isEndless);
  }

  /** A step without voltages. */
  void play(String kind, JsonNode body, List<String> keys) {
    Map<String, Object> step = new LinkedHashMap<>();
    for (String key : keys) {
      if (body.hasNonNull(key)) {
        step.put(key, quantity(body, key));
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

  private static String quantity(JsonNode body, String key) {
    return Json.written(body.path(key), key, dimension(key));
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
    LiveState now = film.state();
    String signs = Json.text(body, "pattern");
    boolean byCurrent = Messages.drive(now.experiment().electrodes()).equals("current");
    String key = byCurrent ? "current" : "voltage";
    double amplitude = Json.quantity(body, key, dimension(key));
    if (signs == null && Double.isNaN(amplitude)) {
      return;
    }
    if (now.next().pattern() == null) {
      throw WebException.of(
          409, "the electrodes of this film are of several kinds, which no pattern drives");
    }
    Pattern pattern = signs == null ? now.next().pattern() : pattern("pattern", signs, now);
    double next = Double.isNaN(amplitude) ? now.next().amplitude() : amplitude;
    // the same words for the same mistake as in a file
    read(
        "train",
        Map.of("pattern", pattern.text(), key, text(next, key), "time", text(1e-9, "time")));
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
