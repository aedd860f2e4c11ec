package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.chart.Stack;
import hopfilm.experiment.Experiment;
import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.FilmState;
import hopfilm.figures.FilmTiles;
import hopfilm.grid.VectorField;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.FinishedRun;
import hopfilm.run.Evaluation;
import java.util.ArrayList;
import java.util.List;

/**
 * Fig. 1 of the paper in one picture: a film and its current at three times, and the conductances
 * along and across of all films.
 */
final class Fig1Panel {

  private Fig1Panel() {}

  /**
   * @param fast at the stronger drive; the first one is shown
   * @param slow at the weaker drive
   */
  static Figure of(List<FinishedRun> fast, List<FinishedRun> slow) {
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

  static List<ElectrodeMark> marks(FinishedRun run) {
    Experiment e = run.experiment();
    return e.electrodes().on(e.film().grid()).stream()
        .map(x -> ElectrodeMark.of(x, e.film().grid()))
        .toList();
  }
}
