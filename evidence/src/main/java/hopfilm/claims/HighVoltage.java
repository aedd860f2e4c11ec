package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.check.DriveEstimate;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Saturation and loss of contrast at high voltages. */
final class HighVoltage implements Claim {

  private static final int QUICK = 1;
  private static final int FULL = 4;

  /** In a quick reproduction without 200 mV, where the potential follows slowly. */
  private static double[] millivolts(Effort effort) {
    return effort.choose(
        new double[] {12.5, 25, 50, 100, 300}, new double[] {12.5, 25, 50, 100, 200, 300});
  }

  private static Variants films(Effort effort) {
    Map<String, List<String>> v = new LinkedHashMap<>();
    for (double mv : millivolts(effort)) {
      String text = mv + " mV";
      v.put(text, mv == 50 ? List.of() : List.of("train.voltage=" + text));
    }
    return Variants.of("voltage", v);
  }

  @Override
  public String id() {
    return "high-voltage";
  }

  @Override
  public String title() {
    return "Saturation at high voltages";
  }

  @Override
  public String source() {
    return "End of the discussion of Fig. 1: the memristor saturates only when high voltages are applied"
        + " for long. Here each film is trained for 20 ns; the drift velocity is proportional to the"
        + " voltage and about 150 m/s in the middle of the film at 50 mV.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "grows", "what training adds to the conductance is larger at 50 than at 12.5 mV"),
        Criterion.of(
            "saturates",
            "from 50 to 100 mV it grows by less than a factor of two, the factor of the voltage"),
        Criterion.of(
            "kept",
            "at 300 mV the trained pattern is still the lowest in at least 80 % of the films"),
        Criterion.of(
            "regimes",
            "training adds most at a mean drift velocity between 80 and 300 m/s, and less than half of"
                + " that where it is below 60 m/s"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return films(effort).runs(effort, QUICK, FULL).stream()
        .map(r -> isWatched(r) ? r.withSnapshots() : r)
        .toList();
  }

  /** The first maze is looked at more closely. */
  private static boolean isWatched(PlannedRun run) {
    return run.experiment().initial().seed() == 1;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Map<String, TrainedFilms> byVoltage =
        films(effort).judge(effort, QUICK, FULL, finished, evidence);
    List<TrainedFilms> films = new ArrayList<>(byVoltage.values());
    double[] added = films.stream().mapToDouble(f -> 100 * f.contrast().mean()).toArray();
    double[] low = films.stream().mapToDouble(f -> 100 * f.contrast().least()).toArray();
    double[] high = films.stream().mapToDouble(f -> 100 * f.contrast().greatest()).toArray();
    evidence.picture(
        "contrast",
        new CurveChart(
                "What training adds against its voltage",
                "20 ns; lowest to highest film",
                "voltage (mV)",
                "added conductance (%)")
            .band("mean", millivolts(effort), added, low, high)
            .figure(),
        "-E' / power of the trained pattern, reference untrained, read under current; n = %d films a voltage."
            .formatted(films.get(0).lowest().total()));
    decide("grows", added[2] > added[0], added[0], added[2], evidence);
    decide("saturates", added[3] < 2 * added[2], added[2], added[3], evidence);
    TrainedFilms last = films.get(films.size() - 1);
    evidence.decide("kept", last.lowest().fraction() >= 0.8, last.fraction());
    regimes(effort, finished, byVoltage, evidence);
  }

  private static void regimes(
      Effort effort, FinishedRuns finished, Map<String, TrainedFilms> byVoltage, Evidence evidence)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    double best = 0;
    double bestDrift = 0;
    double stalled = 0;
    int patterns = 0;
    for (Map.Entry<String, TrainedFilms> v : byVoltage.entrySet()) {
      List<FilmMotion> motions = new ArrayList<>();
      for (PlannedRun run : films(effort).runs(v.getKey(), effort, QUICK, FULL)) {
        if (isWatched(run)) {
          motions.add(FilmMotion.of(finished.get(run)));
        }
      }
      Spread mean = Spread.of(motions.stream().map(FilmMotion::meanDrift).toList());
      patterns = mean.n();
      Spread largest = Spread.of(motions.stream().map(FilmMotion::largestDrift).toList());
      Spread kept = Spread.of(motions.stream().map(FilmMotion::overlap).toList());
      Spread walls = Spread.of(motions.stream().map(m -> 100 * m.wallGrowth()).toList());
      Spread unrest = Spread.of(motions.stream().map(m -> 100 * m.unrest()).toList());
      evidence.number("mean drift velocity at " + v.getKey(), mean, "m/s");
      evidence.number("largest drift velocity at " + v.getKey(), largest, "m/s");
      rows.add(
          List.of(
              v.getKey(),
              mean.text(0),
              largest.text(0),
              kept.text(2),
              walls.text(0),
              unrest.text(2),
              String.format(Locale.ROOT, "%.2f", 100 * v.getValue().contrast().mean()),
              DriveEstimate.Regime.ofMaze(mean.mean()).meaning()));
      double added = v.getValue().contrast().mean();
      if (added > best) {
        best = added;
        bestDrift = mean.mean();
      }
      if (mean.mean() < 60) {
        stalled = Math.max(stalled, added);
      }
    }
    evidence.table(
        "Regimes of the drift velocity u = \u00b5B P j / (e Ms)",
        List.of(
            "voltage",
            "mean u (m/s)",
            "largest u (m/s)",
            "m(0).m(20 ns)",
            "change of wall length (%)",
            "unrest (% of power)",
            "added (%)",
            "what the limits of hopfilm check say of it"),
        rows);
    evidence.note(
        ("u is that of the relaxed maze when the current is switched on, over all cells; n = %d films of the first maze. Unrest is the"
                + " standard deviation of E' over the last 10 ns. Rising voltages first stall, then learn,"
                + " then keep the film from coming to rest, and at last tear the stripes up: see how far"
                + " the columns of wall length and unrest bear this out.")
            .formatted(patterns));
    evidence.decide(
        "regimes",
        bestDrift > 80 && bestDrift < 300 && stalled < 0.5 * best,
        String.format(
            Locale.ROOT,
            "most, %.2f %%, at %.0f m/s; at most %.2f %% below 60 m/s",
            100 * best,
            bestDrift,
            100 * stalled));
  }

  private static void decide(String key, boolean met, double from, double to, Evidence evidence) {
    evidence.decide(key, met, "%s %% and %s %%".formatted(Numbers.text(from), Numbers.text(to)));
  }
}
