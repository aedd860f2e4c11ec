package hopfilm.validation;

import static hopfilm.units.Constants.E;
import static hopfilm.units.Constants.HBAR;
import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SlonczewskiTorque;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** A current through one moment, at which the Slonczewski torque overcomes the damping. */
final class CriticalCurrent extends Problem {

  private static final double MS = 8e5;
  private static final double ALPHA = 0.02;
  private static final double THICKNESS = 2e-9;
  private static final double P = 0.4;
  private static final double TILT = 1e-4;
  private static final String SUN =
      "J. Z. Sun, Phys. Rev. B 62, 570 (2000), doi:10.1103/PhysRevB.62.570";

  CriticalCurrent() {
    super(
        "critical-current",
        "Critical current of the Slonczewski torque",
        "Small angles against the polarisation grow above J_c = α H μ0 e Ms t/(ħ ε). H is 2Ku/(μ0 Ms)"
            + " along a normal easy axis, and Ms/2 more along one in the plane.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    double easy = 2 * 3e5 / (MU0 * MS);
    for (double lambda : new double[] {1, 2}) {
      SlonczewskiTorque torque = torque(0, -1, lambda);
      double exact = density(ALPHA * easy, lambda);
      f.check(
              "J_c along the normal, lambda = %.0f (1e10 A/m^2)".formatted(lambda),
              critical(normal(torque), false, exact, effort) / 1e10)
          .is(exact / 1e10, SUN + ", without demagnetising field")
          .withinShare(1e-3, "angles of 1e-4, and the damping of the time step");
    }
    double weak = 2 * 1e4 / (MU0 * MS);
    double exact = density(ALPHA * (weak + MS / 2), 1);
    f.check(
            "J_c in the plane (1e10 A/m^2)",
            critical(inPlane(torque(-1, 0, 1)), true, exact, effort) / 1e10)
        .is(exact / 1e10, SUN)
        .withinShare(1e-2, "the ellipse of the precession changes its energy within a turn");
  }

  private static SlonczewskiTorque torque(double x, double z, double lambda) {
    return new SlonczewskiTorque(new SlonczewskiTorque.Direction(x, 0, z), P, lambda, 0);
  }

  /** Density at which the torque has the field h at m = -p. */
  private static double density(double h, double lambda) {
    return h * MU0 * E * MS * THICKNESS / (HBAR * P * lambda * lambda / 2);
  }

  private static Magnet normal(SlonczewskiTorque torque) {
    return magnet(3e5, EasyAxis.Z, torque);
  }

  private static Magnet inPlane(SlonczewskiTorque torque) {
    return magnet(1e4, EasyAxis.of(1, 0, 0), torque).withDemag(DemagKind.LOCAL);
  }

  private static Magnet magnet(double Ku, EasyAxis axis, SlonczewskiTorque torque) {
    Material a =
        Material.of(MS, 1e-11)
            .withAlpha(ALPHA)
            .withAnisotropy(Parameter.of(Ku), axis)
            .withSlonczewski(torque);
    return new Magnet(Grid.film(1, 1, 1e-8, THICKNESS), a, Discretisation.STANDARD);
  }

  /** The density at which the energy of a small angle neither grows nor falls. */
  private static double critical(Magnet magnet, boolean isInPlane, double expected, Effort effort) {
    double below = growth(magnet, isInPlane, 0.8 * expected, effort);
    double above = growth(magnet, isInPlane, 1.2 * expected, effort);
    return expected * (0.8 - 0.4 * below / (above - below));
  }

  /** Logarithm of how much the energy of a small angle grows. */
  private static double growth(Magnet magnet, boolean isInPlane, double density, Effort effort) {
    double rest = Math.sqrt(1 - TILT * TILT);
    VectorField start =
        isInPlane
            ? VectorField.uniform(magnet.grid(), rest, TILT, 0)
            : VectorField.uniform(magnet.grid(), TILT, 0, rest);
    TimeEvolution film = new TimeEvolution(magnet);
    film.stepLimit(0.1e-12);
    film.state(start, 0);
    film.under(s -> s.withCurrentThrough(density, Envelope.constant()));
    film.runUntil(effort.choose(1e-9, 4e-9));
    return Math.log(angle(film.m(), isInPlane) / angle(start, isInPlane));
  }

  /** Energy above that of rest, in units of the energy of an angle of 1 rad out of the plane. */
  private static double angle(VectorField m, boolean isInPlane) {
    double x = m.x()[0];
    double y = m.y()[0];
    double z = m.z()[0];
    double weak = 2 * 1e4 / (MU0 * MS);
    return isInPlane ? weak / (weak + MS) * y * y + z * z : x * x + y * y;
  }
}
