package hopfilm.validation;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/**
 * A wall under spin-transfer torque. What holds its plane is a weak Dzyaloshinskii-Moriya
 * interaction: its energy -pi D cos(phi) plays the part of the hard axis, with the threshold u_c =
 * gamma0 pi D/(2 mu0 Ms) in place of gamma0 w Hk/2.
 */
final class WallVelocity extends Problem {

  private static final double KU = 1e5;
  private static final double WIDTH = Math.sqrt(ReferenceFilms.A / KU);
  private static final double ALPHA = 0.5;
  private static final double THRESHOLD = 40;
  private static final double D = 2 * MU0 * ReferenceFilms.MS * THRESHOLD / (GAMMA0 * Math.PI);
  private static final String THIAVILLE =
      "A. Thiaville et al., Europhys. Lett. 69, 990 (2005), doi:10.1209/epl/i2004-10452-6: ";
  private static final String PINNING =
      "G. Tatara, H. Kohno, Phys. Rev. Lett. 92, 086601 (2004), doi:10.1103/PhysRevLett.92.086601,"
          + " with u_c = gamma0 pi D/(2 mu0 Ms) of the interaction: sqrt(u^2 - u_c^2)/(1 +"
          + " alpha^2)";

  WallVelocity() {
    super(
        "wall",
        "Velocity of a domain wall under current",
        "A wall under current has the speed (ξ/α) u if held in plane, (1 + ξ α)/(1 + α²) u"
            + " if free. For ξ = 0 it rests below a critical u.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    double dx = effort.choose(2e-9, 1e-9);
    double lattice = 0.3 * dx * dx / (WIDTH * WIDTH);
    String reason = "second order of the lattice, 0.3 (dx/w)^2, w = 10 nm";
    f.check("v for xi = alpha, u = 60 m/s (m/s)", new Wall(dx, D, ALPHA, 60).steady(1.5e-9))
        .is(60, THIAVILLE + "v = u for xi = alpha")
        .withinShare(lattice, reason);
    f.check("v for xi = alpha/2, u = 30 m/s (m/s)", new Wall(dx, D, ALPHA / 2, 30).steady(6e-9))
        .is(15, THIAVILLE + "v = (xi/alpha) u below breakdown")
        .withinShare(lattice, reason);
    Wall free = new Wall(dx, 0, 0.1, 60);
    f.check("v for D = 0, xi = 0.1, u = 60 m/s (m/s)", free.steady(1.5e-9))
        .is(
            (1 + 0.1 * ALPHA) / (1 + ALPHA * ALPHA) * 60,
            THIAVILLE + "v = (1 + xi alpha)/(1 + alpha^2) u without hard axis")
        .withinShare(lattice, reason);
    f.check("turning of its plane (rad/ns)", free.turning() * 1e-9)
        .is(
            (ALPHA - 0.1) / (1 + ALPHA * ALPHA) * 60 / WIDTH * 1e-9,
            THIAVILLE + "(alpha - xi)/(1 + alpha^2) u/w")
        .withinShare(lattice + 2e-3, reason + "; wall parameter on the lattice");
    threshold(f, dx, effort);
  }

  private static void threshold(Findings f, double dx, Effort effort) {
    double[] ratios =
        effort.choose(new double[] {0.6, 2}, new double[] {0.4, 0.8, 1.2, 1.6, 2, 2.5});
    double[] u = new double[ratios.length];
    double[] v = new double[ratios.length];
    for (int k = 0; k < ratios.length; k++) {
      u[k] = ratios[k] * THRESHOLD;
      v[k] =
          ratios[k] < 1
              ? new Wall(dx, D, 0, u[k]).steady(12e-9)
              : new Wall(dx, D, 0, u[k]).overTurns();
      double expected = ratios[k] < 1 ? 0 : mean(u[k]);
      f.check("v for xi = 0, u = %.1f u_c, u_c = 40 m/s (m/s)".formatted(ratios[k]), v[k])
          .is(expected, ratios[k] < 1 ? PINNING + "; 0 below u_c" : PINNING)
          .within(
              ratios[k] < 1 ? 0.02 : 0.02 * THRESHOLD,
              ratios[k] < 1
                  ? "rest of the approach after 8 to 12 ns"
                  : "2 % of u_c: first order in D/Dc = 0.08 of a wall that yields");
    }
    double[] at = Numerical.values(251, i -> i * 0.01 * THRESHOLD);
    double[] theory = Numerical.values(at, a -> a < THRESHOLD ? 0 : mean(a));
    f.chart(
            "Wall under adiabatic torque",
            "\u03be = 0: no motion below the threshold",
            "u (m/s)",
            "mean velocity (m/s)")
        .line("theory", at, theory)
        .points("Hopfilm", u, v);
  }

  private static double mean(double u) {
    return Math.sqrt(u * u - THRESHOLD * THRESHOLD) / (1 + ALPHA * ALPHA);
  }

  /** A wall of m_z from + to - on a chain, with velocities counted along the electrons. */
  private static final class Wall {
    private final TimeEvolution evolution;
    private final double length;
    private double phase;
    private double turns;
    private double turning;

    Wall(double dx, double d, double xi, double u) {
      int n = (int) Math.round(500e-9 / dx);
      // wide cells across the chain leave the time step to those along it
      Grid grid =
          new Grid(
              n, 1, 1, dx, 10 * dx, dx, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
      Material material =
          Material.of(ReferenceFilms.MS, ReferenceFilms.A)
              .withKu(KU)
              .withD(d, DmiKind.BULK)
              .withAlpha(ALPHA)
              .withP(1)
              .withXi(xi);
      Magnet magnet = new Magnet(grid, material, Discretisation.STANDARD);
      VectorField m = new VectorField(grid);
      this.length = n * dx;
      for (int i = 0; i < n; i++) {
        double x = ((i + 0.5) * dx - 0.75 * length) / WIDTH;
        m.y()[i] = -1 / Math.cosh(x);
        m.z()[i] = -Math.tanh(x);
      }
      this.evolution = ReferenceFilms.driven(magnet, ReferenceFilms.relaxed(magnet, m, 1e-7), u);
      this.phase = phase(evolution.m());
    }

    /** Way along the electrons since the wall stood at the right end [m]. */
    private double way(VectorField m) {
      return 0.5 * length * (1 - m.mean(2));
    }

    private static double phase(VectorField m) {
      return Math.atan2(m.mean(1), m.mean(0));
    }

    private void follow(double time) {
      evolution.runUntil(time);
      double now = phase(evolution.m());
      double change = now - phase;
      turns += change - 2 * Math.PI * Math.rint(change / (2 * Math.PI));
      phase = now;
    }

    /** Velocity in the last third of a time. */
    double steady(double duration) {
      int samples = 60;
      double[] t = new double[samples / 3];
      double[] x = new double[samples / 3];
      double[] p = new double[samples / 3];
      for (int k = 1; k <= samples; k++) {
        follow(duration * k / samples);
        int i = k - 1 - (samples - t.length);
        if (i >= 0) {
          t[i] = evolution.time();
          x[i] = way(evolution.m());
          p[i] = turns;
        }
      }
      turning = Numerical.slope(t, p);
      return Numerical.slope(t, x);
    }

    /** Rate at which the plane of the wall turned during {@link #steady}, absolute [rad/s]. */
    double turning() {
      return Math.abs(turning);
    }

    /** Mean velocity over the second turn of its plane. */
    double overTurns() {
      double step = 5e-12;
      double[] time = new double[2];
      double[] at = new double[2];
      int found = 0;
      double before = 0;
      double wayBefore = way(evolution.m());
      for (int k = 1; k < 4000 && found < 2; k++) {
        follow(k * step);
        double goal = 2 * Math.PI * (1 + found);
        double wayNow = way(evolution.m());
        if (Math.abs(turns) >= goal) {
          double share = (goal - Math.abs(before)) / (Math.abs(turns) - Math.abs(before));
          time[found] = (k - 1 + share) * step;
          at[found] = wayBefore + share * (wayNow - wayBefore);
          found++;
        }
        before = turns;
        wayBefore = wayNow;
      }
      return found < 2 ? Double.NaN : (at[1] - at[0]) / (time[1] - time[0]);
    }
  }
}
