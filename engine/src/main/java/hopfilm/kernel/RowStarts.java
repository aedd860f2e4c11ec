package hopfilm.kernel;

/**
 * Where the values of one row of cells begin in the arrays of a {@link Stage}: the index of cell 0.
 * The arrays may be of whole films or of a few rows only.
 */
final class RowStarts {

  /** Number of the row. */
  int row;

  /** In m, in the base and in the sums. */
  int m;

  /** In m, the row below. */
  int south;

  /** In m, the row above. */
  int north;

  /** In what the stage makes. */
  int next;

  /** In the drift velocity. */
  int drift;

  /** A row of whole films. */
  void film(PaddedLayout layout, int number) {
    row = number;
    m = layout.start(number);
    south = m - layout.stride();
    north = m + layout.stride();
    next = m;
    drift = m;
  }
}
