package hopfilm.plot;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.Prefix;
import hopfilm.hopfield.HebbAgreement;
import hopfilm.hopfield.HebbAgreement.Group;
import hopfilm.hopfield.HebbAgreement.Pair;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The weights of a film against the sum of its patterns' outer products, which Hebb's rule asks.
 */
public final class HebbChart {

  /** Pairs of the same sum are drawn side by side over this width; sums are 2 apart. */
  private static final double SPREAD = 0.5;

  /** The same where there are many. */
  private static final double WIDE = 1;

  private static final int MANY = 100;

  private HebbChart() {}

  /**
   * A point for each pair, means and deviations.
   *
   * @param patterns that were trained, how many
   */
  public static Figure of(HebbAgreement agreement, int patterns) {
    List<Group> groups = agreement.groups();
    Prefix prefix = Prefix.of(agreement.pairs().stream().mapToDouble(Pair::weight).toArray());
    double[] sums = groups.stream().mapToDouble(Group::sum).toArray();
    return new CurveChart(
            "Weights beside Hebb\u2019s rule",
            "%d pairs, correlation %s, slope %s; band: deviation of the pairs"
                .formatted(
                    agreement.pairs().size(),
                    Prefix.fixed(agreement.correlation(), 2),
                    Prefix.format(agreement.slope(), "S")),
            "sum of s\u1d62 s\u2c7c over %d patterns".formatted(patterns),
            "G\u2032\u1d62\u2c7c (%sS)".formatted(prefix.symbol()))
        .band(
            "mean of the pairs",
            sums,
            of(groups, Group::mean, prefix),
            of(groups, g -> g.mean() - g.deviation(), prefix),
            of(groups, g -> g.mean() + g.deviation(), prefix))
        .points(
            "a pair of electrodes",
            places(agreement),
            agreement.pairs().stream().mapToDouble(p -> p.weight() / prefix.factor()).toArray())
        .figure();
  }

  private static double[] of(List<Group> groups, ToDoubleFunction<Group> value, Prefix prefix) {
    return groups.stream().mapToDouble(g -> value.applyAsDouble(g) / prefix.factor()).toArray();
  }

  /** Beside the sum of each pair, in their order. */
  private static double[] places(HebbAgreement agreement) {
    double[] x = new double[agreement.pairs().size()];
    double width = x.length > MANY ? WIDE : SPREAD;
    for (Group g : agreement.groups()) {
      int n = 0;
      for (int k = 0; k < x.length; k++) {
        if (agreement.pairs().get(k).sum() == g.sum()) {
          x[k] = g.sum() + width * ((n + 0.5) / g.pairs() - 0.5);
          n++;
        }
      }
    }
    return x;
  }
}
