package hopfilm.io;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Named columns of numbers with their units: what {@code table.txt} holds.
 *
 * @param columns name and unit of each column
 * @param rows one array a row, one number a column
 */
public record Table(List<Column> columns, List<double[]> rows) {

  /**
   * Name and unit of a column.
   *
   * @param name such as {@code E_total}
   * @param unit such as {@code J}; empty for a plain number
   */
  public record Column(String name, String unit) {}

  /**
   * @throws IllegalArgumentException if a row does not have one number a column
   */
  public Table {
    columns = List.copyOf(columns);
    if (!(rows instanceof NumberRows n && n.columns() == columns.size())) {
      rows = List.copyOf(rows);
      for (double[] row : rows) {
        if (row.length != columns.size()) {
          throw new IllegalArgumentException(
              "a row of %d numbers in a table of %d columns".formatted(row.length, columns.size()));
        }
      }
    }
  }

  /** Position of a column, if the table has it. */
  public OptionalInt indexOf(String name) {
    return IntStream.range(0, columns.size())
        .filter(c -> columns.get(c).name().equals(name))
        .findFirst();
  }

  /** True if the table has the column. */
  public boolean has(String name) {
    return indexOf(name).isPresent();
  }

  /**
   * All numbers of a column.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public double[] column(String name) {
    int c =
        indexOf(name)
            .orElseThrow(() -> new IllegalArgumentException("the table has no column " + name));
    return rows.stream().mapToDouble(row -> row[c]).toArray();
  }
}
