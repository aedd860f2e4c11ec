package hopfilm.claims;

import hopfilm.figures.CurveChart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saturation and loss of contrast at high voltages. */
final class HighVoltage implements Claim {

  private static final double[] MILLIVOLTS = {12.5, 25, 50, 100, 200, 300};
  private static final int QUICK = 1;
  private static final int FULL = 4;
  private static final Variants FILMS = Variants.of("voltage", voltages());

  private static Map<String, List<String>> voltages() {
    Map<String, List<String>> v = new LinkedHashMap<>();
    for (double mv : MILLIVOLTS) {
      String text = mv + " mV";
      v.put(text, mv == 50 ? List.of() : List.of("train.voltage=" + text));
    }
    return v;
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
            "at 300 mV the trained pattern is still the lowest in at least 80 % of the films"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return FILMS.runs(effort, QUICK, FULL);
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<TrainedFilms> films =
        new ArrayList<>(FILMS.judge(effort, QUICK, FULL, finished, evidence).values());
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
            .band("mean", MILLIVOLTS, added, low, high)
            .figure(),
        "-E' / power of the trained pattern, reference untrained, read under current; n = %d films a voltage."
            .formatted(films.get(0).lowest().total()));
    decide("grows", added[2] > added[0], added[0], added[2], evidence);
    decide("saturates", added[3] < 2 * added[2], added[2], added[3], evidence);
    TrainedFilms last = films.get(films.size() - 1);
    evidence.decide("kept", last.lowest().fraction() >= 0.8, last.fraction());
  }

  private static void decide(String key, boolean met, double from, double to, Evidence evidence) {
    evidence.decide(
        key, met, "%s %% and %s %%".formatted(ClaimsReport.number(from), ClaimsReport.number(to)));
  }
}
