package hopfilm.magnet;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import hopfilm.solver.Fft;

/**
 * H = -N * M by fast Fourier transform along x and y and a plain sum over layers.
 *
 * <p>Rows are transformed, then columns a few at a time: forward, times the kernel, back, while
 * they are in the cache. Nothing is allocated after the first evaluation. For one caller at a time.
 */
final class DemagConvolution {

  /** Columns that a thread works on together: complex numbers in a cache line. */
  private static final int COLUMNS = 4;

  private final Grid grid;
  private final DemagKernel kernel;
  private final Fft alongX;
  private final Fft alongY;
  private final int rows;
  private final int stride;
  private final double[][] spectrum = new double[3][];
  private Scratch[] scratch = new Scratch[0];

  /** Work space of one thread: columns of the three components, and a line of layers. */
  private record Scratch(double[][] columns, double[] line) {}

  DemagConvolution(Grid grid, Parallel parallel) {
    this.grid = grid;
    this.kernel = new DemagKernel(grid, parallel);
    this.alongX = new Fft(kernel.px());
    this.alongY = new Fft(kernel.py());
    this.rows = grid.ny() * grid.nz();
    this.stride = kernel.px() + 2;
    for (int c = 0; c < 3; c++) {
      spectrum[c] = new double[rows * stride];
    }
  }

  /**
   * Overwrites {@code h} by the field of the magnetisation Ms m.
   *
   * @param ms saturation magnetisation of each cell [A/m]
   */
  void field(VectorField m, double[] ms, VectorField h, Parallel parallel) {
    prepare(parallel.threads());
    int blocks = (kernel.px() / 2 + COLUMNS) / COLUMNS;
    int workers = scratch.length;
    parallel.forRange(3 * rows, 8, (from, to) -> forwardRows(m, ms, from, to));
    // a worker takes every n-th block: which one computes a column does not change it
    parallel.forRange(
        workers,
        (from, to) -> {
          for (int w = from; w < to; w++) {
            for (int b = w; b < blocks; b += workers) {
              columns(b * COLUMNS, scratch[w]);
            }
          }
        });
    parallel.forRange(3 * rows, 8, (from, to) -> inverseRows(h, from, to));
  }

  private void prepare(int threads) {
    if (scratch.length != threads) {
      scratch = new Scratch[threads];
      int length = 2 * kernel.py() * grid.nz() * COLUMNS;
      for (int t = 0; t < threads; t++) {
        scratch[t] = new Scratch(new double[3][length], new double[6 * grid.nz()]);
      }
    }
  }

  private void forwardRows(VectorField m, double[] ms, int from, int to) {
    int nx = grid.nx();
    for (int r = from; r < to; r++) {
      double[] v = m.component(r / rows);
      double[] s = spectrum[r / rows];
      int row = r % rows;
      int at = row * stride;
      int cell = row * nx;
      for (int i = 0; i < nx; i++) {
        // empty cells may hold anything
        s[at + i] = ms[cell + i] == 0 ? 0 : ms[cell + i] * v[cell + i];
      }
      java.util.Arrays.fill(s, at + nx, at + kernel.px(), 0);
      alongX.forwardReal(s, at);
    }
  }

  private void inverseRows(VectorField h, int from, int to) {
    int nx = grid.nx();
    for (int r = from; r < to; r++) {
      double[] s = spectrum[r / rows];
      int row = r % rows;
      alongX.inverseReal(s, row * stride);
      System.arraycopy(s, row * stride, h.component(r / rows), row * nx, nx);
    }
  }

