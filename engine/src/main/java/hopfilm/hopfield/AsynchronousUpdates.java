package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One sign after the other, s_i &lt;- sgn((w s)_i), in sweeps over all electrodes. It ends after a
 * sweep without change, which comes for symmetric weights whose diagonal is not negative, as no
 * flip raises the energy there; otherwise after 100 N sweeps. Then as many sweeps more look for the
 * first sweep that ends where an earlier one has ended, and the patterns passed in between are the
 * cycle.
 */
final class AsynchronousUpdates {

  private static final int SWEEPS_PER_ELECTRODE = 100;

  private final Weights weights;
  private final SignRule rule;
  private final SplittableRandom shuffle;
  private final int[] sequence;
  private double[] s;

  /**
   * @param shuffle draws a new order for each sweep; null for the order 1..N
   */
  AsynchronousUpdates(Weights weights, SplittableRandom shuffle) {
    this.weights = weights;
    this.rule = SignRule.of(weights);
    this.shuffle = shuffle;
    this.sequence = new int[weights.size()];
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = i;
    }
  }

  Arrival run(Pattern start, Consumer<Pattern> passed) {
    s = start.voltages(1);
    int limit = SWEEPS_PER_ELECTRODE * s.length;
    int steps = 0;
    for (int sweep = 0; sweep < limit; sweep++) {
      int flips = sweep(passed);
      steps += flips;
      if (flips == 0) {
        return Arrival.at(pattern(), steps);
      }
    }
    return Arrival.without(steps, cycle(limit));
  }

  private List<Pattern> cycle(int limit) {
    List<Pattern> ends = new ArrayList<>(List.of(pattern()));
    List<Integer> counts = new ArrayList<>(List.of(0));
    List<Pattern> passed = new ArrayList<>();
    for (int sweep = 0; sweep < limit; sweep++) {
      sweep(passed::add);
      Pattern end = pattern();
      int before = ends.lastIndexOf(end);
      if (before >= 0) {
        return passed.subList(counts.get(before), passed.size());
      }
      ends.add(end);
      counts.add(passed.size());
    }
    return List.of();
  }

  /** Flips in one sweep, and the pattern after each. */
  private int sweep(Consumer<Pattern> passed) {
    if (shuffle != null) {
      for (int i = sequence.length - 1; i > 0; i--) {
        int j = shuffle.nextInt(i + 1);
        int other = sequence[j];
        sequence[j] = sequence[i];
        sequence[i] = other;
      }
    }
    int flips = 0;
    for (int i : sequence) {
      int sign = rule.next(weights.current(i, s), (int) s[i]);
      if (sign != (int) s[i]) {
        s[i] = sign;
        flips++;
        passed.accept(pattern());
      }
    }
    return flips;
  }

  private Pattern pattern() {
    int[] signs = new int[s.length];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = (int) s[i];
    }
    return Pattern.of(signs);
  }
}
