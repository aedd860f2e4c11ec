package hopfilm.sweep;

import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.page.Sheet;
import hopfilm.result.Outcome;
import hopfilm.result.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * {@code runs.csv} of a sweep.
 *
 * @param file where it was read
 * @param columns names without units, in their order
 * @param rows one for each run, by name of the column; swept values with their unit, {@code 40 mV}
 */
public record SweepTable(Path file, List<String> columns, List<Map<String, String>> rows) {

  /** Columns between the number of the run and this one are what was swept, and the seeds. */
  private static final String AFTER_KEYS = "status";

  private static final List<String> SEEDS = List.of("seed", "initial.seed");

  private static final Pattern UNIT = Pattern.compile("(.+) \\(([^()]+)\\)");

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.FAIL_ON_MISSING_COLUMNS).build();

  /** The table as it is written into a folder. */
  static SweepTable of(Path sweep, Sheet<?> runs) {
    List<String> columns = runs.columns().stream().map(Sheet.Column::name).toList();
    List<String> units = runs.columns().stream().map(Sheet.Column::unit).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : runs.cells()) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(columns.get(i), withUnit(cells.get(i), units.get(i)));
      }
      rows.add(row);
    }
    return new SweepTable(new RunFolder(sweep).runs(), columns, rows);
  }

  /**
   * Reads the table of a sweep.
   *
   * @throws ExperimentException if the folder is no sweep, or the table is damaged
   */
  public static SweepTable read(Path sweep) {
    Path file = new RunFolder(sweep).runs();
    if (!Files.isRegularFile(file)) {
      throw ExperimentException.of(sweep, SweepMessage.MAP_NO_SWEEP);
    }
    InputFiles.read(
        file,
        () -> {
          FileList.requireWhole(new RunFolder(sweep), Set.of(RunFile.RUNS));
          return file;
        });
    List<Map<String, String>> rows = new ArrayList<>();
    try (MappingIterator<Map<String, String>> lines =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      while (lines.hasNextValue()) {
        rows.add(row(lines.nextValue()));
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw ExperimentException.of(file, SweepMessage.MAP_DAMAGED, line);
    }
    List<String> columns = rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet());
    if (!columns.contains("run") || columns.indexOf("run") > columns.indexOf(AFTER_KEYS)) {
      throw ExperimentException.of(file, SweepMessage.MAP_DAMAGED, 1);
    }
    return new SweepTable(file, columns, rows);
  }

  /** A unit in the head of a swept key belongs to its values; older tables have it there. */
  private static Map<String, String> row(Map<String, String> read) {
    Map<String, String> row = new LinkedHashMap<>();
    read.forEach(
        (head, cell) -> {
          Matcher unit = UNIT.matcher(head);
          if (unit.matches()) {
            row.put(unit.group(1), withUnit(cell, unit.group(2)));
          } else {
            row.put(head, cell);
          }
        });
    return row;
  }

  private static String withUnit(String cell, String unit) {
    return unit.isEmpty() || cell == null || cell.isEmpty() ? cell : cell + " " + unit;
  }

  /** Keys that were swept; seeds are always in the table, and count where they differ. */
  List<String> keys() {
    return columns.subList(columns.indexOf("run") + 1, columns.indexOf(AFTER_KEYS)).stream()
        .filter(k -> !SEEDS.contains(k) || values(k).size() > 1)
        .toList();
  }

  /** Different values of a column, in the order of the runs. */
  List<String> values(String column) {
    return rows.stream().map(r -> r.get(column)).distinct().toList();
  }

  /** Other swept keys whose values go with those of a key, one with one, as those under zip. */
  List<String> with(String key) {
    int size = values(key).size();
    return keys().stream()
        .filter(k -> !k.equals(key) && values(k).size() == size)
        .filter(
            k -> rows.stream().map(r -> List.of(r.get(key), r.get(k))).distinct().count() == size)
        .toList();
  }

  /** How many runs have each outcome; without those that no run has. */
  public Map<String, Integer> outcomes() {
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      int runs = (int) rows.stream().filter(r -> outcome.text().equals(r.get("outcome"))).count();
      if (runs > 0) {
        outcomes.put(outcome.text(), runs);
      }
    }
    return outcomes;
  }

  /** Runs that came to their end. */
  public List<Map<String, String>> done() {
    return rows.stream().filter(r -> r.get(AFTER_KEYS).equals(RunStatus.DONE.text())).toList();
  }

  /** A number of a run, NaN where there is none. */
  public static double number(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "");
    try {
      return text == null || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
