package hopfilm.rows;

import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReading;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small film with a row and a picture of eight pixels, four of each kind, and what is done to it
 * after it was written. Distances and cells are those of the live page.
 *
 * @param name of the run, before its maze
 * @param maze its seed, and that of the picture
 * @param steps after the write
 * @param settings of the film
 */
record TreatedRow(String name, long maze, List<String> steps, List<String> settings) {

  /** Of the films of a study. */
  static final int FILMS = 5;

  /** Label of the measure after the write. */
  static final String WRITTEN = "written";

  private static final int PIXELS = 8;

  private static final String YAML =
      """
      name: film with a row that was written
      film: {size: [1516.8 nm, 1516.8 nm], cell: 7.9 nm, thickness: 1 um}
      material: {Ku: 172 kJ/m^3, D: 6.5 mA, rho_perp: 0.24 uOhm m}
      electrodes: {rows: {grid: 4x4, pixels: 8}, radius: 102 nm, margin: 189.6 nm}
      initial: {texture: maze, seed: %d, relax: {time: 2 ns, alpha: 0.5}}
      protocol:
        - measure: untrained
        - write: {picture: "%s", voltage: 96 mV, time: 2 ns}
        - measure: written
      %s
      network: {reference: {untrained: 1.003}, self_term: zero}
      output: {table: 0.5 ns, snapshots: 100 ns, formats: [ovf], figures: off}
      """;

  /** As many films as a study has, of the mazes from the first on. */
  static List<TreatedRow> all(
      Effort effort, String name, long firstMaze, List<String> steps, String... settings) {
    return IntStream.range(0, effort.choose(2, FILMS))
        .mapToObj(k -> new TreatedRow(name, firstMaze + k, steps, List.of(settings)))
        .toList();
  }

  /** The same film with other steps. */
  TreatedRow then(List<String> other) {
    return new TreatedRow(name, maze, other, settings);
  }

  /** What is written. */
  Pattern picture() {
    List<Integer> signs = new ArrayList<>(Collections.nCopies(PIXELS / 2, 1));
    signs.addAll(Collections.nCopies(PIXELS / 2, -1));
    Collections.shuffle(signs, new Random(maze));
    return Pattern.of(signs.stream().mapToInt(s -> s).toArray());
  }

  PlannedRun run(Effort effort) {
    String lines = String.join("\n", steps.stream().map(s -> "  - " + s).toList());
    String yaml = YAML.formatted(maze, picture().text(), lines);
    List<String> all = Stream.concat(settings.stream(), effort.settings().stream()).toList();
    return PlannedRun.of("%s-seed=%d".formatted(name, maze), ExperimentFile.parse(yaml, name, all));
  }

  Treated in(Trial trial) {
    return new Treated(this, trial.films(effort -> List.of(run(effort))).get(0));
  }

  /** A film that was run. */
  record Treated(TreatedRow row, FinishedRun run) {

    /** What it has of its picture at a measure, since before it was written. */
    RowReading reading(String label) {
      List<Integer> places = run.summary().recalls().row().places();
      double[][] before = run.conductance("untrained");
      return RowReading.of(row.picture(), places, run.conductance(label), before, 1);
    }

    /**
     * By how much a place of the pixels unlike the row has gained more than one of the others [S].
     */
    double contrast(String label) {
      return gain(label, -1) - gain(label, 1);
    }

    /** What a place of the pixels of a sign has gained [S]. */
    double gain(String label, int sign) {
      RowReading r = reading(label);
      return Spread.of(
              IntStream.range(0, PIXELS)
                  .filter(p -> row.picture().sign(p) == sign)
                  .mapToObj(p -> r.gains().get(p) / r.places().get(p))
                  .toList())
          .mean();
    }

    /** Contrast at a measure as a share of that after the write. */
    double left(String label) {
      return contrast(label) / contrast(WRITTEN);
    }

    int right(String label) {
      return PIXELS - reading(label).wrong();
    }
  }
}
