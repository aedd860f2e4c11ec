package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a film could hold of several patterns, by its neighbours alone.
 *
 * <p>A region is a connected part of the graph of neighbours on which all patterns agree but for
 * their sign. Hebb's sum of the patterns is largest within a region. Between regions of two
 * patterns it is zero, so that r regions make 2^(r-1) minima of equal depth; of more patterns it
 * may be, or some tie two regions. A contact that is alone in its region is held by nothing,
 * whatever the weights are; two hold each other and put no wrong sign right, three or more in a row
 * only in graded updates.
 *
 * @param regions numbers of electrodes, each in ascending order
 * @param isLoose whether Hebb's sum is zero between all neighbours of different regions
 * @param turned pairs of neighbouring contacts whose current one pattern turns round against
 *     another, with the better choice of signs
 * @param asked how many patterns there are
 */
record PatternCapacity(List<List<Integer>> regions, boolean isLoose, int turned, int asked) {

  /**
   * Time from which on a current that turns round undoes little [s]
   * (docs/explanation/several-memories.md, law 2).
   */
  private static final double LONG_ENOUGH = 2e-9;

  /** Of these patterns, at least two. */
  static PatternCapacity of(NeighbourGraph graph, List<Pattern> patterns) {
    return new PatternCapacity(
        regions(graph, patterns),
        isLoose(graph, patterns),
        turned(graph, patterns),
        patterns.size());
  }

  /** What is said of the patterns that an experiment trains, if these are several. */
  static void facts(Experiment e, Map<String, String> facts) {
    List<Pattern> all = e.trained();
    if (all.size() > 1) {
      NeighbourGraph graph = NeighbourGraph.of(e);
      facts.put("neighbours", graph.words());
      facts.put("%d patterns".formatted(all.size()), of(graph, all).words(graph, plan(e)));
    }
  }

  /** The timetable of the last training of several patterns; null where each has a step. */
  private static Schedule plan(Experiment e) {
    Schedule plan = null;
    for (Step step : e.steps()) {
      plan = step instanceof Step.Train t && t.drives().size() > 1 ? t.schedule() : plan;
    }
    return plan;
  }

  private static List<List<Integer>> regions(NeighbourGraph graph, List<Pattern> patterns) {
    int n = graph.electrodes().size();
    List<List<Integer>> regions = new ArrayList<>();
    boolean[] isSeen = new boolean[n];
    for (int first = 0; first < n; first++) {
      if (isSeen[first]) {
        continue;
      }
      List<Integer> region = new ArrayList<>(List.of(first));
      isSeen[first] = true;
      for (int k = 0; k < region.size(); k++) {
        for (int other = 0; other < n; other++) {
          if (!isSeen[other]
              && agree(patterns, region.get(k), other)
              && graph.meet(region.get(k), other)) {
            isSeen[other] = true;
            region.add(other);
          }
        }
      }
      regions.add(region.stream().sorted().toList());
    }
    return regions;
  }

  /** Whether all patterns have the same product of the signs of two electrodes. */
  private static boolean agree(List<Pattern> patterns, int a, int b) {
    return patterns.stream().map(p -> p.sign(a) * p.sign(b)).distinct().count() == 1;
  }

  /** Whether Hebb's sum is zero for all neighbours that are not in one region. */
  private static boolean isLoose(NeighbourGraph graph, List<Pattern> patterns) {
    return graph.edges().stream()
        .allMatch(
            e -> {
              int sum = patterns.stream().mapToInt(p -> p.sign(e.one()) * p.sign(e.other())).sum();
              return sum == 0 || Math.abs(sum) == patterns.size();
            });
  }

  /** Pairs of contacts that are turned round, each pattern with the sign that turns fewer. */
  private static int turned(NeighbourGraph graph, List<Pattern> patterns) {
    List<Pattern> shown = new ArrayList<>();
    Set<NeighbourGraph.Edge> all = new HashSet<>();
    for (Pattern p : patterns) {
      List<NeighbourGraph.Edge> as = turned(graph, p, shown);
      List<NeighbourGraph.Edge> not = turned(graph, p.negated(), shown);
      boolean isNegated = not.size() < as.size();
      shown.add(isNegated ? p.negated() : p);
      all.addAll(isNegated ? not : as);
    }
    return all.size();
  }

