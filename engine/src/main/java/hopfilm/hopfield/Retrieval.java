package hopfilm.hopfield;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Retrieval: a start pattern follows the currents I' of the weights until it rests.
 *
 * <p>Electrode by electrode or all at once, V_i &lt;- sgn(I'_i) V0; or by graded voltages, see
 * {@link GradedUpdates}. V_i is kept where |I'_i| &lt; {@link Weights#NEGLIGIBLE} max|G| V0. V0
 * sets the unit of the voltages alone and drops out, so voltages are in units of V0 here.
 *
 * <p>That updates come to rest is sure for symmetric weights only (Hopfield's theorem). Hall
 * currents make others: each rule then tells the cycle in which it ends.
 */
public final class Retrieval {

  /** How the voltages follow the currents. */
  public enum UpdateRule {
    /** One electrode after the other. */
    ASYNCHRONOUS,
    /** All at once; often ends in a cycle of two. */
    SYNCHRONOUS,
    /** Continuous voltages with a rising gain. */
    GRADED
  }

  /** Order of the electrodes in a sweep of asynchronous updates. */
  public enum Order {
    /** 1..N. */
    ASCENDING,
    /** A new permutation every sweep. */
    RANDOM
  }

  /**
   * How to retrieve.
   *
   * @param update update rule
   * @param order order of asynchronous updates
   * @param gain initial gain of graded updates; the threshold below which the start is forgotten is
   *     1 with zero self-term
   * @param noise standard deviation of the noise of each graded update, in units of V0
   * @param seed of random order and noise; every start has a stream of its own
   */
  public record Settings(UpdateRule update, Order order, double gain, double noise, long seed) {

    public static final double DEFAULT_GAIN = 1.2;
    public static final double DEFAULT_NOISE = 1e-3;

    public Settings {
      if (!(gain > 0 && gain <= GradedUpdates.LAST_GAIN)) {
        throw new IllegalArgumentException(
            "the gain starts above 0 and rises to %s; it cannot start at %s"
                .formatted(GradedUpdates.LAST_GAIN, gain));
      }
      if (!(noise >= 0) || Double.isInfinite(noise)) {
        throw new IllegalArgumentException("the noise must not be negative, not " + noise);
      }
    }

    /** Defaults: ascending order, gain 1.2, noise 1e-3. */
    public static Settings of(UpdateRule update, long seed) {
      return new Settings(update, Order.ASCENDING, DEFAULT_GAIN, DEFAULT_NOISE, seed);
    }

    public Settings withOrder(Order other) {
      return new Settings(update, other, gain, noise, seed);
    }

    public Settings withGain(double other) {
      return new Settings(update, order, other, noise, seed);
    }
  }

  /**
   * Where a start has come to.
   *
   * @param end the pattern at rest, or null if none
   * @param steps flips (asynchronous), changes of the whole pattern (synchronous) or updates
   *     (graded)
   * @param cycle the patterns passed again and again where there is no end, in their order; empty
   *     where there is an end, or where no recurrence was found
   */
  public record Outcome(Pattern start, Pattern end, int steps, List<Pattern> cycle) {
    public Outcome {
      cycle = List.copyOf(cycle);
    }

    /** True if it ended at one of these patterns or their negatives. */
    public boolean hits(List<Pattern> trained) {
      return end != null && trained.stream().anyMatch(end::isSameState);
    }
  }

  /**
   * Outcomes of several starts.
   *
   * @param hits starts that ended at a trained pattern or its negative
   * @param total number of starts
   * @param from outcome of each start
   */
  public record Summary(int hits, int total, Map<Pattern, Outcome> from) {}

  /** Weights are called unsymmetric from here on, in parts of the largest. */
  private static final double UNSYMMETRIC = 0.01;

  private final Weights weights;
  private final Settings settings;
  private final double scale;

  public Retrieval(Weights weights, Settings settings) {
    this.weights = weights;
    this.settings = settings;
    this.scale =
        settings.update == UpdateRule.GRADED
            ? weights.largestEigenvalue(SelfTerm.ZERO)
            : Double.NaN;
  }

  /** Follows the currents from one pattern. */
  public Outcome run(Pattern start) {
    return run(start, pattern -> {});
  }

  /**
   * Follows the currents step by step.
   *
   * @param passed receives the pattern after each change of signs, in a cycle once round
   */
  public Outcome run(Pattern start, Consumer<Pattern> passed) {
    if (start.size() != weights.size()) {
      throw new IllegalArgumentException(
          "the pattern %s has %d signs for %d electrodes"
              .formatted(start, start.size(), weights.size()));
    }
    Arrival arrival = arrival(start, passed);
    return new Outcome(start, arrival.end(), arrival.steps(), arrival.cycle());
  }

  private Arrival arrival(Pattern start, Consumer<Pattern> passed) {
    SplittableRandom random = stream(start);
    return switch (settings.update) {
      case ASYNCHRONOUS ->
          new AsynchronousUpdates(weights, settings.order == Order.RANDOM ? random : null)
              .run(start, passed);
      case SYNCHRONOUS -> SynchronousUpdates.run(weights, start, passed);
      case GRADED ->
          new GradedUpdates(weights, scale, settings.gain, settings.noise, random)
              .run(start, passed);
    };
  }

  /**
   * All 2^N starts, the trained patterns and their negatives among them.
   *
   * @throws IllegalArgumentException above {@link Pattern#MAX_LISTED} electrodes
   */
  public Summary fromAll(List<Pattern> trained) {
    if (weights.size() > Pattern.MAX_LISTED) {
      throw new IllegalArgumentException(
          "retrieval from all 2^%d patterns is too much; up to %d electrodes it can be done, above"
                  .formatted(weights.size(), Pattern.MAX_LISTED)
              + " give the starts");
    }
    return from(Pattern.all(weights.size()), trained);
  }

  /** The given starts. */
  public Summary from(List<Pattern> starts, List<Pattern> trained) {
    Map<Pattern, Outcome> from = new LinkedHashMap<>();
    int hits = 0;
    for (Pattern start : starts) {
      Outcome outcome = run(start);
      hits += outcome.hits(trained) ? 1 : 0;
      from.put(start, outcome);
    }
    return new Summary(hits, starts.size(), from);
  }

  /** A warning about these weights and settings, in one line, where one is due. */
  public Optional<String> note() {
    List<String> notes = Stream.concat(symmetry().stream(), gain().stream()).toList();
    return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
  }

  private Optional<String> symmetry() {
    double largest = 0;
    for (int i = 0; i < weights.size(); i++) {
      for (int j = 0; j < i; j++) {
        double pair = Math.max(Math.abs(weights.get(i, j)), Math.abs(weights.get(j, i)));
        largest = Math.max(largest, pair);
      }
    }
    double share = weights.asymmetry() / largest;
    return share > UNSYMMETRIC
        ? Optional.of(
            ("the weights are not symmetric (w_ij and w_ji differ by up to %.0f %% of the largest, as"
                    + " with Hall currents): updates need not come to rest but may run round, and E'"
                    + " holds the symmetric part alone")
                .formatted(100 * share))
        : Optional.empty();
  }

  private Optional<String> gain() {
    if (settings.update != UpdateRule.GRADED) {
      return Optional.empty();
    }
    double threshold = GradedUpdates.threshold(weights, scale);
    if (threshold == Double.POSITIVE_INFINITY) {
      return Optional.of(
          "graded retrieval wakes at no gain with these weights and this self-term: voltages decay"
              + " to noise or stay as they are, which is no recall");
    }
    if (settings.gain < threshold) {
      return Optional.of(
          "graded retrieval with gain %s starts below the threshold gain of %.3g: the input is"
                  .formatted(settings.gain, threshold)
              + " forgotten and the strongest memory wins, which is no recall");
    }
    return Optional.empty();
  }

  /** A stream of random numbers that depends on the seed and the start, not on other starts. */
  private SplittableRandom stream(Pattern start) {
    long hash = 0;
    for (int i = 0; i < start.size(); i++) {
      hash = 0x9E3779B97F4A7C15L * (hash + start.sign(i) + 2);
    }
    return new SplittableRandom(settings.seed ^ hash);
  }
}
