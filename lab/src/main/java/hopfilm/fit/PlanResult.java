package hopfilm.fit;

import hopfilm.experiment.FitSpec.Unknown;
import hopfilm.file.Study;
import java.nio.file.Path;
import java.util.ArrayList;
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
    int runs) {

  /** Share of the change that is a bend, above which readings are rough. */
  static final double ROUGH = 0.5;

  /** Correlations that are told. */
  private static final double STRONG = 0.9;

  /**
   * A number with the interval that the protocol would give it.
   *
   * @param sigma standard deviation of its logarithm
   * @param low lower end of the 95 % interval [SI]; that of the range where it is not identifiable
   * @param high upper end
   * @param isRead whether any reading depends on it
   */
  public record Estimate(
      Unknown unknown,
      double sigma,
      double low,
      double high,
      boolean isIdentifiable,
      boolean isRead) {

    private static Estimate of(Unknown u, Fisher fisher, int k) {
      boolean isKnown = fisher.isIdentifiable(k);
      double factor = Math.exp(Fisher.INTERVAL * fisher.sigma(k));
      double below = isKnown ? u.value() / factor : u.range().low();
      double above = isKnown ? u.value() * factor : u.range().high();
      return new Estimate(
          u,
          fisher.sigma(k),
          Math.min(below, above),
          Math.max(below, above),
          isKnown,
          fisher.isRead(k));
    }

    /** Half of the interval of a number that is identifiable, relative to it. */
    public double relative() {
      return half(sigma);
    }
  }

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

  /** Two numbers whose estimates move together. */
  public record Correlation(String a, String b, double value) {}

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
            .mapToObj(k -> Estimate.of(unknowns.get(k), fisher, k))
            .toList(),
        Combination.of(fisher, names(unknowns)),
        next.stream().sorted(Comparator.comparingDouble(n -> n.fisher().sigma(widest))).toList(),
        rough,
        runs);
  }

  /** Keys by their last part where that is clear. */
  private static List<String> names(List<Unknown> unknowns) {
    List<String> keys = unknowns.stream().map(Unknown::key).toList();
    List<String> last = keys.stream().map(k -> k.substring(k.lastIndexOf('.') + 1)).toList();
    return last.stream().distinct().count() == keys.size() ? last : keys;
  }

  /** Names of the numbers, as short as is clear. */
  public List<String> names() {
    return names(study.fit().unknowns());
  }

  /** The number with the widest interval. */
  public Estimate widest() {
    return estimates.get(fisher.widest());
  }

  /** Half of a 95 % interval, relative to the value. */
  public static double half(double sigma) {
    return Math.sinh(Fisher.INTERVAL * sigma);
  }

  /** Pairs of identifiable numbers that move together, the strongest first. */
  public List<Correlation> correlations() {
    List<Correlation> strong = new ArrayList<>();
    for (int a = 0; a < estimates.size(); a++) {
      for (int b = a + 1; b < estimates.size(); b++) {
        double r = fisher.correlation(a, b);
        boolean areKnown = estimates.get(a).isIdentifiable && estimates.get(b).isIdentifiable;
        if (areKnown && Math.abs(r) > STRONG) {
          strong.add(new Correlation(names().get(a), names().get(b), r));
        }
      }
    }
    strong.sort(Comparator.comparingDouble(c -> -Math.abs(c.value())));
    return strong;
  }
}
