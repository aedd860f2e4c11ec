package hopfilm.claims;

import hopfilm.experiment.Step;
import hopfilm.io.Table;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import hopfilm.result.Summary;
import java.util.List;

/** How hot films were, and when. */
final class Temperatures {

  static final String COLUMN = "T_max";

  private Temperatures() {}

  /** The hottest cell of each film [K]. */
  static Spread hottest(List<FinishedRun> runs) {
    return Spread.of(runs, Temperatures::hottest);
  }

  /** The hottest cell of a film that its current heats [K]. */
  static double hottest(FinishedRun run) {
    Summary.Heat heat = run.summary().effort().heat();
    if (heat == null) {
      throw new IllegalStateException(run.folder() + " was not heated");
    }
    return heat.highest();
  }

  /** How long a film was trained when a cell first reached a temperature [s]; NaN if none did. */
  static double reached(FinishedRun run, double kelvin) {
    Table table = run.table();
    double[] t = table.column("t");
    double[] highest = table.column(COLUMN);
    for (int row = 1; row < t.length; row++) {
      if (highest[row] >= kelvin) {
        double share = (kelvin - highest[row - 1]) / (highest[row] - highest[row - 1]);
        return t[row - 1] + share * (t[row] - t[row - 1]) - run.start();
      }
    }
    return Double.NaN;
  }

  /** How long a film is trained [s]. */
  static double training(FinishedRun run) {
    return run.experiment().steps().stream()
        .filter(Step.Train.class::isInstance)
        .mapToDouble(s -> ((Step.Train) s).time())
        .sum();
  }
}
