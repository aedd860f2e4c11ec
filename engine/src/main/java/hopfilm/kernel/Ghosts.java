package hopfilm.kernel;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;

/**
 * Fills the ghost cells so that a stencil needs no special case at an edge.
 *
 * <p>Beyond a free edge: m_g = m_par + cosine m_perp +- sine d x m (plus at the high edge), par and
 * perp relative to the axis d about which the Dzyaloshinskii-Moriya interaction turns along this
 * axis. Beyond a periodic edge: the cell at the other end.
 *
 * <p>A second ghost, where the layout has it, is the mirror image of the second cell: that one
 * turned three times as far.
 *
 * @param cosine coefficient of m_perp for each axis
 * @param sine coefficient of d x m for each axis, d along the positive axis {@code turnAxis}
 * @param turnAxis axis of d for each axis
 * @param byCell cosine and sine of each cell at an edge, where they differ; null elsewhere
 */
public record Ghosts(
    double[] cosine, double[] sine, int[] turnAxis, CellCoefficients.Edges byCell) {

  /** The same turn at all cells. */
  public Ghosts(double[] cosine, double[] sine, int[] turnAxis) {
    this(cosine, sine, turnAxis, null);
  }

  /** Fills the ghosts whose value follows from row {@code row} of {@code f}. */
  void fill(PaddedField f, int row) {
    PaddedLayout layout = f.layout();
    Grid grid = layout.grid();
    fill(f, layout, row % grid.ny(), row / grid.ny(), true);
  }

  /**
   * Fills the ghosts whose value follows from row j of layer k.
   *
   * @param places where rows stand
   * @param wraps whether rows beyond a periodic edge along y have places of their own
   */
  void fill(PaddedField f, RowPlaces places, int j, int k, boolean wraps) {
    Grid grid = f.layout().grid();
    int start = places.start(j, k);
    fillEnds(f, start, cell(grid, j, k));
    if (wraps || grid.edgesY() == Edges.OPEN) {
      along(f, places, j, k, 1);
    }
    if (grid.nz() > 1) {
      along(f, places, j, k, 2);
    }
  }

  /** Fills the ghosts at both ends of a row, whose cell 0 stands at start. */
  private void fillEnds(PaddedField f, int start, int cell) {
    PaddedLayout layout = f.layout();
    Grid grid = layout.grid();
    int nx = grid.nx();
    int end = start + nx;
    for (int g = 1; g <= layout.ghosts(); g++) {
      if (grid.edgesX() == Edges.PERIODIC) {
        copy(f, start + (nx - g % nx) % nx, start - g, 1);
        copy(f, start + (g - 1) % nx, end - 1 + g, 1);
      } else {
        int own = Math.min(g, nx) - 1;
        turn(f, start + own, start - g, 1, 0, -(own + g), cell);
        turn(f, end - 1 - own, end - 1 + g, 1, 0, own + g, cell + nx - 1);
      }
    }
    // keep the fill finite: whole vectors are computed, the tail is never used
    int fill = start + layout.vectors() + layout.ghosts();
    for (int c = 0; c < 3; c++) {
      double[] v = f.component(c);
      for (int i = end + layout.ghosts(); i < fill; i++) {
        v[i] = v[end];
      }
    }
  }

  private void along(PaddedField f, RowPlaces places, int j, int k, int axis) {
    Grid grid = f.layout().grid();
    int nx = grid.nx();
    int n = grid.cellsAlong(axis);
    int at = axis == 1 ? j : k;
    int start = places.start(j, k);
    for (int g = 1; g <= f.layout().ghosts(); g++) {
      if (grid.edges(axis) == Edges.PERIODIC) {
        if ((at + g) % n == 0) {
          copy(f, start, place(places, j, k, axis, -g), nx);
        }
        if ((at - g + 1) % n == 0) {
          copy(f, start, place(places, j, k, axis, n - 1 + g), nx);
        }
      } else {
        int own = Math.min(g, n) - 1;
        if (at == own) {
          int cell = axis == 1 ? cell(grid, 0, k) : cell(grid, j, 0);
          turn(f, start, place(places, j, k, axis, -g), nx, axis, -(own + g), cell);
        }
        if (at == n - 1 - own) {
          int cell = axis == 1 ? cell(grid, n - 1, k) : cell(grid, j, n - 1);
          turn(f, start, place(places, j, k, axis, n - 1 + g), nx, axis, own + g, cell);
        }
      }
    }
  }

  /** First cell of a row in the order of the grid; j may lie beyond a periodic edge. */
  private static int cell(Grid grid, int j, int k) {
    int row = j >= 0 && j < grid.ny() ? j : Math.floorMod(j, grid.ny());
    return (row + k * grid.ny()) * grid.nx();
  }

  /** The row that stands at another place along an axis. */
  private static int place(RowPlaces places, int j, int k, int axis, int there) {
    return axis == 1 ? places.start(there, k) : places.start(j, there);
  }

  private static void copy(PaddedField f, int from, int to, int n) {
    for (int c = 0; c < 3; c++) {
      System.arraycopy(f.component(c), from, f.component(c), to, n);
    }
  }

  /**
   * Copies cells turned {@code times} as far as the next one is.
   *
   * @param cell the one at the edge, in the order of the grid, the first of n
   */
  private void turn(PaddedField f, int from, int to, int n, int axis, int times, int cell) {
    double c = cosine[axis];
    double s = sine[axis];
    double sign = Integer.signum(times);
    double[] a = f.component(turnAxis[axis]);
    double[] p = f.component((turnAxis[axis] + 1) % 3);
    double[] q = f.component((turnAxis[axis] + 2) % 3);
    for (int i = 0; i < n; i++) {
      double mp = p[from + i];
      double mq = q[from + i];
      if (byCell != null) {
        c = byCell.cosine()[axis][cell + i];
        s = byCell.sine()[axis][cell + i];
      }
      for (int k = Math.abs(times); k > 0; k--) {
        double turned = c * mp - sign * s * mq;
        mq = c * mq + sign * s * mp;
        mp = turned;
      }
      a[to + i] = a[from + i];
      p[to + i] = mp;
      q[to + i] = mq;
    }
  }
}
