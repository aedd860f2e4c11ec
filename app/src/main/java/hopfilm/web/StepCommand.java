package hopfilm.web;

import hopfilm.check.Plausibility;
import hopfilm.experiment.Driven;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.live.LiveFilm;
import hopfilm.live.LiveState;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.web.Json.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Commands that give a live film a step to carry out, which is read as one of a file is. */
sealed interface StepCommand extends Command {

  /** Voltages or currents on, as the fields say or as they are set. */
  record Train(
      String pattern,
      List<JsonNode> patterns,
      Amount voltage,
      List<Amount> voltages,
      Amount current,
      List<Amount> currents,
      Amount time,
      Amount slot,
      Amount ramp)
      implements StepCommand {

    @Override
    public CompletableFuture<?> carryOut(Target on) {
      boolean isSpecial = voltages != null || currents != null || patterns != null;
      if (!isSpecial) {
        new Set(pattern, voltage, current).carryOut(on);
      }
      LiveFilm film = on.film();
      if (!isSpecial && time == null && ramp == null) {
        film.train();
        return Command.done();
      }
      LiveState now = film.state();
      Map<String, Object> step = given();
      if (!isSpecial) {
        step.put("pattern", now.next().pattern() == null ? null : now.next().pattern().text());
      }
      if (voltages == null && currents == null) {
        String key = amplitude(now);
        step.putIfAbsent(key, Quantity.exact(now.next().amplitude(), dimension(key)));
      }
      play(film, "train", step, time);
      return Command.done();
    }

    /** The fields as they stand in a file. */
    private Map<String, Object> given() {
      Map<String, Object> step = drive(pattern, voltage, current);
      if (patterns != null) {
        step.put("patterns", patterns.stream().map(Train::signs).toList());
      }
      put(step, "voltages", voltages, Dimension.VOLTAGE);
      put(step, "currents", currents, Dimension.CURRENT);
      put(step, "time", time, Dimension.TIME);
      put(step, "slot", slot, Dimension.TIME);
      put(step, "ramp", ramp, Dimension.TIME);
      return step;
    }

    private static String signs(JsonNode node) {
      if (!node.isString()) {
        throw WebException.wrong(
            "patterns", "texts of + and - are needed, not %s", Json.shown(node.toString()));
      }
      return node.asString();
    }
  }

