package hopfilm.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Named columns of numbers with their units: what {@code table.txt} holds. */
public final class Table {

  private final List<Column> columns;
  private final List<double[]> rows;
  private Map<String, Integer> places; // by name, the first of equal ones; made when first needed

  /**
   * Name and unit of a column.
   *
   * @param name such as {@code E_total}
   * @param unit such as {@code J}; empty for a plain number
   */
  public record Column(String name, String unit) {}

  /**
   * Copies the columns, and the rows unless they are {@link NumberRows}.
   *
   * @param columns name and unit of each column
   * @param rows one array a row, one number a column
   * @throws IllegalArgumentException if a row does not have one number a column
   */
  public Table(List<Column> columns, List<double[]> rows) {
    this.columns = List.copyOf(columns);
    this.rows = rowsOf(this.columns, rows);
  }

  private static List<double[]> rowsOf(List<Column> columns, List<double[]> rows) {
    if (rows instanceof NumberRows n && n.columns() == columns.size()) {
      return rows;
    }
    for (double[] row : rows) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(
            "a row of %d numbers in a table of %d columns".formatted(row.length, columns.size()));
      }
    }
    return List.copyOf(rows);
  }

  /** Name and unit of each column. */
  public List<Column> columns() {
    return columns;
  }

  /** One array a row, one number a column. */
  public List<double[]> rows() {
    return rows;
  }

  /** Position of a column, if the table has it. */
  public OptionalInt indexOf(String name) {
    Integer place = places().get(name);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** Not made with the table: of half a million columns it takes as much as their names. */
  private synchronized Map<String, Integer> places() {
    if (places == null) {
      places = new HashMap<>();
      for (int c = 0; c < columns.size(); c++) {
        places.putIfAbsent(columns.get(c).name(), c);
      }
    }
    return places;
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