  private static List<NeighbourGraph.Edge> turned(
      NeighbourGraph graph, Pattern p, List<Pattern> before) {
    return graph.edges().stream()
        .filter(e -> before.stream().anyMatch(q -> drop(e, p) * drop(e, q) < 0))
        .toList();
  }

  private static int drop(NeighbourGraph.Edge e, Pattern p) {
    return e.drop(p.sign(e.one()), p.sign(e.other()));
  }

  /** Contacts that are alone in their region. */
  private List<Integer> alone() {
    return regions.stream().filter(r -> r.size() == 1).map(r -> r.get(0)).toList();
  }

  /**
   * In a line, with the names of the electrodes.
   *
   * @param plan of the training; null where each pattern has a step of its own
   */
  String words(NeighbourGraph graph, Schedule plan) {
    String sizes =
        regions.size() > 8
            ? "%d regions".formatted(regions.size())
            : "%d %s (%s)"
                .formatted(
                    regions.size(),
                    regions.size() == 1 ? "region" : "regions",
                    regions.stream().map(r -> names(graph, r)).collect(Collectors.joining(" | ")));
    return sizes + "; " + current(plan) + "; " + verdict(graph);
  }

  private String current(Schedule plan) {
    Optional<Schedule.Together> set = plan == null ? Optional.empty() : plan.together();
    if (set.filter(s -> s.show() == Schedule.Show.FIRST).isPresent()) {
      return "the first alone is shown";
    }
    if (turned == 0) {
      return "no current turns round";
    }
    boolean isMixed = set.filter(s -> s.blocks() == Schedule.Blocks.SUM_AND_DIFFERENCE).isPresent();
    boolean isShort = plan != null && Math.min(plan.slot(), plan.on()) < LONG_ENOUGH;
    return "current turns round between %d pairs of contacts".formatted(turned)
        + (isMixed ? " in pulses, not in the blocks" : "")
        + (isShort ? ", which undoes part of what it wrote: show each for 2 ns or more" : "");
  }

  private String verdict(NeighbourGraph graph) {
    boolean isWired = graph.electrodes().stream().anyMatch(e -> e.patches().size() > 1);
    boolean isComplete = graph.pairs() == graph.all();
    if (!alone().isEmpty()) {
      String who =
          names(graph, alone().subList(0, Math.min(6, alone().size())))
              + (alone().size() > 6 ? " and %d more" : "").formatted(alone().size() - 6);
      return isComplete
          ? "cannot be held: nothing holds %s".formatted(who)
          : "cannot be held by these neighbours: nothing holds %s; %s"
              .formatted(who, isWired ? "more patches may do it" : "it needs wired electrodes");
    }
    double minima = Math.pow(2, regions.size() - 1.0);
    List<List<Integer>> pairs = regions.stream().filter(r -> r.size() == 2).toList();
    String weak =
        pairs.isEmpty()
            ? ""
            : ", but a wrong sign in %s is not put right"
                .formatted(
                    pairs.stream().map(r -> names(graph, r)).collect(Collectors.joining(" or ")));
    List<List<Integer>> rows =
        regions.stream().filter(r -> r.size() > 2 && graph.isRow(r)).toList();
    if (!rows.isEmpty()) {
      weak +=
          "; graded updates alone put a wrong sign right in %s, which are in a row"
              .formatted(
                  rows.stream().map(r -> names(graph, r)).collect(Collectors.joining(" and ")));
    }
    if (!isLoose) {
      return "can be held"
          + weak
          + "; some of the patterns tie regions to each other, so how"
          + " many other minima there are is not known";
    }
    return minima <= asked
        ? "can be held" + weak
        : "can be held among %.0f minima of like depth, %.0f of which are none of these%s"
            .formatted(minima, minima - asked, weak);
  }

  private static String names(NeighbourGraph graph, List<Integer> region) {
    return region.stream()
        .map(k -> graph.electrodes().get(k).name())
        .collect(Collectors.joining(" "));
  }
}
