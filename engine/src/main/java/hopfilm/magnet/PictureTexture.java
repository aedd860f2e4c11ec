package hopfilm.magnet;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.Arrays;

/**
 * A texture from m_z in each column of cells, as a picture shows it: what is missing to length one
 * lies in the plane, turned as the Dzyaloshinskii-Moriya interaction wants walls, along the
 * gradient of m_z (Neel) or across it (Bloch).
 */
public final class PictureTexture {

  /** Share of the pixels of a grey picture that count as saturated, on each side. */
  private static final double TAILS = 0.05;

  /** Passes of a binomial mean of 3 x 3 cells before the gradient is taken, against noise. */
  private static final int SMOOTHED = 3;

  private PictureTexture() {}

  /** Numbers in any unit brought to -1 ... 1: the tails of their distribution become -1 and 1. */
  public static double[] normalised(double[] grey) {
    double[] sorted = grey.clone();
    Arrays.sort(sorted);
    int tail = (int) (TAILS * sorted.length);
    double low = sorted[tail];
    double high = sorted[sorted.length - 1 - tail];
    double[] mz = new double[grey.length];
    for (int i = 0; i < mz.length && high > low; i++) {
      mz[i] = Math.max(-1, Math.min(1, 2 * (grey[i] - low) / (high - low) - 1));
    }
    return mz;
  }

  /**
   * The texture.
   *
   * @param mz from -1 to 1 in each column of cells, x fastest
   * @param handedness sign of D, 1 or -1
   */
  public static VectorField of(Grid grid, double[] mz, DmiKind dmi, int handedness) {
    double[] once = smoothed(grid, mz);
    double[] smooth = once;
    for (int pass = 1; pass < SMOOTHED; pass++) {
      smooth = smoothed(grid, smooth);
    }
    VectorField m = new VectorField(grid);
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        // from up to down, as the normal of a wall
        double qx = at(grid, smooth, i - 1, j) - at(grid, smooth, i + 1, j);
        double qy = at(grid, smooth, i, j - 1) - at(grid, smooth, i, j + 1);
        double q = Math.hypot(qx, qy);
        double up = once[i + grid.nx() * j];
        double in = handedness * Math.sqrt(Math.max(0, 1 - up * up));
        double nx = q > 0 ? qx / q : 1;
        double ny = q > 0 ? qy / q : 0;
        for (int k = 0; k < grid.nz(); k++) {
          int c = grid.index(i, j, k);
          m.x()[c] = in * (dmi == DmiKind.BULK ? ny : nx);
          m.y()[c] = in * (dmi == DmiKind.BULK ? -nx : ny);
          m.z()[c] = up;
        }
      }
    }
    m.normalise();
    return m;
  }

  private static double[] smoothed(Grid grid, double[] a) {
    double[] out = new double[a.length];
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        double sum = 0;
        for (int b = -1; b <= 1; b++) {
          for (int c = -1; c <= 1; c++) {
            sum += (2 - Math.abs(b)) * (2 - Math.abs(c)) * at(grid, a, i + c, j + b);
          }
        }
        out[i + grid.nx() * j] = sum / 16;
      }
    }
    return out;
  }

  private static double at(Grid grid, double[] a, int i, int j) {
    int x = Math.max(0, Math.min(grid.nx() - 1, i));
    int y = Math.max(0, Math.min(grid.ny() - 1, j));
    return a[x + grid.nx() * y];
  }
}
