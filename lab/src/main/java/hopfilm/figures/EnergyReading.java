package hopfilm.figures;

import java.util.List;

/**
 * E'(V) = -sum_ij G'_ij V_i V_j of the patterns, from one reading of the conductance matrix.
 *
 * @param label name of the measure
 * @param energies the patterns in natural order, each with + first; those that carry current and,
 *     if given, the uniform one
 * @param minimum the lowest of the patterns that carry current
 * @param trained the trained patterns and how each came out, in training order
 * @param sampled true if not all patterns were looked at
 */
public record EnergyReading(
    String label,
    List<PatternEnergy> energies,
    String minimum,
    List<Trained> trained,
    boolean sampled) {

  /**
   * @param pattern signs in electrode order, such as {@code +-+-}
   * @param watts E' [W]
   */
  public record PatternEnergy(String pattern, double watts) {}

  /**
   * @param pattern the trained pattern, with + first
   * @param watts its E' [W]
   * @param learned true if it is the lowest
   * @param margin (E' of the lowest other pattern - its own E') / largest |E'|
   */
  public record Trained(String pattern, double watts, boolean learned, double margin) {}

  /** Energies below this part of the largest are those of no current. */
  private static final double NOTHING = 1e-6;

  /**
   * Whether the uniform pattern carries current, as where electrodes have patches of sign -, and so
   * counts among the others.
   */
  public boolean isUniformOneOfThem() {
    double largest = 0;
    double uniform = 0;
    for (PatternEnergy e : energies) {
      largest = Math.max(largest, Math.abs(e.watts()));
      if (e.pattern().chars().distinct().count() == 1) {
        uniform = Math.abs(e.watts());
      }
    }
    return uniform > NOTHING * largest;
  }

  /** Copies the lists. */
  public EnergyReading {
    energies = List.copyOf(energies);
    trained = List.copyOf(trained);
  }
}
