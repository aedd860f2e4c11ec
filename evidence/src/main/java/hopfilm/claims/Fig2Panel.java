package hopfilm.claims;

import hopfilm.chart.Figure;
import hopfilm.chart.Stack;
import hopfilm.figures.EnergyTiles;
import hopfilm.figures.FilmState;
import hopfilm.figures.FilmTiles;
import hopfilm.grid.VectorField;
import hopfilm.reproduce.FinishedRun;
import hopfilm.result.PatternEnergies;
import hopfilm.run.Evaluation;
import java.util.ArrayList;
import java.util.List;

/**
 * Fig. 2 of the paper in one picture: the film trained on each pattern, its current at the training
 * voltages, and the energies of all patterns.
 */
final class Fig2Panel {

  private Fig2Panel() {}

  /**
   * @param untrained mean energies of the films of each pattern, reference untrained
   * @param saturated the same, reference saturated
   */
  static Figure of(
      Trainings trainings, List<PatternEnergies> untrained, List<PatternEnergies> saturated) {
    List<FilmState> films = new ArrayList<>();
    FinishedRun run = null;
    for (String pattern : trainings.patterns()) {
      run = trainings.of(pattern).get(0);
      VectorField m = run.after();
      Evaluation now = Evaluation.of(run.experiment(), m, null);
      String label = "trained " + pattern.replace('-', '\u2212');
      films.add(
          new FilmState(
              label, run.experiment().duration(), m, now.driven().j(), now.driven().voltages()));
    }
    int n = trainings.of(trainings.patterns().get(0)).size();
    return new Stack(
        List.of(
            new FilmTiles(films, Fig1Panel.marks(run)),
            new EnergyTiles(
                "E\u2032 counted from the untrained film, mean of %d films each".formatted(n),
                untrained),
            new EnergyTiles(
                "E\u2032 counted from the saturated film, mean of %d films each".formatted(n),
                saturated)));
  }
}
