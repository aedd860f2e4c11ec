package hopfilm.magnet;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;

/**
 * Demagnetising tensor of the cells of a grid: the field in a cell is H = -sum N M over all cells.
 *
 * <p>{@link NewellTensor} for cells that are near, {@link FarTensor} for the others, across the
 * axis that leaves the largest distance. Absolute error below 1e-13 for cells of similar edges,
 * 1e-11 for cells 250 times as high as wide.
 *
 * <p>Periodic edges: {@value #IMAGES} periods or more on each side are summed, all others counted
 * as spread out evenly ({@link ImagesBeyond}). This is the infinite periodic film, not a finite one
 * made of copies.
 */
final class DemagTensor {

  /** Periods on each side of the nearest one that are summed, along the longer period. */
  static final int IMAGES = 4;

  private final Grid grid;
  private final int imagesX;
  private final int imagesY;

  /**
   * @throws IllegalArgumentException if the grid is periodic along z
   */
  DemagTensor(Grid grid) {
    this(grid, IMAGES);
  }

  /** The tensor with another number of summed periods. */
  DemagTensor(Grid grid, int images) {
    if (grid.edgesZ() == Edges.PERIODIC) {
      throw new IllegalArgumentException(
          "the demagnetising field needs open edges along z; a film has them");
    }
    this.grid = grid;
    double x = grid.edgesX() == Edges.PERIODIC ? grid.sizeX() : 0;
    double y = grid.edgesY() == Edges.PERIODIC ? grid.sizeY() : 0;
    // as far along the shorter period
    this.imagesX = x == 0 ? 0 : (int) Math.ceil(images * Math.max(1, y / x));
    this.imagesY = y == 0 ? 0 : (int) Math.ceil(images * Math.max(1, x / y));
  }

  /**
   * Writes xx, yy, zz, xy, xz, yz of cells that lie (i, j, k) cells apart.
   *
   * @param out receives six numbers
   */
  void tensor(int i, int j, int k, double[] out) {
    double z = k * grid.dz();
    double[] one = new double[6];
    java.util.Arrays.fill(out, 0, 6, 0);
    for (int b = -imagesY; b <= imagesY; b++) {
      for (int a = -imagesX; a <= imagesX; a++) {
        double x = (i + (double) a * grid.nx()) * grid.dx();
        double y = (j + (double) b * grid.ny()) * grid.dy();
        pair(x, y, z, grid.dx(), grid.dy(), grid.dz(), one);
        for (int c = 0; c < 6; c++) {
          out[c] += one[c];
        }
      }
    }
    addBeyond(i * grid.dx(), j * grid.dy(), z, out);
  }

  /**
   * Adds T + (dx^2/12 - Lx^2/24) d2T/dx^2 + the same along y, T the periods beyond spread out
   * evenly: the average over two cells, and the first term of the difference between a sum and the
   * integral over its midpoints.
   */
  private void addBeyond(double x, double y, double z, double[] out) {
    double centre = 1;
    for (int side = -1; side <= 1; side += 2) {
      if (imagesX > 0) {
        double w = curvature(grid.nx());
        spread(x + side * grid.sizeX() / 4, y, z, w, out);
        centre -= w;
      }
      if (imagesY > 0) {
        double w = curvature(grid.ny());
        spread(x, y + side * grid.sizeY() / 4, z, w, out);
        centre -= w;
      }
    }
    spread(x, y, z, centre, out);
  }

  /** (dx^2/12 - L^2/24)/(L/4)^2 for a second difference over a quarter of a period of n cells. */
  private static double curvature(int n) {
    return 4.0 / (3.0 * n * n) - 2.0 / 3;
  }

  private void spread(double x, double y, double z, double weight, double[] out) {
    double bx = (imagesX + 0.5) * grid.sizeX();
    double by = (imagesY + 0.5) * grid.sizeY();
    double area = weight * grid.dx() * grid.dy();
    if (imagesX > 0 && imagesY > 0) {
      double share = area / (grid.sizeX() * grid.sizeY());
      ImagesBeyond.addBoth(x, y, z, grid.dz(), bx, by, share, out);
    } else if (imagesX > 0) {
      ImagesBeyond.addAlongX(x, y, z, grid.dz(), bx, area / grid.sizeX(), out);
    } else if (imagesY > 0) {
      double[] turned = new double[6];
      ImagesBeyond.addAlongX(y, x, z, grid.dz(), by, area / grid.sizeY(), turned);
      out[0] += turned[1];
      out[1] += turned[0];
      out[2] += turned[2];
      out[3] += turned[3];
      out[4] += turned[5];
      out[5] += turned[4];
    }
  }

  /** Writes xx, yy, zz, xy, xz, yz of two cells of the given edges displaced by (x, y, z). */
  static void pair(double x, double y, double z, double dx, double dy, double dz, double[] out) {
    double acrossX = Math.hypot(y, z) / Math.max(dy, dz);
    double acrossY = Math.hypot(x, z) / Math.max(dx, dz);
    double acrossZ = Math.hypot(x, y) / Math.max(dx, dy);
    double across = Math.max(acrossX, Math.max(acrossY, acrossZ));
    if (across < FarTensor.NEAREST) {
      near(x, y, z, dx, dy, dz, out);
    } else if (across == acrossZ) {
      FarTensor.tensor(x, y, z, dx, dy, dz, across, out);
    } else if (across == acrossX) {
      FarTensor.tensor(z, y, x, dz, dy, dx, across, out);
      swap(out, 0, 2);
      swap(out, 3, 5);
    } else {
      FarTensor.tensor(x, z, y, dx, dz, dy, across, out);
      swap(out, 1, 2);
      swap(out, 3, 4);
    }
  }

  static void near(double x, double y, double z, double dx, double dy, double dz, double[] out) {
    out[0] = NewellTensor.diagonal(x, y, z, dx, dy, dz);
    out[1] = NewellTensor.diagonal(y, x, z, dy, dx, dz);
    out[2] = NewellTensor.diagonal(z, y, x, dz, dy, dx);
    out[3] = x == 0 || y == 0 ? 0 : NewellTensor.offDiagonal(x, y, z, dx, dy, dz);
    out[4] = x == 0 || z == 0 ? 0 : NewellTensor.offDiagonal(x, z, y, dx, dz, dy);
    out[5] = y == 0 || z == 0 ? 0 : NewellTensor.offDiagonal(y, z, x, dy, dz, dx);
  }

  private static void swap(double[] a, int i, int j) {
    double t = a[i];
    a[i] = a[j];
    a[j] = t;
  }
}
