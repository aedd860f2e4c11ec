package hopfilm.claims;

import hopfilm.folder.SummaryRecord;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Success and margins of several trained films, with G' counted from the untrained film.
 *
 * @param lowest films whose trained pattern has the lowest E'
 * @param margin distance of the trained E' to the lowest other one / largest |E'|
 * @param contrast what training added to the conductance of the pattern: -E' / power, at once with
 *     its sign; negative where it fell
 * @param power Joule heat at the training voltages after training [W]
 */
record TrainedFilms(SuccessFraction lowest, Spread margin, Spread contrast, Spread power) {

  static final List<String> COLUMNS =
      List.of(
          "trained lowest in", "95 % interval", "margin", "added conductance (%)", "power (mW)");

  static TrainedFilms of(List<FinishedRun> runs) {
    int lowest = 0;
    List<Double> margin = new ArrayList<>();
    List<Double> contrast = new ArrayList<>();
    List<Double> power = new ArrayList<>();
    for (FinishedRun run : runs) {
      SummaryRecord.Verdict verdict = run.summary().verdict();
      lowest += verdict.learned(0) ? 1 : 0;
      margin.add(verdict.margin(0));
      String pattern = run.pattern();
      double energy = run.energy("trained", pattern);
      double p = power(run.conductance("trained"), pattern, voltage(run));
      contrast.add(-energy / p);
      power.add(p);
    }
    return new TrainedFilms(
        SuccessFraction.of(lowest, runs.size()),
        Spread.of(margin),
        Spread.of(contrast),
        Spread.of(power));
  }

  private static double voltage(FinishedRun run) {
    return run.experiment().steps().stream()
        .filter(hopfilm.experiment.Step.Train.class::isInstance)
        .map(hopfilm.experiment.Step.Train.class::cast)
        .findFirst()
        .orElseThrow()
        .amplitude(hopfilm.transport.Electrode.Drive.VOLTAGE);
  }

  private static double power(double[][] g, String pattern, double v0) {
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        sum += pattern.charAt(i) == pattern.charAt(j) ? g[i][j] : -g[i][j];
      }
    }
    return v0 * v0 * sum;
  }

  /** In the order of {@link #COLUMNS}. */
  List<String> cells() {
    return List.of(
        "%d of %d".formatted(lowest.successes(), lowest.total()),
        String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * lowest.low(), 100 * lowest.high()),
        margin.text(2),
        String.format(Locale.ROOT, "%.2f", 100 * contrast.mean()),
        String.format(Locale.ROOT, "%.3g", 1e3 * power.mean()));
  }

  String fraction() {
    return "lowest in %d of %d films".formatted(lowest.successes(), lowest.total());
  }
}
