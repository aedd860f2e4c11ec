package hopfilm.validation;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.MUB;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.texture.TextureMeasures;
import java.util.Arrays;

/** A skyrmion under current: its velocity along and across. */
final class SkyrmionHallAngle extends Problem {

  private static final double U = 40;
  private static final String THIELE =
      "A. A. Thiele, Phys. Rev. Lett. 30, 230 (1973), doi:10.1103/PhysRevLett.30.230, with the"
          + " torque of this program: v_x = -u (1 + alpha xi e^2)/(1 + alpha^2 e^2), v_y = -u"
          + " (alpha - xi) e/(1 + alpha^2 e^2), e = integral of (dm/dx)^2/(4 pi Q) of the axially"
          + " symmetric solution";

  SkyrmionHallAngle() {
    super(
        "skyrmion-hall",
        "Skyrmion Hall angle",
        "A skyrmion under current moves with the electrons and sideways, at the angle of"
            + " Thiele's equation. For ξ = α it moves straight.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    double[] xis = effort.choose(new double[] {0, 0.3}, new double[] {0, 0.1, 0.2, 0.3, 0.5});
    double[] angles = new double[xis.length];
    double[] theory = new double[xis.length];
    for (int k = 0; k < xis.length; k++) {
      double[] v = checked(0.3, xis[k], effort, f, k == 0);
      angles[k] = angle(v);
      theory[k] = angle(thiele(SkyrmionRadius.exact(), U, 0.3, xis[k]));
    }
    if (effort == Effort.FULL) {
      for (double xi : new double[] {0, 0.2}) {
        checked(0.1, xi, effort, f, false);
      }
    }
    example(f);
    f.chart(
            "Skyrmion Hall angle",
            "\u03b1 = 0.3; angle from the electrons' direction",
            "\u03be",
            "angle (degrees)")
        .line("Thiele", xis, theory)
        .points("Hopfilm", xis, angles);
  }

  /** Compares the velocity at one pair of alpha and xi. */
  private static double[] checked(
      double alpha, double xi, Effort effort, Findings f, boolean charge) {
    double dx = effort.choose(2e-9, 1e-9);
    double[] v = velocity(dx, alpha, xi, effort.choose(0.6e-9, 1e-9), f, charge);
    double tolerance = U * (0.25 * Math.pow(dx / SkyrmionRadius.WIDTH, 2) + 0.01);
    double[] exact = thiele(SkyrmionRadius.exact(), U, alpha, xi);
    for (int axis = 0; axis < 2; axis++) {
      f.check(
              "v_%s, alpha = %.1f, xi = %.1f, u = 40 m/s (m/s)"
                  .formatted(axis == 0 ? "x" : "y", alpha, xi),
              v[axis])
          .is(exact[axis], THIELE)
          .within(
              tolerance,
              "second order of the lattice, 0.25 (dx/w)^2, and the skyrmion's yielding, 1 %");
    }
    return v;
  }

  /** Velocity of a skyrmion of charge -1. */
  private static double[] thiele(RadialProfile profile, double u, double alpha, double xi) {
    double e = -profile.dissipation() / (4 * Math.PI);
    double scale = -u / (1 + alpha * alpha * e * e);
    return new double[] {scale * (1 + alpha * xi * e * e), scale * (alpha - xi) * e};
  }

  /** Angle of a velocity from the electrons' direction [degrees]. */
  private static double angle(double[] v) {
    return Math.toDegrees(Math.atan2(v[1], -v[0]));
  }

  /** The example, whose current is solved with the film. */
  private static void example(Findings f) {
    ExampleFilm film = ExampleFilm.run("skyrmion-hall");
    double u = MUB * 0.7 * film.last("I_left") / (160e-9 * 1e-9) / (E * 580e3);
    double[] exact =
        thiele(new RadialProfile(15e-12, 3e-3, 588e3, 60e-9, 10e-9, false), u, 0.1, 0.3);
    for (int axis = 0; axis < 2; axis++) {
      String name = axis == 0 ? "x" : "y";
      double[] place = film.table().column("skyrmion_" + name);
      double[] t = film.table().column("t");
      int from = t.length / 2; // half a nanosecond after the current went on
      f.check(
              "examples/skyrmion-hall.yaml, v_%s (m/s)".formatted(name),
              Numerical.slope(
                  Arrays.copyOfRange(t, from, t.length), Arrays.copyOfRange(place, from, t.length)))
          .is(exact[axis], THIELE + "; u = mu_B P j/(e Ms), j = I/(w t)")
          .within(0.04 * u, "second order of the lattice, 0.25 (dx/w)^2, w = 5.1 nm");
    }
  }

  private static double[] velocity(
      double dx, double alpha, double xi, double duration, Findings f, boolean charge) {
    Magnet still = SkyrmionRadius.magnet(dx, DmiKind.BULK, Discretisation.COVARIANT);
    VectorField m =
        ReferenceFilms.relaxed(still, SkyrmionRadius.texture(still.grid(), DmiKind.BULK), 1e-5);
    if (charge) {
      f.check("topological charge", TextureMeasures.topologicalCharge(m))
          .is(-1, "core along -z in a film along +z")
          .within(1e-10, "an integer on the lattice too, to rounding");
    }
    Material moving =
        Material.of(ReferenceFilms.MS, ReferenceFilms.A)
            .withKu(SkyrmionRadius.KU)
            .withD(ReferenceFilms.D, DmiKind.BULK)
            .withAlpha(alpha)
            .withP(1)
            .withXi(xi);
    TimeEvolution evolution =
        ReferenceFilms.driven(new Magnet(still.grid(), moving, Discretisation.COVARIANT), m, U);
    int samples = 20;
    double[] t = new double[samples];
    double[] x = new double[samples];
    double[] y = new double[samples];
    // the first third is for the start to die out
    for (int k = 0; k < samples; k++) {
      t[k] = duration * (1 / 3.0 + 2 / 3.0 * k / (samples - 1));
      evolution.runUntil(t[k]);
      double[] c = centre(evolution.m());
      double size = still.grid().sizeX();
      x[k] = k == 0 ? c[0] : x[k - 1] + wrap(c[0] - x[k - 1], size);
      y[k] = k == 0 ? c[1] : y[k - 1] + wrap(c[1] - y[k - 1], size);
    }
    return new double[] {Numerical.slope(t, x), Numerical.slope(t, y)};
  }

  private static double wrap(double d, double size) {
    return d - size * Math.rint(d / size);
  }

  /** Centre of the reversed region on the periodic film, from the phase of its first harmonic. */
  private static double[] centre(VectorField m) {
    Grid g = m.grid();
    double cx = 0;
    double sx = 0;
    double cy = 0;
    double sy = 0;
    for (int j = 0; j < g.ny(); j++) {
      for (int i = 0; i < g.nx(); i++) {
        double weight = 1 - m.z()[g.index(i, j, 0)];
        double px = 2 * Math.PI * (i + 0.5) / g.nx();
        double py = 2 * Math.PI * (j + 0.5) / g.ny();
        cx += weight * Math.cos(px);
        sx += weight * Math.sin(px);
        cy += weight * Math.cos(py);
        sy += weight * Math.sin(py);
      }
    }
    double turn = g.sizeX() / (2 * Math.PI);
    return new double[] {turn * Math.atan2(sx, cx), turn * Math.atan2(sy, cy)};
  }
}
