package hopfilm.kernel;

import java.util.Arrays;

/**
 * A film of one layer that is the same in most of its cells: with a hole, a rim that does not
 * follow the grid, frozen cells or sites of another anisotropy. Each row is computed as if it were
 * uniform, and then the other cells are corrected; both are the arithmetic of the kernels named.
 * Frozen cells are copied.
 */
final class MostlyUniformKernel extends RowKernel {

  private final RowKernel uniform;
  private final GeneralKernel general;

  /** Odd cells of each row that move: from (inclusive), to (exclusive), from, to, ... */
  private final int[][] moving;

  /** Those that are frozen. */
  private final int[][] frozen;

  MostlyUniformKernel(
      RowKernel uniform, GeneralKernel general, boolean[] odd, boolean[] frozenCells) {
    super(uniform.layout(), uniform.ghosts());
    this.uniform = uniform;
    this.general = general;
    boolean[] movingCells = odd.clone();
    for (int cell = 0; cell < odd.length; cell++) {
      movingCells[cell] &= !frozenCells[cell];
    }
    int nx = layout().grid().nx();
    moving = new int[layout().rows()][];
    frozen = new int[layout().rows()][];
    for (int row = 0; row < moving.length; row++) {
      moving[row] = ranges(movingCells, row * nx, nx);
      frozen[row] = ranges(frozenCells, row * nx, nx);
    }
  }

  private static int[] ranges(boolean[] odd, int first, int nx) {
    int[] found = new int[nx + 1];
    int n = 0;
    for (int i = 0; i < nx; i++) {
      if (odd[first + i] != (i > 0 && odd[first + i - 1])) {
        found[n++] = i;
      }
    }
    if (n % 2 == 1) {
      found[n++] = nx;
    }
    return Arrays.copyOf(found, n);
  }

  @Override
  public String name() {
    return uniform.name() + "+general";
  }

  @Override
  boolean worksOnFewRows() {
    return uniform.worksOnFewRows();
  }

  @Override
  double[] externalField() {
    return uniform.externalField();
  }

  @Override
  Object scratch() {
    return new Work(uniform.scratch(), layout());
  }

  /** Room for what a stage makes of the odd cells of a row. */
  private static final class Work {
    private final Object uniform;
    private final GeneralKernel.Work general;
    private final PaddedField made;

    Work(Object uniform, PaddedLayout layout) {
      int nx = layout.grid().nx();
      this.uniform = uniform;
      this.general = new GeneralKernel.Work(nx);
      this.made = new PaddedField(layout, new double[nx], new double[nx], new double[nx]);
    }
  }

  @Override
  void row(Stage t, RowStarts at, Object scratch) {
    Work w = (Work) scratch;
    int[] odd = moving[at.row];
    int[] still = frozen[at.row];
    // first, as a stage may replace the row that it reads
    for (int r = 0; r < odd.length; r += 2) {
      general.cells(t, at, odd[r], odd[r + 1], w.general, w.made, 0);
    }
    for (int r = 0; r < still.length; r += 2) {
      for (int i = still[r]; i < still[r + 1]; i++) {
        t.keep(at, i, w.made, i);
      }
    }
    uniform.row(t, at, w.uniform);
    replace(t, at, odd, w.made);
    replace(t, at, still, w.made);
  }

  private static void replace(Stage t, RowStarts at, int[] ranges, PaddedField made) {
    for (int c = 0; c < 3; c++) {
      double[] from = made.component(c);
      double[] to = t.next().component(c);
      for (int r = 0; r < ranges.length; r += 2) {
        int first = ranges[r];
        System.arraycopy(from, first, to, at.next + first, ranges[r + 1] - first);
      }
    }
  }
}
