package hopfilm.protocol;

import hopfilm.experiment.Schedule;
import hopfilm.film.FilmNetwork;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.hopfield.Weights;
import hopfilm.result.Verification;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The test of a film that is to hold several patterns, each as a minimum of its own: it is a fixed
 * point, the lowest state of its basin by more than a margin, and all copies that the trainer makes
 * come back to it; and other patterns are not near to being fixed points, where that is asked. The
 * copies that count in results are drawn by another seed.
 */
final class SetReading {

  /** Copies of the trainer are drawn by another seed than those of results. */
  private static final long OWN_COPIES = 0x5DEECE66DL;

  private final FilmNetwork network;
  private final List<Pattern> set;
  private final Schedule.Together how;
  private final Schedule.Verified pass;
  private final long seed;
  private final Map<String, Integer> passed = new TreeMap<>();
  private Weights weights; // of the last look
  private int looks;
  private boolean isHeld;

  /**
   * @param set the patterns to be held
   * @param seed of the noise of graded updates, and of the copies
   */
  SetReading(FilmNetwork network, List<Pattern> set, Schedule plan, long seed) {
    this.network = network;
    this.set = set;
    this.how = plan.together().orElseThrow();
    // what is held decides of the next pulse too where nothing is verified
    this.pass = plan.verified().orElse(new Schedule.Verified(0, 0, 0));
    this.seed = seed;
  }

  /** Whether the last look found all patterns held. */
  boolean isHeld() {
    return isHeld;
  }

  /** Looks at the patterns of a film of these conductances [S], in their order. */
  List<Memory> look(double[][] siemens) {
    looks++;
    weights = network.weights(siemens);
    EnergyLandscape landscape = network.landscape(weights, siemens);
    List<Memory> memories = look(landscape, set);
    isHeld =
        memories.stream().allMatch(this::isGood)
            && Memory.areOthersClear(set, pass.clearance(), weights);
    countOthers(landscape);
    return memories;
  }

  /** Number of the electrode that the last look found held by the least current. */
  int weakest(Pattern pattern) {
    return Memory.weakest(pattern, weights);
  }

  /** How many looks there were. */
  int looks() {
    return looks;
  }

  /**
   * How a step went that verifies.
   *
   * @param time how long it took [s]
   */
  Verification verification(int pulses, double time) {
    int signs = set.get(0).size();
    double others = Math.pow(2, signs - 1) - 1 - set.size();
    return new Verification(
        set.stream().map(p -> p.canonical().text()).collect(Collectors.joining(" ")),
        isHeld,
        time,
        pulses,
        looks,
        signs <= Memory.MAX_TRIED ? (long) others : 0,
        passed);
  }

  private List<Memory> look(EnergyLandscape landscape, List<Pattern> patterns) {
    Retrieval retrieval =
        new Retrieval(weights, Retrieval.Settings.of(UpdateRule.GRADED, seed).withGain(how.gain()));
    return Memory.of(
        weights,
        landscape,
        retrieval,
        patterns,
        new Memory.Copies(how.flips(), seed ^ OWN_COPIES, true));
  }

  private boolean isGood(Memory m) {
    // without another state in its basin there is no margin, and no copy comes back
    return m.isFixedPoint() && m.recalled() == m.copies() && m.margin() > pass.margin();
  }

  /** The control: patterns that nobody showed and that would pass. */
  private void countOthers(EnergyLandscape landscape) {
    if (weights.size() > Memory.MAX_TRIED) {
      return;
    }
    List<Pattern> fixed =
        landscape.entries().stream()
            .map(EnergyLandscape.Entry::pattern)
            .filter(p -> set.stream().noneMatch(p::isSameState))
            .filter(p -> Memory.stability(p, weights) > 0)
            .toList();
    if (!fixed.isEmpty()) {
      look(landscape, fixed).stream()
          .filter(this::isGood)
          .forEach(m -> passed.merge(m.pattern().toString(), 1, Integer::sum));
    }
  }

  /** Number of the pattern that came out worst: least recalled, then least stable. */
  static int worst(List<Memory> memories) {
    return IntStream.range(0, memories.size())
        .boxed()
        .min(
            Comparator.<Integer>comparingDouble(k -> share(memories.get(k)))
                .thenComparingDouble(k -> memories.get(k).stability()))
        .orElseThrow();
  }

  private static double share(Memory m) {
    return (double) m.recalled() / m.copies();
  }
}
