package hopfilm.magnet;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.parallel.Parallel;
import hopfilm.solver.Fft;

/**
 * The demagnetising tensor of a film's layers after Fourier transforms along x and y, for the
 * convolution H = -N * M.
 *
 * <p>Along an open axis M is followed by zeros up to a power of two of at least 2n - 1, so that no
 * cell meets the copies that a discrete transform implies. A periodic axis of a power of two needs
 * none.
 *
 * <p>N is even along an axis or odd, so one octant says all: xx, yy, zz are real and even, xy is
 * real and odd along x and y, xz and yz are i times what is stored and odd along z and one other
 * axis. Stored is -N/py.
 */
final class DemagKernel {

  /** True where xx, yy, zz, xy, xz, yz is odd along x, and along y. */
  private static final boolean[][] ODD = {
    {false, false, false, true, true, false}, {false, false, false, true, false, true}
  };

  private final int nz;
  private final int px;
  private final int py;
  private final double[][][] values;

  DemagKernel(Grid grid, Parallel parallel) {
    this.nz = grid.nz();
    this.px = padded(grid, 0);
    this.py = padded(grid, 1);
    this.values = new double[6][nz][];
    int components = nz > 1 ? 6 : 4;
    DemagTensor tensor = new DemagTensor(grid);
    int nx = offsets(grid, 0);
    int ny = offsets(grid, 1);
    Fft alongX = new Fft(px);
    Fft alongY = new Fft(py);
    for (int k = 0; k < nz; k++) {
      double[][] real = sample(tensor, nx, ny, k, parallel);
      for (int c = 0; c < components; c++) {
        values[c][k] = transform(grid, real[c], nx, ny, c, alongX, alongY, parallel);
      }
    }
  }

  static int padded(Grid grid, int axis) {
    int n = grid.cellsAlong(axis);
    boolean closed = grid.edges(axis) == Edges.PERIODIC && n == Fft.lengthFor(n);
    return closed ? n : Fft.lengthFor(2 * n - 1);
  }

  /** Distances 0, 1, ... at which the tensor is needed. */
  private static int offsets(Grid grid, int axis) {
    int n = grid.cellsAlong(axis);
    return grid.edges(axis) == Edges.PERIODIC ? n / 2 + 1 : n;
  }

  private static double[][] sample(DemagTensor tensor, int nx, int ny, int k, Parallel parallel) {
    double[][] real = new double[6][nx * ny];
    parallel.forRange(
        nx * ny,
        (from, to) -> {
          double[] one = new double[6];
          for (int at = from; at < to; at++) {
            tensor.tensor(at % nx, at / nx, k, one);
            for (int c = 0; c < 6; c++) {
              real[c][at] = one[c];
            }
          }
        });
    return real;
  }

  private double[] transform(
      Grid grid, double[] real, int nx, int ny, int c, Fft alongX, Fft alongY, Parallel parallel) {
    int hx = px / 2 + 1;
    int hy = py / 2 + 1;
    double[] mixed = new double[hx * ny];
    parallel.forRange(
        ny,
        (from, to) -> {
          double[] line = new double[px + 2];
          for (int j = from; j < to; j++) {
            for (int i = 0; i < nx; i++) {
              line[i] = real[j * nx + i];
            }
            spectrum(line, nx, grid, 0, ODD[0][c], alongX);
            System.arraycopy(line, 0, mixed, j * hx, hx);
          }
        });
    double[] out = new double[hx * hy];
    // odd along both: i times i
    double scale = ODD[0][c] && ODD[1][c] ? 1.0 / py : -1.0 / py;
    parallel.forRange(
        hx,
        (from, to) -> {
          double[] line = new double[py + 2];
          for (int i = from; i < to; i++) {
            for (int j = 0; j < ny; j++) {
              line[j] = mixed[j * hx + i];
            }
            spectrum(line, ny, grid, 1, ODD[1][c], alongY);
            for (int j = 0; j < hy; j++) {
              out[i * hy + j] = scale * line[j];
            }
          }
        });
    return out;
  }

  /**
   * Turns the values at distances 0 to n - 1 into the real or, if odd, the imaginary part of the
   * half spectrum.
   */
  private static void spectrum(double[] line, int n, Grid grid, int axis, boolean odd, Fft fft) {
    int length = fft.length();
    int cells = grid.cellsAlong(axis);
    int known = n;
    if (grid.edges(axis) == Edges.PERIODIC && length > cells) {
      // padded all the same: the same distance the other way round the period
      for (int i = n; i < cells; i++) {
        line[i] = odd ? -line[cells - i] : line[cells - i];
      }
      if (odd && cells % 2 == 0) {
        line[cells / 2] = 0;
      }
      known = cells;
    }
    for (int i = known; i < length; i++) {
      line[i] = 0;
    }
    for (int i = 1; i < known && 2 * i < length; i++) {
      line[length - i] = odd ? -line[i] : line[i];
    }
    if (odd) {
      line[0] = 0;
      line[length / 2] = 0;
    }
    fft.forwardReal(line, 0);
    for (int i = 0; i <= length / 2; i++) {
      line[i] = line[2 * i + (odd ? 1 : 0)];
    }
  }

  /** Transformed length along x. */
  int px() {
    return px;
  }

  /** Transformed length along y. */
  int py() {
    return py;
  }

  /**
   * Component c (xx, yy, zz, xy, xz, yz) between layers k apart, at [kx (py/2 + 1) + ky]; null for
   * xz and yz of a single layer, where they vanish.
   */
  double[] component(int c, int k) {
    return values[c][k];
  }
}
