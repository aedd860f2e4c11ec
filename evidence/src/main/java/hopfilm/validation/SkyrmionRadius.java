package hopfilm.validation;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.Spelling;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** Size and energy of an isolated skyrmion. */
public final class SkyrmionRadius extends Problem {

  static final double KU = 6e5;
  static final double WIDTH = Math.sqrt(ReferenceFilms.A / KU);
  private static final double SIZE = 80e-9;
  private static final String SOURCE =
      "radial Euler-Lagrange equation by Newton's method on a mesh of 0.01 nm (A. N. Bogdanov, A."
          + " Hubert, J. Magn. Magn. Mater. 138, 255 (1994), doi:10.1016/0304-8853(94)90046-9)";

  /** The axially symmetric solution. */
  public static RadialProfile exact() {
    return new RadialProfile(ReferenceFilms.A, ReferenceFilms.D, KU, 60e-9, 11e-9, false);
  }

  SkyrmionRadius() {
    super(
        "skyrmion",
        "Size and energy of a skyrmion",
        "The radius and energy of isolated Bloch and Néel skyrmions are compared with the"
            + " axially symmetric solution.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    RadialProfile exact = exact();
    double[] sizes = effort.choose(new double[] {2, 1}, new double[] {2, 1, 0.5});
    double[][] errors = new double[2][sizes.length];
    for (Discretisation d : Discretisation.nearest()) {
      String scheme = Spelling.of(d);
      double[] radius = new double[sizes.length];
      double[] energy = new double[sizes.length];
      for (int k = 0; k < sizes.length; k++) {
        DmiKind kind = k % 2 == 0 ? DmiKind.BULK : DmiKind.INTERFACIAL;
        double dx = sizes[k] * 1e-9;
        Magnet magnet = magnet(dx, kind, d);
        VectorField m = ReferenceFilms.relaxed(magnet, texture(magnet.grid(), kind), 1e-6);
        VectorField up = Textures.uniform(magnet.grid(), 0, 0, 1);
        radius[k] = effectiveRadius(m);
        energy[k] =
            (magnet.energies(m).total() - magnet.energies(up).total())
                / (magnet.grid().sizeZ() * ReferenceFilms.A);
        errors[d.ordinal()][k] = Math.abs(energy[k] / exact.energy() - 1);
      }
      int last = sizes.length - 1;
      double square = Math.pow(sizes[last] * 1e-9 / WIDTH, 2);
      boolean covariant = d == Discretisation.COVARIANT;
      double radial = covariant ? 0.04 : 0.1;
      double share = covariant ? 0.04 : 0.3;
      f.check("radius, %s, %.1f nm (nm)".formatted(scheme, sizes[last]), radius[last] * 1e9)
          .is(exact.effectiveRadius() * 1e9, SOURCE)
          .withinShare(
              radial * square, "second order: %.3f (dx/w)^2, w = 4.08 nm".formatted(radial));
      f.check("energy/(A t), %s, %.1f nm".formatted(scheme, sizes[last]), energy[last])
          .is(exact.energy(), SOURCE)
          .withinShare(share * square, "second order: %.2f (dx/w)^2, w = 4.08 nm".formatted(share));
      String fourth = "fourth order on the coarser mesh";
      double rest = effort.choose(3e-3, 6e-4);
      f.check(
              "radius, %s, extrapolated (nm)".formatted(scheme),
              Numerical.richardson(radius[last - 1], radius[last]) * 1e9)
          .is(exact.effectiveRadius() * 1e9, SOURCE)
          .withinShare(rest, fourth);
      f.check(
              "energy/(A t), %s, extrapolated".formatted(scheme),
              Numerical.richardson(energy[last - 1], energy[last]))
          .is(exact.energy(), SOURCE)
          .withinShare(rest, fourth);
    }
    f.chart(
            "Energy of a skyrmion",
            "distance from the axially symmetric solution",
            "cell size (nm)",
            "relative error of the energy")
        .logarithmic()
        .points("standard", sizes, errors[Discretisation.STANDARD.ordinal()])
        .points("covariant", sizes, errors[Discretisation.COVARIANT.ordinal()]);
  }

  public static Magnet magnet(double dx, DmiKind kind, Discretisation d) {
    int n = (int) Math.round(SIZE / dx);
    Grid grid = Grid.film(n, n, dx, 1e-9, Edges.PERIODIC, Edges.PERIODIC);
    return new Magnet(grid, ReferenceFilms.material(KU, ReferenceFilms.D, kind), d);
  }

  /** A skyrmion with its core along -z in the middle of a film along +z. */
  public static VectorField texture(Grid grid, DmiKind kind) {
    return ReferenceFilms.filled(
        grid,
        (i, j) -> {
          double x = (i + 0.5) * grid.dx() - 0.5 * grid.sizeX();
          double y = (j + 0.5) * grid.dy() - 0.5 * grid.sizeY();
          double[] m = ReferenceFilms.skyrmion(x, y, WIDTH, 11.5e-9, kind);
          return new double[] {-m[0], -m[1], -m[2]};
        });
  }

  public static double effectiveRadius(VectorField m) {
    double area = 0;
    for (double mz : m.z()) {
      area += 0.5 * (1 - mz) * m.grid().dx() * m.grid().dy();
    }
    return Math.sqrt(area / Math.PI);
  }
}
