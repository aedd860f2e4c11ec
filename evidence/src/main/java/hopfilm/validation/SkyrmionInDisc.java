package hopfilm.validation;

import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.input.Spelling;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** The two-dimensional problem of the DMI standard problem: a skyrmion in a disc of 100 nm. */
final class SkyrmionInDisc extends Problem {

  private static final double RADIUS = 50e-9;
  private static final double WIDTH = Math.sqrt(EdgeTilt.A / EdgeTilt.KU);
  private static final String OOMMF =
      EdgeTilt.PAPER + "; OOMMF's table in its supplement (results_2d)";
  private static final String RADIAL =
      "radial Euler-Lagrange equation by Newton's method; the paper's own solution has 22.030 nm ("
          + EdgeTilt.PAPER
          + ")";

  SkyrmionInDisc() {
    super(
        "dmi-2d",
        "DMI standard problem in two dimensions",
        "A skyrmion in a disc of 100 nm is compared cell by cell with OOMMF, its radius"
            + " with the axially symmetric solution.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    RadialProfile exact = profile(RADIUS);
    VectorField two = relaxed(2e-9, DmiKind.INTERFACIAL, Discretisation.STANDARD);
    double[][] table = {
      {1, 0.9997231629183325}, {15, 0.8403858353420954}, {21, 0.1592680542252198},
      {23, -0.2076056171890500}, {31, -0.9470562508800406}, {49, -0.8407198339087070}
    };
    for (double[] row : table) {
      int i = (int) Math.round((row[0] + 49) / 2);
      f.check(
              "m_z at x = %.0f, y = 1 nm, interfacial, standard, 2 nm".formatted(row[0]),
              two.z()[two.grid().index(i, 25, 0)])
          .is(row[1], OOMMF)
          .within(2e-5, "same discretisation: where OOMMF stopped relaxing");
    }
    f.check("radius of the axially symmetric solution (nm)", exact.radius() * 1e9)
        .is(
            22.0304,
            EdgeTilt.PAPER + ", solution of its differential equation, interpolated to m_z = 0")
        .withinShare(1e-4, "digits and spacing of the paper's table");
    // how far the skyrmion follows the rim
    double yielding = (radius(RADIUS + 1e-9) - radius(RADIUS - 1e-9)) / 2e-9;
    for (Discretisation d : Discretisation.nearest()) {
      for (DmiKind kind : DmiKind.values()) {
        double dx = effort.choose(2e-9, 1e-9);
        VectorField m = relaxed(dx, kind, d);
        f.check(
                "radius, %s, %s, %.0f nm (nm)"
                    .formatted(Spelling.of(kind), Spelling.of(d), dx * 1e9),
                radius(m) * 1e9)
            .is(exact.radius() * 1e9, RADIAL)
            .within(
                (0.5 * dx * yielding + 0.03 * dx * dx / WIDTH) * 1e9,
                "rim known to half a cell, times d(radius)/d(rim) = %.2f; 0.03 dx^2/w"
                    .formatted(yielding));
      }
    }
    chart(f, exact, two);
  }

  private static RadialProfile profile(double rim) {
    return new RadialProfile(EdgeTilt.A, EdgeTilt.D, EdgeTilt.KU, rim, 20e-9, true);
  }

  private static double radius(double rim) {
    return profile(rim).radius();
  }

  private static VectorField relaxed(double dx, DmiKind kind, Discretisation d) {
    int n = (int) Math.round(2 * RADIUS / dx);
    Grid grid = Grid.film(n, n, dx, 2e-9);
    ScalarField Ms = new ScalarField(grid);
    VectorField m =
        ReferenceFilms.filled(
            grid,
            (i, j) -> {
              double x = (i + 0.5) * dx - RADIUS;
              double y = (j + 0.5) * dx - RADIUS;
              boolean isFilm = Math.hypot(x, y) <= RADIUS;
              Ms.values()[grid.index(i, j, 0)] = isFilm ? EdgeTilt.MS : 0;
              return isFilm ? ReferenceFilms.skyrmion(x, y, WIDTH, 20e-9, kind) : new double[3];
            });
    Material material =
        new Material(
            Parameter.of(Ms),
            Parameter.of(EdgeTilt.A),
            new Material.Anisotropy(Parameter.of(EdgeTilt.KU), EasyAxis.Z),
            new Material.Chirality(Parameter.of(EdgeTilt.D), kind),
            Parameter.of(0.3),
            new Material.Torques(1, 0));
    return ReferenceFilms.relaxed(new Magnet(grid, material, d), m, 1e-7);
  }

  /** Mean distance from the centre at which m_z = 0, along the four rows about the axes. */
  private static double radius(VectorField m) {
    Grid g = m.grid();
    int half = g.nx() / 2;
    double y = 0.5 * g.dx();
    for (int i = half; i + 1 < g.nx(); i++) {
      double a = m.z()[g.index(i, half, 0)];
      double b = m.z()[g.index(i + 1, half, 0)];
      if (a > 0 && b <= 0) {
        double x = (i + 0.5 + a / (a - b)) * g.dx() - RADIUS;
        return Math.hypot(x, y);
      }
    }
    return Double.NaN;
  }

  private static void chart(Findings f, RadialProfile exact, VectorField two) {
    VectorField other = relaxed(2e-9, DmiKind.INTERFACIAL, Discretisation.COVARIANT);
    int row = two.grid().index(25, 25, 0);
    double[] r = Numerical.values(25, i -> Math.hypot(2 * i + 1, 1));
    double[] mz = Numerical.values(25, i -> two.z()[row + i]);
    double[] covariant = Numerical.values(25, i -> other.z()[row + i]);
    double[] at = Numerical.values(251, i -> 0.2 * i);
    double[] line = Numerical.values(at, a -> exact.mz(a * 1e-9));
    f.chart(
            "Skyrmion in a disc",
            "interfacial, cells of 2 nm",
            "distance from the centre (nm)",
            "mz")
        .line("axially symmetric solution", at, line)
        .points("standard", r, mz)
        .points("covariant", r, covariant);
  }
}
