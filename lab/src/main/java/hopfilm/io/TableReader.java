package hopfilm.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@link TableWriter} writes, also while it is being written, and mumax3's tables. Rows
 * are counted before memory is taken, which is eight bytes for each number.
 */
public final class TableReader {

  /** More than the conductances of 1024 electrodes have. */
  private static final int MOST_COLUMNS = 600_000;

  /** A number in text is a digit and a blank at least. */
  private static final int SHORTEST = 2;

  private static final int LONGEST_SHOWN = 60;

  private TableReader() {}

  /**
   * Reads a table. A last line without its end is still being written and is left out.
   *
   * @throws FieldException if the first line or a number cannot be read; the message names the line
   */
  public static Table read(Path file) throws IOException {
    long size = Files.size(file);
    long rows;
    try (TextLines lines = new TextLines(file, size)) {
      rows = lines.countFilled();
    }
    try (TextLines lines = new TextLines(file, size)) {
      String first = lines.next();
      if (first == null || !lines.isEnded() || !first.startsWith("#")) {
        throw new FieldException(file, "line 1 must be \"# name (unit)\" of each column");
      }
      List<Table.Column> columns = columns(file, first);
      long most = Math.min(rows * columns.size(), size / SHORTEST + 1);
      if (most > Integer.MAX_VALUE - 8) {
        throw new FieldException(file, "holds too many numbers for one table");
      }
      double[] numbers = new double[(int) most];
      int count = 0;
      for (String line = lines.next(); line != null && lines.isEnded(); line = lines.next()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          row(file, lines.number(), line, columns.size(), numbers, count);
          count += columns.size();
        }
      }
      return new Table(columns, new NumberRows(numbers, columns.size(), count / columns.size()));
    }
  }

  private static List<Table.Column> columns(Path file, String first) throws FieldException {
    String line = first.substring(1).strip();
    if (line.chars().filter(c -> c == '\t').count() >= MOST_COLUMNS) {
      throw new FieldException(
          file, "line 1 has more columns than the %d that are read".formatted(MOST_COLUMNS));
    }
    List<Table.Column> columns = new ArrayList<>();
    Map<String, String> units = new HashMap<>();
    for (int from = 0; from <= line.length(); ) {
      int end = end(line, from);
      String name = line.substring(from, end).strip();
      int open = name.lastIndexOf('(');
      int close = name.indexOf(')', Math.max(open, 0));
      if (open < 0 || close != name.length() - 1) {
        throw new FieldException(file, "line 1: \"%s\" is not name (unit)".formatted(shown(name)));
      }
      String unit = name.substring(open + 1, close);
      columns.add(
          new Table.Column(
              name.substring(0, open).stripTrailing(), units.computeIfAbsent(unit, u -> u)));
      from = end + 1;
    }
    return columns;
  }

  /** Where the number that begins at a place ends. */
  private static int end(String line, int from) {
    int tab = line.indexOf('\t', from);
    return tab < 0 ? line.length() : tab;
  }

  private static void row(
      Path file, int number, String line, int columns, double[] numbers, int count)
      throws FieldException {
    String row = line.strip();
    long found = 1 + row.chars().filter(c -> c == '\t').count();
    if (found != columns) {
      throw new FieldException(
          file, "line %d has %d numbers, not %d".formatted(number, found, columns));
    }
    int from = 0;
    for (int c = 0; c < columns; c++) {
      int end = end(row, from);
      String word = row.substring(from, end).strip();
      try {
        numbers[count + c] = Double.parseDouble(word);
      } catch (NumberFormatException e) {
        throw new FieldException(
            file, "line %d: \"%s\" is no number".formatted(number, shown(word)));
      }
      from = end + 1;
    }
  }

  /** What stands in a file, short enough for a message. */
  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }
}
