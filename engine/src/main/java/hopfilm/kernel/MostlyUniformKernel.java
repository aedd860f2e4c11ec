package hopfilm.kernel;

import java.util.Arrays;

/**
 * A film of one layer that is the same in most of its cells: with a hole, a rim that does not
 * follow the grid, frozen cells or sites of another anisotropy. Each row is computed as if it were
 * uniform, and then the cells that are not are put right; both are the arithmetic of the kernels
 * named.
 */
final class MostlyUniformKernel extends RowKernel {

  private final RowKernel uniform;
  private final GeneralKernel general;

  /** Odd cells of each row: from (inclusive), to (exclusive), from, to, ... */
  private final int[][] ranges;

  MostlyUniformKernel(RowKernel uniform, GeneralKernel general, boolean[] odd) {
    super(uniform.layout(), uniform.ghosts());
    this.uniform = uniform;
    this.general = general;
    int nx = layout().grid().nx();
    ranges = new int[layout().rows()][];
    for (int row = 0; row < ranges.length; row++) {
      ranges[row] = ranges(odd, row * nx, nx);
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
    int[] odd = ranges[at.row];
    // first, as a stage may replace the row that it reads
    for (int r = 0; r < odd.length; r += 2) {
      general.cells(t, at, odd[r], odd[r + 1], w.general, w.made, 0);
    }
    uniform.row(t, at, w.uniform);
    for (int r = 0; r < odd.length; r += 2) {
      for (int c = 0; c < 3; c++) {
        System.arraycopy(
            w.made.component(c),
            odd[r],
            t.next().component(c),
            at.next + odd[r],
            odd[r + 1] - odd[r]);
      }
    }
  }
}
