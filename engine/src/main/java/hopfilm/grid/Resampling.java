package hopfilm.grid;

/**
 * A texture carried over to cells of another size: the unit vector along the polynomial of fifth
 * degree through the six nearest cells along each axis (J. L. Lagrange), of fewer where fewer have
 * one; right to the sixth power of the cell size. Four cells miss a maze on its way to half the
 * cells and back by 0.02, eight are no better beside open edges, where polynomials swing. Beyond
 * the outermost centres of an open edge the polynomial goes on. Beside cells without a vector the
 * interpolation is linear between those that have one; where there is none of these, the nearest
 * cell that has one counts.
 */
public final class Resampling {

  /** Cells around a place in which one with a vector is looked for. */
  private static final int REACH = 2;

  /** Cells of a polynomial along an axis, and of a line. */
  private static final int SMOOTH = 6;

  private static final int LINE = 2;

  private final VectorField from;
  private final Grid to;
  private final Axis[] smooth = new Axis[3];
  private final Axis[] lines = new Axis[3];

  private Resampling(VectorField from, Grid to) {
    this.from = from;
    this.to = to;
    for (int a = 0; a < 3; a++) {
      smooth[a] = Axis.of(from.grid(), to, a, SMOOTH);
      lines[a] = Axis.of(from.grid(), to, a, LINE);
    }
  }

  /**
   * The texture on other cells of the same film, corner on corner.
   *
   * @param from vectors of any length; zero where there is no film
   * @param to its edges say how the texture goes on
   * @return unit vectors; zero farther than {@value #REACH} cells from any cell with one
   */
  public static VectorField of(VectorField from, Grid to) {
    VectorField unit = from.copy();
    unit.normalise();
    return new Resampling(unit, to).resample();
  }

  /**
   * Which cells count for each of others, along one axis.
   *
   * @param cells for each of the others
   * @param weights of them, which add up to 1
   */
  private record Axis(int[][] cells, double[][] weights) {

    /**
     * @param maxCells cells of a polynomial
     */
    static Axis of(Grid from, Grid to, int axis, int maxCells) {
      int n = from.cellsAlong(axis);
      int count = to.cellsAlong(axis);
      int[][] cells = new int[count][Math.min(maxCells, n)];
      double[][] weights = new double[count][];
      for (int i = 0; i < count; i++) {
        double place = (i + 0.5) * to.cellSize(axis) / from.cellSize(axis) - 0.5;
        int first = (int) Math.floor(place) - (cells[i].length - 1) / 2;
        if (to.edges(axis) != Edges.PERIODIC) {
          first = Math.max(0, Math.min(n - cells[i].length, first));
        }
        for (int k = 0; k < cells[i].length; k++) {
          cells[i][k] = Math.floorMod(first + k, n);
        }
        weights[i] = weights(place - first, cells[i].length);
      }
      return new Axis(cells, weights);
    }

    /** Weights of the values at 0, 1 ... in the value of their polynomial at a place. */
    private static double[] weights(double place, int count) {
      double[] weights = new double[count];
      for (int k = 0; k < count; k++) {
        weights[k] = 1;
        for (int l = 0; l < count; l++) {
          weights[k] *= l == k ? 1 : (place - l) / (k - l);
        }
      }
      return weights;
    }
  }

  private VectorField resample() {
    VectorField m = new VectorField(to);
    for (int k = 0; k < to.nz(); k++) {
      for (int j = 0; j < to.ny(); j++) {
        for (int i = 0; i < to.nx(); i++) {
          int cell = to.index(i, j, k);
          if (!add(m, cell, new int[] {i, j, k}, smooth, false)
              && !add(m, cell, new int[] {i, j, k}, lines, true)) {
            takeNearest(m, cell, i, j, k);
          }
        }
      }
    }
    m.normalise();
    return m;
  }

  /**
   * Sums over the cells around.
   *
   * @param isPart whether to leave out cells without a vector, and extrapolation with them
   * @return false if a cell has no vector, or, where these are left out, if none is left
   */
  private boolean add(VectorField m, int cell, int[] at, Axis[] axes, boolean isPart) {
    double[] sum = new double[3];
    for (int c = 0; c < axes[2].cells[at[2]].length; c++) {
      for (int b = 0; b < axes[1].cells[at[1]].length; b++) {
        for (int a = 0; a < axes[0].cells[at[0]].length; a++) {
          double wx = axes[0].weights[at[0]][a];
          double wy = axes[1].weights[at[1]][b];
          double wz = axes[2].weights[at[2]][c];
          if (wx == 0 || wy == 0 || wz == 0 || (isPart && (wx < 0 || wy < 0 || wz < 0))) {
            continue;
          }
          int source =
              from.grid()
                  .index(axes[0].cells[at[0]][a], axes[1].cells[at[1]][b], axes[2].cells[at[2]][c]);
          if (from.isZero(source) && !isPart) {
            return false;
          }
          for (int k = 0; k < 3; k++) {
            sum[k] += wx * wy * wz * from.component(k)[source];
          }
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      m.component(k)[cell] = sum[k];
    }
    return !m.isZero(cell);
  }

  private void takeNearest(VectorField m, int cell, int i, int j, int k) {
    Grid g = from.grid();
    int[] at = {nearest(i, 0), nearest(j, 1), nearest(k, 2)};
    double min = Double.POSITIVE_INFINITY;
    for (int c = Math.max(0, at[2] - REACH); c <= Math.min(g.nz() - 1, at[2] + REACH); c++) {
      for (int b = Math.max(0, at[1] - REACH); b <= Math.min(g.ny() - 1, at[1] + REACH); b++) {
        for (int a = Math.max(0, at[0] - REACH); a <= Math.min(g.nx() - 1, at[0] + REACH); a++) {
          int source = g.index(a, b, c);
          double distance = square(i, a, 0) + square(j, b, 1) + square(k, c, 2);
          if (!from.isZero(source) && distance < min) {
            min = distance;
            m.x()[cell] = from.x()[source];
            m.y()[cell] = from.y()[source];
            m.z()[cell] = from.z()[source];
          }
        }
      }
    }
  }

  private int nearest(int i, int axis) {
    double place = (i + 0.5) * to.cellSize(axis) / from.grid().cellSize(axis);
    return Math.max(0, Math.min(from.grid().cellsAlong(axis) - 1, (int) place));
  }

  private double square(int i, int source, int axis) {
    double d = (i + 0.5) * to.cellSize(axis) - (source + 0.5) * from.grid().cellSize(axis);
    return d * d;
  }
}
