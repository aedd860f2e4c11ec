package hopfilm.fourier;

import hopfilm.parallel.Parallel;
import java.util.Arrays;

/**
 * A convolution in plain loops, transforms by {@link Fft}: rows, then columns a few at a time,
 * forward, times the kernel, back, while they are in the cache, and a plain sum over layers.
 */
final class PlainConvolution implements Convolution {

  /** Columns that a thread works on together: complex numbers in a cache line. */
  private static final int COLUMNS = 4;

  private final FilmSize size;
  private final KernelShape shape;
  private final double[] weight;
  private final Fft alongX;
  private final Fft alongY;
  private final int rows;
  private final int stride;
  private final double[][][] kernel; // part, layers apart, kx (Ny/2 + 1) + ky
  private final double[][] spectrum = new double[3][];
  private Scratch[] scratch = new Scratch[0];

  /** Work space of one thread: columns of the three components, and a line of layers. */
  private record Scratch(double[][] columns, double[] line, double[] sum) {}

  PlainConvolution(FilmKernel film, double[] weight, Parallel parallel) {
    this.size = film.size();
    this.shape = film.shape();
    this.weight = weight;
    this.alongX = new Fft(length(size, 0));
    this.alongY = new Fft(length(size, 1));
    this.rows = size.ny() * size.nz();
    this.stride = alongX.length() + 2;
    KernelSpectrum transform =
        new KernelSpectrum(film, new int[] {alongX.length(), alongY.length()});
    int[] places = shape.places(size.nz() == 1);
    this.kernel = new double[places.length][size.nz()][];
    double scale = 1.0 / alongY.length();
    for (int p = 0; p < places.length; p++) {
      for (int k = 0; k < size.nz() && places[p] >= 0; k++) {
        double[] values = transform.of(p, k, parallel);
        for (int i = 0; i < values.length; i++) {
          values[i] *= scale;
        }
        kernel[p][k] = values;
      }
    }
    for (int c = 0; c < 3; c++) {
      spectrum[c] = new double[rows * stride];
    }
  }

  /** Length of the transforms along an axis. */
  static int length(FilmSize size, int axis) {
    int n = size.along(axis);
    boolean closed = size.periodic(axis) && n >= 2 && n == Length.powerOfTwo(n);
    return closed ? n : Math.max(2, Length.powerOfTwo(2 * n - 1));
  }

  @Override
  public void apply(FilmArrays source, FilmArrays field, Parallel parallel) {
    prepare(parallel.threads());
    int blocks = (alongX.length() / 2 + COLUMNS) / COLUMNS;
    int workers = scratch.length;
    parallel.forRange(3 * rows, 8, (from, to) -> forwardRows(source, from, to));
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
    parallel.forRange(3 * rows, 8, (from, to) -> inverseRows(field, from, to));
  }

  private void prepare(int threads) {
    if (scratch.length != threads) {
      scratch = new Scratch[threads];
      int length = 2 * alongY.length() * size.nz() * COLUMNS;
      for (int t = 0; t < threads; t++) {
        scratch[t] = new Scratch(new double[3][length], new double[6 * size.nz()], new double[6]);
      }
    }
  }

  private void forwardRows(FilmArrays source, int from, int to) {
    int nx = size.nx();
    for (int r = from; r < to; r++) {
      double[] v = source.component(r / rows);
      double[] s = spectrum[r / rows];
      int row = r % rows;
      int at = row * stride;
      int first = source.row(row % size.ny(), row / size.ny());
      for (int i = 0; i < nx; i++) {
        double w = weight == null ? 1 : weight[row * nx + i];
        // empty cells may hold anything
        s[at + i] = w == 0 ? 0 : w * v[first + i];
      }
      Arrays.fill(s, at + nx, at + alongX.length(), 0);
      alongX.forwardReal(s, at);
    }
  }

