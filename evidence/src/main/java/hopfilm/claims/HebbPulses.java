package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.hopfield.LearningRules;
import hopfilm.hopfield.Pattern;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Eq. 8: weights change pulse by pulse. */
final class HebbPulses implements Claim {

  private static final int PULSES = 16;
  private static final Pattern TRAINED = new Pattern("+--+");

  private static final String PROTOCOL =
      """
        - measure: untrained
        - repeat:
            times: %d
            steps:
              - train: {pattern: "%s", voltage: 50 mV, time: 1 ns}
              - rest: 0.5 ns
              - measure: pulse
      """
          .formatted(PULSES, TRAINED);

  @Override
  public String id() {
    return "hebb";
  }

  @Override
  public String title() {
    return "Weights change pulse by pulse as Hebb would have it";
  }

  @Override
  public String source() {
    return "Eq. 8 and its discussion: under a train of pulses the weight between two nodes changes by an"
        + " amount that depends mainly on V_i - V_j, and grows monotonously. Not all weights can grow:"
        + " strengthening some weakens others, and there is no runaway.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "monotonous",
            "the mean |G_ij| of unlike pairs is above its start after every pulse and rises in at least"
                + " 12 of the 16 pulses, mean over films"),
        Criterion.of(
            "competition", "the mean |G_ij| of like pairs is below its start after the last pulse"),
        Criterion.of(
            "saturation",
            "the last quarter of the pulses adds less than half of what the first quarter adds"),
        Criterion.of(
            "rule",
            "Oja's rule fitted to the mean curves of unlike and like pairs together leaves less than"
                + " half of the rms that Hebb's outer product leaves"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, 6)) {
      runs.add(
          PlannedRun.of(
              "hebb-seed=" + seed, Films.paperWith(effort, PROTOCOL, "initial.seed=" + seed)));
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<FinishedRun> runs = finished.get(runs(effort));
    double[] n = new double[PULSES + 1];
    double[][] unlike = new double[3][PULSES + 1];
    double[][] like = new double[3][PULSES + 1];
    for (int k = 0; k <= PULSES; k++) {
      n[k] = k;
      fill(unlike, k, runs, false);
      fill(like, k, runs, true);
    }
    int rises = 0;
    boolean above = true;
    for (int k = 1; k <= PULSES; k++) {
      rises += unlike[0][k] > unlike[0][k - 1] ? 1 : 0;
      above &= unlike[0][k] > 0;
    }
    double first = unlike[0][PULSES / 4];
    double last = unlike[0][PULSES] - unlike[0][PULSES - PULSES / 4];
    LearningRules rules = LearningRules.fit(unlike[0], like[0]);
    evidence.picture(
        "pulses",
        new CurveChart(
                "Weights against the number of pulses",
                "pulses of 1 ns at 50 mV on +--+, read after 0.5 ns of rest",
                "pulses",
                "change of |G_ij| / G_11 (%)")
            .band("unlike voltages", n, unlike[0], unlike[1], unlike[2])
            .band("like voltages", n, like[0], like[1], like[2])
            .line("Hebb, unlike", n, rules.hebb(1))
            .line("Hebb, like", n, rules.hebb(-1))
            .line("Oja, unlike", n, rules.oja(1))
            .line("Oja, like", n, rules.oja(-1))
            .figure(),
        "Mean of n = %d films; the band is from the lowest to the highest. Both rules are fitted to both means together."
            .formatted(runs.size()));
    increments(runs, evidence);
    pairs(runs, evidence);
    evidence.number(
        "unlike pairs after the last pulse", unlike[0][PULSES], runs.size(), "% of G_11");
    evidence.number("like pairs after the last pulse", like[0][PULSES], runs.size(), "% of G_11");
    evidence.number(
        "rms left by Hebb's outer product, dw_ij = c V_i V_j",
        rules.hebbRms(),
        runs.size(),
        "% of G_11");
    evidence.number(
        "rms left by Oja's rule, dw_ij = c V_i (V_j - V_i w_ij)",
        rules.ojaRms(),
        runs.size(),
        "% of G_11");
    evidence.number("pulses to saturate in Oja's rule", rules.pulses(), runs.size(), "");
    evidence.decide(
        "rule",
        rules.ojaRms() < 0.5 * rules.hebbRms(),
        "%s %% against %s %% of G_11"
            .formatted(Numbers.text(rules.ojaRms()), Numbers.text(rules.hebbRms())));
    evidence.decide(
        "monotonous",
        above && rises >= 12,
        "%s its start after each; it rises in %d of %d pulses, n = %d"
            .formatted(above ? "above" : "not above", rises, PULSES, runs.size()));
    evidence.decide(
        "competition",
        like[0][PULSES] < 0,
        "%s %% of G_11, n = %d".formatted(Numbers.text(like[0][PULSES]), runs.size()));
    evidence.decide(
        "saturation",
        last < 0.5 * first,
        "%s %% against %s %% of G_11".formatted(Numbers.text(last), Numbers.text(first)));
  }

  /** Delta_ij(n): what each pulse changes. */
  private static void increments(List<FinishedRun> runs, Evidence evidence) {
    double[] n = new double[PULSES];
    double[][] unlike = new double[3][PULSES];
    double[][] like = new double[3][PULSES];
    for (int k = 1; k <= PULSES; k++) {
      n[k - 1] = k;
      List<Double> u = new ArrayList<>();
      List<Double> l = new ArrayList<>();
      for (FinishedRun run : runs) {
        u.add(change(run, k, p -> !p.isLike()) - change(run, k - 1, p -> !p.isLike()));
        l.add(change(run, k, Pair::isLike) - change(run, k - 1, Pair::isLike));
      }
      fill(unlike, k - 1, u);
      fill(like, k - 1, l);
    }
    evidence.picture(
        "increments",
        new CurveChart(
                "What each pulse changes, Delta_ij(n) of Eq. 8",
                "mean over pairs of unlike and of like voltages",
                "pulse n",
                "change of |G_ij| / G_11 (%)")
            .band("unlike voltages", n, unlike[0], unlike[1], unlike[2])
            .band("like voltages", n, like[0], like[1], like[2])
            .figure(),
        "Mean of n = %d films; the band is from the lowest to the highest.".formatted(runs.size()));
  }

  private static void pairs(List<FinishedRun> runs, Evidence evidence) {
    List<List<String>> rows = new ArrayList<>();
    for (int k : new int[] {1, 2, 4, 8, PULSES}) {
      rows.add(
          List.of(
              Integer.toString(k),
              spread(runs, k, p -> !p.isLike() && !p.isDiagonal()).text(2),
              spread(runs, k, p -> !p.isLike() && p.isDiagonal()).text(2),
              spread(runs, k, Pair::isLike).text(2),
              spread(runs, k, p -> true).text(2)));
    }
    evidence.table(
        "Change of |G_ij| / G_11 (%%) after n pulses, mean \u00b1 sd over %d films"
            .formatted(runs.size()),
        List.of("n", "unlike neighbours", "unlike diagonals", "like neighbours", "all pairs"),
        rows);
    evidence.note(
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

  /** Mean, lowest and highest change of |G_ij| / G_11 over films after k pulses [%]. */
  private static void fill(double[][] curves, int k, List<FinishedRun> runs, boolean likes) {
    fill(curves, k, runs.stream().map(r -> change(r, k, p -> p.isLike() == likes)).toList());
  }

  private static void fill(double[][] curves, int k, List<Double> values) {
    Spread s = Spread.of(values);
    curves[0][k] = s.mean();
    curves[1][k] = s.least();
    curves[2][k] = s.greatest();
  }

  private static Spread spread(List<FinishedRun> runs, int k, Predicate<Pair> which) {
    return Spread.of(runs.stream().map(r -> change(r, k, which)).toList());
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
