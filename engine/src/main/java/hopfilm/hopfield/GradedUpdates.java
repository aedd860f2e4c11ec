package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Continuous voltages that follow the currents with a rising gain,
 *
 * <pre>  V_i &lt;- V_i + 0.3 (-V_i + V0 tanh(gain I'_i / I0)) + noise,</pre>
 *
 * <p>all at once; I0 = V0 times the largest eigenvalue of the weights with zero diagonal; the gain
 * rises to 8 in 60 geometric steps of 10 updates; the signs at the end are read. Below the
 * threshold gain, at which the strongest mode wakes, every start decays to zero, so it is forgotten
 * and the strongest memory wins.
 *
 * <p>With symmetric weights that is a rest. With others the voltages may run round for ever; so
 * they go on at the last gain without noise until they stand still, or else the patterns that come
 * back are the cycle; where all decay to zero there is no end either.
 *
 * <p>J. J. Hopfield, Proc. Natl. Acad. Sci. 81, 3088 (1984), doi:10.1073/pnas.81.10.3088; rising
 * gain as in J. J. Hopfield and D. W. Tank, Biol. Cybern. 52, 141 (1985), doi:10.1007/BF00339943.
 */
final class GradedUpdates {

  private static final double RATE = 0.3;
  static final double LAST_GAIN = 8;
  private static final int GAINS = 60;
  private static final int UPDATES_PER_GAIN = 10;

  /** Updates at the last gain within which voltages stand still or run round. */
  private static final int MORE_UPDATES = 4000;

  /** Voltages that are nearer to their aim than this stand still [V0]. */
  private static final double STILL = 1e-9;

  /** Voltages below this have decayed: their signs are those of noise [V0]. */
  private static final double ASLEEP = 1e-3;

  private final Weights weights;
  private final double scale;
  private final double firstGain;
  private final double noise;
  private final SplittableRandom random;

  /**
   * @param scale I0 / V0 [S]
   * @param firstGain the gain to begin with
   * @param noise standard deviation of the noise of each update, in units of V0
   */
  GradedUpdates(
      Weights weights, double scale, double firstGain, double noise, SplittableRandom random) {
    this.weights = weights;
    this.scale = scale;
    this.firstGain = firstGain;
    this.noise = noise;
    this.random = random;
  }

  /**
   * The gain at which small voltages begin to grow: I0 over V0 times the largest eigenvalue of w.
   */
  static double threshold(Weights weights, double scale) {
    double largest = weights.largestEigenvalue(weights.selfTerm());
    return largest > SignRule.of(weights).negligible() ? scale / largest : Double.POSITIVE_INFINITY;
  }

  Arrival run(Pattern start, Consumer<Pattern> passed) {
    SignRule rule = SignRule.of(weights);
    double[] v = start.voltages(1);
    double ratio = Math.pow(LAST_GAIN / firstGain, 1.0 / (GAINS - 1));
    double gain = firstGain;
    Pattern before = start;
    for (int k = 0; k < GAINS; k++) {
      for (int update = 0; update < UPDATES_PER_GAIN; update++) {
        double[] current = weights.current(v);
        for (int i = 0; i < v.length; i++) {
          if (!rule.ignores(current[i])) {
            v[i] += RATE * (StrictMath.tanh(gain * current[i] / scale) - v[i]);
          }
          v[i] += noise * random.nextGaussian();
        }
        Pattern now = signs(v, start);
        if (!now.equals(before)) {
          passed.accept(now);
          before = now;
        }
      }
      gain *= ratio;
    }
    Arrival end = Arrival.at(before, GAINS * UPDATES_PER_GAIN);
    return weights.asymmetry() <= rule.negligible() ? end : settled(v, end, passed);
  }

  /** Follows voltages that need not come to rest. */
  private Arrival settled(double[] v, Arrival end, Consumer<Pattern> passed) {
    SignRule rule = SignRule.of(weights);
    List<Pattern> changes = new ArrayList<>();
    Pattern before = end.end();
    int steps = end.steps();
    for (int update = 1; update <= MORE_UPDATES; update++) {
      double[] current = weights.current(v);
      double moved = 0;
      for (int i = 0; i < v.length; i++) {
        double d =
            rule.ignores(current[i]) ? 0 : StrictMath.tanh(LAST_GAIN * current[i] / scale) - v[i];
        v[i] += RATE * d;
        moved = Math.max(moved, Math.abs(d));
      }
      Pattern now = signs(v, before);
      if (!now.equals(before)) {
        changes.add(now);
        before = now;
        steps = end.steps() + update;
      }
      if (moved < STILL) {
        break;
      }
    }
    if (steps < end.steps() + MORE_UPDATES / 2) {
      // no sign has changed for long: what still moves are voltages
      changes.forEach(passed);
      boolean isAsleep = Arrays.stream(v).allMatch(x -> Math.abs(x) < ASLEEP);
      return isAsleep ? Arrival.without(steps, List.of()) : Arrival.at(before, steps);
    }
    List<Pattern> cycle = cycle(changes);
    cycle.forEach(passed);
    return Arrival.without(end.steps() + MORE_UPDATES, cycle);
  }

  /** The shortest sequence of which the last three rounds are made; empty if there is none. */
  private static List<Pattern> cycle(List<Pattern> changes) {
    int n = changes.size();
    for (int period = 2; 3 * period <= n; period++) {
      List<Pattern> last = changes.subList(n - period, n);
      if (last.equals(changes.subList(n - 2 * period, n - period))
          && last.equals(changes.subList(n - 3 * period, n - 2 * period))) {
        return last;
      }
    }
    return List.of();
  }

  private static Pattern signs(double[] v, Pattern start) {
    int[] signs = new int[v.length];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = v[i] == 0 ? start.sign(i) : v[i] > 0 ? 1 : -1;
    }
    return Pattern.of(signs);
  }
}
