package hopfilm.validation;

import hopfilm.grid.Edges;
import hopfilm.grid.VectorField;
import hopfilm.input.Spelling;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** The one-dimensional problem of the DMI standard problem: how m tilts at the ends of a wire. */
final class EdgeTilt extends Problem {

  static final double MS = 8.6e5;
  static final double A = 1.3e-11;
  static final double D = 3e-3;
  static final double KU = 4e5;
  private static final double LENGTH = 100e-9;

  static final String PAPER =
      "D. Cortes-Ortuno et al., New J. Phys. 20, 113015 (2018), doi:10.1088/1367-2630/aaea1c";
  private static final String OOMMF =
      PAPER
          + "; OOMMF's table in its supplement (github.com/fangohr/"
          + "paper-supplement-standard-problem-dmi, results_1d)";
  private static final String PROFILE =
      PAPER
          + ", one-dimensional problem: sin(theta) = D/(2 sqrt(A Ku)) at the edge (0.65780; the"
          + " paper's own solution has 0.65779), tan(theta/2) falling as exp(-s/w) inwards";

  EdgeTilt() {
    super(
        "dmi-1d",
        "DMI standard problem in one dimension",
        "A wire of 100 nm tilts at its ends by the edge condition 2A ∂m/∂n = D n × m. The"
            + " references are OOMMF and the semi-analytic profile.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    VectorField one = relaxed(1e-9, DmiKind.INTERFACIAL, Discretisation.STANDARD);
    // cells 99, 96 and 90 of 100
    double[][] table = {
      {99, 0.6134516821745210, 0.7897322543984454},
      {96, 0.3895767160373012, 0.9209940186133639},
      {90, 0.1412346121799442, 0.9899761534109709}
    };
    for (double[] row : table) {
      String at = " at x = %.1f nm, interfacial, standard, 1 nm".formatted(row[0] - 49.5);
      String reason = "same discretisation: where OOMMF stopped relaxing";
      f.check("m_x" + at, one.x()[(int) row[0]]).is(row[1], OOMMF).within(2e-6, reason);
      f.check("m_z" + at, one.z()[(int) row[0]]).is(row[2], OOMMF).within(2e-6, reason);
    }
    double[] sizes =
        effort.choose(new double[] {4, 2, 1, 0.5}, new double[] {4, 2, 1, 0.5, 0.25, 0.125});
    double[][] errors = new double[2][sizes.length];
    for (Discretisation d : Discretisation.nearest()) {
      for (int k = 0; k < sizes.length; k++) {
        errors[d.ordinal()][k] = edge(f, sizes[k], d, effort);
      }
    }
    int last = sizes.length - 1;
    for (Discretisation d : Discretisation.nearest()) {
      double[] e = errors[d.ordinal()];
      f.check(
              "order of convergence at the edge, " + Spelling.of(d),
              Numerical.order(e[last - 1], e[last], 2))
          .is(
              2,
              "both discretisations: the half cell that the standard one leaves out beyond the last"
                  + " bond makes no torque where m turns about the axis of the interaction")
          .within(0.15, "higher terms of the error on these meshes");
    }
    chart(f, one, sizes, errors);
  }

  /** Largest error of the outermost cell's m over both kinds of interaction. */
  private static double edge(Findings f, double nanometres, Discretisation d, Effort effort) {
    double dx = nanometres * 1e-9;
    double exact = tilt(0.5 * dx);
    double worst = 0;
    for (DmiKind kind : DmiKind.values()) {
      VectorField m = relaxed(dx, kind, d);
      int end = m.grid().nx() - 1;
      double ours = kind == DmiKind.INTERFACIAL ? m.x()[end] : -m.y()[end];
      worst = Math.max(worst, Math.abs(ours - exact));
      if (nanometres == 1 || nanometres == effort.choose(0.5, 0.125)) {
        double share = d == Discretisation.COVARIANT ? 0.035 : 0.06;
        f.check(
                "tilt of the end cell, %s, %s, %s nm"
                    .formatted(Spelling.of(kind), Spelling.of(d), nanometres),
                ours)
            .is(exact, PROFILE)
            .within(
                share * dx * dx * KU / A,
                "second order: %.3f (dx/w)^2, w = 5.7 nm".formatted(share));
      }
    }
    return worst;
  }

  private static VectorField relaxed(double dx, DmiKind kind, Discretisation d) {
    Material material = Material.of(MS, A).withKu(KU).withD(D, kind).withAlpha(0.3).withP(1);
    Magnet magnet =
        ReferenceFilms.chain((int) Math.round(LENGTH / dx), dx, Edges.OPEN, material, d);
    return ReferenceFilms.relaxed(magnet, Textures.uniform(magnet.grid(), 0, 0, 1), 1e-9);
  }

  /** sin(theta) at a distance from the edge. */
  private static double tilt(double distance) {
    double edge = Math.asin(D / (2 * Math.sqrt(A * KU)));
    double half = Math.tan(0.5 * edge) * Math.exp(-distance / Math.sqrt(A / KU));
    return 2 * half / (1 + half * half);
  }

  private static void chart(Findings f, VectorField one, double[] sizes, double[][] errors) {
    VectorField other = relaxed(1e-9, DmiKind.INTERFACIAL, Discretisation.COVARIANT);
    double[] x = Numerical.values(30, i -> 20.5 + i);
    double[] standard = Numerical.values(30, i -> one.x()[70 + i]);
    double[] covariant = Numerical.values(30, i -> other.x()[70 + i]);
    double[] at = Numerical.values(301, i -> 20 + 0.1 * i);
    double[] exact = Numerical.values(at, a -> tilt((50 - a) * 1e-9));
    f.chart("Tilt at the end of the wire", "interfacial, cells of 1 nm", "x (nm)", "mx")
        .line("semi-analytic", at, exact)
        .points("standard", x, standard)
        .points("covariant", x, covariant);
    f.chart(
            "Convergence at the end of the wire",
            "largest error of m in the outermost cell, bulk and interfacial",
            "cell size (nm)",
            "error of m")
        .logarithmic()
        .points("standard", sizes, errors[Discretisation.STANDARD.ordinal()])
        .points("covariant", sizes, errors[Discretisation.COVARIANT.ordinal()]);
  }
}
