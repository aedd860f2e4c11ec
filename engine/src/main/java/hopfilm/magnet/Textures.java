package hopfilm.magnet;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.SplittableRandom;

/** Textures to start from. Measures of a texture: {@link TextureMeasures}. */
public final class Textures {

  private Textures() {}

  /** Directions drawn evenly over the sphere, cell by cell in the order of the grid. */
  public static VectorField random(Grid grid, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    VectorField m = new VectorField(grid);
    for (int i = 0; i < grid.cells(); i++) {
      double z = 2 * random.nextDouble() - 1;
      double phi = 2 * Math.PI * random.nextDouble();
      double rho = Math.sqrt(1 - z * z);
      m.x()[i] = rho * Math.cos(phi);
      m.y()[i] = rho * Math.sin(phi);
      m.z()[i] = z;
    }
    return m;
  }

  /** All vectors along a direction of any length. */
  public static VectorField uniform(Grid grid, double x, double y, double z) {
    VectorField m = VectorField.uniform(grid, x, y, z);
    m.normalise();
    return m;
  }

  /**
   * A spiral with its wave vector in the plane: m = c(phi) e + mz z with phi = q r.
   *
   * @param direction angle of the wave vector from the x axis [rad]
   * @param period length of one turn [m]
   * @param dmi the symmetry whose spiral it is: bulk turns across the wave vector (Bloch),
   *     interfacial along it (Neel)
   * @param handedness sign of D
   */
  public static VectorField helix(
      Grid grid, double direction, double period, DmiKind dmi, int handedness) {
    VectorField m = new VectorField(grid);
    double qx = Math.cos(direction);
    double qy = Math.sin(direction);
    double ex = dmi == DmiKind.BULK ? qy : qx;
    double ey = dmi == DmiKind.BULK ? -qx : qy;
    // along x for D > 0: bulk m = (0, -sin kx, cos kx), interfacial m = (sin kx, 0, cos kx)
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          double r = qx * (i + 0.5) * grid.dx() + qy * (j + 0.5) * grid.dy();
          double phi = 2 * Math.PI * r / period;
          int c = grid.index(i, j, k);
          m.x()[c] = handedness * ex * Math.sin(phi);
          m.y()[c] = handedness * ey * Math.sin(phi);
          m.z()[c] = Math.cos(phi);
        }
      }
    }
    return m;
  }
}
