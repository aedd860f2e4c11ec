package hopfilm.texture;

import hopfilm.fourier.Fft;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.OptionalDouble;

/**
 * Period of stripe domains, straight or a maze: the wavelength of the peak of the power spectrum,
 * summed over all directions. It is the centroid of the spectrum between half and one and a half of
 * the peak's frequency, so that neither harmonics nor an uneven background count. Stripes of half
 * the width and twice the contrast, or a blurred picture, have the same period.
 *
 * <p>A Hann window (F. J. Harris, Proc. IEEE 66, 51 (1978), doi:10.1109/PROC.1978.10837) keeps the
 * edges out. It spreads a wave over the nearest frequencies by known shares, for which the centroid
 * is corrected.
 */
public final class StripePeriod {

  /** Fewest periods along the longer side. */
  private static final double FEWEST = 2;

  /** Fewest cells of a period. */
  private static final double FINEST = 4;

  /** Least part of the power that lies near the peak; white noise has less than 0.4. */
  private static final double LEAST = 0.5;

  private static final int MOST_STEPS = 100;
  private static final double EXACT = 1e-10;

  private final double[] power;
  private final double[] fx; // frequency of each number of the spectrum [1/m]
  private final double[] fy;
  private final double lx;
  private final double ly;
  private final double lowest;
  private final double highest;

  private StripePeriod(double[] values, int nx, int ny, double dx, double dy) {
    this.lx = nx * dx;
    this.ly = ny * dy;
    this.power = power(values, nx, ny);
    this.fx = new double[power.length];
    this.fy = new double[power.length];
    for (int c = 0; c < power.length; c++) {
      fx[c] = signed(c % nx, nx) / lx;
      fy[c] = signed(c / nx, ny) / ly;
    }
    this.lowest = FEWEST / Math.max(lx, ly);
    this.highest = 1 / (FINEST * Math.max(dx, dy));
  }

  /**
   * That of m_z, its mean over the layers [m]; empty where there are no stripes, or less than two
   * periods along the longer side.
   */
  public static OptionalDouble of(VectorField m) {
    Grid g = m.grid();
    int plane = g.nx() * g.ny();
    double[] mean = new double[plane];
    for (int c = 0; c < g.cells(); c++) {
      mean[c % plane] += m.z()[c] / g.nz();
    }
    return of(mean, g.nx(), g.ny(), g.dx(), g.dy());
  }

  /**
   * That of a picture.
   *
   * @param values nx ny numbers in any unit, x fastest
   * @param dx extent of a number along x [m]
   * @param dy extent of a number along y [m]
   */
  public static OptionalDouble of(double[] values, int nx, int ny, double dx, double dy) {
    return new StripePeriod(values, nx, ny, dx, dy).find();
  }

  /** Frequencies above the middle stand for negative ones. */
  private static int signed(int k, int n) {
    return k > n / 2 ? k - n : k;
  }

  private static double[] power(double[] values, int nx, int ny) {
    double[] window = new double[nx * ny];
    double sum = 0;
    double weight = 0;
    for (int c = 0; c < window.length; c++) {
      window[c] = hann(c % nx, nx) * hann(c / nx, ny);
      sum += window[c] * values[c];
      weight += window[c];
    }
    double[][] lines = new double[ny][2 * nx];
    Fft alongX = new Fft(nx);
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        int c = i + nx * j;
        lines[j][2 * i] = window[c] * (values[c] - sum / weight);
      }
      alongX.forward(lines[j], 0);
    }
    double[] power = new double[nx * ny];
    Fft alongY = new Fft(ny);
    double[] column = new double[2 * ny];
    for (int i = 0; i < nx; i++) {
      for (int j = 0; j < ny; j++) {
        column[2 * j] = lines[j][2 * i];
        column[2 * j + 1] = lines[j][2 * i + 1];
      }
      alongY.forward(column, 0);
      for (int j = 0; j < ny; j++) {
        power[i + nx * j] = column[2 * j] * column[2 * j] + column[2 * j + 1] * column[2 * j + 1];
      }
    }
    return power;
  }

  private static double hann(int i, int n) {
    return Math.pow(Math.sin(Math.PI * (i + 0.5) / n), 2);
  }

  private OptionalDouble find() {
    double peak = peak();
    for (int step = 0; step < MOST_STEPS; step++) {
      double next = centroid(peak);
      boolean isFound = Math.abs(next - peak) <= EXACT * peak;
      peak = next;
      if (isFound) {
        break;
      }
    }
    boolean isWithin = peak >= lowest && peak <= highest;
    return isWithin && share(peak) >= LEAST ? OptionalDouble.of(1 / peak) : OptionalDouble.empty();
  }

  /** Where the power in rings of one period per longer side is largest [1/m]. */
  private double peak() {
    double ring = lowest / FEWEST;
    double[] rings = new double[Math.max(1, (int) (highest / ring)) + 1];
    for (int c = 0; c < power.length; c++) {
      int r = (int) Math.round(Math.hypot(fx[c], fy[c]) / ring);
      if (r >= FEWEST && r < rings.length) {
        rings[r] += power[c];
      }
    }
    int best = (int) FEWEST;
    for (int r = best; r < rings.length; r++) {
      best = rings[r] > rings[best] ? r : best;
    }
    return best * ring;
  }

  /** Root mean square frequency near a frequency, without what the window adds. */
  private double centroid(double near) {
    double x = 0;
    double y = 0;
    double weight = 0;
    for (int c = 0; c < power.length; c++) {
      double w = band(Math.hypot(fx[c], fy[c]) / near) * power[c];
      x += w * fx[c] * fx[c];
      y += w * fy[c] * fy[c];
      weight += w;
    }
    if (weight == 0) {
      return 0;
    }
    double along = Math.sqrt(x / (x + y));
    return Math.sqrt(Math.max(0, (x + y) / weight - added(near, along)));
  }

  /** Weight of a frequency, relative to that of the peak. */
  private static double band(double relative) {
    double off = relative - 1;
    return Math.abs(off) < 0.5 ? Math.pow(Math.cos(Math.PI * off), 2) : 0;
  }

  /**
   * What the window adds to the mean square frequency of a wave [1/m^2].
   *
   * @param along cosine of the angle from x to its direction
   */
  private double added(double f, double along) {
    double sum = 0;
    double weight = 0;
    for (int a = -1; a <= 1; a++) {
      for (int b = -1; b <= 1; b++) {
        // squares of the Fourier coefficients 1/2 and 1/4 of the window
        double share = (a == 0 ? 4 : 1) * (b == 0 ? 4 : 1);
        double there = Math.hypot(f * along + a / lx, f * Math.sqrt(1 - along * along) + b / ly);
        double w = share * band(there / f);
        sum += w * (there * there - f * f);
        weight += w;
      }
    }
    return sum / weight;
  }

  /** Part of the power above the lowest frequency that lies near a frequency. */
  private double share(double peak) {
    double near = 0;
    double all = 0;
    for (int c = 0; c < power.length; c++) {
      double f = Math.hypot(fx[c], fy[c]);
      all += f >= lowest / 2 ? power[c] : 0;
      near += Math.abs(f / peak - 1) < 0.5 ? power[c] : 0;
    }
    return near / all;
  }
}
