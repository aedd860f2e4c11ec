package hopfilm.magnet;

import hopfilm.fourier.PlaneFilter;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.Arrays;

/**
 * The stray field of a film above it, as the tip of a magnetic force microscope feels it, and the
 * way back from it.
 *
 * <p>A layer of thickness t whose magnetisation does not change along z has, at a height z above
 * its upper side, the field H_z(k) = (Ms/2) (1 - exp(-kt)) exp(-kz) [m_z - i (kx mx + ky my)/k]: of
 * the charges of both sides and of those between. U. Hartmann, Annu. Rev. Mater. Sci. 29, 53
 * (1999), doi:10.1146/annurev.matsci.29.1.53. Nothing is around the film, except across periodic
 * edges.
 */
public final class StrayField {

  /**
   * Wave vectors whose share of the image is below this part of the largest are not brought back.
   */
  private static final double NOISE = 0.03;

  /** Wave vectors among which the largest share is looked for. */
  private static final int WAVES = 4000;

  private static final int PASSES = 40;

  private static final double STEP = 0.5;

  private final Grid grid;
  private final double ms;
  private final double height;
  private final PlaneFilter filter;

  /**
   * @param ms saturation magnetisation [A/m]
   * @param height above the upper side of the film [m]
   */
  public StrayField(Grid grid, double ms, double height) {
    this.grid = grid;
    this.ms = ms;
    this.height = height;
    this.filter =
        new PlaneFilter(
            grid.nx(),
            grid.ny(),
            grid.dx(),
            grid.dy(),
            grid.edgesX() == Edges.PERIODIC,
            grid.edgesY() == Edges.PERIODIC);
  }

  /**
   * The gradient dH_z/dz above each column of cells [A/m^2], x fastest; negative above where m
   * points up.
   */
  public double[] gradient(VectorField m) {
    int columns = grid.nx() * grid.ny();
    double[] sum = new double[columns];
    for (int layer = 0; layer < grid.nz(); layer++) {
      double above = height + (grid.nz() - 1 - layer) * grid.dz();
      double[][] planes = new double[3][];
      for (int c = 0; c < 3; c++) {
        planes[c] = Arrays.copyOfRange(m.component(c), layer * columns, (layer + 1) * columns);
      }
      PlaneFilter.Factor[] factors = {
        (kx, ky, f) -> inPlane(kx, kx, ky, above, f),
        (kx, ky, f) -> inPlane(ky, kx, ky, above, f),
        (kx, ky, f) -> {
          f[0] = upright(Math.hypot(kx, ky), above, grid.dz());
          f[1] = 0;
        }
      };
      double[] one = filter.apply(planes, factors);
      for (int i = 0; i < columns; i++) {
        sum[i] += one[i];
      }
    }
    return sum;
  }

  private double upright(double k, double above, double thickness) {
    return -0.5 * ms * k * -Math.expm1(-k * thickness) * Math.exp(-k * above);
  }

  private void inPlane(double component, double kx, double ky, double above, double[] f) {
    double k = Math.hypot(kx, ky);
    f[0] = 0;
    f[1] = k > 0 ? -upright(k, above, grid.dz()) * component / k : 0;
  }

  /**
   * The m_z, the same through the film and between -1 and 1, whose gradient is nearest to this one
   * up to a factor and an offset: what a film does is divided out where it is above {@value #NOISE}
   * of the largest (N. Wiener), cut off at -1 and 1, and what is then missing divided out again (L.
   * Landweber). The mean is lost, as a uniform film has no field above it.
   *
   * @param gradient in any unit, x fastest
   */
  public double[] upwards(double[] gradient) {
    double[] wanted = centred(gradient);
    double[] mz = PictureTexture.normalised(back(wanted));
    for (int pass = 0; pass < PASSES; pass++) {
      double[] now = centred(forth(mz));
      double scale = dot(wanted, now) / Math.max(dot(now, now), Double.MIN_NORMAL);
      double[] missing = new double[mz.length];
      for (int i = 0; i < mz.length; i++) {
        missing[i] = scale == 0 ? 0 : wanted[i] / scale - now[i];
      }
      double[] more = back(missing);
      for (int i = 0; i < mz.length; i++) {
        mz[i] = Math.max(-1, Math.min(1, mz[i] + STEP * more[i]));
      }
    }
    return mz;
  }

  private double[] forth(double[] mz) {
    return filter.apply(
        new double[][] {mz},
        new PlaneFilter.Factor[] {
          (kx, ky, f) -> {
            f[0] = upright(Math.hypot(kx, ky), height, grid.sizeZ());
            f[1] = 0;
          }
        });
  }

  private double[] back(double[] gradient) {
    double max = 0;
    for (int n = 1; n <= WAVES; n++) {
      double k = 4 * Math.PI * n / (WAVES * grid.dx());
      max = Math.max(max, Math.abs(upright(k, height, grid.sizeZ())));
    }
    double min = NOISE * NOISE * max * max;
    return filter.apply(
        new double[][] {gradient},
        new PlaneFilter.Factor[] {
          (kx, ky, f) -> {
            double t = upright(Math.hypot(kx, ky), height, grid.sizeZ());
            f[0] = t / (t * t + min);
            f[1] = 0;
          }
        });
  }

  private static double[] centred(double[] a) {
    double mean = Arrays.stream(a).average().orElse(0);
    return Arrays.stream(a).map(v -> v - mean).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
