package hopfilm.solver;

/**
 * How the values of nx * ny nodes lie in a flat array: row after row, with room around them, so
 * that stencil loops need no branch at the edges.
 *
 * <p>Node (i, j) has the index {@code start(j) + i}. Around the nodes lie ghosts, one column on
 * either side, one row below and two above; along a wrapped axis they repeat the nodes of the other
 * side, otherwise they are zero. Rows start at multiples of 16 and are followed by free room up to
 * the next one, so that vector loops may run past the end of a row.
 *
 * @param nx nodes along x
 * @param ny nodes along y
 * @param wrapX whether the last node of a row is followed by the first
 * @param wrapY whether the last row is followed by the first
 */
public record NodeLayout(int nx, int ny, boolean wrapX, boolean wrapY) {
  private static final int BLOCK = 16;

  /**
   * @throws IllegalArgumentException if there is no node or too many for one array
   */
  public NodeLayout {
    if (nx < 1 || ny < 1 || (nx + 2L * BLOCK) * (ny + 4L) > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("%d x %d nodes do not fit an array".formatted(nx, ny));
    }
  }

  /** Distance between nodes above each other. */
  public int stride() {
    return (nx + BLOCK - 1) / BLOCK * BLOCK + BLOCK;
  }

  /** Index of the first node of row j, from -1 (ghosts) to ny + 1 (ghosts). */
  public int start(int j) {
    return (j + 1) * stride() + BLOCK;
  }

  /** Index of node (i, j). */
  public int index(int i, int j) {
    return start(j) + i;
  }

  /** Number i + nx j of the node with an index. */
  public int flat(int index) {
    int j = index / stride() - 1;
    return index - start(j) + nx * j;
  }

  /** Length of an array with all nodes and ghosts. */
  public int length() {
    return start(ny + 2);
  }

  /** Number of nodes. */
  public int nodes() {
    return nx * ny;
  }

  /** Whether an axis is wrapped, that is whether ghosts have to be kept up to date. */
  public boolean wraps() {
    return wrapX || wrapY;
  }

  /** Copies the nodes of wrapped axes into their ghosts. */
  public void fillGhosts(double[] a) {
    int s = stride();
    if (wrapX) {
      for (int j = 0; j < ny; j++) {
        int k = start(j);
        a[k - 1] = a[k + nx - 1];
        a[k + nx] = a[k];
      }
    }
    if (wrapY) {
      System.arraycopy(a, start(ny - 1) - 1, a, start(-1) - 1, s);
      System.arraycopy(a, start(0) - 1, a, start(ny) - 1, s);
    }
  }

  /** Copies the nodes of wrapped axes into their ghosts. */
  public void fillGhosts(float[] a) {
    int s = stride();
    if (wrapX) {
      for (int j = 0; j < ny; j++) {
        int k = start(j);
        a[k - 1] = a[k + nx - 1];
        a[k + nx] = a[k];
      }
    }
    if (wrapY) {
      System.arraycopy(a, start(ny - 1) - 1, a, start(-1) - 1, s);
      System.arraycopy(a, start(0) - 1, a, start(ny) - 1, s);
    }
  }
}
