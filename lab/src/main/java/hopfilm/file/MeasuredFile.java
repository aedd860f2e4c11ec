package hopfilm.file;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FitSpec.Data;
import hopfilm.experiment.FitSpec.Pairs;
import hopfilm.experiment.FitSpec.Reading;
import hopfilm.film.TableColumns;
import hopfilm.input.DecimalNumber;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.InputFiles;
import hopfilm.input.InputMessage;
import hopfilm.key.Section;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of measured values: CSV with a line of names, then a line for each measure, {@code
 * label,G_n1_n2,...} in siemens or {@code label,R_n1_n2,...} in ohm, or for each time, {@code
 * Time[s],n1_I[A],...}. Lines that begin with # are remarks.
 */
final class MeasuredFile {

  private static final String LABEL = "label";
  private static final String TIME = "Time";

  private final Section entry;
  private final Experiment experiment;
  private final Path file;
  private final List<Row> rows;
  private final List<Reading> readings = new ArrayList<>();

  /**
   * A column.
   *
   * @param name without its unit
   * @param scale from its unit to SI
   */
  private record Column(String name, double scale) {}

  /**
   * A line.
   *
   * @param line its number, from 1
   */
  private record Row(int line, List<String> cells) {}

  /**
   * @param entry of {@code fit.data} that names it
   */
  MeasuredFile(Section entry, Experiment experiment, Path file) {
    this.entry = entry;
    this.experiment = experiment;
    this.file = file;
    this.rows = lines();
  }

  Path path() {
    return file;
  }

  private ExperimentException error(FileMessage message, Object... values) {
    return entry.error("file", message, values);
  }

