package hopfilm.units;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the unit that a misspelt one most likely stands for. */
final class NearestUnit {

  private static final int EDIT = 4;
  private static final List<String> CANDIDATES = candidates();

  private NearestUnit() {}

  /** The nearest unit symbol, preferring those that the wanted dimension is written in, or null. */
  static String to(String symbol, Dimension expected) {
    String best = null;
    double lowest = Double.POSITIVE_INFINITY;
    String word = lower(symbol);
    Set<Exponents> wanted = exponents(expected);
    for (String candidate : CANDIDATES) {
      int edits = LevenshteinDistance.getDefaultInstance().apply(word, lower(candidate));
      if (edits > 1 && 2 * edits > symbol.length()) {
        continue;
      }
      // a fault of case is a smaller one; a unit foreign to the dimension is a larger one
      double cost = EDIT * edits;
      cost += LevenshteinDistance.getDefaultInstance().apply(symbol, candidate) - edits;
      cost += wanted.contains(Unit.of(candidate).exponents()) ? 0 : 1.5 * EDIT;
      if (cost < lowest) {
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

  /** Exponents of the units that the dimension is written with. */
  private static Set<Exponents> exponents(Dimension expected) {
    return Arrays.stream(expected.unit().split("[ /^]"))
        .map(Unit::of)
        .filter(Objects::nonNull)
        .map(Unit::exponents)
        .collect(Collectors.toSet());
  }

  private static String lower(String s) {
    return s.toLowerCase(java.util.Locale.ROOT);
  }
}
