package hopfilm.units;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the unit that a misspelt one most likely stands for. */
final class NearestUnit {

  private static final int EDIT = 4;

  private NearestUnit() {}

  /** The nearest unit symbol, preferring those that the wanted dimension is written in, or null. */
  static String to(String symbol, Dimension expected) {
    String best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (String candidate : candidates()) {
      int edits = LevenshteinDistance.getDefaultInstance().apply(lower(symbol), lower(candidate));
      boolean unlike = edits > 1 && 2 * edits > symbol.length();
      // a fault of case is a smaller one; a unit foreign to the dimension is a larger one
      double cost = EDIT * edits;
      cost += LevenshteinDistance.getDefaultInstance().apply(symbol, candidate) - edits;
      cost += suits(candidate, expected) ? 0 : 1.5 * EDIT;
      if (!unlike && cost < lowest) {
        lowest = cost;
        best = candidate;
      }
    }
    return best;
  }

  private static List<String> candidates() {
    List<String> all = new ArrayList<>(Unit.ALONE.keySet());
    all.addAll(Unit.PREFIXED.keySet());
    for (String prefix : Unit.PREFIXES.keySet()) {
      for (String unit : Unit.PREFIXED.keySet()) {
        all.add(prefix + unit);
      }
    }
    return all;
  }

  private static boolean suits(String candidate, Dimension expected) {
    Exponents exponents = Unit.of(candidate).exponents();
    for (String factor : expected.unit().split("[ /^]")) {
      Unit unit = Unit.of(factor);
      if (unit != null && unit.exponents().equals(exponents)) {
        return true;
      }
    }
    return false;
  }

  private static String lower(String s) {
    return s.toLowerCase(java.util.Locale.ROOT);
  }
}
