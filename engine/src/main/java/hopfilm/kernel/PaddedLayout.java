package hopfilm.kernel;

import hopfilm.grid.Grid;

/**
 * Where the cells of a film lie in the arrays that the kernels work on: rows start at multiples of
 * eight doubles and have a ghost cell on each side; one ghost row lies below and above each layer,
 * and, with several layers, one ghost layer below and above all. For stencils that reach two cells
 * there are two ghosts of each kind.
 *
 * <pre>
 *   | 7 unused | ghost | cell 0 ... cell nx-1 | ghost | fill to a multiple of 8 |
 * </pre>
 */
public final class PaddedLayout implements RowPlaces {

  /** Doubles in front of cell 0 of a row, the ghost the last of them. */
  static final int LEAD = 8;

  private final Grid grid;
  private final int stride;
  private final int plane;
  private final int ghosts;
  private final int ghostLayers;

  /** The layout of a grid with one ghost beyond each edge. */
  public PaddedLayout(Grid grid) {
    this(grid, 1);
  }

  /**
   * The layout of a grid.
   *
   * @param ghosts beyond each edge, 1 or 2
   */
  public PaddedLayout(Grid grid, int ghosts) {
    this.grid = grid;
    this.ghosts = ghosts;
    this.stride = LEAD + (grid.nx() + ghosts + 7) / 8 * 8;
    this.plane = stride * (grid.ny() + 2 * ghosts);
    this.ghostLayers = grid.nz() > 1 ? ghosts : 0;
  }

  public Grid grid() {
    return grid;
  }

  /** Ghosts beyond each edge. */
  public int ghosts() {
    return ghosts;
  }

  /** Distance from a cell to the next along y. */
  public int stride() {
    return stride;
  }

  /** Cells of a row, filled up to whole vectors. */
  int vectors() {
    return (grid.nx() + 7) / 8 * 8;
  }

  /** Distance from a cell to the next along z. */
  public int plane() {
    return plane;
  }

  /** Rows of cells: ny nz; row r is j + ny k. */
  public int rows() {
    return grid.ny() * grid.nz();
  }

  /** Length of an array. */
  public int size() {
    // a last vector may read a few doubles past the last row
    return plane * (grid.nz() + 2 * ghostLayers) + 2 * LEAD;
  }

  /** Index of cell 0 of row r. */
  public int start(int row) {
    return start(row % grid.ny(), row / grid.ny());
  }

  /** Index of cell 0 of row j of layer k, ghosts included. */
  @Override
  public int start(int j, int k) {
    return LEAD + stride * (j + ghosts) + plane * (k + ghostLayers);
  }

  /** Ghost layers beyond each side: none in a film of one layer. */
  int ghostLayers() {
    return ghostLayers;
  }
}
