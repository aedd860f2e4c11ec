package hopfilm.units;

import java.math.BigDecimal;
import java.util.Map;

/** Guesses the unit that a number was meant in, by the order of magnitude of usual values. */
final class UnitGuess {

  private UnitGuess() {}

  /**
   * The number with the unit, usual or SI, that brings it nearest to a usual value; after it the
   * usual values of the other dimensions: "1.58e-3 J/m^2 or 6.5 mA".
   *
   * @param shown the number as it was written
   * @param units the dimensions that are allowed, with the unit they are usually written in
   */
  static String examples(BigDecimal number, String shown, Map<Dimension, String> units) {
    Dimension nearest = null;
    String unit = "";
    double least = Double.POSITIVE_INFINITY;
    for (Map.Entry<Dimension, String> e : units.entrySet()) {
      Dimension d = e.getKey();
      for (String u : new String[] {e.getValue(), d.unit()}) {
        double away = decades(number, u, d);
        if (nearest == null || away < least) {
          nearest = d;
          unit = u;
          least = away;
        }
      }
    }
    StringBuilder examples = new StringBuilder(shown + " " + unit);
    for (Dimension d : units.keySet()) {
      if (d != nearest) {
        examples.append(" or ").append(usual(d));
      }
    }
    return examples.toString();
  }

  /** How many powers of ten lie between a number in a unit and a usual value. */
  private static double decades(BigDecimal number, String unit, Dimension d) {
    double value = Math.abs(number.doubleValue()) * Quantity.parse("1 " + unit, d);
    return Math.abs(Math.log10(value / Math.abs(Quantity.parse(usual(d), d))));
  }

  private static String usual(Dimension d) {
    return d.example().split(" or ")[0];
  }
}
