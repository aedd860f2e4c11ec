package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.check.DriveEstimate;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FilmMotion;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.List;
import java.util.Map;

/** Saturation and loss of contrast at high voltages. */
final class HighVoltage extends ClaimStudy {

  private static final Variants FILMS =
      Variants.of("voltage", 1, 4)
          .with("12.5 mV", "train.voltage=12.5 mV")
          .with("25.0 mV", "train.voltage=25.0 mV")
          .with("50.0 mV")
          .with("100.0 mV", "train.voltage=100.0 mV")
          .fully("200.0 mV", "train.voltage=200.0 mV") // the potential follows slowly
          .with("300.0 mV", "train.voltage=300.0 mV");

  HighVoltage() {
    super(
        "high-voltage",
        "Saturation at high voltages",
        "End of the discussion of Fig. 1: the memristor saturates only when high voltages are applied"
            + " for long. Here each film is trained for 20 ns; the drift velocity is proportional to the"
            + " voltage and about 150 m/s in the middle of the film at 50 mV.");
    criterion("grows", "what training adds to the conductance is larger at 50 than at 12.5 mV");
    criterion(
        "saturates",
        "from 50 to 100 mV it grows by less than a factor of two, the factor of the voltage");
    criterion(
        "kept", "at 300 mV the trained pattern is still the lowest in at least 80 % of the films");
    criterion(
        "regimes",
        "training adds most at a mean drift velocity between 80 and 300 m/s, and less than half of"
            + " that where it is below 60 m/s");
    films(FILMS.keeping(HighVoltage::isWatched));
  }

  /** The first maze is looked at more closely. */
  private static boolean isWatched(PlannedRun run) {
    return run.experiment().initial().seed() == 1;
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Map<String, TrainedFilms> byVoltage = FILMS.judge(trial, e);
    List<TrainedFilms> films = List.copyOf(byVoltage.values());
    double[] added = films.stream().mapToDouble(f -> 100 * f.contrast().mean()).toArray();
    CurveChart chart =
        new CurveChart(
            "What training adds against its voltage",
            "20 ns; lowest to highest film",
            "voltage (mV)",
            "added conductance (%)");
    chart.band(
        "mean",
        byVoltage.keySet().stream()
            .mapToDouble(v -> Double.parseDouble(v.replace(" mV", "")))
            .toArray(),
        added,
        films.stream().mapToDouble(f -> 100 * f.contrast().least()).toArray(),
        films.stream().mapToDouble(f -> 100 * f.contrast().greatest()).toArray());
    e.picture(
        "contrast",
        chart,
        "-E' / power of the trained pattern, reference untrained, read under current; n = %d films a voltage."
            .formatted(films.get(0).lowest().total()));
    String both = "%s %% and %s %%";
    e.decide("grows", added[2] > added[0], both, text(added[0]), text(added[2]));
    e.decide("saturates", added[3] < 2 * added[2], both, text(added[2]), text(added[3]));
    TrainedFilms last = films.get(films.size() - 1);
    e.decide("kept", last.lowest().fraction() >= 0.8, last.fraction());
    regimes(trial, byVoltage, e);
  }

  private static void regimes(Trial trial, Map<String, TrainedFilms> byVoltage, Evidence e) {
    Rows table =
        e.table(
            "Regimes of the drift velocity u = \u00b5B P j / (e Ms)",
            "voltage | mean u (m/s) | largest u (m/s) | m(0).m(20 ns) | change of wall length (%) | unrest (% of power) | added (%) | what the limits of hopfilm check say of it");
    double best = 0;
    double bestDrift = 0;
    double stalled = 0;
    int patterns = 0;
    for (Map.Entry<String, TrainedFilms> v : byVoltage.entrySet()) {
      Plan watched =
          effort ->
              FILMS.of(v.getKey()).runs(effort).stream().filter(HighVoltage::isWatched).toList();
      List<FilmMotion> motions = trial.films(watched).stream().map(FilmMotion::of).toList();
      Spread mean = Spread.of(motions, FilmMotion::meanDrift);
      Spread largest = Spread.of(motions, FilmMotion::largestDrift);
      double added = v.getValue().contrast().mean();
      patterns = mean.n();
      e.number("mean drift velocity at " + v.getKey(), mean, "m/s");
      e.number("largest drift velocity at " + v.getKey(), largest, "m/s");
      table.row(
          v.getKey(),
          mean.text(0),
          largest.text(0),
          Spread.of(motions, FilmMotion::overlap).text(2),
          Spread.of(motions, m -> 100 * m.wallGrowth()).text(0),
          Spread.of(motions, m -> 100 * m.unrest()).text(2),
          text("%.2f", 100 * added),
          DriveEstimate.Regime.ofMaze(mean.mean()).meaning());
      if (added > best) {
        best = added;
        bestDrift = mean.mean();
      }
      if (mean.mean() < 60) {
        stalled = Math.max(stalled, added);
      }
    }
    e.note(
        ("u is that of the relaxed maze when the current is switched on, over all cells; n = %d films of the first maze. Unrest is the"
                + " standard deviation of E' over the last 10 ns. Rising voltages first stall, then learn,"
                + " then keep the film from coming to rest, and at last tear the stripes up: see how far"
                + " the columns of wall length and unrest bear this out.")
            .formatted(patterns));
    e.decide(
        "regimes",
        bestDrift > 80 && bestDrift < 300 && stalled < 0.5 * best,
        "most, %.2f %%, at %.0f m/s; at most %.2f %% below 60 m/s",
        100 * best,
        bestDrift,
        100 * stalled);
  }
}
