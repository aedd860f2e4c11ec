package hopfilm.fourier;

import hopfilm.parallel.Parallel;

/**
 * A kernel as numbers: each part of its {@link KernelShape} at the distances (i, j, k) from 0 up,
 * field less source, in cells. What lies the other way follows from even and odd; an odd part is
 * zero at no distance along that axis, and at half a period, whatever is given there.
 */
public final class FilmKernel {

  /** Writes all parts at a distance; called by several threads. */
  @FunctionalInterface
  public interface Sampler {
    void at(int i, int j, int k, double[] out);
  }

  private final FilmSize size;
  private final KernelShape shape;
  private final double[][][] values; // part, layers apart, i + distances(0) j

  public FilmKernel(FilmSize size, KernelShape shape, Sampler sampler, Parallel parallel) {
    this.size = size;
    this.shape = shape;
    int parts = shape.parts().size();
    int nx = size.distances(0);
    int n = nx * size.distances(1);
    this.values = new double[parts][size.nz()][n];
    for (int layers = 0; layers < size.nz(); layers++) {
      int k = layers;
      parallel.forRange(
          n,
          (from, to) -> {
            double[] one = new double[parts];
            for (int at = from; at < to; at++) {
              sampler.at(at % nx, at / nx, k, one);
              for (int p = 0; p < parts; p++) {
                values[p][k][at] = k == 0 && shape.parts().get(p).oddZ() ? 0 : one[p];
              }
            }
          });
    }
  }

  public FilmSize size() {
    return size;
  }

  public KernelShape shape() {
    return shape;
  }

  /** Part p between layers k apart, by distances along x and, row by row, along y. */
  double[] values(int p, int k) {
    return values[p][k];
  }
}
