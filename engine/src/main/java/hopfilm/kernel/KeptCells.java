package hopfilm.kernel;

import java.util.Arrays;

/** The frozen cells of each row, which a stage leaves as they are, to the bit. */
final class KeptCells {

  /** Frozen cells of each row, counted from its first cell. */
  private final int[][] rows;

  private KeptCells(int[][] rows) {
    this.rows = rows;
  }

  /** Null where no cell is frozen. */
  static KeptCells of(PaddedLayout layout, boolean[] frozen) {
    int nx = layout.grid().nx();
    int[][] rows = new int[layout.rows()][];
    int[] found = new int[nx];
    boolean any = false;
    for (int row = 0; row < rows.length; row++) {
      int n = 0;
      for (int i = 0; i < nx; i++) {
        if (frozen[row * nx + i]) {
          found[n++] = i;
        }
      }
      rows[row] = Arrays.copyOf(found, n);
      any |= n > 0;
    }
    return any ? new KeptCells(rows) : null;
  }

  /**
   * Copies what the frozen cells of a row are to {@code kept}, as a stage may write to its base.
   */
  void keep(Stage t, RowStarts at, PaddedField kept) {
    int[] row = rows[at.row];
    boolean isRate = t.kind() == Stage.Kind.RIGHT_HAND_SIDE;
    for (int c = 0; c < 3; c++) {
      double[] from = t.base().component(c);
      double[] to = kept.component(c);
      for (int k = 0; k < row.length; k++) {
        to[k] = isRate ? 0 : from[at.m + row[k]];
      }
    }
  }

  /** Puts them back into what the stage made. */
  void restore(Stage t, RowStarts at, PaddedField kept) {
    int[] row = rows[at.row];
    for (int c = 0; c < 3; c++) {
      double[] from = kept.component(c);
      double[] to = t.next().component(c);
      for (int k = 0; k < row.length; k++) {
        to[at.next + row[k]] = from[k];
      }
    }
  }
}
