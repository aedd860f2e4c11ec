package hopfilm.reproduce;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.experiment.Step;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.transport.Electrode;
import java.util.Collection;
import java.util.List;

/**
 * Success and margins of several trained films, with G' counted from the untrained film.
 *
 * @param lowest films whose trained pattern has the lowest E'
 * @param margin distance of the trained E' to the lowest other one / largest |E'|
 * @param contrast what training added to the conductance of the pattern: -E' / power, at once with
 *     its sign; negative where it fell
 * @param power Joule heat at the training voltages after training [W]
 */
public record TrainedFilms(SuccessFraction lowest, Spread margin, Spread contrast, Spread power) {

  public static final List<String> COLUMNS =
      List.of(
          "trained lowest in", "95 % interval", "margin", "added conductance (%)", "power (mW)");

  /** Films that were trained on one pattern each. */
  public static TrainedFilms of(List<FinishedRun> runs) {
    return new TrainedFilms(
        lowest(runs),
        Spread.of(runs, r -> r.summary().verdict().margin(0)),
        Spread.of(runs, r -> -r.energy("trained", r.pattern()) / power(r)),
        Spread.of(runs, TrainedFilms::power));
  }

  /** Films whose trained pattern has the lowest E'. */
  public static SuccessFraction lowest(List<FinishedRun> runs) {
    long learned = runs.stream().filter(r -> r.summary().verdict().learned(0)).count();
    return SuccessFraction.of((int) learned, runs.size());
  }

  /** Several kinds of films counted together. */
  public static SuccessFraction together(Collection<TrainedFilms> films) {
    return SuccessFraction.of(
        films.stream().mapToInt(f -> f.lowest.successes()).sum(),
        films.stream().mapToInt(f -> f.lowest.total()).sum());
  }

  private static double power(FinishedRun run) {
    Step.Train train =
        run.experiment().steps().stream()
            .filter(Step.Train.class::isInstance)
            .map(Step.Train.class::cast)
            .findFirst()
            .orElseThrow();
    double v0 = train.amplitude(Electrode.Drive.VOLTAGE);
    return v0 * v0 * form(run.conductance("trained"), run.pattern());
  }

  /** Sum of s_i s_j g_ij over all i and j. */
  public static double form(double[][] g, String pattern) {
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        sum += pattern.charAt(i) == pattern.charAt(j) ? g[i][j] : -g[i][j];
      }
    }
    return sum;
  }

  /** In the order of {@link #COLUMNS}. */
  public List<String> cells() {
    return List.of(
        text(lowest),
        Numbers.interval(lowest) + " %",
        margin.text(2),
        text("%.2f", 100 * contrast.mean()),
        text("%.3g", 1e3 * power.mean()));
  }

  /** In how many films the trained pattern is lowest, in words. */
  public String fraction() {
    return "lowest in %s films".formatted(text(lowest));
  }
}
