package hopfilm.problem;

/**
 * One number of ours beside one that is known.
 *
 * @param quantity what it is, with its unit
 * @param ours computed by this program
 * @param reference the known value
 * @param tolerance largest allowed distance from the reference, at least 0
 * @param source where the reference comes from: a paper, a table, a program, or the formula
 * @param reason why the tolerance is what it is
 */
public record Check(
    String quantity,
    double ours,
    double reference,
    double tolerance,
    String source,
    String reason) {

  /**
   * @throws IllegalArgumentException if the reference is not finite, the tolerance negative, or
   *     source or reason is missing
   */
  public Check {
    if (!Double.isFinite(reference) || !(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException(
          "'%s' needs a finite reference and a tolerance of at least 0, not %g within %g"
              .formatted(quantity, reference, tolerance));
    }
    if (source.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException(
          "'%s' needs the source of its reference and the reason of its tolerance"
              .formatted(quantity));
    }
  }

  /** True if ours lies within the tolerance; NaN never does. */
  public boolean passes() {
    return Math.abs(ours - reference) <= tolerance;
  }
}
