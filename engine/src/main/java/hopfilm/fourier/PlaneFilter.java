package hopfilm.fourier;

/**
 * Multiplies the Fourier transform of numbers in a plane by a factor that depends on the wave
 * vector. Around the plane there is nothing: it is doubled by zeros along each axis that is not
 * periodic.
 */
public final class PlaneFilter {

  /** Factor of a wave vector, real part and imaginary part; that of -k is its conjugate. */
  @FunctionalInterface
  public interface Factor {
    /**
     * Writes the factor.
     *
     * @param kx along x [1/m]
     * @param ky along y [1/m]
     * @param factor real and imaginary part
     */
    void at(double kx, double ky, double[] factor);
  }

  private final int nx;
  private final int ny;
  private final double dx;
  private final double dy;
  private final Fft rows;
  private final Fft columns;

  /**
   * @param nx numbers along x
   * @param ny numbers along y
   * @param dx their distance along x [m]
   * @param dy along y [m]
   * @param periodicX whether the plane goes on with itself along x
   * @param periodicY the same along y
   */
  public PlaneFilter(int nx, int ny, double dx, double dy, boolean periodicX, boolean periodicY) {
    this.nx = nx;
    this.ny = ny;
    this.dx = dx;
    this.dy = dy;
    this.rows = new Fft(periodicX ? nx : 2 * nx);
    this.columns = new Fft(periodicY ? ny : 2 * ny);
  }

  /**
   * The sum of planes, each with its factor.
   *
   * @param planes of nx ny numbers, x fastest
   * @return nx ny numbers
   */
  public double[] apply(double[][] planes, Factor[] factors) {
    int width = rows.length();
    int height = columns.length();
    double[] sum = new double[2 * width * height];
    double[] factor = new double[2];
    for (int p = 0; p < planes.length; p++) {
      double[] a = new double[sum.length];
      for (int j = 0; j < ny; j++) {
        for (int i = 0; i < nx; i++) {
          a[2 * (i + width * j)] = planes[p][i + nx * j];
        }
      }
      transform(a, false);
      for (int j = 0; j < height; j++) {
        double ky = wave(j, height, dy);
        for (int i = 0; i < width; i++) {
          factors[p].at(wave(i, width, dx), ky, factor);
          int c = 2 * (i + width * j);
          sum[c] += a[c] * factor[0] - a[c + 1] * factor[1];
          sum[c + 1] += a[c] * factor[1] + a[c + 1] * factor[0];
        }
      }
    }
    transform(sum, true);
    double[] out = new double[nx * ny];
    double scale = 1.0 / ((double) width * height);
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        out[i + nx * j] = scale * sum[2 * (i + width * j)];
      }
    }
    return out;
  }

  private static double wave(int i, int n, double d) {
    return 2 * Math.PI * (2 * i <= n ? i : i - n) / (n * d);
  }

  private void transform(double[] a, boolean isInverse) {
    int width = rows.length();
    int height = columns.length();
    for (int j = 0; j < height; j++) {
      one(rows, a, 2 * width * j, isInverse);
    }
    double[] column = new double[2 * height];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < height; j++) {
        column[2 * j] = a[2 * (i + width * j)];
        column[2 * j + 1] = a[2 * (i + width * j) + 1];
      }
      one(columns, column, 0, isInverse);
      for (int j = 0; j < height; j++) {
        a[2 * (i + width * j)] = column[2 * j];
        a[2 * (i + width * j) + 1] = column[2 * j + 1];
      }
    }
  }

  private static void one(Fft fft, double[] a, int at, boolean isInverse) {
    if (isInverse) {
      fft.inverseTimesLength(a, at);
    } else {
      fft.forward(a, at);
    }
  }
}
