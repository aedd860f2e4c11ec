package hopfilm.validation;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Edges;
import hopfilm.input.Spelling;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** A Bloch helix that a current along its axis tilts into a cone. */
final class ConeUnderCurrent extends Problem {

  private static final int TURNS = 8;
  private static final double U = 100;

  ConeUnderCurrent() {
    super(
        "cone",
        "Cone under current",
        "A current along a helix tilts it into a cone with m_q = u k/(γ0 Hs), where Hs"
            + " saturates the helix. The lattice obeys the same law.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    double duration = effort.choose(0.6e-9, 1e-9);
    double u = U;
    double standard = tilt(2e-9, Discretisation.STANDARD, duration);
    f.check("m_q, standard, 2 nm cells, 8 turns of 181 cells", standard)
        .is(
            0.13613,
            "independent reference program (docs/explanation/physics.md, section 5), five digits")
        .within(1e-5, "digits of the reference");
    double[] sizes = effort.choose(new double[] {4, 2}, new double[] {4, 2, 1});
    double k = ReferenceFilms.D / (2 * ReferenceFilms.A);
    double continuum =
        u
            * k
            / (GAMMA0
                * 2
                / (MU0 * ReferenceFilms.MS)
                * (ReferenceFilms.D * k - ReferenceFilms.A * k * k));
    double[][] errors = new double[2][sizes.length];
    for (Discretisation d : Discretisation.nearest()) {
      String scheme = Spelling.of(d);
      for (int i = 0; i < sizes.length; i++) {
        double dx = sizes[i] * 1e-9;
        double m = d == Discretisation.STANDARD && sizes[i] == 2 ? standard : tilt(dx, d, duration);
        errors[d.ordinal()][i] = Math.abs(m / continuum - 1);
        f.check("m_q, %s, %.0f nm cells".formatted(scheme, sizes[i]), m)
            .is(
                theory(dx, d),
                "u sin(k dx)/dx / (gamma0 Hs) with Hs of the lattice: field of the cone's bonds")
            .within(
                5e-6,
                "rest of the approach after %.1f ns, and the time step".formatted(duration * 1e9));
      }
    }
    f.chart(
            "Cone under current",
            "distance of the tilt from the continuum's %.5f at 100 m/s".formatted(continuum),
            "cell size (nm)",
            "relative error of m_q")
        .logarithmic()
        .points("standard", sizes, errors[Discretisation.STANDARD.ordinal()])
        .points("covariant", sizes, errors[Discretisation.COVARIANT.ordinal()]);
  }

  private static int cells(double dx) {
    return (int)
        Math.round(TURNS * 4 * Math.PI * ReferenceFilms.A / ReferenceFilms.D * 1.0272 / dx);
  }

  private static double tilt(double dx, Discretisation scheme, double duration) {
    int n = cells(dx);
    Magnet magnet =
        ReferenceFilms.chain(
            n,
            dx,
            Edges.PERIODIC,
            ReferenceFilms.material(0, ReferenceFilms.D, DmiKind.BULK),
            scheme);
    TimeEvolution evolution =
        ReferenceFilms.driven(
            magnet, Textures.helix(magnet.grid(), 0, n * dx / TURNS, DmiKind.BULK, 1), U);
    evolution.runUntil(duration);
    return evolution.m().mean(0);
  }

  private static double theory(double dx, Discretisation scheme) {
    double turn = 2 * Math.PI * TURNS / cells(dx);
    double theta = ReferenceFilms.D * dx / (2 * ReferenceFilms.A);
    boolean covariant = scheme == Discretisation.COVARIANT;
    double exchange = 2 * ReferenceFilms.A * (covariant ? Math.cos(theta) : 1) / (dx * dx);
    double chiral =
        covariant ? 2 * ReferenceFilms.A * Math.sin(theta) / (dx * dx) : ReferenceFilms.D / dx;
    double hs =
        2 / (MU0 * ReferenceFilms.MS) * (chiral * Math.sin(turn) - exchange * (1 - Math.cos(turn)));
    return U * Math.sin(turn) / dx / (GAMMA0 * hs);
  }
}
