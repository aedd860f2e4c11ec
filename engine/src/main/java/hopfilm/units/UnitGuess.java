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
    double min = Double.POSITIVE_INFINITY;
    for (Map.Entry<Dimension, String> e : units.entrySet()) {
      Dimension d = e.getKey();
      for (String u : new String[] {e.getValue(), d.unit()}) {
        double away = decades(number, u, d);
        if (nearest == null || away < min) {
          nearest = d;
          unit = u;
          min = away;
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

  /** Powers of ten between a number in a unit and a usual value. */
  private static double decades(BigDecimal number, String unit, Dimension d) {
    String[] usual = usual(d).split(" ", 2);
    double wanted = si(new BigDecimal(usual[0]), usual.length > 1 ? usual[1] : "", d);
    return Math.abs(Math.log10(Math.abs(si(number, unit, d)) / wanted));
  }

  private static double si(BigDecimal number, String unit, Dimension d) {
    Unit read = unit.isEmpty() ? Unit.ONE : new UnitParser(unit).parse();
    boolean isFlux = read.exponents().equals(Dimension.FLUX_DENSITY.exponents());
    double value = read.toSi(number);
    return isFlux && d == Dimension.MAGNETIC_FIELD ? value / Constants.MU0 : value;
  }

  private static String usual(Dimension d) {
    return d.example().split(" or ")[0];
  }
}
