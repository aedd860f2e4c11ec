package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One of several patterns that a network is to hold: whether it is a local minimum of E' of its
 * own, and whether copies with wrong signs come back to it.
 *
 * @param pattern written with + first
 * @param stability the least current that keeps an electrode as it is, of the largest of its
 *     currents |I'|, the self-term as chosen; negative if an electrode wants to turn
 * @param recalled copies that came back, or their negative
 * @param copies all of them
 * @param energy E' [W]
 * @param rank place of its energy among all states that carry current, from 1; among the sampled
 *     ones where there are too many
 * @param margin E' of the lowest other state of its basin minus its own, of the largest |E'|; NaN
 *     where the basin holds no other state that was tried
 * @param basin share of the inputs that end at it or its negative; NaN where not all were tried
 */
public record Memory(
    Pattern pattern,
    double stability,
    int recalled,
    int copies,
    double energy,
    int rank,
    double margin,
    double basin) {

  /** Max electrodes for which all 2^N inputs are tried; that takes less than a second. */
  public static final int MAX_TRIED = 12;

  /** Up to this number of different copies, each is tried once. */
  public static final int FEW_COPIES = 100;

  /** Share of the copies that must come back. */
  static final double RECALLED = 0.9;

  /** The usual number of wrong signs: a tenth, at least one. */
  public static int usualFlips(int electrodes) {
    return (int) Math.max(1, Math.round(0.1 * electrodes));
  }

  /** True if no electrode wants to turn. */
  public boolean isFixedPoint() {
    return stability > 0;
  }

  /** True if at least 90 % of the copies came back. */
  public boolean isStored() {
    return areEnough(recalled, copies);
  }

  /** True if at least 90 % of the copies were recalled. */
  public static boolean areEnough(int recalled, int copies) {
    return recalled >= RECALLED * copies;
  }

  /**
   * How copies are made.
   *
   * @param flips signs turned round in each
   * @param isThrifty whether each copy is tried once where few differ, in place of a hundred drawn
   */
  public record Copies(int flips, long seed, boolean isThrifty) {

    /** Those of a pattern. */
    List<Pattern> of(Pattern pattern, SplittableRandom random) {
      List<Pattern> few = isThrifty ? all(pattern) : List.of();
      if (!few.isEmpty()) {
        return few;
      }
      List<Pattern> drawn = new ArrayList<>();
      for (int k = 0; k < FEW_COPIES; k++) {
        drawn.add(pattern.flipped(flips, random));
      }
      return drawn;
    }

    /** All that differ; none where they are many. */
    private List<Pattern> all(Pattern pattern) {
      Set<Pattern> found = new HashSet<>();
      List<Pattern> last = List.of(pattern);
      List<Pattern> order = last;
      for (int f = 0; f < flips; f++) {
        order = new ArrayList<>();
        found.clear();
        for (Pattern p : last) {
          for (int i = 0; i < p.size() && order.size() <= FEW_COPIES; i++) {
            int[] signs = p.signs();
            signs[i] = -signs[i];
            Pattern copy = Pattern.of(signs);
            if (copy.distance(pattern) == f + 1 && found.add(copy)) {
              order.add(copy);
            }
          }
        }
        last = order;
      }
      return order.size() > FEW_COPIES ? List.of() : order;
    }
  }

  /**
   * Looks at several patterns.
   *
   * @param weights of the network
   * @param landscape of the same weights
   * @param retrieval with the same weights
   * @param copies how copies are made
   */
  public static List<Memory> of(
      Weights weights,
      EnergyLandscape landscape,
      Retrieval retrieval,
      List<Pattern> set,
      Copies copies) {
    SplittableRandom random = new SplittableRandom(copies.seed());
    boolean isEachTried = weights.size() <= MAX_TRIED;
    List<Pattern> inputs = isEachTried ? Pattern.all(weights.size()) : List.of();
    Map<Pattern, Retrieval.Outcome> known = new HashMap<>();
    inputs.forEach(p -> known.put(p, retrieval.run(p)));
    List<Memory> memories = new ArrayList<>();
    for (Pattern pattern : set) {
      List<Pattern> own = copies.of(pattern, random);
      int recalled = 0;
      for (Pattern copy : own) {
        boolean isBack =
            known.computeIfAbsent(copy, retrieval::run).hits(List.of(pattern.canonical()));
        recalled += isBack ? 1 : 0;
      }
      double energy = landscape.energy(pattern);
      Basin basin = Basin.of(isEachTried ? inputs : own, known, pattern, landscape);
      memories.add(
          new Memory(
              pattern.canonical(),
              stability(pattern, weights),
              recalled,
              own.size(),
              energy,
              landscape.rank(pattern),
              basin.size == 0 ? Double.NaN : (basin.lowest - energy) / landscape.largest(),
              isEachTried ? (double) basin.all / inputs.size() : Double.NaN));
    }
    return memories;
  }

  /** The least current that keeps an electrode, of the largest current; 0 without any current. */
  public static double stability(Pattern pattern, Weights weights) {
    double largest = largestCurrent(pattern, weights);
    return largest == 0 ? 0 : leastCurrent(pattern, weights) / largest;
  }

  /** The largest |I'| at 1 V [A]. */
  static double largestCurrent(Pattern pattern, Weights weights) {
    return Arrays.stream(weights.current(pattern.voltages(1))).map(Math::abs).max().orElse(0);
  }

  /** The least I' at 1 V that keeps an electrode [A]; negative if one wants to turn. */
  static double leastCurrent(Pattern pattern, Weights weights) {
    double[] current = weights.current(pattern.voltages(1));
    int weakest = weakest(pattern, current);
    return pattern.sign(weakest) * current[weakest];
  }

  /**
   * Whether in every state but these a current wants to turn an electrode, and is not a small one.
   * States without current are no rivals.
   *
   * @param held the trained patterns
   * @param clearance least of these currents, of the largest |I'| of the trained patterns
   */
  public static boolean areOthersClear(List<Pattern> held, double clearance, Weights weights) {
    if (clearance == 0) {
      return true;
    }
    double largest = held.stream().mapToDouble(p -> largestCurrent(p, weights)).max().orElse(0);
    double none = Weights.NEGLIGIBLE * weights.largestConductance();
    return Pattern.all(weights.size()).stream()
        .filter(p -> held.stream().noneMatch(p::isSameState))
        .filter(p -> largestCurrent(p, weights) > none)
        .allMatch(p -> leastCurrent(p, weights) < -clearance * largest);
  }

  /** Number of the electrode that is kept by the least current, the first of several. */
  public static int weakest(Pattern pattern, Weights weights) {
    return weakest(pattern, weights.current(pattern.voltages(1)));
  }

  private static int weakest(Pattern pattern, double[] current) {
    int weakest = 0;
    for (int i = 1; i < current.length; i++) {
      if (pattern.sign(i) * current[i] < pattern.sign(weakest) * current[weakest]) {
        weakest = i;
      }
    }
    return weakest;
  }

  /**
   * The inputs that end at a pattern or its negative.
   *
   * @param all of them, it and its negative included
   * @param size those that are another state
   * @param lowest energy of these [W]
   */
  private record Basin(int all, int size, double lowest) {
    static Basin of(
        List<Pattern> inputs,
        Map<Pattern, Retrieval.Outcome> known,
        Pattern pattern,
        EnergyLandscape landscape) {
      int all = 0;
      int size = 0;
      double lowest = Double.POSITIVE_INFINITY;
      for (Pattern input : inputs) {
        if (known.get(input).hits(List.of(pattern.canonical()))) {
          all++;
          if (!input.isSameState(pattern)) {
            size++;
            lowest = Math.min(lowest, landscape.energy(input));
          }
        }
      }
      return new Basin(all, size, lowest);
    }
  }
}
