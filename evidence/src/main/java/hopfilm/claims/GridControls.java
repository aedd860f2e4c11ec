package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.grid.VectorField;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.run.Evaluation;
import hopfilm.sweep.Spread;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The film of Fig. 1 turned by 45 degrees on its grid, and on finer cells: the page fig1. */
final class GridControls {

  /** The other two edges of the turned film. */
  private static final String ACROSS =
      """
      electrodes=[{name: left, shape: polygon, points: [[286 nm, 0 nm], [568 nm, 282 nm], [568 nm, 290 nm], [278 nm, 0 nm]]},
      {name: right, shape: polygon, points: [[0 nm, 278 nm], [290 nm, 568 nm], [282 nm, 568 nm], [0 nm, 286 nm]]}]""";

  private GridControls() {}

  /** Conductances along and across, of the film saturated along z = 1, before and after 10 ns. */
  private record Reading(double along0, double along, double across0, double across) {

    static Reading of(FinishedRun run) {
      return new Reading(
          run.gx("untrained"), run.gx("10 ns"), run.gy("untrained"), run.gy("10 ns"));
    }
  }

  /** Adds them to the evidence of the page fig1, and decides its criterion. */
  static void add(Effort effort, Map<String, List<FinishedRun>> all, Evidence e) {
    List<FinishedRun> straight = all.get("stronger drive");
    Rows table =
        e.table(
            "Control for the grid, stronger drive: conductance along and across / that of the saturated film, mean \u00b1 sd",
            "film | along, 0 | along, 10 ns | across, 0 | across, 10 ns | n");
    List<Reading> plain = straight.stream().map(Reading::of).toList();
    add("straight, cells of 4 nm", plain, table);
    List<FinishedRun> films = all.get("turned by 45 degrees");
    List<Reading> turned =
        films.stream()
            .map(r -> turned(r, ExperimentFile.with(r.experiment(), List.of(ACROSS))))
            .toList();
    add("turned by 45\u00b0", turned, table);
    List<Reading> fine =
        all.getOrDefault("cells of 2 nm", List.of()).stream().map(Reading::of).toList();
    if (!fine.isEmpty()) {
      add("straight, cells of 2 nm", fine, table);
    }
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
    return Evaluation.of(e, m, null).conductance()[0][0] / Evaluation.saturated(e)[0][0];
  }
}
