package hopfilm.heat;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;

/**
 * Conduction of heat in a film, one axis after the other: the three operators A of {@link
 * FilmTemperature} and the solutions of (1 + a A) d = r, a = dt/2, by tridiagonal factors.
 */
final class SplitConduction {

  static final int AXES = 3;

  final double[][] link = new double[AXES][]; // with the next cell along an axis [1/s]
  final double[][] loss = new double[AXES][]; // to held cells beside it [1/s]
  final double[][] inverse = new double[AXES][]; // of the diagonals of the factors
  private final double[][] factor = new double[AXES][];
  private final Grid grid;
  private final double capacity;
  private double factoredFor = Double.NaN;
  private double factoredWith = Double.NaN;

  /**
   * @param isFree of each cell, whether it is film that is not held at ambient temperature
   */
  SplitConduction(CellMask mask, HeatProperties heat, boolean[] isFree) {
    this.grid = mask.grid();
    this.capacity = heat.capacity();
    for (int axis = 0; axis < AXES; axis++) {
      link[axis] = new double[isFree.length];
      loss[axis] = new double[isFree.length];
      inverse[axis] = new double[isFree.length];
      factor[axis] = new double[isFree.length];
      links(axis, mask, heat, isFree);
    }
  }

  private int stride(int axis) {
    return axis == 0 ? 1 : axis == 1 ? grid.nx() : grid.nx() * grid.ny();
  }

  private int place(int cell, int axis) {
    return axis == 0
        ? cell % grid.nx()
        : axis == 1 ? cell / grid.nx() % grid.ny() : cell / (grid.nx() * grid.ny());
  }

  private void links(int axis, CellMask mask, HeatProperties heat, boolean[] isFree) {
    double edge = axis == 0 ? grid.dx() : axis == 1 ? grid.dy() : grid.dz();
    int n = axis == 0 ? grid.nx() : axis == 1 ? grid.ny() : grid.nz();
    double rate = heat.conductivity() / (heat.capacity() * edge * edge);
    int stride = stride(axis);
    for (int c = 0; c < isFree.length; c++) {
      if (place(c, axis) == n - 1 || !mask.inside(c) || !mask.inside(c + stride)) {
        continue;
      }
      if (isFree[c] && isFree[c + stride]) {
        link[axis][c] = rate;
      } else if (isFree[c]) {
        loss[axis][c] += rate;
      } else if (isFree[c + stride]) {
        loss[axis][c + stride] += rate;
      }
    }
  }

  /**
   * Makes the factors for a step.
   *
   * @param bottom added to the diagonal of the lowest layer along z
   */
  void factorise(double dt, double bottom) {
    if (dt == factoredFor && bottom == factoredWith) {
      return;
    }
    double a = 0.5 * dt;
    for (int axis = 0; axis < AXES; axis++) {
      int stride = stride(axis);
      for (int c = 0; c < inverse[axis].length; c++) {
        // the last cell of the line before has no link
        double lower = c < stride ? 0 : a * link[axis][c - stride];
        double diagonal = 1 + a * (link[axis][c] + loss[axis][c]) + lower;
        diagonal += axis == 2 && c < stride ? bottom : 0;
        diagonal -= c < stride ? 0 : lower * factor[axis][c - stride];
        inverse[axis][c] = 1 / diagonal;
        factor[axis][c] = a * link[axis][c] / diagonal;
      }
    }
    factoredFor = dt;
    factoredWith = bottom;
  }

  /** Solves along x, for the rows from (inclusive) to (exclusive). */
  void alongX(double dt, double[] change, int from, int to) {
    double a = 0.5 * dt;
    double[] inv = inverse[0];
    double[] f = factor[0];
    double[] l = link[0];
    for (int row = from; row < to; row++) {
      int first = row * grid.nx();
      int last = first + grid.nx() - 1;
      change[first] *= inv[first];
      for (int c = first + 1; c <= last; c++) {
        change[c] = (change[c] + a * l[c - 1] * change[c - 1]) * inv[c];
      }
      for (int c = last - 1; c >= first; c--) {
        change[c] += f[c] * change[c + 1];
      }
    }
  }

  /** Solves along y or z, for the columns from (inclusive) to (exclusive) along x. */
  void across(int axis, double dt, double[] change, int from, int to) {
    double a = 0.5 * dt;
    double[] inv = inverse[axis];
    double[] f = factor[axis];
    double[] l = link[axis];
    int nx = grid.nx();
    int stride = stride(axis);
    int n = axis == 1 ? grid.ny() : grid.nz();
    int planes = axis == 1 ? grid.nz() : grid.ny();
    int plane = axis == 1 ? nx * grid.ny() : nx;
    for (int p = 0; p < planes; p++) {
      for (int k = 0; k < n; k++) {
        int row = p * plane + k * stride;
        for (int c = row + from; c < row + to; c++) {
          change[c] =
              k == 0
                  ? change[c] * inv[c]
                  : (change[c] + a * l[c - stride] * change[c - stride]) * inv[c];
        }
      }
      for (int k = n - 2; k >= 0; k--) {
        int row = p * plane + k * stride;
        for (int c = row + from; c < row + to; c++) {
          change[c] += f[c] * change[c + stride];
        }
      }
    }
  }

  /** Adds to each row the heat that held cells take from a solution along an axis. */
  void losses(int axis, double dt, double[] change, double[] rows, int from, int to) {
    double a = 0.5 * dt * capacity;
    for (int row = from; row < to; row++) {
      double lost = 0;
      for (int c = row * grid.nx(); c < (row + 1) * grid.nx(); c++) {
        lost += loss[axis][c] * change[c];
      }
      rows[row] += a * lost;
    }
  }
}
