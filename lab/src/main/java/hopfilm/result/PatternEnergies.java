package hopfilm.result;

import hopfilm.chart.Prefix;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * E'(V) = -sum_ij G'_ij V_i V_j of the patterns, from one reading of the conductance matrix.
 *
 * @param label name of the measure
 * @param energies the patterns in natural order, each with + first; those that carry current and,
 *     if given, the uniform one
 * @param minimum the lowest of the patterns that carry current
 * @param trained the trained patterns and how each came out, in training order
 * @param sampled true if not all patterns were looked at
 * @param input V0 or I0 of the patterns; null where it is not known
 */
public record PatternEnergies(
    String label,
    List<PatternEnergy> energies,
    String minimum,
    List<Trained> trained,
    boolean sampled,
    Input input) {

  /**
   * What a sign of a pattern stands for.
   *
   * @param amplitude V0 [V] or I0 [A]
   * @param isCurrent whether the inputs are currents, as where the weights are resistances
   */
  public record Input(double amplitude, boolean isCurrent) {

    /** With its unit, such as V0 = 38.4 mV. */
    public String words() {
      return isCurrent
          ? "I0 = " + Prefix.format(amplitude, "A")
          : "V0 = " + Prefix.format(amplitude, "V");
    }
  }

  /**
   * That of all patterns, or a sample of them.
   *
   * @param trained patterns trained so far
   * @param isCurrent whether the inputs are currents
   */
  public static PatternEnergies of(
      String label, EnergyLandscape land, List<Pattern> trained, boolean isCurrent) {
    return new PatternEnergies(
        label,
        land.entries().stream()
            .map(x -> new PatternEnergy(x.pattern().toString(), x.energy()))
            .toList(),
        land.lowest().pattern().toString(),
        trained.stream()
            .map(p -> new Trained(p.toString(), land.energy(p), land.learned(p), land.margin(p)))
            .toList(),
        land.isSampled(),
        new Input(land.amplitude(), isCurrent));
  }

  /** What the energies of several readings are at, in words; empty where it is not known. */
  public static String inputs(List<PatternEnergies> readings) {
    List<String> all =
        readings.stream()
            .map(PatternEnergies::input)
            .filter(Objects::nonNull)
            .map(Input::words)
            .distinct()
            .toList();
    return all.size() > 1
        ? "each at the " + all.get(0).substring(0, 2) + " of its run"
        : String.join("", all);
  }

  /** E' by pattern [W]. */
  public Map<String, Double> watts() {
    Map<String, Double> watts = new LinkedHashMap<>();
    energies.forEach(e -> watts.put(e.pattern, e.watts));
    return watts;
  }

  /** Of which it is not known what a sign stands for. */
  public PatternEnergies(
      String label,
      List<PatternEnergy> energies,
      String minimum,
      List<Trained> trained,
      boolean sampled) {
    this(label, energies, minimum, trained, sampled, null);
  }

  /** The same energies with another input. */
  public PatternEnergies at(Input other) {
    if (input == null || other == null || input.equals(other)) {
      return this;
    }
    double factor = Math.pow(other.amplitude / input.amplitude, 2);
    return new PatternEnergies(
        label,
        energies.stream().map(e -> new PatternEnergy(e.pattern, factor * e.watts)).toList(),
        minimum,
        trained.stream()
            .map(t -> new Trained(t.pattern, factor * t.watts, t.learned, t.margin))
            .toList(),
        sampled,
        other);
  }

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

  public PatternEnergies {
    energies = List.copyOf(energies);
    trained = List.copyOf(trained);
  }
}
