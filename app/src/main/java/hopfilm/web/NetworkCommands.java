package hopfilm.web;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.input.Spelling;
import hopfilm.live.LiveState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Commands about the network that a live film is: what it is counted from, and recall. */
final class NetworkCommands {

  private final LiveScreen screen;

  NetworkCommands(LiveScreen screen) {
    this.screen = screen;
  }

  /** Another reference or self-term from now on. */
  void view(JsonNode body) {
    screen.view(
        constant(body, "reference", Reference.class), constant(body, "self_term", SelfTerm.class));
  }

  /** Lets the network run. */
  Map<String, Object> retrieve(JsonNode body) {
    LiveState now = screen.film().state();
    long seed = Json.whole(body, "seed", 1);
    String start = Json.text(body, "start");
    if (start != null && body.hasNonNull("flips")) {
      throw WebException.wrong("flips", "takes the place of start; give one of them");
    }
    Pattern from = start == null ? noisy(body, seed) : StepCommands.pattern("start", start, now);
    Retrieval.UpdateRule update = constant(body, "update", Retrieval.UpdateRule.class);
    String order = Objects.requireNonNullElse(Json.text(body, "order"), "fixed");
    try {
      Retrieval.Settings settings =
          new Retrieval.Settings(
              update == null ? Retrieval.UpdateRule.ASYNCHRONOUS : update,
              order(order),
              Json.number(body, "gain", Retrieval.Settings.DEFAULT_GAIN),
              Retrieval.Settings.DEFAULT_NOISE,
              seed);
      return screen.retrieve(
          from,
          settings,
          order,
          constant(body, "reference", Reference.class),
          constant(body, "self_term", SelfTerm.class));
    } catch (IllegalArgumentException e) {
      throw WebException.wrong("gain", "%s", e.getMessage());
    }
  }

  private Pattern noisy(JsonNode body, long seed) {
    List<String> trained = Messages.trained(screen.film().experiment().steps());
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

  private static Retrieval.Order order(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      // the second is the word of version 0.2
      case "fixed", "ascending" -> Retrieval.Order.ASCENDING;
      case "random" -> Retrieval.Order.RANDOM;
      default ->
          throw WebException.wrong(
              "order", "there is no '%s'; use fixed, random", Json.shown(word));
    };
  }

  private static <E extends Enum<E>> E constant(JsonNode body, String key, Class<E> type) {
    String text = Json.text(body, key);
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (Spelling.of(constant).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw WebException.wrong(
        key,
        "there is no '%s'; use %s",
        Json.shown(text),
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList()));
  }
}
