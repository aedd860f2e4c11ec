package hopfilm.io;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/** Rows of a table in one array; what {@link #get} returns is a copy. */
final class NumberRows extends AbstractList<double[]> implements RandomAccess {

  private final double[] numbers;
  private final int columns;
  private final int rows;

  /**
   * @param numbers row after row; not changed any more
   */
  NumberRows(double[] numbers, int columns, int rows) {
    this.numbers = numbers;
    this.columns = columns;
    this.rows = rows;
  }

  int columns() {
    return columns;
  }

  @Override
  public double[] get(int row) {
    Objects.checkIndex(row, rows);
    return Arrays.copyOfRange(numbers, row * columns, (row + 1) * columns);
  }

  @Override
  public int size() {
    return rows;
  }
}
