package hopfilm.claims;

import hopfilm.figures.CurveChart;
import hopfilm.hopfield.Pattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
            "the last quarter of the pulses adds less than half of what the first quarter adds"));
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
    evidence.picture(
        "pulses",
        new CurveChart(
                "Weights against the number of pulses",
                "pulses of 1 ns at 50 mV on +--+, read after 0.5 ns of rest",
                "pulses",
                "change of |G_ij| / G_11 (%)")
            .band("unlike voltages", n, unlike[0], unlike[1], unlike[2])
            .band("like voltages", n, like[0], like[1], like[2])
            .figure(),
        "Mean of n = %d films; the band is from the lowest to the highest.".formatted(runs.size()));
    evidence.number(
        "unlike pairs after the last pulse", unlike[0][PULSES], runs.size(), "% of G_11");
    evidence.number("like pairs after the last pulse", like[0][PULSES], runs.size(), "% of G_11");
    fits(unlike[0], runs.size(), evidence);
    evidence.decide(
        "monotonous",
        above && rises >= 12,
        "%s its start after each; it rises in %d of %d pulses, n = %d"
            .formatted(above ? "above" : "not above", rises, PULSES, runs.size()));
    evidence.decide(
        "competition",
        like[0][PULSES] < 0,
        "%s %% of G_11, n = %d".formatted(ClaimsReport.number(like[0][PULSES]), runs.size()));
    evidence.decide(
        "saturation",
        last < 0.5 * first,
        "%s %% against %s %% of G_11"
            .formatted(ClaimsReport.number(last), ClaimsReport.number(first)));
  }

  /** Mean, lowest and highest change of |G_ij| / G_11 over films after k pulses [%]. */
  private static void fill(double[][] curves, int k, List<FinishedRun> runs, boolean likes) {
    List<Double> changes = new ArrayList<>();
    for (FinishedRun run : runs) {
      double[][] before = run.conductance("untrained");
      double[][] g = run.conductance(k == 0 ? "untrained" : k == 1 ? "pulse" : "pulse-" + k);
      double sum = 0;
      int pairs = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = i + 1; j < 4; j++) {
          if ((TRAINED.sign(i) == TRAINED.sign(j)) == likes) {
            sum += Math.abs(g[i][j]) - Math.abs(before[i][j]);
            pairs++;
          }
        }
      }
      changes.add(100 * sum / pairs / before[0][0]);
    }
    Spread s = Spread.of(changes);
    curves[0][k] = s.mean();
    curves[1][k] = s.least();
    curves[2][k] = s.greatest();
  }

  /**
   * Hebb's outer product adds the same at every pulse, w = c n; a rule with decay such as that of
   * Oja saturates, w = w1 (1 - exp(-n/n1)). Both by least squares.
   */
  private static void fits(double[] w, int films, Evidence evidence) {
    double nn = 0;
    double nw = 0;
    for (int n = 0; n < w.length; n++) {
      nn += (double) n * n;
      nw += n * w[n];
    }
    double hebb = 0;
    for (int n = 0; n < w.length; n++) {
      hebb += Math.pow(w[n] - nw / nn * n, 2);
    }
    double best = Double.POSITIVE_INFINITY;
    double pulses = 0;
    for (double tau = 0.1; tau < 100; tau *= 1.02) {
      double ff = 0;
      double fw = 0;
      for (int n = 0; n < w.length; n++) {
        double f = 1 - Math.exp(-n / tau);
        ff += f * f;
        fw += f * w[n];
      }
      double rest = 0;
      for (int n = 0; n < w.length; n++) {
        rest += Math.pow(w[n] - fw / ff * (1 - Math.exp(-n / tau)), 2);
      }
      if (rest < best) {
        best = rest;
        pulses = tau;
      }
    }
    double rms = Math.sqrt(hebb / w.length);
    evidence.number(
        "rms of the fit of Hebb's outer product, unlike pairs", rms, films, "% of G_11");
    evidence.number(
        "rms of the fit of a saturating rule (Oja), unlike pairs",
        Math.sqrt(best / w.length),
        films,
        "% of G_11");
    evidence.number("pulses to saturate in that fit", pulses, films, "");
  }
}
