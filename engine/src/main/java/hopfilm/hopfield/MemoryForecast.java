package hopfilm.hopfield;

import hopfilm.hopfield.Retrieval.Order;
import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many networks would hold their patterns: films whose weights are drawn by a {@link
 * MeetingLaw}, or rules in a program. Copies come back by graded updates, as where films are read.
 *
 * @param stored networks that hold all of their patterns
 * @param wrongSigns of all patterns of a network that its currents would turn round, mean
 */
public record MemoryForecast(SuccessFraction stored, double wrongSigns) {

  /** How a network learns. */
  public interface Rule {

    /** Weights that hold these patterns, more or less. */
    Weights learn(List<Pattern> patterns, SplittableRandom random);
  }

  /**
   * Lets networks learn.
   *
   * @param gain at which graded updates begin
   * @param copies of each pattern, with a tenth of wrong signs, at least one; 0 to count signs
   *     alone
   * @param seed of weights and copies
   */
  public static MemoryForecast of(
      Rule rule, List<List<Pattern>> networks, double gain, int copies, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int stored = 0;
    long wrong = 0;
    for (List<Pattern> patterns : networks) {
      SplittableRandom own = random.split();
      Weights weights = rule.learn(patterns, own);
      wrong += patterns.stream().mapToInt(p -> turned(weights, p)).sum();
      stored += isStored(weights, patterns, gain, copies, own) ? 1 : 0;
    }
    return new MemoryForecast(
        SuccessFraction.of(stored, networks.size()), (double) wrong / networks.size());
  }

  private static int turned(Weights weights, Pattern pattern) {
    double[] current = weights.current(pattern.voltages(1));
    int turned = 0;
    for (int i = 0; i < current.length; i++) {
      turned += pattern.sign(i) * current[i] < 0 ? 1 : 0;
    }
    return turned;
  }

  private static boolean isStored(
      Weights weights, List<Pattern> patterns, double gain, int copies, SplittableRandom random) {
    Retrieval retrieval =
        new Retrieval(
            weights,
            new Retrieval.Settings(
                UpdateRule.GRADED,
                Order.ASCENDING,
                gain,
                Retrieval.Settings.DEFAULT_NOISE,
                random.nextLong()));
    int flips = Memory.usualFlips(weights.size());
    for (Pattern p : patterns) {
      int left = copies;
      for (int k = 0; k < copies && Memory.areEnough(left, copies); k++) {
        left -= retrieval.run(p.flipped(flips, random)).hits(List.of(p)) ? 0 : 1;
      }
      if (!Memory.areEnough(left, copies)) {
        return false;
      }
    }
    return true;
  }
}
