package hopfilm.kernel;

import java.util.Arrays;

/** The frozen cells of each row, which a stage leaves as they are, to the bit. */
final class KeptCells {

  /** Of each row: from (inclusive), to (exclusive), from, to, ... */
  private final int[][] ranges;

  private KeptCells(int[][] ranges) {
    this.ranges = ranges;
  }

  /** Null where no cell is frozen. */
  static KeptCells of(PaddedLayout layout, boolean[] frozen) {
    int nx = layout.grid().nx();
    int[][] ranges = new int[layout.rows()][];
    boolean any = false;
    for (int row = 0; row < ranges.length; row++) {
      ranges[row] = ranges(frozen, row * nx, nx);
      any |= ranges[row].length > 0;
    }
    return any ? new KeptCells(ranges) : null;
  }

  private static int[] ranges(boolean[] frozen, int first, int nx) {
    int[] found = new int[nx + 1];
    int n = 0;
    for (int i = 0; i < nx; i++) {
      if (frozen[first + i] != (i > 0 && frozen[first + i - 1])) {
        found[n++] = i;
      }
    }
    if (n % 2 == 1) {
      found[n++] = nx;
    }
    return Arrays.copyOf(found, n);
  }

  /**
   * Copies what the frozen cells of a row are to {@code kept}, as a stage may write to its base.
   */
  void keep(Stage t, RowStarts at, PaddedField kept) {
    int[] row = ranges[at.row];
    for (int r = 0; r < row.length; r += 2) {
      for (int i = row[r]; i < row[r + 1]; i++) {
        t.keep(at, i, kept, i);
      }
    }
  }

  /** Puts them back into what the stage made. */
  void restore(Stage t, RowStarts at, PaddedField kept) {
    int[] row = ranges[at.row];
    for (int c = 0; c < 3 && row.length > 0; c++) {
      double[] from = kept.component(c);
      double[] to = t.next().component(c);
      for (int r = 0; r < row.length; r += 2) {
        System.arraycopy(from, row[r], to, at.next + row[r], row[r + 1] - row[r]);
      }
    }
  }
}
