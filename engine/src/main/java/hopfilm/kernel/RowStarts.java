package hopfilm.kernel;

/**
 * Where the values of one row of cells begin in the arrays of a {@link Stage}, the index of cell 0,
 * and how far from a cell its neighbours stand. The arrays may be of whole films or of a few rows
 * only.
 */
final class RowStarts {

  /** Farthest neighbours. */
  private static final int REACH = 2;

  int row;

  /** In m, in the base and in the sums. */
  int m;

  /** In what the stage makes. */
  int next;

  /** In the arrays of the whole film: drift velocity, added field, coefficients of cells. */
  int film;

  private final int[] offset = new int[3 * (2 * REACH + 1)];

  RowStarts() {
    for (int n = -REACH; n <= REACH; n++) {
      offset(0, n, n);
    }
  }

  /** Distance in m from a cell to its neighbour n cells along an axis. */
  int offset(int axis, int n) {
    return offset[axis * (2 * REACH + 1) + REACH + n];
  }

  /** Sets where the neighbours n cells along an axis stand. */
  void offset(int axis, int n, int distance) {
    offset[axis * (2 * REACH + 1) + REACH + n] = distance;
  }

  /** A row of whole films. */
  void ofFilm(PaddedLayout layout, int number) {
    row = number;
    m = layout.start(number);
    next = m;
    film = m;
    for (int n = -REACH; n <= REACH; n++) {
      offset(1, n, n * layout.stride());
      offset(2, n, n * layout.plane());
    }
  }
}
