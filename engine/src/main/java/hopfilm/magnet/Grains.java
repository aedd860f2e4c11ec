package hopfilm.magnet;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import java.util.SplittableRandom;

/**
 * Grains of a polycrystalline film: the Voronoi cells of points thrown at random, area/size^2 of
 * them. A cell belongs to the point nearest to its centre; all layers are alike. Each grain has its
 * own deviation of a parameter, normal with a relative standard deviation and cut at three of them.
 *
 * <p>As in J. Leliaert et al., J. Appl. Phys. 115, 233903 (2014), doi:10.1063/1.4883297.
 */
public final class Grains {

  /** A property that may vary from grain to grain; each has random numbers of its own. */
  public enum Property {
    KU(0x5851f42d4c957f2dL),
    D(0x14057b7ef767814fL),
    AXIS(0x2545f4914f6cdd1dL);

    private final long stream;

    Property(long stream) {
      this.stream = stream;
    }
  }

  private static final double CUT = 3;

  private final Grid grid;
  private final long seed;
  private final int count;
  private final int[] grain;

  private Grains(Grid grid, long seed, int count, int[] grain) {
    this.grid = grid;
    this.seed = seed;
    this.count = count;
    this.grain = grain;
  }

  /**
   * Throws the points of the grains.
   *
   * @param size mean diameter: the root of the mean area of a grain [m]
   * @param seed of positions and deviations
   * @throws IllegalArgumentException if the size is not positive
   */
  public static Grains voronoi(Grid grid, double size, long seed) {
    if (!(size > 0) || Double.isInfinite(size)) {
      throw new IllegalArgumentException("grains need a size above zero, not " + size + " m");
    }
    double area = grid.sizeX() * grid.sizeY();
    int count = (int) Math.max(1, Math.min(grid.cells(), Math.rint(area / (size * size))));
    double[] x = new double[count];
    double[] y = new double[count];
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < count; k++) {
      x[k] = random.nextDouble() * grid.sizeX();
      y[k] = random.nextDouble() * grid.sizeY();
    }
    NearestPoint nearest = new NearestPoint(grid, x, y);
    int[] grain = new int[grid.nx() * grid.ny()];
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        grain[i + grid.nx() * j] = nearest.to((i + 0.5) * grid.dx(), (j + 0.5) * grid.dy());
      }
    }
    return new Grains(grid, seed, count, grain);
  }

  /** Number of points thrown; where they lie closer than cells some grains have none. */
  public int count() {
    return count;
  }

  /** The grain of a cell, from 0. */
  public int of(int cell) {
    return grain[cell % grain.length];
  }

  /**
   * A parameter that varies from grain to grain.
   *
   * @param relative standard deviation relative to the mean; 0 returns the mean itself
   */
  public Parameter vary(Property property, Parameter mean, double relative) {
    if (relative == 0) {
      return mean;
    }
    SplittableRandom random = random(property);
    double[] factor = new double[count];
    for (int k = 0; k < count; k++) {
      factor[k] = 1 + relative * normal(random);
    }
    ScalarField field = new ScalarField(grid);
    for (int cell = 0; cell < grid.cells(); cell++) {
      field.values()[cell] = mean.at(cell) * factor[of(cell)];
    }
    return Parameter.of(field);
  }

  /**
   * An axis that tilts from grain to grain, by normal angles in two directions across it.
   *
   * @param axis unit vectors without tilt
   * @param tilt standard deviation of each angle [rad]; 0 returns the axis itself
   */
  public EasyAxis tilt(EasyAxis axis, double tilt) {
    if (tilt == 0) {
      return axis;
    }
    SplittableRandom random = random(Property.AXIS);
    double[] p = new double[count];
    double[] q = new double[count];
    for (int k = 0; k < count; k++) {
      p[k] = Math.tan(Math.min(1.5, Math.max(-1.5, tilt * normal(random))));
      q[k] = Math.tan(Math.min(1.5, Math.max(-1.5, tilt * normal(random))));
    }
    VectorField field = new VectorField(grid);
    for (int cell = 0; cell < grid.cells(); cell++) {
      double[] mean = {axis.at(0, cell), axis.at(1, cell), axis.at(2, cell)};
      double[] e = tilted(mean, p[of(cell)], q[of(cell)]);
      field.x()[cell] = e[0];
      field.y()[cell] = e[1];
      field.z()[cell] = e[2];
    }
    return EasyAxis.of(field);
  }

  private static double[] tilted(double[] mean, double p, double q) {
    int thin = Math.abs(mean[0]) < 0.6 ? 0 : 1;
    double[] other = new double[3];
    other[thin] = 1;
    double[] a = unit(cross(mean, other));
    double[] b = cross(mean, a);
    return unit(
        new double[] {
          mean[0] + p * a[0] + q * b[0],
          mean[1] + p * a[1] + q * b[1],
          mean[2] + p * a[2] + q * b[2]
        });
  }

  private SplittableRandom random(Property property) {
    // numbers that do not depend on what else varies
    return new SplittableRandom(seed ^ property.stream);
  }

  private static double normal(SplittableRandom random) {
    double v = random.nextGaussian();
    while (Math.abs(v) > CUT) {
      v = random.nextGaussian();
    }
    return v;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] unit(double[] v) {
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new double[] {v[0] / length, v[1] / length, v[2] / length};
  }

  /** Finds the nearest of many points by a table of squares; periodic along periodic axes. */
  private static final class NearestPoint {
    private final double sizeX;
    private final double sizeY;
    private final boolean wrapX;
    private final boolean wrapY;
    private final double[] x;
    private final double[] y;
    private final int columns;
    private final int rows;
    private final double width;
    private final double height;
    private final int[] first;
    private final int[] next;

    NearestPoint(Grid grid, double[] x, double[] y) {
      this.sizeX = grid.sizeX();
      this.sizeY = grid.sizeY();
      this.wrapX = grid.edgesX() == Edges.PERIODIC;
      this.wrapY = grid.edgesY() == Edges.PERIODIC;
      this.x = x;
      this.y = y;
      double edge = Math.sqrt(sizeX * sizeY / x.length);
      this.columns = Math.max(1, (int) (sizeX / edge));
      this.rows = Math.max(1, (int) (sizeY / edge));
      this.width = sizeX / columns;
      this.height = sizeY / rows;
      this.first = new int[columns * rows];
      this.next = new int[x.length];
      java.util.Arrays.fill(first, -1);
      for (int k = x.length - 1; k >= 0; k--) {
        int square = square((int) (x[k] / width), (int) (y[k] / height));
        next[k] = first[square];
        first[square] = k;
      }
    }

    private int square(int i, int j) {
      return Math.min(i, columns - 1) + columns * Math.min(j, rows - 1);
    }

    int to(double px, double py) {
      int ci = Math.min((int) (px / width), columns - 1);
      int cj = Math.min((int) (py / height), rows - 1);
      int best = -1;
      double min = Double.POSITIVE_INFINITY;
      int reach = Math.max(columns, rows);
      for (int ring = 0; ring <= reach; ring++) {
        // all points outside the rings so far are at least this far away
        double clear = (ring - 1) * Math.min(width, height);
        if (best >= 0 && ring > 0 && clear > 0 && clear * clear > min) {
          break;
        }
        for (int dj = -ring; dj <= ring; dj++) {
          int stride = Math.abs(dj) == ring ? 1 : Math.max(1, 2 * ring);
          for (int di = -ring; di <= ring; di += stride) {
            int i = wrap(ci + di, columns, wrapX);
            int j = wrap(cj + dj, rows, wrapY);
            for (int k = i < 0 || j < 0 ? -1 : first[i + columns * j]; k >= 0; k = next[k]) {
              double d = distance2(px, py, k);
              if (d < min || (d == min && k < best)) {
                min = d;
                best = k;
              }
            }
          }
        }
      }
      return best;
    }

    private static int wrap(int i, int n, boolean wraps) {
      if (i >= 0 && i < n) {
        return i;
      }
      return wraps ? Math.floorMod(i, n) : -1;
    }

    private double distance2(double px, double py, int k) {
      double dx = Math.abs(px - x[k]);
      double dy = Math.abs(py - y[k]);
      dx = wrapX ? Math.min(dx, sizeX - dx) : dx;
      dy = wrapY ? Math.min(dy, sizeY - dy) : dy;
      return dx * dx + dy * dy;
    }
  }
}
