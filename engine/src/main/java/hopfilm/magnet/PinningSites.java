package hopfilm.magnet;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import java.util.SplittableRandom;

/**
 * Discs thrown at random on a film, in which the anisotropy differs or the magnetisation does not
 * move: defects that hold walls back. A cell belongs to a site if its centre does; all layers are
 * alike.
 *
 * @param inside one flag a cell
 * @param count number of sites
 */
public record PinningSites(boolean[] inside, int count) {

  /** Sites and {@link Grains} of one seed lie independently of each other. */
  private static final long STREAM = 0x6a09e667f3bcc909L;

  /**
   * Throws the sites.
   *
   * @param density sites an area [1/m^2]; area times density of them, rounded
   * @param radius of a site [m]
   * @param seed of their positions
   * @throws IllegalArgumentException if density or radius is negative or not finite
   */
  public static PinningSites random(Grid grid, double density, double radius, long seed) {
    if (!(density >= 0 && radius >= 0) || Double.isInfinite(density + radius)) {
      throw new IllegalArgumentException(
          "pinning sites need a density and a radius of at least 0, not %g /m^2 and %g m"
              .formatted(density, radius));
    }
    int count = (int) Math.rint(Math.min(1e8, density * grid.sizeX() * grid.sizeY()));
    SplittableRandom random = new SplittableRandom(seed ^ STREAM);
    boolean[] inside = new boolean[grid.cells()];
    for (int k = 0; k < count; k++) {
      double x = random.nextDouble() * grid.sizeX();
      double y = random.nextDouble() * grid.sizeY();
      mark(grid, inside, x, y, radius);
    }
    return new PinningSites(inside, count);
  }

  private static void mark(Grid grid, boolean[] inside, double x, double y, double radius) {
    int film = grid.nx() * grid.ny();
    int[] across = range(x, radius, grid.dx(), grid.nx(), grid.edgesX());
    int[] up = range(y, radius, grid.dy(), grid.ny(), grid.edgesY());
    for (int j = up[0]; j <= up[1]; j++) {
      for (int i = across[0]; i <= across[1]; i++) {
        double dx = (i + 0.5) * grid.dx() - x;
        double dy = (j + 0.5) * grid.dy() - y;
        if (dx * dx + dy * dy <= radius * radius) {
          int ci = Math.floorMod(i, grid.nx());
          int cj = Math.floorMod(j, grid.ny());
          for (int layer = 0; layer < grid.nz(); layer++) {
            inside[ci + grid.nx() * cj + layer * film] = true;
          }
        }
      }
    }
  }

  /** First and last cell along one axis that a site can reach, each cell of the film once. */
  private static int[] range(double x, double radius, double dx, int n, Edges edges) {
    double first = Math.floor((x - radius) / dx);
    double last = Math.ceil((x + radius) / dx);
    if (edges != Edges.PERIODIC) {
      return new int[] {(int) Math.max(first, 0), (int) Math.min(last, n - 1)};
    }
    if (last - first >= n) {
      // the nearest image of each cell
      first = Math.floor(x / dx - 0.5 * n);
      last = first + n - 1;
    }
    return new int[] {(int) first, (int) last};
  }

  /** A parameter with another value in the sites. */
  public Parameter replace(Grid grid, Parameter outside, double value) {
    ScalarField field = new ScalarField(grid);
    for (int cell = 0; cell < inside.length; cell++) {
      field.values()[cell] = inside[cell] ? value : outside.at(cell);
    }
    return Parameter.of(field);
  }
}
