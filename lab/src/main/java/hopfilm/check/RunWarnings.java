package hopfilm.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the warnings of the runs of a sweep, each once, with the runs that it is about. */
public final class RunWarnings {

  private static final int NAMED = 4;

  private final Map<String, List<Integer>> runs = new LinkedHashMap<>();
  private int count;

  /** Adds a run with its warnings, no line twice. */
  public void add(int number, Iterable<String> warnings) {
    count++;
    warnings.forEach(w -> runs.computeIfAbsent(w, key -> new ArrayList<>()).add(number));
  }

  /** One line each, in the order in which they came: {@code run 2: ...} if it is not of all. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    runs.forEach((w, of) -> lines.add(of.size() == count ? w : named(of) + ": " + w));
    return lines;
  }

  private static String named(List<Integer> of) {
    String first = of.stream().limit(NAMED).map(n -> "" + n).collect(Collectors.joining(", "));
    String more = of.size() > NAMED ? " and %d more".formatted(of.size() - NAMED) : "";
    return (of.size() == 1 ? "run " : "runs ") + first + more;
  }
}
