package hopfilm;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Material;

/** Materials and textures that several tests share. */
public final class Films {

  /** D_H = 6.5e-3 A at Ms = 7e5 A/m, as D [J/m^2]. */
  public static final double D = 0.5 * 4e-7 * Math.PI * 7e5 * 6.5e-3;

  public static final double MS = 7e5;
  public static final double A = 1e-11;

  private Films() {}

  /** Ms 7e5, A 1e-11, D_H 6.5e-3 A, alpha 0.3, P 1, xi 0, with the given anisotropy. */
  public static Material chiral(double Ku) {
    return Material.of(MS, A).withKu(Ku).withD(D, DmiKind.BULK).withAlpha(0.3).withP(1);
  }

  /** The paper-like film: Ku = 4.8e5 J/m^3. */
  public static Material paperLike() {
    return chiral(4.8e5);
  }

  /** The test film of 200 x 200 nm in cells of 4 nm, 1 um thick. */
  public static Grid testGrid() {
    return Grid.film(50, 50, 4e-9, 1e-6);
  }

  /**
   * The test texture T: phi = 2 pi (x cos b + y sin b)/60 nm + 0.5 sin(2 pi y/L), m = (sin b sin
   * phi, -cos b sin phi, cos phi), b = 30 degrees, L = 200 nm.
   */
  public static VectorField testTexture(Grid grid) {
    double b = Math.toRadians(30);
    VectorField m = new VectorField(grid);
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        double x = (i + 0.5) * grid.dx();
        double y = (j + 0.5) * grid.dy();
        double phi =
            2 * Math.PI * (x * Math.cos(b) + y * Math.sin(b)) / 60e-9
                + 0.5 * Math.sin(2 * Math.PI * y / 200e-9);
        int c = grid.index(i, j, 0);
        m.x()[c] = Math.sin(b) * Math.sin(phi);
        m.y()[c] = -Math.cos(b) * Math.sin(phi);
        m.z()[c] = Math.cos(phi);
      }
    }
    return m;
  }

  /** A smooth texture without symmetry. */
  public static VectorField smooth(Grid grid) {
    VectorField m = new VectorField(grid);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          double theta = 0.4 + 0.21 * i - 0.13 * j + 0.3 * k;
          double phi = 0.17 * i + 0.29 * j - 0.11 * k + 0.5 * Math.sin(0.3 * i);
          int c = grid.index(i, j, k);
          m.x()[c] = Math.sin(theta) * Math.cos(phi);
          m.y()[c] = Math.sin(theta) * Math.sin(phi);
          m.z()[c] = Math.cos(theta);
        }
      }
    }
    return m;
  }
}
