package hopfilm.grid;

/**
 * A region of the film's plane [m], its rim included; the film's corner is at the origin.
 *
 * <p>Shapes decide which cell corners belong to an electrode and which cells to a film. Corners
 * often lie exactly on a rim (a disc of 100 nm around a corner of a film of 4 nm cells), where
 * rounding must not decide: such tests widen the shape by a margin far below the cell.
 */
public sealed interface Shape permits Disc, Rectangle, Ellipse, Polygon, Contours, Combined, Moved {

  /**
   * True if the point lies inside the shape, on its rim, or outside by at most the margin [m]. With
   * a margin below 0: inside by more than its amount.
   */
  boolean contains(double x, double y, double margin);

  /**
   * Distance of a point from the shape, 0 inside [m]; of images across periodic edges nothing. A
   * lower bound where parts of a {@link Combined} shape are cut away.
   */
  double distance(double x, double y);

  /** A rectangle along the axes around the shape, the smallest unless it is turned or cut. */
  Rectangle box();

  /**
   * How often points on a lattice are compared with a simple shape, a side of a line or a box, at
   * most on average: what {@link #contains} costs.
   *
   * @param points how many there are
   * @param spacing of them along each axis [m]
   */
  default double tests(double points, double spacing) {
    Rectangle r = box();
    double along = (r.x1() - r.x0()) / spacing + 2;
    double across = (r.y1() - r.y0()) / spacing + 2;
    return Math.min(points, along * across);
  }

  /** Points this close to a rim, in cells, lie on it: rounding must not decide. */
  double MARGIN = 1e-9;

  /** True if the point lies inside the shape or on its rim. */
  default boolean contains(double x, double y) {
    return contains(x, y, 0);
  }

  /** True if the shape, or its image across a periodic edge of the grid, has the point. */
  default boolean covers(Grid grid, double x, double y) {
    return covers(grid, 0, 1, x, y);
  }

  /** The same in the plane of two axes of the grid: 0 (x), 1 (y) and 2 (z). */
  default boolean covers(Grid grid, int first, int second, double x, double y) {
    double margin = MARGIN * Math.min(grid.cellSize(first), grid.cellSize(second));
    int imagesX = grid.edges(first) == Edges.PERIODIC ? 1 : 0;
    int imagesY = grid.edges(second) == Edges.PERIODIC ? 1 : 0;
    for (int a = -imagesX; a <= imagesX; a++) {
      for (int b = -imagesY; b <= imagesY; b++) {
        if (contains(x + a * grid.size(first), y + b * grid.size(second), margin)) {
          return true;
        }
      }
    }
    return false;
  }
}
