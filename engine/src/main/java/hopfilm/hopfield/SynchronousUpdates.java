package hopfilm.hopfield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All signs at once, s &lt;- sgn(w s), until a pattern comes back: at once (it rests) or later (a
 * cycle; of two for symmetric weights). It must come back, there being finitely many.
 */
final class SynchronousUpdates {

  private SynchronousUpdates() {}

  static Arrival run(Weights weights, Pattern start, Consumer<Pattern> passed) {
    SignRule rule = SignRule.of(weights);
    Map<Pattern, Integer> seen = new HashMap<>();
    List<Pattern> visited = new ArrayList<>();
    Pattern at = start;
    while (!seen.containsKey(at)) {
      seen.put(at, visited.size());
      visited.add(at);
      int[] next = at.signs();
      double[] current = weights.current(at.voltages(1));
      for (int i = 0; i < next.length; i++) {
        next[i] = rule.next(current[i], next[i]);
      }
      Pattern before = at;
      at = Pattern.of(next);
      if (!at.equals(before)) {
        passed.accept(at);
      }
    }
    int entry = seen.get(at);
    return entry == visited.size() - 1
        ? Arrival.at(at, entry)
        : Arrival.without(visited.size(), visited.subList(entry, visited.size()));
  }
}
