package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import hopfilm.run.Evaluation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells whether the stripes of Fig. 1 turn across the current or along the lines of the grid: a
 * film that lies at 45 degrees to its cells, and cells of half the size, both driven for 10 ns.
 */
final class GridControls {

  private static final String PROTOCOL =
      """
        - measure: untrained
        - train: {voltages: [50 mV, 0 V], time: 10 ns}
        - measure: 10 ns
      """;

  /** A square with sides of 400 nm along the diagonals of the cells. */
  private static final String TURNED =
      "film={size: [568 nm, 568 nm], cell: 4 nm, thickness: 1 um, shape: polygon, points: [[284 nm, 1"
          + " nm], [567 nm, 284 nm], [284 nm, 567 nm], [1 nm, 284 nm]]}";

  /** Both lines of corners of cells that its edges run along. */
  private static final String LOWER_LEFT =
      "{name: %s, shape: polygon, points: [[0 nm, 282 nm], [282 nm, 0 nm], [290 nm, 0 nm], [0 nm, 290"
          + " nm]]}";

  private static final String UPPER_RIGHT =
      "{name: %s, shape: polygon, points: [[568 nm, 278 nm], [568 nm, 286 nm], [286 nm, 568 nm], [278"
          + " nm, 568 nm]]}";

  private static final String LOWER_RIGHT =
      "{name: %s, shape: polygon, points: [[286 nm, 0 nm], [568 nm, 282 nm], [568 nm, 290 nm], [278"
          + " nm, 0 nm]]}";

  private static final String UPPER_LEFT =
      "{name: %s, shape: polygon, points: [[0 nm, 278 nm], [290 nm, 568 nm], [282 nm, 568 nm], [0 nm,"
          + " 286 nm]]}";

  private static final String ALONG = electrodes(LOWER_LEFT, UPPER_RIGHT);
  private static final String ACROSS = electrodes(LOWER_RIGHT, UPPER_LEFT);

  private GridControls() {}

  private static String electrodes(String left, String right) {
    return "electrodes=[%s, %s]".formatted(left.formatted("left"), right.formatted("right"));
  }

  static Criterion criterion() {
    return Criterion.of(
        "grid",
        "in a film turned by 45 degrees on its grid (relaxed for 5 ns only in a quick reproduction), and"
            + " (not in a quick one) in films of 2 nm"
            + " cells, the conductance along the current rises and that across falls in every film"
            + " within 10 ns, each by at least half of what it does in the straight films of 4 nm");
  }

  static List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(turned(effort));
    runs.addAll(fine(effort));
    return runs;
  }

  private static List<PlannedRun> turned(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, 3)) {
      runs.add(
          PlannedRun.of("fig1-turned-seed=" + seed, turned(effort, ALONG, seed))
              .withSnapshots()
              .illustratedIf(seed == 1));
    }
    return runs;
  }

  private static Experiment turned(Effort effort, String electrodes, long seed) {
    return Films.strip(
        effort,
        Films.FAST,
        PROTOCOL,
        TURNED,
        electrodes,
        "initial.seed=" + seed,
        "initial.relax.time=" + effort.choose("5 ns", "10 ns"),
        "output.snapshots=" + effort.choose("5 ns", "10 ns"));
  }

  private static List<PlannedRun> fine(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(0, 2)) {
      runs.add(
          PlannedRun.of(
              "fig1-fine-seed=" + seed,
              Films.strip(effort, Films.FAST, PROTOCOL, "film.cell=2 nm", "initial.seed=" + seed)));
    }
    return runs;
  }

  /** Conductances along and across, of the film saturated along z = 1. */
  private record Pair(double along, double across) {
    Pair minus(Pair p) {
      return new Pair(along - p.along, across - p.across);
    }
  }

  /**
   * Evaluates them.
   *
   * @param straight films of 4 nm cells with a measure after 10 ns
   */
  static void judge(
      Effort effort, FinishedRuns finished, List<FinishedRun> straight, Evidence evidence)
      throws IOException {
    List<Pair> before = new ArrayList<>();
    List<Pair> after = new ArrayList<>();
    for (FinishedRun run : straight) {
      before.add(new Pair(run.gx("untrained"), run.gy("untrained")));
      after.add(new Pair(run.gx("10 ns"), run.gy("10 ns")));
    }
    List<List<String>> rows = new ArrayList<>();
    Pair change = add("straight, cells of 4 nm", before, after, rows);

    List<Pair> changes = new ArrayList<>();
    before.clear();
    after.clear();
    List<FinishedRun> turned = finished.get(turned(effort));
    for (FinishedRun run : turned) {
      Experiment across = turned(effort, ACROSS, run.seed());
      List<VectorField> m = run.snapshots();
      before.add(pair(run.experiment(), across, m.get(run.relaxed())));
      after.add(pair(run.experiment(), across, m.get(m.size() - 1)));
      changes.add(after.get(after.size() - 1).minus(before.get(before.size() - 1)));
    }
    add("turned by 45\u00b0", before, after, rows);
    before.clear();
    after.clear();
    for (FinishedRun run : finished.get(fine(effort))) {
      before.add(new Pair(run.gx("untrained"), run.gy("untrained")));
      after.add(new Pair(run.gx("10 ns"), run.gy("10 ns")));
      changes.add(after.get(after.size() - 1).minus(before.get(before.size() - 1)));
    }
    if (!after.isEmpty()) {
      add("straight, cells of 2 nm", before, after, rows);
    }
    evidence.table(
        "Control for the grid, stronger drive: conductance along and across / that of the saturated film, mean \u00b1 sd",
        List.of("film", "along, 0", "along, 10 ns", "across, 0", "across, 10 ns", "n"),
        rows);
    evidence.picture(
        "turned-before",
        turned.get(0).figure("texture-before"),
        "A film at 45\u00b0 to the lines of the grid, before the current.");
    evidence.picture(
        "turned-after",
        turned.get(0).figure("texture-after"),
        "The same under current at 10 ns, from the lower left edge to the upper right one.");
    double least = Double.POSITIVE_INFINITY;
    for (Pair c : changes) {
      least = Math.min(least, Math.min(c.along / change.along, c.across / change.across));
    }
    evidence.decide(
        "grid",
        change.along > 0 && change.across < 0 && least >= 0.5,
        String.format(
            Locale.ROOT,
            "the least is %.2f of the mean of the straight films, n = %d",
            least,
            changes.size()));
  }

  private static Pair add(
      String film, List<Pair> before, List<Pair> after, List<List<String>> rows) {
    Spread along0 = Spread.of(before.stream().map(Pair::along).toList());
    Spread along = Spread.of(after.stream().map(Pair::along).toList());
    Spread across0 = Spread.of(before.stream().map(Pair::across).toList());
    Spread across = Spread.of(after.stream().map(Pair::across).toList());
    rows.add(
        List.of(
            film,
            along0.text(3),
            along.text(3),
            across0.text(3),
            across.text(3),
            Integer.toString(before.size())));
    return new Pair(along.mean() - along0.mean(), across.mean() - across0.mean());
  }

  private static Pair pair(Experiment along, Experiment across, VectorField m) {
    return new Pair(share(along, m), share(across, m));
  }

  /** Conductance between the two electrodes / that of the saturated film. */
  private static double share(Experiment e, VectorField m) {
    return Evaluation.of(e, m, null).conductance()[0][0] / Trainings.saturated(e)[0][0];
  }
}
