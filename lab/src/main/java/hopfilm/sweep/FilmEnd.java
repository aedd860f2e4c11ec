package hopfilm.sweep;

import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.WeightChange;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.readout.ReadoutRecord;
import hopfilm.result.Summary;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of a film at the end of its run, by the column of {@code runs.csv} that they stand
 * in: those of the last row of the table, what training did to G, and the highest temperature.
 */
final class FilmEnd {

  /** Root mean square by which the conductances differ from their reference, of the reference. */
  static final String CHANGE = "G_change";

  /** Of the hottest cell, as the summary has it [K]. */
  static final String HIGHEST = "T_max";

  /** Through each pair of contacts, as {@code readout.json} has it [A]. */
  static final String READ_CURRENT = "read_current";

  /** By how much one reading of all pairs tells trained from untrained, likewise. */
  static final String READ_SIGMA = "read_sigma";

  /** What curves and maps show of a sweep that trained nothing. */
  static final List<String> DRAWN = List.of("E_total", "mx", "my", "mz", "Q", "gx", "gy", HIGHEST);

  private static final Set<String> PLAIN = Set.of("mx", "my", "mz", "Q", "gx", "gy");

  private static final String ENERGY = "E_";

  /** E' of the pattern in training is no energy of the film. */
  private static final String NETWORK = "E_prime";

  private FilmEnd() {}

  /**
   * Those of a run that came to its end.
   *
   * @param summary what the folder's summary says
   * @return in the order of the columns; without what the run does not have
   */
  static Map<String, Double> of(RunFolder run, Summary summary) throws IOException {
    Map<String, Double> film = new LinkedHashMap<>();
    if (Files.isRegularFile(run.table())) {
      Table ends = TableReader.ends(run.table());
      for (int c = 0; c < ends.columns().size() && !ends.rows().isEmpty(); c++) {
        String name = ends.columns().get(c).name();
        if (PLAIN.contains(name) || (name.startsWith(ENERGY) && !name.equals(NETWORK))) {
          film.put(name, ends.rows().get(ends.rows().size() - 1)[c]);
        }
      }
    }
    double change = change(summary);
    if (!Double.isNaN(change)) {
      film.put(CHANGE, change);
    }
    if (summary.effort().heat() != null) {
      film.put(HIGHEST, summary.effort().heat().highest());
    }
    Optional<ReadoutRecord> read = JsonFile.read(run.readout(), ReadoutRecord.class);
    if (read.isPresent()) {
      film.put(READ_CURRENT, read.get().current());
      film.put(READ_SIGMA, Objects.requireNonNullElse(read.get().sigma(), Double.NaN));
    }
    return film;
  }

  /** NaN where nothing was trained, or the weights are no conductances. */
  private static double change(Summary summary) {
    String measure = summary.verdict().judged();
    double[][] weights = measure == null ? null : summary.readings().weightMatrix().get(measure);
    double[][] g = measure == null ? null : summary.readings().conductance().get(measure);
    if (weights == null || g == null || !"conductance".equals(summary.network().weights())) {
      return Double.NaN;
    }
    return WeightChange.of(g, weights).map(WeightChange::rootMeanSquare).orElse(Double.NaN);
  }

  /** What a column of {@code runs.csv} is measured in. */
  static Dimension dimension(String column) {
    if (column.equals(HIGHEST)) {
      return Dimension.TEMPERATURE;
    }
    if (column.equals(READ_CURRENT)) {
      return Dimension.CURRENT;
    }
    return column.startsWith(ENERGY) && !column.startsWith(NETWORK)
        ? Dimension.ENERGY
        : Dimension.FRACTION;
  }
}
