package hopfilm.grid;

/**
 * A regular grid of nx * ny * nz cells whose corner is at the origin.
 *
 * <p>Cell (i, j, k) has the flat index i + nx (j + ny k) and its centre at ((i + 1/2) dx, (j + 1/2)
 * dy, (k + 1/2) dz). A film of one layer has nz = 1 and dz = its thickness.
 *
 * @param nx cells along x, at least 1
 * @param ny cells along y, at least 1
 * @param nz cells along z, at least 1
 * @param dx cell size along x [m]
 * @param dy cell size along y [m]
 * @param dz cell size along z [m]
 * @param boundary what lies beyond the first and last cell along each axis
 */
public record Grid(int nx, int ny, int nz, double dx, double dy, double dz, Boundary boundary) {

  /**
   * The edges of the grid.
   *
   * @param x what lies beyond the first and last cell along x
   * @param y what lies beyond the first and last cell along y
   * @param z what lies beyond the first and last cell along z
   */
  public record Boundary(Edges x, Edges y, Edges z) {
    /** Open along all axes. */
    public static final Boundary OPEN = new Boundary(Edges.OPEN, Edges.OPEN, Edges.OPEN);
  }

  /**
   * @throws IllegalArgumentException if a count is below 1, a size is not positive and finite, or
   *     the cells do not fit one array
   */
  public Grid {
    if (nx < 1 || ny < 1 || nz < 1) {
      throw new IllegalArgumentException(
          "a grid needs at least one cell along each axis, not %d x %d x %d".formatted(nx, ny, nz));
    }
    for (double d : new double[] {dx, dy, dz}) {
      if (!(d > 0) || Double.isInfinite(d)) {
        throw new IllegalArgumentException("a cell size must be positive and finite, not " + d);
      }
    }
    if ((long) nx * ny * nz > 1L << 28) {
      throw new IllegalArgumentException(
          "%d x %d x %d cells are more than the 2^28 that a grid can hold".formatted(nx, ny, nz));
    }
  }

  /** A grid with open edges. */
  public Grid(int nx, int ny, int nz, double dx, double dy, double dz) {
    this(nx, ny, nz, dx, dy, dz, Boundary.OPEN);
  }

  /** A film of one layer of square cells with open edges. */
  public static Grid film(int nx, int ny, double cell, double thickness) {
    return film(nx, ny, cell, thickness, Edges.OPEN, Edges.OPEN);
  }

  /** A film of one layer of square cells. */
  public static Grid film(
      int nx, int ny, double cell, double thickness, Edges edgesX, Edges edgesY) {
    return new Grid(nx, ny, 1, cell, cell, thickness, new Boundary(edgesX, edgesY, Edges.OPEN));
  }

  /** Edges along x. */
  public Edges edgesX() {
    return boundary.x;
  }

  /** Edges along y. */
  public Edges edgesY() {
    return boundary.y;
  }

  /** Edges along z. */
  public Edges edgesZ() {
    return boundary.z;
  }

  public int cells() {
    return nx * ny * nz;
  }

  /** Flat index of cell (i, j, k). */
  public int index(int i, int j, int k) {
    return i + nx * (j + ny * k);
  }

  /** Column of cells at (i, j), counted round periodic edges; -1 beyond an open one. */
  public int column(int i, int j) {
    int x = edgesX() == Edges.PERIODIC ? Math.floorMod(i, nx) : i;
    int y = edgesY() == Edges.PERIODIC ? Math.floorMod(j, ny) : j;
    return x < 0 || x >= nx || y < 0 || y >= ny ? -1 : x + nx * y;
  }

  /** Extent along x [m]. */
  public double sizeX() {
    return nx * dx;
  }

  /** Extent along y [m]. */
  public double sizeY() {
    return ny * dy;
  }

  /** Extent along z, the thickness of a film [m]. */
  public double sizeZ() {
    return nz * dz;
  }

  /** Extent along axis 0 (x), 1 (y) or 2 (z) [m]. */
  public double size(int axis) {
    return cellsAlong(axis) * cellSize(axis);
  }

  /** Volume of a cell [m^3]. */
  public double cellVolume() {
    return dx * dy * dz;
  }

  /** Cells along axis 0 (x), 1 (y) or 2 (z). */
  public int cellsAlong(int axis) {
    return axis == 0 ? nx : axis == 1 ? ny : nz;
  }

  /** Cell size along axis 0 (x), 1 (y) or 2 (z) [m]. */
  public double cellSize(int axis) {
    return axis == 0 ? dx : axis == 1 ? dy : dz;
  }

  /** Edges of axis 0 (x), 1 (y) or 2 (z). */
  public Edges edges(int axis) {
    return axis == 0 ? boundary.x : axis == 1 ? boundary.y : boundary.z;
  }
}
