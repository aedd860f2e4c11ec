package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fig. 1: conductance along and across the current against time. */
final class AlongAndAcross extends ClaimStudy {

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

  private static final String UNDRIVEN_STEPS =
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
  private static final String SLOWLY = "0.12 uOhm m";
  private static final double STILL = 0.02;

  private static final Batch FAST = driven(PaperFilms.FAST);
  private static final Batch SLOW = driven(SLOWLY);

  static final Batch UNDRIVEN =
      Batch.of("fig1-undriven", 1, 4, PaperFilms.strip(PaperFilms.FAST, UNDRIVEN_STEPS))
          .withSnapshots();

  AlongAndAcross() {
    super(
        "fig1",
        "A current turns the stripes and raises its own conductance",
        "Fig. 1 and its discussion: 50 mV along x over a maze of 400 nm. Within 10 to 50 ns the domains"
            + " turn across the current, the conductance along it rises and that across it falls. Without"
            + " current the texture is stable.");
    criterion(
        "rises",
        "after 50 ns gx is above and gy below its start in at least 90 % of the films, at each"
            + " strength of the drive");
    criterion("turns", "the mean stripe order after 50 ns is above 0.3 at both (1: all across x)");
    criterion(
        "slow",
        "at the weaker drive, more than half of the rise of gx over 50 ns comes in the first 30"
            + " ns, and not all of it in the first 1 ns: at most half");
    criterion("still", "without current gx and gy change by less than 0.02 in 50 ns");
    criterion(
        "independent",
        "at the stronger drive the means at 30 ns lie within two standard deviations of those of an"
            + " independent program, gx .966 and gy .735 (deviations .008 and .012, 5 mazes)");
    criterion("grid", GridControls.CRITERION);
    films(FAST, SLOW, UNDRIVEN, GridControls.TURNED, GridControls.FINE);
  }

  private static Batch driven(String rho) {
    return Batch.of("fig1-" + rho, 2, 10, PaperFilms.strip(rho, DRIVEN)).shown();
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    List<FinishedRun> fast = trial.films(FAST);
    List<FinishedRun> slow = trial.films(SLOW);
    List<FinishedRun> still = trial.films(UNDRIVEN);
    Rows table =
        e.table(
            "Conductance between whole opposite edges / (thickness s_perp), mean \u00b1 sd",
            "rho_perp | time | gx along | gy across | stripe order | n");
    rows(PaperFilms.FAST, fast, table);
    rows(SLOWLY, slow, table);
    rows("no current", still, table);
    e.picture(
        "panel",
        PaperFigures.fig1(fast, slow),
        "Top: maze 1 before, after 10 ns and after 50 ns of current from left to right at the stronger"
            + " drive. Below: conductances of all mazes; n = %d at each drive."
                .formatted(fast.size()));
    e.picture("fast", chart("Stronger drive, rho_perp " + PaperFilms.FAST, fast), caption(fast));
    e.picture("slow", chart("Weaker drive, rho_perp " + SLOWLY, slow), caption(slow));
    e.picture("undriven", chart("Without current", still), caption(still));
    pictures(fast.get(0), e);

    long up = rising(fast);
    long upSlow = rising(slow);
    e.decide(
        "rises",
        up >= 0.9 * fast.size() && upSlow >= 0.9 * slow.size(),
        "in %d of %d and %d of %d films",
        up,
        fast.size(),
        upSlow,
        slow.size());
    Spread orderFast = order(fast, "50 ns");
    Spread orderSlow = order(slow, "50 ns");
    e.number("stripe order at 50 ns, stronger drive", orderFast, "");
    e.number("stripe order at 50 ns, weaker drive", orderSlow, "");
    e.decide(
        "turns",
        orderFast.mean() > 0.3 && orderSlow.mean() > 0.3,
        "%s and %s, n = %d each",
        orderFast.text(2),
        orderSlow.text(2),
        orderFast.n());
    pace(slow, e);
    double largest =
        still.stream()
            .flatMap(
                r ->
                    Stream.of(r.gx("50 ns") - r.gx("untrained"), r.gy("50 ns") - r.gy("untrained")))
            .mapToDouble(Math::abs)
            .max()
            .orElse(0);
    e.number("largest change of gx or gy in 50 ns without current", largest, still.size(), "");
    e.decide(
        "still", largest < STILL, "the largest change is %s, n = %d", text(largest), still.size());
    independent(fast, e);
    e.picture("order-fast", orderChart("stronger drive", fast), caption(fast));
    e.picture("order-slow", orderChart("weaker drive", slow), caption(slow));
    GridControls.judge(trial, fast, e);
  }

