package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.hopfield.LearningRules;
import hopfilm.hopfield.Pattern;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.sweep.Spread;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Eq. 8: weights change pulse by pulse. */
final class HebbPulses {

  private static final int PULSES = 16;
  private static final Pattern TRAINED = new Pattern("+--+");

  private static final Predicate<Pair> UNLIKE = p -> !p.isLike();

  private HebbPulses() {}

  static void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
    List<FinishedRun> runs = films.values().iterator().next();
    double[] n = IntStream.rangeClosed(0, PULSES).asDoubleStream().toArray();
    double[] unlike = means(runs, UNLIKE);
    double[] like = means(runs, Pair::isLike);
    int rises = 0;
    boolean above = true;
    for (int k = 1; k <= PULSES; k++) {
      rises += unlike[k] > unlike[k - 1] ? 1 : 0;
      above &= unlike[k] > 0;
    }
    double first = unlike[PULSES / 4];
    double last = unlike[PULSES] - unlike[PULSES - PULSES / 4];
    LearningRules rules = LearningRules.fit(unlike, like);
    CurveChart chart =
        new CurveChart(
            "Weights against the number of pulses",
            "pulses of 1 ns at 50 mV on +--+, read after 0.5 ns of rest",
            "pulses",
            "change of |G_ij| / G_11 (%)");
    BandChart.band(chart, "unlike voltages", n, k -> spread(runs, k, UNLIKE));
    BandChart.band(chart, "like voltages", n, k -> spread(runs, k, Pair::isLike));
    chart.line("Hebb, unlike", n, rules.hebb(1)).line("Hebb, like", n, rules.hebb(-1));
    chart.line("Oja, unlike", n, rules.oja(1)).line("Oja, like", n, rules.oja(-1));
    String mean =
        "Mean of n = %d films; the band is from the lowest to the highest.".formatted(runs.size());
    e.picture("pulses", chart, mean + " Both rules are fitted to both means together.");
    e.picture("increments", increments(runs), mean);
    pairs(runs, e);
    e.number("unlike pairs after the last pulse", unlike[PULSES], runs.size(), "% of G_11");
    e.number("like pairs after the last pulse", like[PULSES], runs.size(), "% of G_11");
    e.number(
        "rms left by Hebb's outer product, dw_ij = c V_i V_j",
        rules.hebbRms(),
        runs.size(),
        "% of G_11");
    e.number(
        "rms left by Oja's rule, dw_ij = c V_i (V_j - V_i w_ij)",
        rules.ojaRms(),
        runs.size(),
        "% of G_11");
    e.number("pulses to saturate in Oja's rule", rules.pulses(), runs.size(), "");
    e.decide(
        "rule",
        rules.ojaRms() < 0.5 * rules.hebbRms(),
        "%s %% against %s %% of G_11",
        text(rules.ojaRms()),
        text(rules.hebbRms()));
    e.decide(
        "monotonous",
        above && rises >= 12,
        "%s its start after each; it rises in %d of %d pulses, n = %d",
        above ? "above" : "not above",
        rises,
        PULSES,
        runs.size());
    e.decide(
        "competition", like[PULSES] < 0, "%s %% of G_11, n = %d", text(like[PULSES]), runs.size());
    e.decide(
        "saturation", last < 0.5 * first, "%s %% against %s %% of G_11", text(last), text(first));
  }

  /** Delta_ij(n): what each pulse changes. */
  private static CurveChart increments(List<FinishedRun> runs) {
    double[] n = IntStream.rangeClosed(1, PULSES).asDoubleStream().toArray();
    CurveChart chart =
        new CurveChart(
            "What each pulse changes, Delta_ij(n) of Eq. 8",
            "mean over pairs of unlike and of like voltages",
            "pulse n",
            "change of |G_ij| / G_11 (%)");
    BandChart.band(chart, "unlike voltages", n, k -> increment(runs, k, UNLIKE));
    BandChart.band(chart, "like voltages", n, k -> increment(runs, k, Pair::isLike));
    return chart;
  }

  private static Spread increment(List<FinishedRun> runs, int k, Predicate<Pair> which) {
    return Spread.of(runs, r -> change(r, k + 1, which) - change(r, k, which));
  }

  private static void pairs(List<FinishedRun> runs, Evidence e) {
    Rows table =
        e.table(
            "Change of |G_ij| / G_11 (%%) after n pulses, mean \u00b1 sd over %d films"
                .formatted(runs.size()),
            "n | unlike neighbours | unlike diagonals | like neighbours | all pairs");
    for (int k : new int[] {1, 2, 4, 8, PULSES}) {
      table.row(
          k,
          spread(runs, k, p -> !p.isLike() && !p.isDiagonal()).text(2),
          spread(runs, k, p -> !p.isLike() && p.isDiagonal()).text(2),
          spread(runs, k, Pair::isLike).text(2),
          spread(runs, k, p -> true).text(2));
    }
    e.note(
        "The last column is the mean over all six pairs: where unlike pairs gain and like pairs lose, it"
            + " stays small, and that is the competition. On +--+ no diagonal pair is alike.");
  }

  /** Two nodes. */
  private record Pair(int i, int j) {
    boolean isLike() {
      return TRAINED.sign(i) == TRAINED.sign(j);
    }

    boolean isDiagonal() {
      return j - i == 2;
    }
  }

  private static double[] means(List<FinishedRun> runs, Predicate<Pair> which) {
    return IntStream.rangeClosed(0, PULSES)
        .mapToDouble(k -> spread(runs, k, which).mean())
        .toArray();
  }

  private static Spread spread(List<FinishedRun> runs, int k, Predicate<Pair> which) {
    return Spread.of(runs, r -> change(r, k, which));
  }

  /** Mean change of |G_ij| / G_11 over some pairs after k pulses [%]. */
  private static double change(FinishedRun run, int k, Predicate<Pair> which) {
    double[][] before = run.conductance("untrained");
    double[][] g = run.conductance(k == 0 ? "untrained" : k == 1 ? "pulse" : "pulse-" + k);
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        if (which.test(new Pair(i, j))) {
          sum += Math.abs(g[i][j]) - Math.abs(before[i][j]);
          pairs++;
        }
      }
    }
    return 100 * sum / pairs / before[0][0];
  }
}