  private void columns(int first, Scratch work) {
    int count = Math.min(COLUMNS, kernel.px() / 2 + 1 - first);
    int ny = grid.ny();
    int py = kernel.py();
    for (int c = 0; c < 3; c++) {
      double[] col = work.columns()[c];
      double[] s = spectrum[c];
      for (int k = 0; k < grid.nz(); k++) {
        for (int j = 0; j < ny; j++) {
          int at = (j + ny * k) * stride + 2 * first;
          for (int b = 0; b < count; b++) {
            int to = 2 * (j + py * (k + grid.nz() * b));
            col[to] = s[at + 2 * b];
            col[to + 1] = s[at + 2 * b + 1];
          }
        }
      }
      for (int b = 0; b < count * grid.nz(); b++) {
        java.util.Arrays.fill(col, 2 * (py * b + ny), 2 * py * (b + 1), 0);
        alongY.forward(col, 2 * py * b);
      }
    }
    for (int b = 0; b < count; b++) {
      if (grid.nz() == 1) {
        multiplyLayer(first + b, 2 * py * b, work.columns());
      } else {
        multiplyLayers(first + b, 2 * py * grid.nz() * b, work);
      }
    }
    for (int c = 0; c < 3; c++) {
      double[] col = work.columns()[c];
      double[] s = spectrum[c];
      for (int b = 0; b < count * grid.nz(); b++) {
        alongY.inverseTimesLength(col, 2 * py * b);
      }
      for (int k = 0; k < grid.nz(); k++) {
        for (int j = 0; j < ny; j++) {
          int at = (j + ny * k) * stride + 2 * first;
          for (int b = 0; b < count; b++) {
            int from = 2 * (j + py * (k + grid.nz() * b));
            s[at + 2 * b] = col[from];
            s[at + 2 * b + 1] = col[from + 1];
          }
        }
      }
    }
  }

  /** One layer: xz and yz vanish. */
  private void multiplyLayer(int kx, int at, double[][] columns) {
    int py = kernel.py();
    int start = kx * (py / 2 + 1);
    double[] xx = kernel.component(0, 0);
    double[] yy = kernel.component(1, 0);
    double[] zz = kernel.component(2, 0);
    double[] xy = kernel.component(3, 0);
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    for (int ky = 0; ky < py; ky++) {
      boolean mirrored = 2 * ky > py;
      int n = start + (mirrored ? py - ky : ky);
      double nxy = mirrored ? -xy[n] : xy[n];
      for (int i = at + 2 * ky; i < at + 2 * ky + 2; i++) {
        double mx = x[i];
        double my = y[i];
        x[i] = xx[n] * mx + nxy * my;
        y[i] = nxy * mx + yy[n] * my;
        z[i] *= zz[n];
      }
    }
  }

  private void multiplyLayers(int kx, int at, Scratch work) {
    int py = kernel.py();
    int nz = grid.nz();
    double[] line = work.line();
    for (int ky = 0; ky < py; ky++) {
      boolean mirrored = 2 * ky > py;
      int n = kx * (py / 2 + 1) + (mirrored ? py - ky : ky);
      double sign = mirrored ? -1 : 1;
      for (int c = 0; c < 3; c++) {
        for (int k = 0; k < nz; k++) {
          int from = at + 2 * (ky + py * k);
          line[2 * (c * nz + k)] = work.columns()[c][from];
          line[2 * (c * nz + k) + 1] = work.columns()[c][from + 1];
        }
      }
      for (int k = 0; k < nz; k++) {
        sumOverLayers(k, n, sign, line, at + 2 * (ky + py * k), work.columns());
      }
    }
  }

  private void sumOverLayers(int k, int n, double sign, double[] line, int to, double[][] columns) {
    int nz = grid.nz();
    double xr = 0;
    double xi = 0;
    double yr = 0;
    double yi = 0;
    double zr = 0;
    double zi = 0;
    for (int l = 0; l < nz; l++) {
      int d = Math.abs(k - l);
      double up = k < l ? -1 : 1;
      double xx = kernel.component(0, d)[n];
      double yy = kernel.component(1, d)[n];
      double zz = kernel.component(2, d)[n];
      double xy = sign * kernel.component(3, d)[n];
      double xz = up * kernel.component(4, d)[n];
      double yz = up * sign * kernel.component(5, d)[n];
      double mxr = line[2 * l];
      double mxi = line[2 * l + 1];
      double myr = line[2 * (nz + l)];
      double myi = line[2 * (nz + l) + 1];
      double mzr = line[2 * (2 * nz + l)];
      double mzi = line[2 * (2 * nz + l) + 1];
      // xz and yz stand for i xz and i yz
      xr += xx * mxr + xy * myr - xz * mzi;
      xi += xx * mxi + xy * myi + xz * mzr;
      yr += xy * mxr + yy * myr - yz * mzi;
      yi += xy * mxi + yy * myi + yz * mzr;
      zr += zz * mzr - xz * mxi - yz * myi;
      zi += zz * mzi + xz * mxr + yz * myr;
    }
    columns[0][to] = xr;
    columns[0][to + 1] = xi;
    columns[1][to] = yr;
    columns[1][to + 1] = yi;
    columns[2][to] = zr;
    columns[2][to + 1] = zi;
  }
}
