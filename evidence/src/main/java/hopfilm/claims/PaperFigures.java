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
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.reading.FilmReadings;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.result.PatternEnergies;
import hopfilm.run.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of the paper, each in one picture. */
final class PaperFigures {

  /** One of each kind that differs by more than a rotation. */
  private static final List<String> PATTERNS = List.of("+-+-", "+--+", "++-+");

  private PaperFigures() {}

  /** The panel of the page fig1, and its control of the grid. */
  static void fig1(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
    List<FinishedRun> fast = films.get("stronger drive");
    e.picture(
        "panel",
        fig1(fast, films.get("weaker drive")),
        "Top: maze 1 before, after 10 ns and after 50 ns of current from left to right at the stronger"
            + " drive. Below: conductances of all mazes; n = %d at each drive."
                .formatted(fast.size()));
    GridControls.add(effort, films, e);
  }

  /** The panel of the page fig2. */
  static void fig2(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
    e.picture(
        "panel",
        fig2(films, means(films, Reference.UNTRAINED), means(films, Reference.SATURATED)),
        "Maze 1 after 20 ns of training with each pattern and its current at the training voltages;"
            + " energies of all patterns, the trained one in orange, the lowest with current outlined."
            + " A pattern and its negative are one state, so these eight are all sixteen.");
  }

  private static List<PatternEnergies> means(
      Map<String, List<FinishedRun>> films, Reference reference) {
    return PATTERNS.stream().map(p -> mean(p, films.get(p), reference)).toList();
  }

  private static PatternEnergies mean(String pattern, List<FinishedRun> runs, Reference reference) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (FinishedRun run : runs) {
      for (EnergyLandscape.Entry e :
          new FilmReadings(run, runs, Evaluation.EQUATIONS).landscape(reference).entries()) {
        sums.merge(e.pattern().toString(), e.energy() / runs.size(), Double::sum);
      }
    }
    List<PatternEnergies.PatternEnergy> energies = new ArrayList<>();
    sums.forEach((p, e) -> energies.add(new PatternEnergies.PatternEnergy(p, e)));
    String lowest =
        sums.entrySet().stream()
            .filter(e -> !new Pattern(e.getKey()).isUniform())
            .min(Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    return new PatternEnergies(
        "trained on " + pattern,
        energies,
        lowest,
        List.of(
            new PatternEnergies.Trained(
                pattern, sums.get(pattern), lowest.equals(pattern), Double.NaN)),
        false);
  }

  /**
   * Fig. 1: a film and its current at three times, and the conductances along and across of all
   * films.
   *
   * @param fast at the stronger drive; the first one is shown
   * @param slow at the weaker drive
   */
  private static Figure fig1(List<FinishedRun> fast, List<FinishedRun> slow) {
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
  private static Figure fig2(
      Map<String, List<FinishedRun>> all,
      List<PatternEnergies> untrained,
      List<PatternEnergies> saturated) {
    List<FilmState> films = new ArrayList<>();
    FinishedRun run = null;
    for (String pattern : PATTERNS) {
      run = all.get(pattern).get(0);
      VectorField m = run.after();
      Evaluation now = Evaluation.of(run.experiment(), m, null);
      String label = "trained " + pattern.replace('-', '\u2212');
      films.add(
          new FilmState(
              label, run.experiment().duration(), m, now.driven().j(), now.driven().voltages()));
    }
    int n = all.get(PATTERNS.get(0)).size();
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
