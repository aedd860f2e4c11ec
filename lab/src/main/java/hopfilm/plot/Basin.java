package hopfilm.plot;

import hopfilm.result.Retrieved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The starts that a retrieval takes to one end.
 *
 * @param ends the end, or the patterns of the cycle in natural order; empty where voltages fade, or
 *     no recurrence was found
 * @param starts the starts, the end itself left out, nearest to it first
 * @param own number of starts that were ends themselves
 */
public record Basin(List<String> ends, List<String> starts, int own) {

  /** A basin and that of the negative patterns; null where there is none. */
  record Pair(Basin plus, Basin minus) {

    /** Starts that end in either. */
    int size() {
      return (plus == null ? 0 : plus.size()) + (minus == null ? 0 : minus.size());
    }

    /** The ends, those with + first if there are any. */
    List<String> ends() {
      return plus != null ? plus.ends : minus.ends.stream().map(Basin::negative).toList();
    }
  }

  /** Starts that end here. */
  int size() {
    return starts.size() + own;
  }

  boolean isCycle() {
    return ends.size() > 1;
  }

  public static String negative(String pattern) {
    return pattern.replace('+', 'p').replace('-', '+').replace('p', '-');
  }

  /** All basins of a retrieval, each with its negative: trained ones first, then the largest. */
  static List<Pair> pairs(Retrieved table, Set<String> trained) {
    Map<List<String>, List<String>> byEnd = new LinkedHashMap<>();
    table
        .from()
        .forEach(
            (start, to) -> {
              List<String> ends =
                  to.end() != null ? List.of(to.end()) : List.copyOf(new TreeSet<>(to.cycle()));
              byEnd.computeIfAbsent(ends, e -> new ArrayList<>()).add(start);
            });
    List<Pair> pairs = new ArrayList<>();
    Set<List<String>> done = new java.util.HashSet<>();
    for (List<String> ends : byEnd.keySet()) {
      List<String> negative = ends.stream().map(Basin::negative).sorted().toList();
      if (done.contains(ends)) {
        continue;
      }
      done.add(ends);
      done.add(negative);
      Basin one = of(ends, byEnd.get(ends));
      Basin other =
          negative.equals(ends) || !byEnd.containsKey(negative)
              ? null
              : of(negative, byEnd.get(negative));
      // + sorts before -
      boolean isPlus = ends.isEmpty() || ends.get(0).compareTo(negative.get(0)) <= 0;
      pairs.add(isPlus ? new Pair(one, other) : new Pair(other, one));
    }
    pairs.sort(
        Comparator.<Pair, Boolean>comparing(p -> !isTrained(p.ends(), trained))
            .thenComparing(p -> -p.size())
            .thenComparing(p -> p.ends().isEmpty() ? "" : p.ends().get(0)));
    return pairs;
  }

  /** True if it is one pattern, and that or its negative was trained. */
  static boolean isTrained(List<String> ends, Set<String> trained) {
    return ends.size() == 1
        && (trained.contains(ends.get(0)) || trained.contains(negative(ends.get(0))));
  }

  private static Basin of(List<String> ends, List<String> starts) {
    List<String> others = new ArrayList<>(starts);
    others.removeAll(ends);
    // the signs relative to the end: a basin and its negative come out in the same order
    String end = ends.isEmpty() ? starts.get(0) : ends.get(0);
    others.sort(
        Comparator.<String>comparingInt(s -> flips(s, end)).thenComparing(s -> relative(s, end)));
    return new Basin(ends, List.copyOf(others), starts.size() - others.size());
  }

  private static int flips(String a, String b) {
    return (int) relative(a, b).chars().filter(c -> c == '1').count();
  }

  private static String relative(String a, String b) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < a.length(); i++) {
      s.append(a.charAt(i) == b.charAt(i) ? '0' : '1');
    }
    return s.toString();
  }
}
