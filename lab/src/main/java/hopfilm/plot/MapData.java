package hopfilm.plot;

import java.util.List;

/**
 * A quantity over two axes, one cell for each pair of their values.
 *
 * @param title of the figure
 * @param subtitle one line below it
 * @param x to the right
 * @param y upwards
 * @param quantity shown by the cells
 * @param cells rows from the bottom up, each from left to right
 */
public record MapData(
    String title, String subtitle, Axis x, Axis y, Quantity quantity, List<List<Cell>> cells) {

  /**
   * The quantity of the cells.
   *
   * @param name in words
   * @param unit of the numbers without prefix, empty for plain numbers
   * @param scale from numbers to colours
   * @param kinds words for the numbers 0, 1, ... of {@link Scale#KINDS}; else empty
   */
  public record Quantity(String name, String unit, Scale scale, List<String> kinds) {
    public Quantity {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * An axis.
   *
   * @param title of the axis, with its unit
   * @param labels one for each value
   */
  public record Axis(String title, List<String> labels) {
    public Axis {
      labels = List.copyOf(labels);
    }
  }

  /**
   * A cell.
   *
   * @param value the number, NaN where there is none
   * @param hits number of runs that a share stands for, -1 where the value is no share
   * @param runs number of all runs of the cell
   */
  public record Cell(double value, int hits, int runs) {}

  /** The way from numbers to colours. */
  public enum Scale {
    /** From 0 to 1. */
    SHARE,
    /** Signed, with zero in the middle. */
    SIGNED,
    /** From the smallest to the largest. */
    PLAIN,
    /** From the smallest to the largest, equal steps for equal ratios; for positive numbers. */
    LOGARITHMIC,
    /** Not of numbers, but of words: a colour each. */
    KINDS
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the cells do not fit the axes
   */
  public MapData {
    cells = cells.stream().map(List::copyOf).toList();
    int columns = x.labels().size();
    if (cells.size() != y.labels().size() || cells.stream().anyMatch(r -> r.size() != columns)) {
      throw new IllegalArgumentException(
          "the cells are not %d columns over %d rows".formatted(columns, y.labels().size()));
    }
  }
}
