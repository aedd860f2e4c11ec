package hopfilm.fit;

import hopfilm.experiment.FitSpec.Unknown;
import hopfilm.file.Study;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a protocol would tell about the unknown numbers of a film.
 *
 * @param folder where it is written
 * @param study with a section {@code fit}
 * @param fisher the information in its readings
 * @param estimates one for each number, in the order of the file
 * @param combinations known products of numbers that are not identifiable
 * @param next what could be measured next, the most useful first
 * @param rough readings whose derivatives mean little
 * @param runs how many there were
 */
public record PlanResult(
    Path folder,
    Study study,
    Fisher fisher,
    List<Estimate> estimates,
    List<Combination> combinations,
    List<Next> next,
    List<Rough> rough,
    int runs)
    implements Intervals {

  /** Share of the change that is a bend, above which readings are rough. */
  static final double ROUGH = 0.5;

  /**
   * What could be measured next.
   *
   * @param what in words
   * @param fisher the information in the protocol and this
   */
  public record Next(String what, Fisher fisher) {}

  /**
   * Readings that jump between neighbouring values of a number.
   *
   * @param group label of the measure, or column
   * @param key of the number
   * @param share of the change that is a bend
   */
  public record Rough(String group, String key, double share) {}

  public PlanResult {
    estimates = List.copyOf(estimates);
    combinations = List.copyOf(combinations);
    next = List.copyOf(next);
    rough = List.copyOf(rough);
  }

  static PlanResult of(
      Path folder, Study study, Fisher fisher, List<Next> next, List<Rough> rough, int runs) {
    List<Unknown> unknowns = study.fit().unknowns();
    int widest = fisher.widest();
    return new PlanResult(
        folder,
        study,
        fisher,
        IntStream.range(0, unknowns.size())
            .mapToObj(k -> Estimate.of(unknowns.get(k), unknowns.get(k).value(), fisher, k))
            .toList(),
        Combination.of(fisher, Intervals.names(unknowns)),
        next.stream().sorted(Comparator.comparingDouble(n -> n.fisher().sigma(widest))).toList(),
        rough,
        runs);
  }
}
