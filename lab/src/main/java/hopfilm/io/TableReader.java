package hopfilm.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link TableWriter} writes, also while it is being written, and mumax3's tables. */
public final class TableReader {
  private static final Pattern COLUMN = Pattern.compile("(.*?)\\s*\\(([^()]*)\\)");

  private TableReader() {}

  /**
   * Reads a table. A last line without its end is still being written and is left out.
   *
   * @throws FieldException if the first line or a number cannot be read; the message names the line
   */
  public static Table read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new FieldException(file, "is no text in UTF-8");
    }
    int end = text.lastIndexOf('\n');
    String[] lines = text.substring(0, Math.max(end, 0)).split("\r?\n");
    if (!lines[0].startsWith("#")) {
      throw new FieldException(file, "line 1 must be \"# name (unit)\" of each column");
    }
    List<Table.Column> columns = columns(file, lines[0].substring(1));
    List<double[]> rows = new ArrayList<>(lines.length);
    for (int k = 1; k < lines.length; k++) {
      if (!lines[k].isBlank() && !lines[k].startsWith("#")) {
        rows.add(row(file, k + 1, lines[k], columns.size()));
      }
    }
    return new Table(columns, rows);
  }

  private static List<Table.Column> columns(Path file, String line) throws FieldException {
    List<Table.Column> columns = new ArrayList<>();
    for (String name : line.strip().split("\t")) {
      Matcher m = COLUMN.matcher(name.strip());
      if (!m.matches()) {
        throw new FieldException(file, "line 1: \"%s\" is not name (unit)".formatted(name));
      }
      columns.add(new Table.Column(m.group(1), m.group(2)));
    }
    return columns;
  }

  private static double[] row(Path file, int number, String line, int columns)
      throws FieldException {
    String[] words = line.strip().split("\t");
    if (words.length != columns) {
      throw new FieldException(
          file, "line %d has %d numbers, not %d".formatted(number, words.length, columns));
    }
    double[] row = new double[columns];
    for (int c = 0; c < columns; c++) {
      try {
        row[c] = Double.parseDouble(words[c].strip());
      } catch (NumberFormatException e) {
        throw new FieldException(
            file, "line %d: \"%s\" is no number".formatted(number, words[c].strip()));
      }
    }
    return row;
  }
}
