package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.Batch.Film;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.run.Evaluation;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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
  private static final String SQUARE =
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

  static final String CRITERION =
      "in a film turned by 45 degrees on its grid (relaxed for 5 ns only in a quick reproduction), and"
          + " (not in a quick one) in films of 2 nm"
          + " cells, the conductance along the current rises and that across falls in every film"
          + " within 10 ns, each by at least half of what it does in the straight films of 4 nm";

  static final Batch TURNED = Batch.of("fig1-turned", 1, 3, turned(ALONG)).withSnapshots().shown();

  static final Batch FINE =
      Batch.of("fig1-fine", 0, 2, PaperFilms.strip(PaperFilms.FAST, PROTOCOL, "film.cell=2 nm"));

  private static Film turned(String electrodes) {
    return PaperFilms.set(
        PaperFilms.strip(PaperFilms.FAST, PROTOCOL, SQUARE, electrodes),
        effort ->
            List.of(
                "initial.relax.time=" + effort.choose("5 ns", "10 ns"),
                "output.snapshots=" + effort.choose("5 ns", "10 ns")));
  }

  /** Conductances along and across, of the film saturated along z = 1, before and after 10 ns. */
  private record Reading(double along0, double along, double across0, double across) {

    static Reading of(FinishedRun run) {
      return new Reading(
          run.gx("untrained"), run.gx("10 ns"), run.gy("untrained"), run.gy("10 ns"));
    }
  }

  /**
   * Evaluates them.
   *
   * @param straight films of 4 nm cells with a measure after 10 ns
   */
  static void judge(Trial trial, List<FinishedRun> straight, Evidence e) {
    Rows table =
        e.table(
            "Control for the grid, stronger drive: conductance along and across / that of the saturated film, mean \u00b1 sd",
            "film | along, 0 | along, 10 ns | across, 0 | across, 10 ns | n");
    List<Reading> plain = straight.stream().map(Reading::of).toList();
    add("straight, cells of 4 nm", plain, table);
    List<FinishedRun> films = trial.films(TURNED);
    Film across = turned(ACROSS);
    List<Reading> turned =
        films.stream().map(r -> turned(r, across.of(trial.effort(), r.seed()))).toList();
    add("turned by 45\u00b0", turned, table);
    List<Reading> fine = trial.films(FINE).stream().map(Reading::of).toList();
    if (!fine.isEmpty()) {
      add("straight, cells of 2 nm", fine, table);
    }
    e.picture(
        "turned-before",
        films.get(0).figure("texture-before"),
        "A film at 45\u00b0 to the lines of the grid, before the current.");
    e.picture(
        "turned-after",
        films.get(0).figure("texture-after"),
        "The same under current at 10 ns, from the lower left edge to the upper right one.");
    double rise = mean(plain, Reading::along) - mean(plain, Reading::along0);
    double fall = mean(plain, Reading::across) - mean(plain, Reading::across0);
    List<Reading> changed = Stream.concat(turned.stream(), fine.stream()).toList();
    double least =
        changed.stream()
            .mapToDouble(r -> Math.min((r.along - r.along0) / rise, (r.across - r.across0) / fall))
            .min()
            .orElseThrow();
    e.decide(
        "grid",
        rise > 0 && fall < 0 && least >= 0.5,
        "the least is %.2f of the mean of the straight films, n = %d",
        least,
        changed.size());
  }

  private static double mean(List<Reading> readings, ToDoubleFunction<Reading> value) {
    return Spread.of(readings, value).mean();
  }

  private static void add(String film, List<Reading> readings, Rows table) {
    table.row(
        film,
        Spread.of(readings, Reading::along0).text(3),
        Spread.of(readings, Reading::along).text(3),
        Spread.of(readings, Reading::across0).text(3),
        Spread.of(readings, Reading::across).text(3),
        readings.size());
  }

  private static Reading turned(FinishedRun run, Experiment across) {
    Experiment along = run.experiment();
    VectorField before = run.before();
    VectorField after = run.after();
    return new Reading(
        share(along, before), share(along, after), share(across, before), share(across, after));
  }

  /** Conductance between the two electrodes / that of the saturated film. */
  private static double share(Experiment e, VectorField m) {
    return Evaluation.of(e, m, null).conductance()[0][0] / Trainings.saturated(e)[0][0];
  }
}
