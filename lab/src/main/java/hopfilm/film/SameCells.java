package hopfilm.film;

import hopfilm.grid.Grid;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;

/** Compares the cells of a file with those of a film, and says in messages which they are. */
public final class SameCells {

  /** Cell sizes this close, relatively, are the same: headers of files round. */
  private static final double SAME_SIZE = 1e-4;

  private SameCells() {}

  /** Whether number and size of the cells agree along each axis. */
  public static boolean of(Grid film, Grid file) {
    boolean same = true;
    for (int axis = 0; axis < 3; axis++) {
      double d = film.cellSize(axis);
      same &= film.cellsAlong(axis) == file.cellsAlong(axis);
      same &= Math.abs(file.cellSize(axis) - d) <= SAME_SIZE * d;
    }
    return same;
  }

  /** Whether films are equally large along each axis, up to half of the larger cell. */
  public static boolean isOfOneSize(Grid film, Grid file) {
    boolean same = true;
    for (int axis = 0; axis < 3; axis++) {
      double larger = Math.max(film.cellSize(axis), file.cellSize(axis));
      boolean isOne = film.cellsAlong(axis) == 1 && file.cellsAlong(axis) == 1;
      double tolerance = isOne ? SAME_SIZE * larger : 0.5 * larger;
      same &= Math.abs(film.size(axis) - file.size(axis)) <= tolerance;
    }
    return same;
  }

  /** {@code 12 x 10 x 1 cells of 4 nm x 4 nm x 30 nm}. */
  public static String words(Grid g) {
    return "%d x %d x %d cells of %s x %s x %s"
        .formatted(g.nx(), g.ny(), g.nz(), length(g.dx()), length(g.dy()), length(g.dz()));
  }

  /** {@code (1, 2, 0)}, the place of a cell, counted from 0. */
  public static String place(Grid g, int cell) {
    return "(%d, %d, %d)"
        .formatted(cell % g.nx(), cell / g.nx() % g.ny(), cell / (g.nx() * g.ny()));
  }

  private static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }
}
