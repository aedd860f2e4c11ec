package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.Stack;
import hopfilm.experiment.Experiment;
import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.EnergyTiles;
import hopfilm.figures.FilmState;
import hopfilm.figures.FilmTiles;
import hopfilm.grid.VectorField;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.FinishedRun;
import hopfilm.result.PatternEnergies;
import hopfilm.run.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** The figures of the paper, each in one picture. */
final class PaperFigures {

  private PaperFigures() {}

  /**
   * Fig. 1: a film and its current at three times, and the conductances along and across of all
   * films.
   *
   * @param fast at the stronger drive; the first one is shown
   * @param slow at the weaker drive
   */
  static Figure fig1(List<FinishedRun> fast, List<FinishedRun> slow) {
    CurveChart chart =
        new CurveChart(
                "Conductance along and across the current",
                "mean of %d films at each drive, band from the lowest to the highest"
                    .formatted(fast.size()),
                "time under current (ns)",
                "g = G / (thickness s_perp)")
            .width(tiles(fast.get(0)).width());
    List<String> columns = List.of("gx", "gy");
    new BandChart(fast).addTo(chart, columns, List.of("along, stronger", "across, stronger"));
    new BandChart(slow).addTo(chart, columns, List.of("along, weaker", "across, weaker"));
    return new Stack(List.of(tiles(fast.get(0)), chart.figure()));
  }

  /** Before the current, after the first train step, and at the end. */
  private static FilmTiles tiles(FinishedRun run) {
    Experiment e = run.experiment();
    List<VectorField> snapshots = run.snapshots();
    double relax = run.start();
    double first =
        e.steps().stream().mapToDouble(s -> s.duration()).filter(d -> d > 0).min().orElse(0);
    List<FilmState> films = new ArrayList<>();
    for (double time : List.of(relax, relax + first, e.duration())) {
      int k = (int) Math.round(time / e.duration() * (snapshots.size() - 1));
      VectorField m = snapshots.get(k);
      Evaluation now = Evaluation.of(e, m, null);
      String label = Math.round((time - relax) * 1e9) + " ns";
      films.add(new FilmState(label, time, m, now.driven().j(), now.driven().voltages()));
    }
    return new FilmTiles(films, marks(run));
  }

  private static List<ElectrodeMark> marks(FinishedRun run) {
    Experiment e = run.experiment();
    return e.electrodes().on(e.film().grid()).stream()
        .map(x -> ElectrodeMark.of(x, e.film().grid()))
        .toList();
  }

  /**
   * Fig. 2: the film trained on each pattern, its current at the training voltages, and the
   * energies of all patterns.
   *
   * @param untrained mean energies of the films of each pattern, reference untrained
   * @param saturated the same, reference saturated
   */
  static Figure fig2(
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
            new FilmTiles(films, marks(run)),
            new EnergyTiles(
                "E\u2032 counted from the untrained film, mean of %d films each".formatted(n),
                untrained),
            new EnergyTiles(
                "E\u2032 counted from the saturated film, mean of %d films each".formatted(n),
                saturated)));
  }
}
