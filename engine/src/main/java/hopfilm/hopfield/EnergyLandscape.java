package hopfilm.hopfield;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.SplittableRandom;

/**
 * The energies of the patterns, E'(V) = -sum_ij G'_ij V_i V_j [W] with V_i = +-V0.
 *
 * <p>As G' has zero row sums, E' = 2 V0^2 times the sum of G'_ij over the ordered pairs with V_i !=
 * V_j. Up to {@link Pattern#MAX_LISTED} electrodes all 2^(N-1) states (V and -V are one) are
 * computed, in the order of a Gray code: one flip costs N operations. Above, random states, the
 * local minima reached from them by single flips, and the trained patterns with their single flips
 * stand for all, see {@link #isSampled()}.
 *
 * <p>"Lowest" means: among the states that carry current, all but the uniform one. Where electrodes
 * have patches of sign - that one carries current too and counts.
 */
public final class EnergyLandscape {

  /** Random states that are drawn where there are too many for all. */
  static final int SAMPLES = 1 << 13;

  /** Flips after which the sums are formed anew, so that rounding does not add up. */
  private static final int REFRESH = 1 << 10;

  /**
   * A state and its energy.
   *
   * @param pattern written with + first
   * @param energy E' [W]
   */
  public record Entry(Pattern pattern, double energy) {}

  private final Weights weights;
  private final double v0;
  private final boolean hasInverters;
  private final boolean sampled;
  private final List<Entry> entries;
  private Entry lowest;
  private Entry secondLowest;
  private double largest;

  /** All states, or a sample of them that knows of no trained pattern. */
  public EnergyLandscape(Weights weights, double v0) {
    this(weights, v0, List.of(), 0);
  }

  /**
   * All states, or a sample.
   *
   * @param weights their self-term does not matter: E' always includes G'_ii
   * @param v0 voltage of the patterns [V], above zero
   * @param trained patterns to be among the sampled ones
   * @param seed of the sample; not used where all states are computed
   */
  public EnergyLandscape(Weights weights, double v0, List<Pattern> trained, long seed) {
    this(weights, v0, trained, seed, false);
  }

  /**
   * All states, or a sample, of a film that may have electrodes with patches of sign -.
   *
   * @param hasInverters whether it has, so that the uniform state carries current
   */
  public EnergyLandscape(
      Weights weights, double v0, List<Pattern> trained, long seed, boolean hasInverters) {
    if (!(v0 > 0) || Double.isInfinite(v0)) {
      throw new IllegalArgumentException("the voltage of the patterns must be positive, not " + v0);
    }
    this.weights = weights;
    this.v0 = v0;
    this.hasInverters = hasInverters;
    this.sampled = weights.size() > Pattern.MAX_LISTED;
    this.entries = sampled ? sample(trained, seed) : new Listed(weights.size(), grayWalk());
    for (Entry e : entries) {
      largest = Math.max(largest, Math.abs(e.energy));
      if (isIdle(e.pattern)) {
        continue;
      }
      if (lowest == null || e.energy < lowest.energy) {
        secondLowest = lowest;
        lowest = e;
      } else if (secondLowest == null || e.energy < secondLowest.energy) {
        secondLowest = e;
      }
    }
  }

  /** V0 of the patterns [V], or I0 of resistances [A]. */
  public double amplitude() {
    return v0;
  }

  /** True if only a sample of the states is known, so that lowest means lowest of the sample. */
  public boolean isSampled() {
    return sampled;
  }

  /** The states with + first; all 2^(N-1), from ++++ on, unless sampled. */
  public List<Entry> entries() {
    return entries;
  }

  /** E' of a pattern [W]. */
  public double energy(Pattern pattern) {
    check(pattern);
    return sampled
        ? weights.energy(pattern.canonical().voltages(v0))
        : entries.get((int) pattern.canonical().code()).energy;
  }

  /** The state of lowest E' that carries current; the first of equals. */
  public Entry lowest() {
    return lowest;
  }

  /** The largest |E'| [W]. */
  public double largest() {
    return largest;
  }

