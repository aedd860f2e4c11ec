package hopfilm.sweep;

import hopfilm.folder.RunFolder;
import hopfilm.io.WholeFile;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.plot.WeightHistogram;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import hopfilm.result.SweepRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conductances and weights of all runs of a sweep, each at the measure that decides: what
 * {@code weights.csv} holds, and how they are distributed over the films.
 */
final class SweepWeights {

  /**
   * What one run has.
   *
   * @param run its number
   * @param measure the label of the measure
   * @param names of the electrodes
   * @param g conductances [S]
   * @param weights G' or R' [S, Ohm]
   */
  private record Film(
      int run, String measure, List<String> names, double[][] g, double[][] weights) {}

  private final Map<String, List<Film>> groups = new LinkedHashMap<>();
  private final List<Film> films = new ArrayList<>();
  private String unit = "S";

  private SweepWeights() {}

  /** Those of the runs that were trained; empty where none was, or electrodes are not the same. */
  static Optional<SweepWeights> of(SweepResult sweep) throws IOException {
    SweepWeights all = new SweepWeights();
    for (SweepRecord record : sweep.records()) {
      if (record.status() == RunStatus.DONE) {
        RunFolder run = new RunFolder(sweep.folder().resolve(record.folder()));
        Summary summary = run.readSummary().orElse(null);
        if (summary != null) {
          all.add(record, summary);
        }
      }
    }
    boolean isOne = all.films.stream().map(Film::names).distinct().count() == 1;
    return isOne ? Optional.of(all) : Optional.empty();
  }

  private void add(SweepRecord record, Summary summary) {
    String measure = summary.verdict().judged();
    double[][] weights = measure == null ? null : summary.readings().weightMatrix().get(measure);
    double[][] g = measure == null ? null : summary.readings().conductance().get(measure);
    if (weights == null || g == null) {
      return;
    }
    Film film = new Film(record.number(), measure, summary.network().electrodes(), g, weights);
    films.add(film);
    groups.computeIfAbsent(SweepResult.withoutSeeds(record), x -> new ArrayList<>()).add(film);
    unit = "resistance".equals(summary.network().weights()) ? "Ohm" : "S";
  }

  String unit() {
    return unit;
  }

  /** Each pair of electrodes once, as positions. */
  private List<int[]> pairs() {
    int n = films.get(0).names().size();
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        pairs.add(new int[] {i, j});
      }
    }
    return pairs;
  }

  /** One line for each run, which {@code runs.csv} tells more of. */
  void write(RunFolder folder) throws IOException {
    Sheet<Film> sheet =
        new Sheet<>(films)
            .add("run", Form.WHOLE, Film::run)
            .add("measure", Form.TEXT, Film::measure);
    pairs(sheet, "G", "S", Film::g);
    pairs(sheet, "weight", unit, Film::weights);
    WholeFile.writeSafely(folder.weights(), sheet.csv());
  }

  private void pairs(Sheet<Film> sheet, String of, String unit, Function<Film, double[][]> matrix) {
    List<String> names = films.get(0).names();
    for (int[] p : pairs()) {
      String name = "%s_%s_%s".formatted(of, names.get(p[0]), names.get(p[1]));
      sheet.add(name, unit, Form.NUMBER, film -> matrix.apply(film)[p[0]][p[1]]);
    }
  }

  /** For the figure and the table of the report. */
  List<WeightHistogram.Group> groups() {
    List<String> names = films.get(0).names();
    List<int[]> pairs = pairs();
    List<String> called =
        pairs.stream().map(p -> names.get(p[0]) + "\u2013" + names.get(p[1])).toList();
    List<WeightHistogram.Group> all = new ArrayList<>();
    groups.forEach(
        (name, members) ->
            all.add(
                new WeightHistogram.Group(
                    groups.size() == 1 ? "" : name,
                    called,
                    members.stream()
                        .map(
                            f -> pairs.stream().mapToDouble(p -> f.weights()[p[0]][p[1]]).toArray())
                        .toList())));
    return all;
  }
}
