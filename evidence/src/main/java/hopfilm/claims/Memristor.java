package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.sweep.Spread;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The curves of the page memristor, and its criterion on the alternating voltage. */
final class Memristor {

  private static final int PULSES = 4;
  private static final int LOOP = 24;
  private static final int CYCLES = 2;

  private Memristor() {}

  static void add(Effort effort, Map<String, List<FinishedRun>> all, Evidence e) {
    List<FinishedRun> films = all.get("pulses");
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
    loop(all.get("loop"), e);
  }

  /** A sine in steps, the middle of each. */
  private static double millivolts(int step) {
    return 50 * Math.sin(2 * Math.PI * (step + 0.5) / LOOP);
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
