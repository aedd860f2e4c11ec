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
 */
public record Ghosts(double[] cosine, double[] sine, int[] turnAxis) {

  /** Fills the ghosts whose value follows from row {@code row} of {@code f}. */
  void fill(PaddedField f, int row) {
    PaddedLayout layout = f.layout();
    Grid grid = layout.grid();
    int start = layout.start(row);
    int nx = grid.nx();
    fillEnds(f, start);
    int j = row % grid.ny();
    int k = row / grid.ny();
    int s = layout.stride();
    along(f, start, nx, j, grid.ny(), s, 1, grid.edgesY());
    if (grid.nz() > 1) {
      along(f, start, nx, k, grid.nz(), layout.plane(), 2, grid.edgesZ());
    }
  }

  /** Fills the ghosts at both ends of a row, whose cell 0 stands at start. */
  void fillEnds(PaddedField f, int start) {
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
        turn(f, start + own, start - g, 1, 0, -(own + g));
        turn(f, end - 1 - own, end - 1 + g, 1, 0, own + g);
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

  /** Fills the ghost row beyond a free edge, side -1 the lower and 1 the upper one. */
  void fillRow(PaddedField f, int from, int to, int side) {
    turn(f, from, to, f.layout().grid().nx(), 1, side);
  }

  private void along(
      PaddedField f, int start, int nx, int at, int n, int step, int axis, Edges edges) {
    for (int g = 1; g <= f.layout().ghosts(); g++) {
      if (edges == Edges.PERIODIC) {
        if ((at + g) % n == 0) {
          copy(f, start, start - (at + g) * step, nx);
        }
        if ((at - g + 1) % n == 0) {
          copy(f, start, start + (n - 1 - at + g) * step, nx);
        }
      } else {
        int own = Math.min(g, n) - 1;
        if (at == own) {
          turn(f, start, start - (own + g) * step, nx, axis, -(own + g));
        }
        if (at == n - 1 - own) {
          turn(f, start, start + (own + g) * step, nx, axis, own + g);
        }
      }
    }
  }

  private static void copy(PaddedField f, int from, int to, int n) {
    for (int c = 0; c < 3; c++) {
      System.arraycopy(f.component(c), from, f.component(c), to, n);
    }
  }

  /** Copies cells turned {@code times} as far as the next one is. */
  private void turn(PaddedField f, int from, int to, int n, int axis, int times) {
    double c = cosine[axis];
    double s = Integer.signum(times) * sine[axis];
    double[] a = f.component(turnAxis[axis]);
    double[] p = f.component((turnAxis[axis] + 1) % 3);
    double[] q = f.component((turnAxis[axis] + 2) % 3);
    for (int i = 0; i < n; i++) {
      double mp = p[from + i];
      double mq = q[from + i];
      for (int k = Math.abs(times); k > 0; k--) {
        double turned = c * mp - s * mq;
        mq = c * mq + s * mp;
        mp = turned;
      }
      a[to + i] = a[from + i];
      p[to + i] = mp;
      q[to + i] = mq;
    }
  }
}
