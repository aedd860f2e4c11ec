package hopfilm.fourier;

import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;

/**
 * A kernel after Fourier transforms along x and y.
 *
 * <p>Along an open axis a film is followed by zeros up to twice its length or more, so that no cell
 * meets the copies that a discrete transform implies. Each part is even or odd along an axis, so
 * one octant says all: the transform is real, or i times what is stored.
 */
final class KernelSpectrum {

  private final FilmKernel kernel;
  private final int[] lengths;

  /**
   * @param lengths of the transforms along x and y
   */
  KernelSpectrum(FilmKernel kernel, int[] lengths) {
    this.kernel = kernel;
    this.lengths = lengths;
  }

  /** Values of a part between layers k apart at [kx (Ny/2 + 1) + ky], kx up to Nx/2. */
  double[] of(int p, int k, Parallel parallel) {
    FilmSize size = kernel.size();
    KernelShape.Part part = kernel.shape().parts().get(p);
    Fft alongX = new Fft(lengths[0]);
    Fft alongY = new Fft(lengths[1]);
    int nx = size.distances(0);
    int ny = size.distances(1);
    int hx = lengths[0] / 2 + 1;
    int hy = lengths[1] / 2 + 1;
    double[] real = kernel.values(p, k);
    double[] mixed = new double[hx * ny];
    parallel.forRange(
        ny,
        (from, to) -> {
          double[] line = new double[2 * lengths[0]];
          for (int j = from; j < to; j++) {
            int row = j;
            place(line, i -> real[row * nx + i], 0, part.oddX());
            alongX.forward(line, 0);
            for (int i = 0; i < hx; i++) {
              mixed[j * hx + i] = line[2 * i + (part.oddX() ? 1 : 0)];
            }
          }
        });
    double[] out = new double[hx * hy];
    // odd along both: i times i
    double sign = part.oddX() && part.oddY() ? -1 : 1;
    parallel.forRange(
        hx,
        (from, to) -> {
          double[] line = new double[2 * lengths[1]];
          for (int i = from; i < to; i++) {
            int column = i;
            place(line, j -> mixed[j * hx + column], 1, part.oddY());
            alongY.forward(line, 0);
            for (int j = 0; j < hy; j++) {
              out[i * hy + j] = sign * line[2 * j + (part.oddY() ? 1 : 0)];
            }
          }
        });
    return out;
  }

  /**
   * The same of all distances between layers.
   *
   * @param depth 0 for a plane for each distance; else a length along z, with zeros behind the
   *     layers, for the planes of kz up to half of it: real again, or i times what is stored
   */
  List<double[]> planes(int p, int depth, Parallel parallel) {
    int nz = kernel.size().nz();
    List<double[]> apart = new ArrayList<>();
    for (int k = 0; k < nz; k++) {
      apart.add(of(p, k, parallel));
    }
    if (depth == 0) {
      return apart;
    }
    KernelShape.Part part = kernel.shape().parts().get(p);
    List<double[]> waves = new ArrayList<>();
    for (int kz = 0; kz <= depth / 2; kz++) {
      double[] sum = new double[apart.get(0).length];
      for (int k = 0; k < nz; k++) {
        double turn = 2 * Math.PI * ((long) kz * k % depth) / depth;
        double weight = k == 0 ? 1 : 2;
        // odd along z and in the plane: i times i
        double sign = part.isImaginary() ? 1 : -1;
        double w = part.oddZ() ? sign * weight * Math.sin(turn) : weight * Math.cos(turn);
        double[] plane = apart.get(k);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += w * plane[i];
        }
      }
      waves.add(sum);
    }
    return waves;
  }

  @FunctionalInterface
  private interface Values {
    double at(int distance);
  }

  /** Fills a complex line with the values at distances both ways. */
  private void place(double[] line, Values values, int axis, boolean odd) {
    FilmSize size = kernel.size();
    int n = lengths[axis];
    int cells = size.along(axis);
    java.util.Arrays.fill(line, 0);
    // padded all the same, a period may be met either way round
    int known = size.periodic(axis) && n > cells ? cells : size.distances(axis);
    for (int d = 0; d < known; d++) {
      boolean round = size.periodic(axis) && 2 * d > cells;
      double v = round ? values.at(cells - d) * (odd ? -1 : 1) : values.at(d);
      boolean middle = size.periodic(axis) && 2 * d == cells;
      if (odd && (d == 0 || middle)) {
        v = 0;
      }
      line[2 * d] = v;
      if (d > 0) {
        line[2 * (n - d)] = odd ? -v : v;
      }
    }
  }
}
