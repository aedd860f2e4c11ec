package hopfilm.rows;

import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReading;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A film with one row and a picture, one contact a pixel.
 *
 * @param name of the run, before its maze
 * @param picture that is written
 * @param grid rows and columns of contacts, of which half are pixels
 * @param maze its seed
 * @param block how it is written
 */
record RowFilm(String name, Pattern picture, Contacts grid, long maze, Block block) {

  /** Rows and columns of contacts. */
  record Contacts(int rows, int columns) {}

  /** Of 32 pixels. */
  static final Contacts EIGHT = new Contacts(8, 8);

  /** Nanometres between contacts. */
  private static final int APART = 512;

  /**
   * How a film is written.
   *
   * @param cell of the film [nm]
   * @param relax time before [ns]
   * @param time of the block, and until when more follow
   * @param factor of the reference
   */
  record Block(String cell, String relax, String time, double factor) {}

  /**
   * Cheap: half of the computing time of {@link #LONG}. Times and factor were chosen on mazes 1001,
   * 1002 and 1004, where 1.5 to 3 ns left no pixel on the wrong side, 6 to 10 deviations apart;
   * contacts 384 and 256 nm apart left one and two of 32 there.
   */
  static final Block SHORT = new Block("8", "1", "1.5 ns", 1.013);

  /** That of {@code examples/rows.yaml}. */
  static final Block LONG = new Block("6.4", "6", "3 ns, until: verified", 1.027);

  private static final String YAML =
      """
      name: film with a row
      film: {size: [%d nm, %d nm], cell: %s nm, thickness: 1 um}
      material: {Ku: 172 kJ/m^3, D: 6.5 mA, rho_perp: 0.24 uOhm m}
      electrodes: {rows: {grid: %dx%d, pixels: %d}, radius: 138 nm, margin: 256 nm}
      initial: {texture: maze, seed: %d, relax: {time: %s ns, alpha: 0.5}}
      protocol:
        - measure: untrained
        - write: {picture: "%s", voltage: 96 mV, time: %s}
        - measure: remembered
      network: {reference: {untrained: %s}, self_term: zero}
      output: {table: 0.5 ns, snapshots: 100 ns, formats: [ovf], figures: off}
      """;

  PlannedRun run(Effort effort) {
    String yaml =
        YAML.formatted(
            APART * grid.columns,
            APART * grid.rows,
            block.cell,
            grid.rows,
            grid.columns,
            picture.size(),
            maze,
            block.relax,
            picture.text(),
            block.time,
            block.factor);
    return PlannedRun.of(
        "%s-seed=%d".formatted(name, maze), ExperimentFile.parse(yaml, name, effort.settings()));
  }

  /** What it came to. */
  Written in(Trial trial) {
    FinishedRun run = trial.films(effort -> List.of(run(effort))).get(0);
    double[][] before = run.conductance("untrained");
    List<Integer> places = run.summary().recalls().row().places();
    double[][] after = run.conductance("remembered");
    return new Written(this, RowReading.of(picture, places, after, before, block.factor), before);
  }

  /**
   * A film that was written.
   *
   * @param film what was to be written
   * @param reading what its places gained
   * @param before its conductances untrained [S]
   */
  record Written(RowFilm film, RowReading reading, double[][] before) {

    /** Minus what each pixel gained over the reference [S]. */
    List<Double> weights() {
      return weights(film.block.factor);
    }

    /** The same with another factor of the reference. */
    List<Double> weights(double factor) {
      return IntStream.range(0, film.picture.size())
          .mapToObj(p -> (1 - factor) * before[0][p + 1] - reading.gains().get(p))
          .toList();
    }

    /** Those of the film untrained: its conductances less their mean of a place [S]. */
    List<Double> untrained() {
      List<Double> byPlace = new ArrayList<>();
      for (int p = 0; p < film.picture.size(); p++) {
        byPlace.add(before[0][p + 1] / reading.places().get(p));
      }
      double mean = byPlace.stream().mapToDouble(x -> x).average().orElseThrow();
      return IntStream.range(0, byPlace.size())
          .mapToObj(p -> (byPlace.get(p) - mean) * reading.places().get(p))
          .toList();
    }

    /** What a place of each pixel of a sign gained [S]. */
    List<Double> gains(int sign) {
      return IntStream.range(0, film.picture.size())
          .filter(p -> film.picture.sign(p) == sign)
          .mapToObj(p -> reading.gains().get(p) / reading.places().get(p))
          .toList();
    }

    /** Pixels whose weights, with a factor of the reference, have the sign of a picture. */
    int right(double factor, Pattern other) {
      List<Double> w = weights(factor);
      return (int)
          IntStream.range(0, other.size()).filter(p -> w.get(p) * other.sign(p) > 0).count();
    }
  }
}
