package hopfilm.solver;

/**
 * How the values of nx * ny * nz nodes lie in a flat array: row after row, layer after layer, with
 * room around them, so that stencil loops need no branch at the edges.
 *
 * <p>Row j + ny k holds the nodes (i, j, k); node (i, j, k) has the index {@code start(j + ny k) +
 * i}. Around the nodes lie ghosts, one column on either side, one row below and two above, and with
 * several layers one layer below and two above; along a wrapped axis they repeat the nodes of the
 * other side, otherwise they are zero. Rows start at multiples of 16 and are followed by free room
 * up to the next one, so that vector loops may run past the end of a row.
 *
 * @param nx nodes along x
 * @param ny nodes along y
 * @param nz nodes along z, 1 in a plane
 * @param wrapX true if the last node of a row is followed by the first
 * @param wrapY true if the last row is followed by the first
 * @param wrapZ true if the last layer is followed by the first; of no effect in a plane
 */
public record NodeLayout(int nx, int ny, int nz, boolean wrapX, boolean wrapY, boolean wrapZ) {
  private static final int BLOCK = 16;

  /**
   * @throws IllegalArgumentException if there is no node or too many for one array
   */
  public NodeLayout {
    boolean fits =
        nx >= 1
            && ny >= 1
            && nz >= 1
            && (nx + 2.0 * BLOCK) * (ny + 4.0) * (nz == 1 ? 1 : nz + 4.0) < Integer.MAX_VALUE - 8;
    if (!fits) {
      throw new IllegalArgumentException(
          nz == 1
              ? "%d x %d nodes do not fit an array".formatted(nx, ny)
              : "%d x %d x %d nodes do not fit an array".formatted(nx, ny, nz));
    }
  }

  /** Nodes in a plane. */
  public NodeLayout(int nx, int ny, boolean wrapX, boolean wrapY) {
    this(nx, ny, 1, wrapX, wrapY, false);
  }

  /** True if all nodes lie in one plane: then a node has 8 neighbours, otherwise 26. */
  public boolean isFlat() {
    return nz == 1;
  }

  /** Number of nodes along axis 0 (x), 1 (y) or 2 (z). */
  public int along(int axis) {
    return axis == 0 ? nx : axis == 1 ? ny : nz;
  }

  /** True if axis 0 (x), 1 (y) or 2 (z) is wrapped. */
  public boolean wraps(int axis) {
    return axis == 0 ? wrapX : axis == 1 ? wrapY : wrapZ;
  }

  /** This layout with another number of nodes along an axis. */
  NodeLayout with(int axis, int n) {
    return new NodeLayout(
        axis == 0 ? n : nx, axis == 1 ? n : ny, axis == 2 ? n : nz, wrapX, wrapY, wrapZ);
  }

  /** Distance between nodes above each other along y. */
  public int stride() {
    return (nx + BLOCK - 1) / BLOCK * BLOCK + BLOCK;
  }

  /** Distance between nodes above each other along z. */
  public int plane() {
    return (ny + 2) * stride();
  }

  /** Distance between the index of a node and that of its neighbour. */
  public int offset(int dx, int dy, int dz) {
    return dx + dy * stride() + dz * plane();
  }

  public int rows() {
    return ny * nz;
  }

  /** Index of the first node of a row; in a plane also of the ghost rows -1, ny and ny + 1. */
  public int start(int row) {
    return nz == 1 ? start(row, -1) : start(row % ny, row / ny);
  }

  /** Index of the first node of row j of layer k; in a plane the only layer is called -1. */
  private int start(int j, int k) {
    return (j + 1) * stride() + (k + 1) * plane() + BLOCK;
  }

  /** Index of node (i, j) of a plane. */
  public int index(int i, int j) {
    return start(j) + i;
  }

  public int index(int i, int j, int k) {
    return start(j + ny * k) + i;
  }

  /** Number i + nx (j + ny k) of the node with an index. */
  public int flat(int index) {
    int k = nz == 1 ? -1 : index / plane() - 1;
    int j = (index - (k + 1) * plane()) / stride() - 1;
    return index - start(j, k) + nx * (j + (nz == 1 ? 0 : ny * k));
  }

  /** Length of an array with all nodes and ghosts. */
  public int length() {
    return nz == 1 ? start(ny + 2) : start(0, nz + 2);
  }

  public int nodes() {
    return nx * ny * nz;
  }

  /** True if an axis is wrapped: then ghosts must be kept up to date. */
  public boolean wraps() {
    return wrapX || wrapY || (wrapZ && nz > 1);
  }

  /** Copies the nodes of wrapped axes into their ghosts. */
  public void fillGhosts(double[] a) {
    if (wrapX) {
      for (int row = 0; row < rows(); row++) {
        int k = start(row);
        a[k - 1] = a[k + nx - 1];
        a[k + nx] = a[k];
      }
    }
    copyRows(a);
  }

  /** Copies the nodes of wrapped axes into their ghosts. */
  public void fillGhosts(float[] a) {
    if (wrapX) {
      for (int row = 0; row < rows(); row++) {
        int k = start(row);
        a[k - 1] = a[k + nx - 1];
        a[k + nx] = a[k];
      }
    }
    copyRows(a);
  }

  /** Copies whole rows and layers. */
  private void copyRows(Object a) {
    int s = stride();
    int first = nz == 1 ? -1 : 0;
    for (int k = first; wrapY && k < first + nz; k++) {
      System.arraycopy(a, start(ny - 1, k) - 1, a, start(-1, k) - 1, s);
      System.arraycopy(a, start(0, k) - 1, a, start(ny, k) - 1, s);
    }
    if (wrapZ && nz > 1) {
      System.arraycopy(a, start(-1, nz - 1) - 1, a, start(-1, -1) - 1, plane());
      System.arraycopy(a, start(-1, 0) - 1, a, start(-1, nz) - 1, plane());
    }
  }
}