  record Rest(Amount time) implements StepCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      Map<String, Object> step = new LinkedHashMap<>();
      put(step, "time", time, Dimension.TIME);
      play(on.film(), "rest", step, time);
      return Command.done();
    }
  }

  /** Writes a picture into the row of a film. */
  record Write(String picture, Amount voltage, Amount time, String until) implements StepCommand {

    @Override
    public CompletableFuture<?> carryOut(Target on) {
      if (picture != null && !picture.matches("[+\\- ]*")) {
        throw WebException.wrong("picture", "files are not read here; send a sign for each pixel");
      }
      Map<String, Object> step = new LinkedHashMap<>();
      if (picture != null) {
        step.put("picture", picture);
      }
      put(step, "voltage", voltage, Dimension.VOLTAGE);
      put(step, "time", time, Dimension.TIME);
      if (until != null) {
        step.put("until", until);
      }
      on.film().play(read(on.film(), "write", step), false);
      return Command.done();
    }
  }

  /** Signals at contacts, as the fields say. */
  record Drive(
      JsonNode voltages,
      JsonNode currents,
      String others,
      JsonNode field,
      JsonNode until,
      Amount time)
      implements StepCommand {

    @Override
    public CompletableFuture<?> carryOut(Target on) {
      Map<String, Object> step = new LinkedHashMap<>();
      given(step, "voltages", voltages);
      given(step, "currents", currents);
      given(step, "field", field);
      given(step, "until", until);
      if (others != null) {
        step.put("others", others);
      }
      boolean hasSamples = false;
      for (JsonNode given : new JsonNode[] {voltages, currents, field}) {
        for (JsonNode samples : given == null ? List.<JsonNode>of() : given.findValues("samples")) {
          if (!samples.isArray()) {
            throw WebException.wrong("samples", "files are not read here; send a list of numbers");
          }
          hasSamples = true;
        }
      }
      put(step, "time", time, Dimension.TIME);
      if (hasSamples && time == null) {
        on.film().play(read(on.film(), "drive", step), false); // as long as the samples
      } else {
        play(on.film(), "drive", step, time);
      }
      return Command.done();
    }

    private static void given(Map<String, Object> step, String key, JsonNode value) {
      if (value != null) {
        step.put(key, value);
      }
    }
  }

  record Relax(Amount time, Amount alpha) implements StepCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      Map<String, Object> step = new LinkedHashMap<>();
      put(step, "time", time, Dimension.TIME);
      put(step, "alpha", alpha, Dimension.FRACTION);
      play(on.film(), "relax", step, time);
      return Command.done();
    }
  }

  /** The signs and the amplitude of the next training. */
  record Set(String pattern, Amount voltage, Amount current) implements StepCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      Map<String, Object> step = drive(pattern, voltage, current);
      if (step.isEmpty()) {
        return Command.done();
      }
      LiveFilm film = on.film();
      LiveState now = film.state();
      if (now.next().pattern() == null) {
        throw WebException.of(
            409,
            "no pattern drives the electrodes of this film: they are of several kinds, or there are none");
      }
      Pattern signs = pattern == null ? now.next().pattern() : signs("pattern", pattern, now);
      String key = amplitude(now);
      Amount given = key.equals("current") ? current : voltage;
      double next = given == null ? now.next().amplitude() : given.si(dimension(key));
      step.put("pattern", signs.text());
      step.putIfAbsent(key, Quantity.exact(next, dimension(key)));
      step.put("time", Quantity.exact(1e-9, Dimension.TIME));
      // the same words for the same mistake as in a file
      read(film, "train", step);
      film.set(signs, next);
      return Command.done();
    }
  }

  record Measure(String label) implements StepCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      Step step = read(on.film(), "measure", label == null ? "measure" : label);
      return on.film().measure(((Step.Measure) step).label());
    }
  }

  private static Map<String, Object> drive(String pattern, Amount voltage, Amount current) {
    Map<String, Object> step = new LinkedHashMap<>();
    if (pattern != null) {
      step.put("pattern", pattern);
    }
    put(step, "voltage", voltage, Dimension.VOLTAGE);
    put(step, "current", current, Dimension.CURRENT);
    return step;
  }

  private static void put(Map<String, Object> step, String key, Amount value, Dimension dimension) {
    if (value != null) {
      step.put(key, value.written(dimension));
    }
  }

  private static void put(
      Map<String, Object> step, String key, List<Amount> values, Dimension dimension) {
    if (values != null) {
      step.put(key, values.stream().map(v -> v.written(dimension)).toList());
    }
  }

  /** Without a time the step goes on until it is ended. */
  private static void play(LiveFilm film, String kind, Map<String, Object> step, Amount time) {
    step.putIfAbsent("time", Quantity.exact(LiveFilm.LONGEST, Dimension.TIME));
    film.play(read(film, kind, step), time == null);
  }

  /**
   * JSON is YAML. What a run would refuse is refused here: the film's history must be repeatable.
   */
  private static Step read(LiveFilm film, String kind, Object step) {
    Step read = film.read(Json.text(List.of(Map.of(kind, step)))).get(0);
    if (read instanceof Driven) {
      Plausibility.refuse(film.experiment().withProtocol(List.of(read)), Admission.NAME);
    }
    return read;
  }

  /** The name of an amplitude where voltages or currents drive. */
  private static String amplitude(LiveState now) {
    return Messages.drive(now.experiment().electrodes()).equals("current") ? "current" : "voltage";
  }

  private static Dimension dimension(String amplitude) {
    return amplitude.equals("current") ? Dimension.CURRENT : Dimension.VOLTAGE;
  }

  /** The signs that a text gives to the contacts of a film. */
  static Pattern signs(String key, String text, LiveState now) {
    try {
      return Pattern.parse(text, now.experiment().electrodes().count());
    } catch (IllegalArgumentException e) {
      throw WebException.wrong(key, "%s", Json.shown(e.getMessage()));
    }
  }
}
