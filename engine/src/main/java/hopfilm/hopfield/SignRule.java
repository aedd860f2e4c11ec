package hopfilm.hopfield;

/**
 * The sign that a voltage takes from the current of the weights: V_i &lt;- sgn(I'_i) V0, kept where
 * the current is negligible.
 *
 * @param negligible currents below this are noise, for voltages of 1 V0 [A/V0]
 */
record SignRule(double negligible) {

  /** The rule for weights: {@link Weights#NEGLIGIBLE} of the largest conductance. */
  static SignRule of(Weights weights) {
    return new SignRule(Weights.NEGLIGIBLE * weights.largestConductance());
  }

  /** True if the current is too small to say a sign. */
  boolean ignores(double current) {
    return Math.abs(current) < negligible;
  }

  /** The sign that V_i takes, or the present one where the current is negligible. */
  int next(double current, int present) {
    return ignores(current) ? present : current > 0 ? 1 : -1;
  }
}
