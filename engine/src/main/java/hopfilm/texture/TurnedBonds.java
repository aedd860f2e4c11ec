package hopfilm.texture;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;

/**
 * How far neighbouring cells are turned against each other. Finite differences need a texture that
 * is smooth on the scale of a cell: walls at 4 nm turn by up to 50 degrees from cell to cell, and
 * only the cores of defects by more than 60. Of random directions three bonds in four do.
 *
 * @param share of the bonds along x, y and z that turn by more than 60 degrees; 0 without bonds
 * @param cell one of the two cells of the bond that turns most
 * @param largest its angle [rad]
 */
public record TurnedBonds(double share, int cell, double largest) {

  /** Cosine of 60 degrees. */
  private static final double LIMIT = 0.5;

  /** Looks at all bonds between cells that hold film; periodic edges are left out. */
  public static TurnedBonds of(VectorField m) {
    Grid g = m.grid();
    int[] stride = {1, g.nx(), g.nx() * g.ny()};
    long bonds = 0;
    long turned = 0;
    int cell = 0;
    double min = 1;
    for (int a = 0; a < g.cells(); a++) {
      int[] room = {
        g.nx() - 1 - a % g.nx(), g.ny() - 1 - a / g.nx() % g.ny(), g.nz() - 1 - a / stride[2]
      };
      for (int k = 0; k < 3 && !m.isZero(a); k++) {
        int b = a + stride[k];
        if (room[k] > 0 && !m.isZero(b)) {
          double cos = m.x()[a] * m.x()[b] + m.y()[a] * m.y()[b] + m.z()[a] * m.z()[b];
          bonds++;
          turned += cos < LIMIT ? 1 : 0;
          if (cos < min) {
            min = cos;
            cell = a;
          }
        }
      }
    }
    return new TurnedBonds(
        bonds == 0 ? 0 : (double) turned / bonds, cell, Math.acos(Math.max(-1, min)));
  }
}