  /** Place of a pattern's energy among the states that carry current, from 1. */
  public int rank(Pattern pattern) {
    double own = energy(pattern);
    int lower = 0;
    for (Entry e : entries) {
      lower += e.energy < own && !isIdle(e.pattern) && !e.pattern.isSameState(pattern) ? 1 : 0;
    }
    return lower + 1;
  }

  /** True if the pattern carries current and every other such state has a higher E'. */
  public boolean learned(Pattern trained) {
    if (isIdle(trained)) {
      return false;
    }
    Entry other = lowestOther(trained);
    return other == null || energy(trained) < other.energy;
  }

  /** One value for each trained pattern. */
  public List<Boolean> learned(List<Pattern> trained) {
    return trained.stream().map(this::learned).toList();
  }

  /**
   * E' of the lowest other state that carries current minus E' of the trained one, divided by the
   * largest |E'|: positive when learned. NaN where it has no meaning: for a uniform pattern,
   * without another state, without weights.
   */
  public double margin(Pattern trained) {
    Entry other = lowestOther(trained);
    if (isIdle(trained) || other == null || largest == 0) {
      return Double.NaN;
    }
    return (other.energy - energy(trained)) / largest;
  }

  /** One value for each trained pattern. */
  public List<Double> margin(List<Pattern> trained) {
    return trained.stream().map(this::margin).toList();
  }

  /** True if a state carries no current. */
  private boolean isIdle(Pattern pattern) {
    return pattern.isUniform() && !hasInverters;
  }

  private Entry lowestOther(Pattern trained) {
    check(trained);
    return lowest.pattern.isSameState(trained) ? secondLowest : lowest;
  }

  private void check(Pattern pattern) {
    if (pattern.size() != weights.size()) {
      throw new IllegalArgumentException(
          "the pattern %s has %d signs for %d electrodes"
              .formatted(pattern, pattern.size(), weights.size()));
    }
  }

  /** Energies of all states by their code, each state one flip from the one before. */
  private double[] grayWalk() {
    int n = weights.size();
    double[] energies = new double[1 << (n - 1)];
    SpinState state = new SpinState(weights, new Pattern("+".repeat(n)));
    energies[0] = state.energy() * v0 * v0;
    for (int step = 1; step < energies.length; step++) {
      state.flip(n - 1 - Integer.numberOfTrailingZeros(step));
      if (step % REFRESH == 0) {
        state.refresh();
      }
      energies[step ^ (step >> 1)] = state.energy() * v0 * v0;
    }
    return energies;
  }

  private List<Entry> sample(List<Pattern> trained, long seed) {
    int n = weights.size();
    Map<Pattern, Double> found = new LinkedHashMap<>();
    found.put(new Pattern("+".repeat(n)), energyOf(new Pattern("+".repeat(n))));
    for (Pattern p : trained) {
      check(p);
      found.computeIfAbsent(p.canonical(), this::energyOf);
      for (int i = 0; i < n; i++) {
        int[] signs = p.signs();
        signs[i] = -signs[i];
        found.computeIfAbsent(Pattern.of(signs).canonical(), this::energyOf);
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    SpinState state = new SpinState(weights, new Pattern("+".repeat(n)));
    int[] signs = new int[n];
    for (int k = 0; k < SAMPLES; k++) {
      for (int i = 0; i < n; i++) {
        signs[i] = random.nextBoolean() ? 1 : -1;
      }
      state.restart(signs);
      found.computeIfAbsent(state.pattern().canonical(), this::energyOf);
      state.descend();
      found.computeIfAbsent(state.pattern().canonical(), this::energyOf);
    }
    return found.entrySet().stream().map(e -> new Entry(e.getKey(), e.getValue())).toList();
  }

  private double energyOf(Pattern pattern) {
    return weights.energy(pattern.voltages(v0));
  }

  /** Entries made as they are asked for. */
  private static final class Listed extends AbstractList<Entry> implements RandomAccess {
    private final int n;
    private final double[] energies;

    Listed(int n, double[] energies) {
      this.n = n;
      this.energies = energies;
    }

    @Override
    public Entry get(int code) {
      Objects.checkIndex(code, energies.length);
      return new Entry(Pattern.ofCode(n, code), energies[code]);
    }

    @Override
    public int size() {
      return energies.length;
    }
  }
}
