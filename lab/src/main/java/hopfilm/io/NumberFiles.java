package hopfilm.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A column of numbers from a file: text with one row a line, numbers between commas, semicolons,
 * tabs or blanks, under a line of names or none; or a NumPy array of one or two dimensions.
 */
public final class NumberFiles {

  /** Numbers of a column that are read. */
  private static final int MOST = 50_000_000;

  private static final int LONGEST_LINE = 1 << 20;
  private static final int FIRST = 1024;

  private NumberFiles() {}

  /**
   * Reads one column.
   *
   * @param choice which of the columns, by their names, or their numbers from 1 where they have no
   *     names
   * @throws FieldException if the file cannot be read; the message names the line
   */
  public static double[] column(Path file, ToIntFunction<List<String>> choice) throws IOException {
    try {
      boolean isArray = file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".npy");
      double[] numbers = isArray ? NpyFiles.column(file, choice, MOST) : text(file, choice);
      if (numbers.length == 0) {
        throw new FieldException(file, "holds no numbers");
      }
      return numbers;
    } catch (NoSuchFileException e) {
      throw new FieldException(file, "no such file");
    }
  }

  /**
   * Reads the rows of a NumPy array of two dimensions; of more, all but the first are one.
   *
   * @param most numbers that are read
   * @throws FieldException if the file cannot be read
   */
  public static double[][] rows(Path file, int most) throws IOException {
    return NpyFiles.rows(file, most);
  }

  /** Writes an array of one dimension. */
  public static void write(Path file, double[] numbers) throws IOException {
    NpyFiles.write(file, numbers);
  }

  private static double[] text(Path file, ToIntFunction<List<String>> choice) throws IOException {
    try (TextLines lines = new TextLines(file, Files.size(file), LONGEST_LINE)) {
      String remark = "";
      while (lines.next() && (lines.isRemark() || lines.isBlank())) {
        remark = lines.isRemark() ? lines.text().substring(1) : remark;
      }
      char separator = separator(lines);
      String first = lines.text();
      int columns = split(first, separator).size();
      double[] row = new double[columns];
      boolean isNamed = !areNumbers(lines, separator, row);
      List<String> names = split(isNamed ? first : remark, separator);
      int c = choice.applyAsInt(names.size() == columns ? names : NpyFiles.numbered(columns));
      double[] numbers = new double[FIRST];
      int count = 0;
      for (boolean isData = !isNamed; isData || lines.next(); isData = false) {
        if (lines.isRemark() || lines.isBlank()) {
          continue;
        }
        lines.numbers(separator, row);
        if (!Double.isFinite(row[c])) {
          throw new FieldException(
              file,
              "line %d has no finite number there; all samples must be finite"
                  .formatted(lines.number()));
        }
        if (count == MOST) {
          throw new FieldException(
              file, "has more than the %d lines that are read".formatted(MOST));
        }
        numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
        numbers[count++] = row[c];
      }
      return Arrays.copyOf(numbers, count);
    }
  }

  private static char separator(TextLines line) {
    for (char c : new char[] {',', ';', '\t'}) {
      if (line.count(c) > 0) {
        return c;
      }
    }
    return TextLines.BLANKS;
  }

  private static List<String> split(String line, char separator) {
    String cut = separator == TextLines.BLANKS ? "\\s+" : String.valueOf(separator);
    return Arrays.stream(line.strip().split(cut, -1))
        .map(name -> name.replace("\"", "").replace("\uFEFF", "").strip())
        .toList();
  }

  private static boolean areNumbers(TextLines lines, char separator, double[] row) {
    try {
      lines.numbers(separator, row);
      return true;
    } catch (FieldException e) {
      return false; // names
    }
  }
}
