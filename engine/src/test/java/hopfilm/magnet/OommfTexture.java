package hopfilm.magnet;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;

/** The texture that the reference numbers of OOMMF belong to. */
public final class OommfTexture {

  private OommfTexture() {}

  /** The analytic texture named in the head of the reference file. */
  public static VectorField on(Grid grid) {
    VectorField m = new VectorField(grid);
    double L = 400e-9;
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        double x = (i + 0.5) * grid.dx();
        double y = (j + 0.5) * grid.dy();
        double theta =
            Math.PI * (0.5 + 0.4 * Math.sin(2 * Math.PI * x / L) * Math.cos(2 * Math.PI * y / L));
        double phi = 2 * Math.PI * (x + 2 * y) / L;
        int c = grid.index(i, j, 0);
        m.x()[c] = Math.sin(theta) * Math.cos(phi);
        m.y()[c] = Math.sin(theta) * Math.sin(phi);
        m.z()[c] = Math.cos(theta);
      }
    }
    return m;
  }
}
