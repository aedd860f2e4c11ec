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
  private final double negligible;
  private final Retrieval.Order order;
  private final SplittableRandom random;
  private final int[] sequence;
  private double[] s;

  AsynchronousUpdates(Weights weights, Retrieval.Order order, SplittableRandom random) {
    this.weights = weights;
    this.negligible = Retrieval.negligible(weights);
    this.order = order;
    this.random = random;
    this.sequence = new int[weights.size()];
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = i;
    }
  }

  Retrieval.Outcome run(Pattern start, Consumer<Pattern> passed) {
    s = start.voltages(1);
    int limit = SWEEPS_PER_ELECTRODE * s.length;
    int steps = 0;
    for (int sweep = 0; sweep < limit; sweep++) {
      int flips = sweep(passed);
      steps += flips;
      if (flips == 0) {
        return new Retrieval.Outcome(start, pattern(), steps, List.of());
      }
    }
    return new Retrieval.Outcome(start, null, steps, cycle(limit));
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
    if (order == Retrieval.Order.RANDOM) {
      for (int i = sequence.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int other = sequence[j];
        sequence[j] = sequence[i];
        sequence[i] = other;
      }
    }
    int flips = 0;
    for (int i : sequence) {
      int sign = Retrieval.sign(weights.current(i, s), negligible, (int) s[i]);
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