  /** Lines but for remarks and empty ones. */
  private List<Row> lines() {
    List<Row> all = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int n = 0; n < lines.size(); n++) {
        String line = lines.get(n).replace("\"", "").replace("\uFEFF", "").strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          List<String> cells = List.of(line.split(",", -1));
          all.add(new Row(n + 1, cells.stream().map(String::strip).toList()));
        }
      }
    } catch (MalformedInputException e) {
      throw error(FileMessage.BAD_SAMPLES, file.getFileName() + " is no text in UTF-8");
    } catch (IOException e) {
      throw entry.error("file", InputMessage.UNREADABLE, InputFiles.reason(e));
    }
    return all;
  }

  /** Names and units of the first line. */
  private List<Column> head(String first, String example, Dimension dimension) {
    List<String> names = rows.isEmpty() ? List.of("") : rows.get(0).cells();
    if (!names.get(0).matches(first + "(\\s*[\\[(].*)?") || names.size() < 2) {
      String head = Excerpt.of(String.join(",", names));
      throw error(FileMessage.MEASURED_HEAD, file.getFileName(), head, example);
    }
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < names.size(); c++) {
      String name = names.get(c).replaceFirst("\\s*[\\[(][^\\[(]*[\\])]$", "");
      String unit = names.get(c).substring(name.length()).replaceAll("[\\[\\]()]", "").strip();
      Dimension own =
          c > 0
              ? dimension == null ? Data.dimension(name) : dimension
              : first.equals(TIME) ? Dimension.TIME : null;
      if (!seen.add(name)) {
        throw error(
            FileMessage.MEASURED_TWICE, file.getFileName(), rows.get(0).line(), Excerpt.of(name));
      }
      columns.add(new Column(name, own == null || unit.isEmpty() ? 1 : scale(name, unit, own)));
    }
    if (rows.size() == 1) {
      throw error(FileMessage.MEASURED_NONE, file.getFileName());
    }
    for (Row row : rows) {
      int n = row.cells().size();
      if (n != columns.size()) {
        throw error(FileMessage.MEASURED_CELLS, file.getFileName(), row.line(), n, columns.size());
      }
    }
    return columns;
  }

  private double scale(String name, String unit, Dimension dimension) {
    try {
      return Quantity.parse("1 " + unit, dimension);
    } catch (UnitException e) {
      throw error(
          FileMessage.MEASURED_UNIT,
          file.getFileName(),
          Excerpt.of(name),
          Excerpt.of(unit),
          dimension.unit());
    }
  }

  private double number(Row row, int column, Column of) {
    String text = row.cells().get(column);
    double number = DecimalNumber.of(text);
    if (Double.isFinite(number)) {
      return number * of.scale();
    }
    throw error(
        FileMessage.MEASURED_NUMBER, file.getFileName(), row.line(), of.name(), Excerpt.of(text));
  }

  /** A value of pairs at each measure. */
  List<Reading> ofPairs(Pairs what) {
    String example = "label,G_n1_n2,G_n1_n3".replace("G", what.name());
    List<Column> columns = head(LABEL, example, what.dimension());
    List<int[]> pairs = new ArrayList<>();
    pairs.add(new int[0]);
    columns.subList(1, columns.size()).forEach(c -> pairs.add(pair(what, c.name())));
    Set<String> seen = new HashSet<>();
    for (Row row : rows.subList(1, rows.size())) {
      String label = label(row, seen);
      for (int c = 1; c < columns.size(); c++) {
        double value = number(row, c, columns.get(c));
        if (value * what.sign() <= 0) {
          throw error(
              FileMessage.MEASURED_SIGN,
              file.getFileName(),
              row.line(),
              columns.get(c).name(),
              Quantity.format(value, what.dimension()),
              what == Pairs.G ? "G is below 0, as in I = G V" : "R is above 0");
        }
        readings.add(Reading.ofPair(columns.get(c).name(), label, pairs.get(c), value));
      }
    }
    return readings;
  }

  /** Places of the two contacts of a column such as G_n1_n2. */
  private int[] pair(Pairs what, String name) {
    List<String> contacts = TableColumns.contacts(experiment);
    for (int a = 0; a < contacts.size(); a++) {
      for (int b = 0; b < contacts.size(); b++) {
        if (a != b && name.equals(column(what, contacts.get(a), contacts.get(b)))) {
          return new int[] {a, b};
        }
      }
    }
    String example = column(what, contacts.get(0), contacts.get(1));
    throw error(FileMessage.MEASURED_PAIR, file.getFileName(), Excerpt.of(name), example);
  }

  private static String column(Pairs what, String one, String other) {
    return what + "_" + one + "_" + other;
  }

  private String label(Row row, Set<String> seen) {
    String label = row.cells().get(0);
    List<String> known = experiment.measures();
    if (!known.contains(label)) {
      throw error(
          FileMessage.MEASURED_LABEL,
          file.getFileName(),
          row.line(),
          Excerpt.of(label),
          String.join(", ", known));
    }
    if (!seen.add(label)) {
      throw error(FileMessage.MEASURED_TWICE, file.getFileName(), row.line(), label);
    }
    return label;
  }

  /** Voltages and currents at each time. */
  List<Reading> samples(List<String> wanted) {
    List<Column> columns = head(TIME, "Time[s],n1_I[A],n2_V[V]", null);
    double last = experiment.duration();
    for (String name : wanted) {
      List<String> names = columns.stream().map(Column::name).toList();
      int c = names.indexOf(name);
      if (c < 0) {
        throw error(FileMessage.NO_COLUMN, file, name, Excerpt.of(String.join(", ", names)));
      }
      Optional<Double> before = Optional.empty();
      for (Row row : rows.subList(1, rows.size())) {
        double t = number(row, 0, columns.get(0));
        if (before.filter(b -> b >= t).isPresent()) {
          throw error(FileMessage.MEASURED_ORDER, file.getFileName(), row.line());
        }
        if (t < 0 || t > last * (1 + 1e-9)) {
          throw error(
              FileMessage.MEASURED_TIME,
              file.getFileName(),
              row.line(),
              Quantity.format(t, Dimension.TIME),
              Quantity.format(last, Dimension.TIME));
        }
        before = Optional.of(t);
        readings.add(Reading.ofSample(name, t, number(row, c, columns.get(c))));
      }
    }
    return readings;
  }
}
