package hopfilm.sweep;

import hopfilm.folder.RunFolder;
import hopfilm.hopfield.WeightChange;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.result.Summary;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a film at the end of its run, by the column of {@code runs.csv} that they stand
 * in: those of the last row of the table, what training did to G, and the highest temperature.
 */
final class FilmEnd {

  /** Root mean square by which the conductances differ from their reference, of the reference. */
  static final String CHANGE = "G_change";

  /** Of the hottest cell in all rows of the table [K]. */
  static final String HIGHEST = "T_max";

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
      Table last = TableReader.last(run.table());
      for (int c = 0; c < last.columns().size() && !last.rows().isEmpty(); c++) {
        String name = last.columns().get(c).name();
        if (PLAIN.contains(name) || (name.startsWith(ENERGY) && !name.equals(NETWORK))) {
          film.put(name, last.rows().get(0)[c]);
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
    return column.startsWith(ENERGY) && !column.startsWith(NETWORK)
        ? Dimension.ENERGY
        : Dimension.FRACTION;
  }
}
