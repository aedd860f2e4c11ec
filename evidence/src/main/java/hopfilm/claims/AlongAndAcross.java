package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.io.Table;
import hopfilm.reproduce.BandChart;
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
import java.util.Locale;

/** Fig. 1: conductance along and across the current against time. */
final class AlongAndAcross implements Claim {

  private static final String DRIVEN =
      """
        - measure: untrained
        - train: {voltages: [50 mV, 0 V], time: 10 ns}
        - measure: 10 ns
        - train: {voltages: [50 mV, 0 V], time: 20 ns}
        - measure: 30 ns
        - train: {voltages: [50 mV, 0 V], time: 20 ns}
        - measure: 50 ns
      """;

  private static final String UNDRIVEN =
      """
        - measure: untrained
        - rest: 10 ns
        - measure: 10 ns
        - rest: 20 ns
        - measure: 30 ns
        - rest: 20 ns
        - measure: 50 ns
      """;

  private static final List<String> LABELS = List.of("untrained", "10 ns", "30 ns", "50 ns");
  private static final String SLOW = "0.12 uOhm m";
  private static final double STILL = 0.02;

  @Override
  public String id() {
    return "fig1";
  }

  @Override
  public String title() {
    return "A current turns the stripes and raises its own conductance";
  }

  @Override
  public String source() {
    return "Fig. 1 and its discussion: 50 mV along x over a maze of 400 nm. Within 10 to 50 ns the domains"
        + " turn across the current, the conductance along it rises and that across it falls. Without"
        + " current the texture is stable.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "rises",
            "after 50 ns gx is above and gy below its start in at least 90 % of the films, at each"
                + " strength of the drive"),
        Criterion.of(
            "turns", "the mean stripe order after 50 ns is above 0.3 at both (1: all across x)"),
        Criterion.of(
            "slow",
            "at the weaker drive, more than half of the rise of gx over 50 ns comes in the first 30"
                + " ns, and not all of it in the first 1 ns: at most half"),
        Criterion.of("still", "without current gx and gy change by less than 0.02 in 50 ns"),
        Criterion.of(
            "independent",
            "at the stronger drive the means at 30 ns lie within two standard deviations of those of an"
                + " independent program, gx .966 and gy .735 (deviations .008 and .012, 5 mazes)"),
        GridControls.criterion());
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(driven(effort, Films.FAST));
    runs.addAll(driven(effort, SLOW));
    runs.addAll(undriven(effort));
    runs.addAll(GridControls.runs(effort));
    return runs;
  }

  private static List<PlannedRun> driven(Effort effort, String rho) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(2, 10)) {
      runs.add(
          PlannedRun.of(
                  "fig1-%s-seed=%d".formatted(rho, seed),
                  Films.strip(effort, rho, DRIVEN, "initial.seed=" + seed))
              .illustratedIf(seed == 1));
    }
    return runs;
  }

  static List<PlannedRun> undriven(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, 4)) {
      runs.add(
          PlannedRun.of(
                  "fig1-undriven-seed=" + seed,
                  Films.strip(effort, Films.FAST, UNDRIVEN, "initial.seed=" + seed))
              .withSnapshots());
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<FinishedRun> fast = finished.get(driven(effort, Films.FAST));
    List<FinishedRun> slow = finished.get(driven(effort, SLOW));
    List<FinishedRun> still = finished.get(undriven(effort));
    List<List<String>> rows = new ArrayList<>();
    rows(Films.FAST, fast, rows);
    rows(SLOW, slow, rows);
    rows("no current", still, rows);
    evidence.table(
        "Conductance between whole opposite edges / (thickness s_perp), mean \u00b1 sd",
        List.of("rho_perp", "time", "gx along", "gy across", "stripe order", "n"),
        rows);
    evidence.picture(
        "panel",
        Fig1Panel.of(fast, slow),
        "Top: maze 1 before, after 10 ns and after 50 ns of current from left to right at the stronger"
            + " drive. Below: conductances of all mazes; n = %d at each drive."
                .formatted(fast.size()));
    evidence.picture(
        "fast", chart("Stronger drive, rho_perp " + Films.FAST, fast).figure(), caption(fast));
    evidence.picture("slow", chart("Weaker drive, rho_perp " + SLOW, slow).figure(), caption(slow));
    evidence.picture("undriven", chart("Without current", still).figure(), caption(still));
    pictures(fast.get(0), evidence);

    long up = rising(fast);
    long upSlow = rising(slow);
    evidence.decide(
        "rises",
        up >= 0.9 * fast.size() && upSlow >= 0.9 * slow.size(),
        "in %d of %d and %d of %d films".formatted(up, fast.size(), upSlow, slow.size()));
    Spread orderFast = order(fast, "50 ns");
    Spread orderSlow = order(slow, "50 ns");
    evidence.number("stripe order at 50 ns, stronger drive", orderFast, "");
    evidence.number("stripe order at 50 ns, weaker drive", orderSlow, "");
    evidence.decide(
        "turns",
        orderFast.mean() > 0.3 && orderSlow.mean() > 0.3,
        "%s and %s, n = %d each".formatted(orderFast.text(2), orderSlow.text(2), orderFast.n()));
    pace(slow, evidence);
    still(still, evidence);
    independent(fast, evidence);
    evidence.picture("order-fast", order("Stronger drive", fast), caption(fast));
    evidence.picture("order-slow", order("Weaker drive", slow), caption(slow));
    GridControls.judge(effort, finished, fast, evidence);
  }

  private static long rising(List<FinishedRun> films) {
    return films.stream()
        .filter(r -> r.gx("50 ns") > r.gx("untrained") && r.gy("50 ns") < r.gy("untrained"))
        .count();
  }

  private static Figure order(String title, List<FinishedRun> runs) throws IOException {
    return new BandChart(runs)
        .draw(
            "Stripe order, " + title.toLowerCase(Locale.ROOT),
            "1: all stripes across the current, 0: a maze",
            "time under current (ns)",
            "stripe order",
            List.of("stripes"),
            List.of("(<(dmz/dx)\u00b2> \u2212 <(dmz/dy)\u00b2>) / sum"))
        .figure();
  }

  private static void pace(List<FinishedRun> slow, Evidence evidence) throws IOException {
    double start = gx(slow, "untrained").mean();
    double rise = gx(slow, "50 ns").mean() - start;
    double early = 0;
    for (FinishedRun r : slow) {
      Table t = r.table();
      double from = r.experiment().initial().relaxTime();
      early += at(t, "gx", from + 1e-9) / slow.size();
    }
    double first = (early - start) / rise;
    double later = (gx(slow, "30 ns").mean() - start) / rise;
    evidence.number("share of the rise of gx within 1 ns, weaker drive", first, slow.size(), "");
    evidence.number("share of the rise of gx within 30 ns, weaker drive", later, slow.size(), "");
    evidence.decide(
        "slow",
        later > 0.5 && first <= 0.5,
        String.format(
            Locale.ROOT,
            "%.0f %% after 1 ns, %.0f %% after 30 ns, n = %d",
            100 * first,
            100 * later,
            slow.size()));
  }

  private static void still(List<FinishedRun> runs, Evidence evidence) {
    double largest = 0;
    for (FinishedRun r : runs) {
      largest = Math.max(largest, Math.abs(r.gx("50 ns") - r.gx("untrained")));
      largest = Math.max(largest, Math.abs(r.gy("50 ns") - r.gy("untrained")));
    }
    evidence.number(
        "largest change of gx or gy in 50 ns without current", largest, runs.size(), "");
    evidence.decide(
        "still",
        largest < STILL,
        "the largest change is %s, n = %d".formatted(Numbers.text(largest), runs.size()));
  }

  private static void independent(List<FinishedRun> fast, Evidence evidence) {
    Spread gx = gx(fast, "30 ns");
    Spread gy = gy(fast, "30 ns");
    evidence.number("gx at 30 ns, stronger drive", gx, "");
    evidence.number("gy at 30 ns, stronger drive", gy, "");
    evidence.decide(
        "independent",
        Math.abs(gx.mean() - 0.966) <= 0.016 && Math.abs(gy.mean() - 0.735) <= 0.024,
        "gx %s, gy %s, n = %d".formatted(gx.text(3), gy.text(3), gx.n()));
  }

  private static void rows(String drive, List<FinishedRun> runs, List<List<String>> rows)
      throws IOException {
    for (String label : LABELS) {
      rows.add(
          List.of(
              drive,
              label.equals("untrained") ? "0" : label,
              gx(runs, label).text(3),
              gy(runs, label).text(3),
              order(runs, label).text(2),
              Integer.toString(runs.size())));
    }
  }

  private static Spread gx(List<FinishedRun> runs, String label) {
    return Spread.of(runs.stream().map(r -> r.gx(label)).toList());
  }

  private static Spread gy(List<FinishedRun> runs, String label) {
    return Spread.of(runs.stream().map(r -> r.gy(label)).toList());
  }

  private static Spread order(List<FinishedRun> runs, String label) throws IOException {
    double share = LABELS.indexOf(label) == 0 ? 0 : Double.parseDouble(label.split(" ")[0]) / 50;
    List<Double> orders = new ArrayList<>();
    for (FinishedRun r : runs) {
      double relax = r.experiment().initial().relaxTime();
      double time = relax + share * (r.experiment().duration() - relax);
      orders.add(at(r.table(), "stripes", time));
    }
    return Spread.of(orders);
  }

  /** Value in the row that is nearest in time. */
  private static double at(Table t, String column, double time) {
    double[] times = t.column("t");
    double[] values = t.column(column);
    int best = 0;
    for (int i = 0; i < times.length; i++) {
      best = Math.abs(times[i] - time) < Math.abs(times[best] - time) ? i : best;
    }
    return values[best];
  }

  private static String caption(List<FinishedRun> runs) {
    return "Mean of n = %d mazes; the band is from the lowest to the highest."
        .formatted(runs.size());
  }

  private static CurveChart chart(String title, List<FinishedRun> runs) throws IOException {
    return new BandChart(runs)
        .draw(
            title,
            "conductance between whole edges",
            "time under current (ns)",
            "g = G / (thickness s_perp)",
            List.of("gx", "gy"),
            List.of("along x", "across, y"));
  }

  private static void pictures(FinishedRun run, Evidence evidence) {
    evidence.picture(
        "texture-before", run.figure("texture-before"), "The maze before the current, maze 1.");
    evidence.picture(
        "current-before", run.figure("current-before"), "Current density in it, logarithmic.");
    evidence.picture(
        "texture-after",
        run.figure("texture-after"),
        "The same film under current at 50 ns, stronger drive.");
    evidence.picture(
        "current-after", run.figure("current-after"), "Current density in it, logarithmic.");
  }
}
