package hopfilm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The circles of a graph: its strongly connected components of more than one node, by the algorithm
 * of R. Tarjan, SIAM J. Comput. 1, 146 (1972), doi:10.1137/0201010.
 */
final class FileCircles {

  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> onPath = new HashSet<>();
  private final List<Set<String>> circles = new ArrayList<>();

  private FileCircles(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  /** The circles among nodes, each of which uses others. */
  static List<Set<String>> of(Map<String, Set<String>> uses) {
    FileCircles search = new FileCircles(uses);
    for (String node : uses.keySet()) {
      if (!search.index.containsKey(node)) {
        search.visit(node);
      }
    }
    return search.circles;
  }

  private void visit(String node) {
    index.put(node, index.size());
    low.put(node, index.get(node));
    path.push(node);
    onPath.add(node);
    for (String next : uses.getOrDefault(node, Set.of())) {
      if (!index.containsKey(next)) {
        visit(next);
        low.merge(node, low.get(next), Math::min);
      } else if (onPath.contains(next)) {
        low.merge(node, index.get(next), Math::min);
      }
    }
    if (low.get(node).equals(index.get(node))) {
      Set<String> component = new TreeSet<>();
      String member;
      do {
        member = path.pop();
        onPath.remove(member);
        component.add(member);
      } while (!member.equals(node));
      if (component.size() > 1) {
        circles.add(component);
      }
    }
  }
}
