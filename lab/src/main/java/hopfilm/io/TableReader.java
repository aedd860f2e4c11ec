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
  private static final int MAX_COLUMNS = 600_000;

  /** A number in text is a digit and a blank at least. */
  private static final int SHORTEST = 2;

  /** Bytes of a row of so many, and of their names. */
  private static final int LONGEST_LINE = 24 * MAX_COLUMNS;

  private TableReader() {}

  /**
   * Reads a table. A last line without its end is still being written and is left out.
   *
   * @throws FieldException if the first line or a number cannot be read; the message names the line
   */
  public static Table read(Path file) throws IOException {
    return read(file, TableWriter.Style.TABLE);
  }

  /** The same of a table in another style. */
  public static Table read(Path file, TableWriter.Style style) throws IOException {
    long size = Files.size(file);
    long rows = TextLines.countFilled(file, size);
    try (TextLines lines = new TextLines(file, size, LONGEST_LINE)) {
      List<Table.Column> columns = head(file, lines, style);
      double[] row = new double[columns.size()];
      long most = Math.min(rows * row.length, size / SHORTEST + 1);
      if (most > Integer.MAX_VALUE - 8) {
        throw new FieldException(file, "holds too many numbers for one table");
      }
      double[] numbers = new double[(int) most];
      int count = 0;
      while (lines.next() && lines.isEnded()) {
        if (!lines.isRemark() && !lines.isBlank()) {
          lines.numbers(style.between, row);
          System.arraycopy(row, 0, numbers, count, row.length);
          count += row.length;
        }
      }
      return new Table(columns, new NumberRows(numbers, row.length, count / row.length));
    }
  }

  /**
   * Reads the first row of a table and the last, in memory for those.
   *
   * @return of two rows, or of fewer where the table has fewer
   * @throws FieldException as {@link #read} does
   */
  public static Table ends(Path file) throws IOException {
    try (TextLines lines = new TextLines(file, Files.size(file), LONGEST_LINE)) {
      List<Table.Column> columns = head(file, lines, TableWriter.Style.TABLE);
      List<double[]> rows = new ArrayList<>();
      while (lines.next() && lines.isEnded()) {
        if (!lines.isRemark() && !lines.isBlank()) {
          if (rows.size() < 2) {
            rows.add(new double[columns.size()]);
          }
          lines.numbers('\t', rows.get(rows.size() - 1));
        }
      }
      return new Table(columns, rows);
    }
  }

  private static List<Table.Column> head(Path file, TextLines lines, TableWriter.Style style)
      throws IOException {
    if (!lines.next() || !lines.isEnded() || lines.isRemark() == style.start.isEmpty()) {
      throw new FieldException(
          file,
          "line 1 must be \"%sname%sunit%s\" of each column"
              .formatted(style.start, style.open, style.close));
    }
    return columns(file, lines, style);
  }

  private static List<Table.Column> columns(Path file, TextLines lines, TableWriter.Style style)
      throws FieldException {
    char unitBegins = style.open.charAt(style.open.length() - 1);
    int count = lines.count(style.between) + 1;
    if (count > MAX_COLUMNS) {
      throw new FieldException(
          file, "line 1 has more columns than the %d that are read".formatted(MAX_COLUMNS));
    }
    Map<String, String> units = new HashMap<>();
    Table.Column[] columns = new Table.Column[count];
    int from = style.start.isEmpty() ? 0 : 1;
    for (int c = 0; c < count; c++) {
      int end = lines.indexOf(style.between, from);
      String name = lines.text(from, end).strip();
      int open = name.lastIndexOf(unitBegins);
      int close = name.indexOf(style.close, Math.max(open, 0));
      if (open < 0 || close != name.length() - 1) {
        throw new FieldException(
            file, "line 1: \"%s\" is not name (unit)".formatted(TextLines.shown(name)));
      }
      String unit = name.substring(open + 1, close);
      columns[c] =
          new Table.Column(
              name.substring(0, open).stripTrailing(), units.computeIfAbsent(unit, u -> u));
      from = end + 1;
    }
    return List.of(columns);
  }
}