  private static long rising(List<FinishedRun> films) {
    return films.stream()
        .filter(r -> r.gx("50 ns") > r.gx("untrained") && r.gy("50 ns") < r.gy("untrained"))
        .count();
  }

  private static CurveChart orderChart(String title, List<FinishedRun> runs) {
    return new BandChart(runs)
        .draw(
            "Stripe order, " + title,
            "1: all stripes across the current, 0: a maze",
            "time under current (ns)",
            "stripe order",
            List.of("stripes"),
            List.of("(<(dmz/dx)\u00b2> \u2212 <(dmz/dy)\u00b2>) / sum"));
  }

  private static void pace(List<FinishedRun> slow, Evidence e) {
    double start = gx(slow, "untrained").mean();
    double rise = gx(slow, "50 ns").mean() - start;
    double early = 0;
    for (FinishedRun r : slow) {
      early += r.at("gx", r.start() + 1e-9) / slow.size();
    }
    double first = (early - start) / rise;
    double later = (gx(slow, "30 ns").mean() - start) / rise;
    e.number("share of the rise of gx within 1 ns, weaker drive", first, slow.size(), "");
    e.number("share of the rise of gx within 30 ns, weaker drive", later, slow.size(), "");
    e.decide(
        "slow",
        later > 0.5 && first <= 0.5,
        "%.0f %% after 1 ns, %.0f %% after 30 ns, n = %d",
        100 * first,
        100 * later,
        slow.size());
  }

  private static void independent(List<FinishedRun> fast, Evidence e) {
    Spread gx = gx(fast, "30 ns");
    Spread gy = gy(fast, "30 ns");
    e.number("gx at 30 ns, stronger drive", gx, "");
    e.number("gy at 30 ns, stronger drive", gy, "");
    e.decide(
        "independent",
        Math.abs(gx.mean() - 0.966) <= 0.016 && Math.abs(gy.mean() - 0.735) <= 0.024,
        "gx %s, gy %s, n = %d",
        gx.text(3),
        gy.text(3),
        gx.n());
  }

  private static void rows(String drive, List<FinishedRun> runs, Rows table) {
    for (String label : LABELS) {
      table.row(
          drive,
          label.equals("untrained") ? "0" : label,
          gx(runs, label).text(3),
          gy(runs, label).text(3),
          order(runs, label).text(2),
          runs.size());
    }
  }

  static Spread gx(List<FinishedRun> runs, String label) {
    return Spread.of(runs, r -> r.gx(label));
  }

  static Spread gy(List<FinishedRun> runs, String label) {
    return Spread.of(runs, r -> r.gy(label));
  }

  private static Spread order(List<FinishedRun> runs, String label) {
    double share = LABELS.indexOf(label) == 0 ? 0 : Double.parseDouble(label.split(" ")[0]) / 50;
    return Spread.of(
        runs, r -> r.at("stripes", r.start() + share * (r.experiment().duration() - r.start())));
  }

  private static String caption(List<FinishedRun> runs) {
    return "Mean of n = %d mazes; the band is from the lowest to the highest."
        .formatted(runs.size());
  }

  private static CurveChart chart(String title, List<FinishedRun> runs) {
    return conductances(title, "conductance between whole edges", runs);
  }

  /** Conductances along and across the current against time. */
  static CurveChart conductances(String title, String subtitle, List<FinishedRun> runs) {
    return new BandChart(runs)
        .draw(
            title,
            subtitle,
            "time under current (ns)",
            "g = G / (thickness s_perp)",
            List.of("gx", "gy"),
            List.of("along x", "across, y"));
  }

  private static void pictures(FinishedRun run, Evidence e) {
    Map<String, String> captions = new LinkedHashMap<>();
    captions.put("texture-before", "The maze before the current, maze 1.");
    captions.put("current-before", "Current density in it, logarithmic.");
    captions.put("texture-after", "The same film under current at 50 ns, stronger drive.");
    captions.put("current-after", "Current density in it, logarithmic.");
    captions.forEach((name, caption) -> e.picture(name, run.figure(name), caption));
  }
}
