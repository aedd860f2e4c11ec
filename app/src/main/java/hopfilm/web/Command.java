package hopfilm.web;

import hopfilm.input.Nearest;
import hopfilm.input.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands of a live film, each with the fields that it takes. */
enum Command {
  TRAIN(
      "pattern", "patterns", "voltage", "voltages", "current", "currents", "time", "slot", "ramp"),
  REST("time"),
  RELAX("time", "alpha"),
  PAUSE,
  RESUME,
  STOP,
  STEP("time"),
  SET("pattern", "voltage", "current"),
  FLIP("electrode"),
  ELECTRODES("layout", "list", "radius", "margin", "length"),
  MOVE("electrode", "centre"),
  RESET("seed"),
  UNDO,
  PROTOCOL,
  MEASURE("label"),
  NETWORK("reference", "self_term"),
  RETRIEVE("start", "flips", "update", "order", "self_term", "reference", "gain", "seed"),
  SAVE("name");

  /** Names of version 0.2, which are still taken. */
  static final Map<String, String> OLD_NAMES = Map.of("selfTerm", "self_term");

  private final List<String> fields;

  Command(String... fields) {
    this.fields = List.of(fields);
  }

  /** The fields beside {@code command} itself. */
  List<String> fields() {
    return fields;
  }

  /**
   * The command that a request asks for.
   *
   * @param body in which old names of fields are replaced
   * @throws WebException if there is no such command, or it takes no such field
   */
  static Command of(ObjectNode body) {
    String word = Json.needed(body, "command");
    List<String> words = Arrays.stream(values()).map(Spelling::of).toList();
    int k = words.indexOf(word);
    if (k < 0) {
      throw WebException.wrong(
          "command",
          "there is no '%s'%s It is one of %s",
          Json.shown(word),
          Nearest.to(word, words).map("; did you mean %s?"::formatted).orElse("."),
          String.join(", ", words));
    }
    OLD_NAMES.forEach((old, now) -> rename(body, old, now));
    Command command = values()[k];
    for (String name : body.propertyNames()) {
      if (!name.equals("command")) {
        Json.known(name, "the command " + word, command.fields);
      }
    }
    return command;
  }

  private static void rename(ObjectNode body, String old, String now) {
    JsonNode value = body.remove(old);
    if (value != null && body.has(now)) {
      throw WebException.wrong(old, "is the old name of %s; give one of them", now);
    }
    if (value != null) {
      body.set(now, value);
    }
  }
}
