package hopfilm.web;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** Commands about the network that a live film is: what it is counted from, and recall. */
sealed interface NetworkCommand extends Command {

  /** Another reference or self-term from now on. */
  record Network(Reference reference, SelfTerm selfTerm) implements NetworkCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      on.screen().view(reference, selfTerm);
      return Command.done();
    }
  }

  /** What would be left of what was trained at 0 K, for ever. */
  record Retain() implements NetworkCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      return on.film()
          .restLimit()
          .thenAccept(kept -> on.answer().put("rest_limit", Messages.restLimit(kept)));
    }
  }

  /** Lets the network run. */
  record Retrieve(
      String start,
      Long flips,
      Retrieval.UpdateRule update,
      String order,
      SelfTerm selfTerm,
      Reference reference,
      Double gain,
      Long seed)
      implements NetworkCommand {

    @Override
    public CompletableFuture<?> carryOut(Target on) {
      LiveScreen screen = on.screen();
      if (start != null && flips != null) {
        throw WebException.wrong("flips", "takes the place of start; give one of them");
      }
      long random = Objects.requireNonNullElse(seed, 1L);
      Pattern from =
          start == null
              ? noisy(screen, random)
              : StepCommand.signs("start", start, screen.film().state());
      String word = Objects.requireNonNullElse(order, "fixed");
      Retrieval.Settings settings;
      try {
        settings =
            new Retrieval.Settings(
                Objects.requireNonNullElse(update, Retrieval.UpdateRule.ASYNCHRONOUS),
                order(word),
                Objects.requireNonNullElse(gain, Retrieval.Settings.DEFAULT_GAIN),
                Retrieval.Settings.DEFAULT_NOISE,
                random);
      } catch (IllegalArgumentException e) {
        throw WebException.wrong("gain", "%s", e.getMessage());
      }
      on.answer().put("retrieval", screen.retrieve(from, settings, word, reference, selfTerm));
      return Command.done();
    }

    private Pattern noisy(LiveScreen screen, long seed) {
      List<String> trained = Messages.trained(screen.film().experiment());
      if (trained.isEmpty() || flips == null) {
        throw WebException.wrong("start", "is missing; give a pattern, or flips after a training");
      }
      int[] signs = new Pattern(trained.get(trained.size() - 1)).signs();
      if (flips < 0 || flips > signs.length) {
        throw WebException.wrong(
            "flips", "0 to %d signs can be turned, not %d", signs.length, flips);
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
  }
}
