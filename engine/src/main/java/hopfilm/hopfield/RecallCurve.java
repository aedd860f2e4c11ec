package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How much of what was stored comes back from copies with wrong signs, against the fraction of them
 * that is wrong. Here a copy is recalled only if it ends at the pattern that it is a copy of, or
 * its negative; to end at another stored pattern does not count.
 *
 * <p>An input always ends in the same way, so a copy that equals another one tells nothing new: the
 * interval of a fraction is that of its distinct inputs, the uncertainty of which inputs were
 * drawn. Where every input with that number of wrong signs was tried, as with no wrong sign at all,
 * the fraction is exact and has no interval; nor has one where there is a single input.
 *
 * @param points in the order of the fractions that were asked for
 * @param summary all copies together; a hit there is any stored pattern
 */
public record RecallCurve(List<Point> points, Retrieval.Summary summary) {

  /**
   * The copies with one number of wrong signs.
   *
   * @param flipped fraction that was asked for, in 0..0.5
   * @param flips the nearest whole number of signs
   * @param recalled copies that came back, with their interval if there is one
   * @param distinct inputs that differ among the copies of each pattern, summed over the patterns
   * @param overlap mean of |sum_i s_i t_i|/N of ends s with the patterns t; a cycle counts as 0
   */
  public record Point(
      double flipped, int flips, SuccessFraction recalled, int distinct, double overlap) {}

  public RecallCurve {
    points = List.copyOf(points);
  }

  /**
   * Starts from copies of each pattern with signs turned round at random.
   *
   * @param fractions of signs that are turned round
   * @param copies of each pattern at each fraction; one where no sign is turned
   * @param seed of the signs
   */
  public static RecallCurve of(
      Retrieval retrieval, List<Pattern> stored, List<Double> fractions, int copies, long seed) {
    if (stored.isEmpty()) {
      throw new IllegalArgumentException("there is no pattern to recall");
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = new ArrayList<>();
    Map<Pattern, Retrieval.Outcome> from = new LinkedHashMap<>();
    int anyHits = 0;
    int all = 0;
    for (double fraction : fractions) {
      int flips = flips(fraction, stored.get(0).size());
      int hits = 0;
      int total = 0;
      int distinct = 0;
      double overlap = 0;
      for (Pattern p : stored) {
        Set<Pattern> inputs = new HashSet<>();
        for (int k = 0; k < (flips == 0 ? 1 : copies); k++) {
          Retrieval.Outcome o = retrieval.run(p.flipped(flips, random));
          from.put(o.start(), o);
          inputs.add(o.start());
          hits += o.hits(List.of(p)) ? 1 : 0;
          anyHits += o.hits(stored) ? 1 : 0;
          overlap += o.end() == null ? 0 : Math.abs(1 - 2.0 * o.end().distance(p) / p.size());
          total++;
        }
        distinct += inputs.size();
      }
      all += total;
      boolean isChance =
          distinct > 1 && distinct < stored.size() * inputs(stored.get(0).size(), flips);
      points.add(
          new Point(
              fraction,
              flips,
              isChance
                  ? SuccessFraction.of(hits, total, distinct)
                  : SuccessFraction.without(hits, total),
              distinct,
              overlap / total));
    }
    return new RecallCurve(points, new Retrieval.Summary(anyHits, all, from));
  }

  /** Number of inputs with that number of wrong signs: the binomial coefficient. */
  private static double inputs(int n, int flips) {
    double inputs = 1;
    for (int k = 1; k <= flips; k++) {
      inputs = inputs * (n - flips + k) / k; // whole after each step
    }
    return inputs;
  }

  /** The number of signs that is nearest to a fraction of them. */
  public static int flips(double fraction, int n) {
    if (!(fraction >= 0 && fraction <= 0.5)) {
      throw new IllegalArgumentException(
          "a fraction of wrong signs is 0 to 0.5, for beyond that the negative is nearer; not "
              + fraction);
    }
    return (int) Math.round(fraction * n);
  }
}
