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
import java.util.List;
import java.util.stream.IntStream;

/** The conductance depends on the history of voltages. */
final class Memristor extends ClaimStudy {

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

  private static String pulses(String volts, String label) {
    return "  - repeat: {times: %d, steps: [{train: {voltages: %s, time: 1 ns}}, {rest: 1 ns}, {measure: %s}]}\n"
        .formatted(PULSES, volts, label);
  }

  private static final Batch HISTORIES =
      Batch.of("memristor-pulses", 1, 6, PaperFilms.strip("0.06 uOhm m", HISTORY, SIDES));

  private static final Batch LOOPS =
      Batch.of("memristor-loop", 1, 4, PaperFilms.strip("0.12 uOhm m", loop()));

  Memristor() {
    super(
        "memristor",
        "The film is a memristor",
        "End of the discussion of Fig. 1: the textures act as memristors. Pulses along x raise the"
            + " conductance along x, pulses along y lower it; under a slow alternating voltage the current"
            + " depends on the history.");
    criterion("x", "pulses along x raise gx at rest in at least 90 % of the films");
    criterion("y", "pulses along y then lower it in at least 90 %");
    criterion(
        "loop",
        "in the first period of an alternating voltage the conductance at the same voltage is larger"
            + " when it falls than when it rises, mean over films");
    films(HISTORIES, LOOPS);
  }

  private static String loop() {
    StringBuilder protocol = new StringBuilder("  - measure: start\n");
    for (int k = 0; k < LOOP * CYCLES; k++) {
      protocol.append(
          text(
              "  - train: {voltages: [%.6f mV, 0 mV], time: 0.5 ns}\n  - measure: loop-%d\n",
              millivolts(k), k + 1));
    }
    return protocol.toString();
  }

  /** A sine in steps, the middle of each. */
  private static double millivolts(int step) {
    return 50 * Math.sin(2 * Math.PI * (step + 0.5) / LOOP);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    List<FinishedRun> films = trial.films(HISTORIES);
    int up = 0;
    int down = 0;
    Rows table =
        e.table(
            "gx at rest after %d pulses of 1 ns each along x, then y, then x".formatted(PULSES),
            "maze | start | after x | after y | after x again");
    for (FinishedRun run : films) {
      double start = run.gx("start");
      double x = run.gx("x-" + PULSES);
      double y = run.gx("y-" + PULSES);
      up += x > start ? 1 : 0;
      down += y < x ? 1 : 0;
      table.row(run.seed(), text(start), text(x), text(y), text(run.gx("again-" + PULSES)));
    }
    e.decide("x", up >= 0.9 * films.size(), "in %d of %d films", up, films.size());
    e.decide("y", down >= 0.9 * films.size(), "in %d of %d films", down, films.size());
    CurveChart chart =
        new CurveChart(
            "Conductance against the history of pulses",
            "%1$d along x, %1$d along y, %1$d along x; 1 ns on, 1 ns off".formatted(PULSES),
            "pulses",
            "gx at rest");
    double[] pulse = IntStream.rangeClosed(0, 3 * PULSES).asDoubleStream().toArray();
    BandChart.band(chart, "gx", pulse, k -> Spread.of(films, r -> r.gx(label(k))));
    e.picture(
        "history",
        chart,
        "Mean of n = %d films; the band is from the lowest to the highest."
            .formatted(films.size()));
    loop(trial.films(LOOPS), e);
  }

  private static String label(int k) {
    if (k == 0) {
      return "start";
    }
    String kind = List.of("x", "y", "again").get(Math.floorDiv(k - 1, PULSES));
    int n = (k - 1) % PULSES + 1;
    return n == 1 ? kind : kind + "-" + n;
  }

  private static void loop(List<FinishedRun> films, Evidence e) {
    double[] volts = IntStream.range(0, LOOP * CYCLES).mapToDouble(Memristor::millivolts).toArray();
    double[] current = new double[volts.length];
    for (int k = 0; k < volts.length; k++) {
      String label = "loop-" + (k + 1);
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
    e.number("falling minus rising conductance / conductance", wider / g0, films.size(), "");
    e.picture(
        "loop",
        new CurveChart(
                "Current against a slow alternating voltage",
                "50 mV, a period of %d ns in steps of 0.5 ns".formatted(LOOP / 2),
                "voltage (mV)",
                "current (mA)")
            .line("first two periods", volts, current),
        "Mean of n = %d films.".formatted(films.size()));
    e.decide("loop", wider > 0, "larger by %s %%, n = %d", text(100 * wider / g0), films.size());
  }
}