  private void inverseRows(FilmArrays field, int from, int to) {
    for (int r = from; r < to; r++) {
      double[] s = spectrum[r / rows];
      int row = r % rows;
      alongX.inverseReal(s, row * stride);
      int first = field.row(row % size.ny(), row / size.ny());
      System.arraycopy(s, row * stride, field.component(r / rows), first, size.nx());
    }
  }

  private void columns(int first, Scratch work) {
    int count = Math.min(COLUMNS, alongX.length() / 2 + 1 - first);
    int ny = size.ny();
    int py = alongY.length();
    for (int c = 0; c < 3; c++) {
      double[] col = work.columns()[c];
      double[] s = spectrum[c];
      for (int k = 0; k < size.nz(); k++) {
        for (int j = 0; j < ny; j++) {
          int at = (j + ny * k) * stride + 2 * first;
          for (int b = 0; b < count; b++) {
            int to = 2 * (j + py * (k + size.nz() * b));
            col[to] = s[at + 2 * b];
            col[to + 1] = s[at + 2 * b + 1];
          }
        }
      }
      for (int b = 0; b < count * size.nz(); b++) {
        Arrays.fill(col, 2 * (py * b + ny), 2 * py * (b + 1), 0);
        alongY.forward(col, 2 * py * b);
      }
    }
    for (int b = 0; b < count; b++) {
      multiply(first + b, 2 * py * size.nz() * b, work);
    }
    for (int c = 0; c < 3; c++) {
      double[] col = work.columns()[c];
      double[] s = spectrum[c];
      for (int b = 0; b < count * size.nz(); b++) {
        alongY.inverseTimesLength(col, 2 * py * b);
      }
      for (int k = 0; k < size.nz(); k++) {
        for (int j = 0; j < ny; j++) {
          int at = (j + ny * k) * stride + 2 * first;
          for (int b = 0; b < count; b++) {
            int from = 2 * (j + py * (k + size.nz() * b));
            s[at + 2 * b] = col[from];
            s[at + 2 * b + 1] = col[from + 1];
          }
        }
      }
    }
  }

  private void multiply(int kx, int at, Scratch work) {
    int py = alongY.length();
    int nz = size.nz();
    double[] line = work.line();
    for (int ky = 0; ky < py; ky++) {
      boolean mirrored = 2 * ky > py;
      int n = kx * (py / 2 + 1) + (mirrored ? py - ky : ky);
      for (int c = 0; c < 3; c++) {
        for (int k = 0; k < nz; k++) {
          int from = at + 2 * (ky + py * k);
          line[2 * (c * nz + k)] = work.columns()[c][from];
          line[2 * (c * nz + k) + 1] = work.columns()[c][from + 1];
        }
      }
      for (int k = 0; k < nz; k++) {
        sumOverLayers(k, n, mirrored, work);
        int to = at + 2 * (ky + py * k);
        for (int c = 0; c < 3; c++) {
          work.columns()[c][to] = work.sum()[2 * c];
          work.columns()[c][to + 1] = work.sum()[2 * c + 1];
        }
      }
    }
  }

  private void sumOverLayers(int k, int n, boolean mirrored, Scratch work) {
    int nz = size.nz();
    double[] line = work.line();
    double[] sum = work.sum();
    Arrays.fill(sum, 0);
    for (KernelShape.Entry e : shape.entries()) {
      KernelShape.Part part = shape.parts().get(e.part());
      if (kernel[e.part()][0] == null) {
        continue;
      }
      double sign = e.sign() * (mirrored && part.oddY() ? -1 : 1);
      double re = 0;
      double im = 0;
      for (int l = 0; l < nz; l++) {
        double up = k < l && part.oddZ() ? -sign : sign;
        double f = up * kernel[e.part()][Math.abs(k - l)][n];
        re += f * line[2 * (e.from() * nz + l)];
        im += f * line[2 * (e.from() * nz + l) + 1];
      }
      if (part.isImaginary()) {
        sum[2 * e.to()] -= im;
        sum[2 * e.to() + 1] += re;
      } else {
        sum[2 * e.to()] += re;
        sum[2 * e.to() + 1] += im;
      }
    }
  }
}
