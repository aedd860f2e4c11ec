package hopfilm.grid;

import hopfilm.parallel.Interruption;
import java.util.Arrays;

/**
 * Which cells of a grid hold film; all layers are alike.
 *
 * <p>A film of any outline is the full grid {@link #within} a shape; holes and notches are taken
 * out of it by {@link #without}. A cell is inside a shape if its centre is, or lies on the rim.
 * Across a periodic edge a shape continues on the other side.
 */
public final class CellMask {
  private final Grid grid;
  private final boolean[] inside;
  private final int columns;

  private CellMask(Grid grid, boolean[] inside) {
    this.grid = grid;
    this.inside = inside;
    int n = 0;
    for (boolean film : inside) {
      n += film ? 1 : 0;
    }
    this.columns = n;
  }

  /** Film in every cell. */
  public static CellMask full(Grid grid) {
    boolean[] all = new boolean[grid.nx() * grid.ny()];
    Arrays.fill(all, true);
    return new CellMask(grid, all);
  }

  /**
   * Film in the given cells.
   *
   * @param inside true where there is film, for cell (i, j) of every layer at i + nx j; copied
   * @throws IllegalArgumentException if the array does not have nx ny values
   */
  public static CellMask of(Grid grid, boolean[] inside) {
    if (inside.length != grid.nx() * grid.ny()) {
      throw new IllegalArgumentException(
          "a mask of %d x %d cells needs an array of that length, not of %d"
              .formatted(grid.nx(), grid.ny(), inside.length));
    }
    return new CellMask(grid, inside.clone());
  }

  /** The cells of this mask whose centre lies inside a shape. */
  public CellMask within(Shape shape) {
    return keep(shape, true);
  }

  /** The cells of this mask whose centre lies outside a shape. */
  public CellMask without(Shape shape) {
    return keep(shape, false);
  }

  private CellMask keep(Shape shape, boolean covered) {
    boolean[] kept = inside.clone();
    for (int j = 0; j < grid.ny(); j++) {
      Interruption.check();
      for (int i = 0; i < grid.nx(); i++) {
        int cell = i + grid.nx() * j;
        kept[cell] =
            kept[cell] && shape.covers(grid, (i + .5) * grid.dx(), (j + .5) * grid.dy()) == covered;
      }
    }
    return new CellMask(grid, kept);
  }

  /** The same cells of a film with open edges. */
  public CellMask open() {
    Grid g = grid;
    return new CellMask(new Grid(g.nx(), g.ny(), g.nz(), g.dx(), g.dy(), g.dz()), inside);
  }

  public Grid grid() {
    return grid;
  }

  /** True if a cell, by its flat index in the grid, holds film. */
  public boolean inside(int cell) {
    return inside[cell % inside.length];
  }

  /** True if every cell holds film. */
  public boolean isFull() {
    return columns == inside.length;
  }

  /** Number of cells that hold film. */
  public int count() {
    return columns * grid.nz();
  }

  /** Volume of the film [m^3]. */
  public double volume() {
    return count() * grid.cellVolume();
  }

  /** Sets a field to the zero vector where there is no film. */
  public void clear(VectorField field) {
    for (int cell = 0; cell < field.x().length; cell++) {
      if (!inside(cell)) {
        field.x()[cell] = field.y()[cell] = field.z()[cell] = 0;
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellMask m && grid.equals(m.grid) && Arrays.equals(inside, m.inside);
  }

  @Override
  public int hashCode() {
    return 31 * grid.hashCode() + Arrays.hashCode(inside);
  }

  @Override
  public String toString() {
    return "CellMask[%d of %d cells]".formatted(count(), grid.cells());
  }
}
