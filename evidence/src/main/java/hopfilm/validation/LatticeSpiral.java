package hopfilm.validation;

import hopfilm.grid.Edges;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;

/**
 * Threshold and period of the spiral on a chain of cells, found by descent of the energy of the
 * whole texture, with bulk interaction and no field.
 */
public final class LatticeSpiral {

  private static final int TURNS = 4;

  private LatticeSpiral() {}

  /**
   * The D at which a wall costs nothing [J/m^2]; in the continuum 4 sqrt(A Ku)/pi.
   *
   * @param A exchange stiffness [J/m]
   * @param Ku uniaxial anisotropy along z [J/m^3]
   * @param dx size of the cells [m]
   */
  public static double threshold(double A, double Ku, double dx, Discretisation scheme) {
    // nearly a straight line in D: three steps of the secant are plenty
    double continuum = 4 * Math.sqrt(A * Ku) / Math.PI;
    double a = 0.99 * continuum;
    double b = 1.03 * continuum;
    double ea = wallEnergy(A, Ku, a, dx, scheme);
    double eb = wallEnergy(A, Ku, b, dx, scheme);
    for (int k = 0; k < 3 && Math.abs(eb - ea) > 1e-12 * continuum; k++) {
      double c = b - eb * (b - a) / (eb - ea);
      a = b;
      ea = eb;
      b = c;
      eb = wallEnergy(A, Ku, c, dx, scheme);
    }
    return b;
  }

  /** Energy of a wall, centred on a cell or between two, whichever is lower [J/m^2]. */
  private static double wallEnergy(double A, double Ku, double d, double dx, Discretisation s) {
    double width = Math.sqrt(A / Ku);
    int n = (int) Math.round(200e-9 / dx);
    Material material =
        Material.of(ReferenceFilms.MS, A).withKu(Ku).withD(d, DmiKind.BULK).withAlpha(0.3).withP(1);
    Magnet magnet = ReferenceFilms.chain(n, dx, Edges.OPEN, material, s);
    VectorField up = Textures.uniform(magnet.grid(), 0, 0, 1);
    double uniform = magnet.energies(ReferenceFilms.relaxed(magnet, up, 1e-9)).total();
    double lowest = Double.POSITIVE_INFINITY;
    for (double centre : new double[] {n / 2.0, n / 2.0 + 0.5}) {
      VectorField m = new VectorField(magnet.grid());
      for (int i = 0; i < n; i++) {
        double x = (i + 0.5 - centre) * dx / width;
        m.y()[i] = -1 / Math.cosh(x);
        m.z()[i] = -Math.tanh(x);
      }
      double e = magnet.energies(ReferenceFilms.relaxed(magnet, m, 1e-9)).total();
      lowest = Math.min(lowest, (e - uniform) / (dx * dx));
    }
    return lowest;
  }

  /**
   * Period of least energy [m]: that of four turns on a ring, by a parabola through the three
   * lengths of lowest energy density.
   *
   * @param material uniform, with D above the threshold of the lattice
   * @param dx size of the cells [m]
   * @param guess where to begin [m]
   */
  public static double period(Material material, double dx, Discretisation scheme, double guess) {
    int n = (int) Math.round(TURNS * guess / dx);
    double centre = density(material, n, dx, scheme);
    double left = density(material, n - 1, dx, scheme);
    double right = density(material, n + 1, dx, scheme);
    while (left < centre || right < centre) {
      if (left < centre) {
        n--;
        right = centre;
        centre = left;
        left = density(material, n - 1, dx, scheme);
      } else {
        n++;
        left = centre;
        centre = right;
        right = density(material, n + 1, dx, scheme);
      }
    }
    return dx / TURNS * Numerical.vertex(n, 1, left, centre, right);
  }

  /** Energy density of four turns on a ring of n cells [J/m^3]. */
  private static double density(Material material, int n, double dx, Discretisation scheme) {
    Magnet magnet = ReferenceFilms.chain(n, dx, Edges.PERIODIC, material, scheme);
    VectorField start = Textures.helix(magnet.grid(), 0, n * dx / TURNS, DmiKind.BULK, 1);
    VectorField m = ReferenceFilms.relaxed(magnet, start, 1e-8);
    return magnet.energies(m).total() / (magnet.grid().cells() * magnet.grid().cellVolume());
  }

  /** Limit for cells of size zero, from values at 2 dx and dx whose error is of order two. */
  public static double extrapolated(double coarse, double fine) {
    return Numerical.richardson(coarse, fine);
  }
}
