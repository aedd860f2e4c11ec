package hopfilm.claims;

import hopfilm.chart.CurveChart;
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

/** The conductance depends on the history of voltages. */
final class Memristor implements Claim {

  private static final int PULSES = 4;
  private static final int LOOP = 24;
  private static final int CYCLES = 2;

  /** Contacts on all four sides; x and y pulses drive opposite ones, the others are at mid. */
  private static final String SIDES = "electrodes={layout: edge-centres, length: 240 nm}";

  private static final String HISTORY =
      "  - measure: start\n"
          + pulses("[25 mV, 0 mV, -25 mV, 0 mV]", "x")
          + pulses("[0 mV, 25 mV, 0 mV, -25 mV]", "y")
          + pulses("[25 mV, 0 mV, -25 mV, 0 mV]", "again");

  @Override
  public String id() {
    return "memristor";
  }

  @Override
  public String title() {
    return "The film is a memristor";
  }

  @Override
  public String source() {
    return "End of the discussion of Fig. 1: the textures act as memristors. Pulses along x raise the"
        + " conductance along x, pulses along y lower it; under a slow alternating voltage the current"
        + " depends on the history.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of("x", "pulses along x raise gx at rest in at least 90 % of the films"),
        Criterion.of("y", "pulses along y then lower it in at least 90 %"),
        Criterion.of(
            "loop",
            "in the first period of an alternating voltage the conductance at the same voltage is larger"
                + " when it falls than when it rises, mean over films"));
  }

  private static String pulses(String volts, String label) {
    return "  - repeat: {times: %d, steps: [{train: {voltages: %s, time: 1 ns}}, {rest: 1 ns}, {measure: %s}]}\n"
        .formatted(PULSES, volts, label);
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(histories(effort));
    runs.addAll(loops(effort));
    return runs;
  }

  private static List<PlannedRun> histories(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, 6)) {
      runs.add(
          PlannedRun.of(
              "memristor-pulses-seed=" + seed,
              Films.strip(effort, "0.06 uOhm m", HISTORY, SIDES, "initial.seed=" + seed)));
    }
    return runs;
  }

  private static List<PlannedRun> loops(Effort effort) {
    StringBuilder protocol = new StringBuilder("  - measure: start\n");
    for (int k = 0; k < LOOP * CYCLES; k++) {
      protocol.append(
          String.format(
              Locale.ROOT,
              "  - train: {voltages: [%.6f mV, 0 mV], time: 0.5 ns}%n  - measure: loop-%d%n",
              millivolts(k),
              k + 1));
    }
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, 4)) {
      runs.add(
          PlannedRun.of(
              "memristor-loop-seed=" + seed,
              Films.strip(
                  effort,
                  "0.12 uOhm m",
                  protocol.toString().replace("\r", ""),
                  "initial.seed=" + seed)));
    }
    return runs;
  }

  /** A sine in steps, the middle of each. */
  private static double millivolts(int step) {
    return 50 * Math.sin(2 * Math.PI * (step + 0.5) / LOOP);
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<FinishedRun> films = finished.get(histories(effort));
    int up = 0;
    int down = 0;
    List<List<String>> rows = new ArrayList<>();
    for (FinishedRun run : films) {
      double start = run.gx("start");
      double x = run.gx("x-" + PULSES);
      double y = run.gx("y-" + PULSES);
      double again = run.gx("again-" + PULSES);
      up += x > start ? 1 : 0;
      down += y < x ? 1 : 0;
      rows.add(
          List.of(
              Long.toString(run.seed()),
              Numbers.text(start),
              Numbers.text(x),
              Numbers.text(y),
              Numbers.text(again)));
    }
    evidence.table(
        "gx at rest after %d pulses of 1 ns each along x, then y, then x".formatted(PULSES),
        List.of("maze", "start", "after x", "after y", "after x again"),
        rows);
    evidence.decide("x", up >= 0.9 * films.size(), "in %d of %d films".formatted(up, films.size()));
    evidence.decide(
        "y", down >= 0.9 * films.size(), "in %d of %d films".formatted(down, films.size()));
    history(films, evidence);
    loop(finished.get(loops(effort)), evidence);
  }

  private static void history(List<FinishedRun> films, Evidence evidence) {
    int n = 3 * PULSES + 1;
    double[] pulse = new double[n];
    double[][] g = new double[3][n];
    for (int k = 0; k < n; k++) {
      pulse[k] = k;
      String label = label(k);
      Spread s = Spread.of(films.stream().map(r -> r.gx(label)).toList());
      g[0][k] = s.mean();
      g[1][k] = s.least();
      g[2][k] = s.greatest();
    }
    evidence.picture(
        "history",
        new CurveChart(
                "Conductance against the history of pulses",
                "%1$d along x, %1$d along y, %1$d along x; 1 ns on, 1 ns off".formatted(PULSES),
                "pulses",
                "gx at rest")
            .band("gx", pulse, g[0], g[1], g[2])
            .figure(),
        "Mean of n = %d films; the band is from the lowest to the highest."
            .formatted(films.size()));
  }

  private static String label(int k) {
    if (k == 0) {
      return "start";
    }
    String kind = List.of("x", "y", "again").get(Math.floorDiv(k - 1, PULSES));
    int n = (k - 1) % PULSES + 1;
    return n == 1 ? kind : kind + "-" + n;
  }

  private static void loop(List<FinishedRun> films, Evidence evidence) {
    double[] volts = new double[LOOP * CYCLES];
    double[] current = new double[LOOP * CYCLES];
    for (int k = 0; k < volts.length; k++) {
      String label = "loop-" + (k + 1);
      volts[k] = millivolts(k);
      double v = volts[k];
      current[k] =
          films.stream().mapToDouble(r -> r.conductance(label)[0][0] * v).average().orElseThrow();
    }
    // steps k and LOOP/2 - 1 - k of each half period are at the same voltage
    double wider = 0;
    for (int half = 0; half < LOOP; half += LOOP / 2) {
      for (int k = half; k < half + LOOP / 4; k++) {
        int back = 2 * half + LOOP / 2 - 1 - k;
        wider += (current[back] / volts[back] - current[k] / volts[k]) / (LOOP / 2);
      }
    }
    double g0 = current[0] / volts[0];
    evidence.number("falling minus rising conductance / conductance", wider / g0, films.size(), "");
    evidence.picture(
        "loop",
        new CurveChart(
                "Current against a slow alternating voltage",
                "50 mV, a period of %d ns in steps of 0.5 ns".formatted(LOOP / 2),
                "voltage (mV)",
                "current (mA)")
            .line("first two periods", volts, current)
            .figure(),
        "Mean of n = %d films.".formatted(films.size()));
    evidence.decide(
        "loop",
        wider > 0,
        "larger by %s %%, n = %d".formatted(Numbers.text(100 * wider / g0), films.size()));
  }
}
