package hopfilm.validation;

import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.StaticDescent;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;

/**
 * Films of cells along x, uniform along y; equilibria of these and of other films, and their start
 * under a current. The material of the default films: Ms 0.7 MA/m, A 10 pJ/m, D_H 6.5 mA.
 */
public final class ReferenceFilms {

  public static final double MS = 7e5;
  public static final double A = 1e-11;

  /** D_H = 6.5e-3 A as an energy of an area. */
  public static final double D = 0.5 * 4e-7 * Math.PI * MS * 6.5e-3;

  private ReferenceFilms() {}

  public static Material material(double Ku, double d, DmiKind dmi) {
    return Material.of(MS, A).withKu(Ku).withD(d, dmi).withAlpha(0.3).withP(1);
  }

  public static Magnet chain(
      int n, double dx, Edges edges, Material material, Discretisation scheme) {
    Grid grid = new Grid(n, 1, 1, dx, dx, dx, new Grid.Boundary(edges, Edges.PERIODIC, Edges.OPEN));
    return new Magnet(grid, material, scheme);
  }

  /**
   * The equilibrium that a texture falls into.
   *
   * @param torque largest |m x H|/Ms that is left
   * @throws IllegalStateException if it is not reached
   */
  public static VectorField relaxed(Magnet magnet, VectorField start, double torque) {
    VectorField m = start.copy();
    StaticDescent.Outcome outcome =
        new StaticDescent(magnet, KernelChoice.AUTO, Parallel.SERIAL).relax(m, torque, 2_000_000);
    if (!outcome.converged()) {
      throw new IllegalStateException(
          "no equilibrium after %d field evaluations: a torque of %.2g is left, not %.2g"
              .formatted(outcome.evaluations(), outcome.torque(), torque));
    }
    return m;
  }

  /**
   * A texture at time zero under a uniform drift velocity.
   *
   * @param u along x, the direction of the charge current [m/s]
   */
  static TimeEvolution driven(Magnet magnet, VectorField start, double u) {
    TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    evolution.state(start, 0);
    VectorField velocity = VectorField.uniform(magnet.grid(), u, 0, 0);
    evolution.under(s -> s.withDriftVelocity(velocity));
    return evolution;
  }

  /** Components of m in a cell. */
  @FunctionalInterface
  interface Cell {
    double[] at(int i, int j);
  }

  /** The same in all layers. */
  static VectorField filled(Grid grid, Cell cell) {
    VectorField m = new VectorField(grid);
    int plane = grid.nx() * grid.ny();
    for (int c = 0; c < grid.cells(); c++) {
      double[] v = cell.at(c % grid.nx(), c % plane / grid.nx());
      m.x()[c] = v[0];
      m.y()[c] = v[1];
      m.z()[c] = v[2];
    }
    return m;
  }

  /**
   * m around a skyrmion whose core is along +z, the film around it along -z.
   *
   * @param x place from its centre [m]
   * @param width of its wall, radius at which m_z = 0 [m]
   */
  static double[] skyrmion(double x, double y, double width, double radius, DmiKind kind) {
    double r = Math.hypot(x, y);
    double theta = 2 * Math.atan2(Math.sinh(r / width), Math.sinh(radius / width));
    double s = Math.sin(theta) / r;
    // for D > 0: interfacial m_r = sin(theta), bulk m_phi = -sin(theta)
    return kind == DmiKind.INTERFACIAL
        ? new double[] {s * x, s * y, Math.cos(theta)}
        : new double[] {s * y, -s * x, Math.cos(theta)};
  }

  /** Angle between the vectors of two cells [rad]. */
  public static double angle(VectorField m, int a, int b) {
    double dot = m.x()[a] * m.x()[b] + m.y()[a] * m.y()[b] + m.z()[a] * m.z()[b];
    return Math.acos(Math.max(-1, Math.min(1, dot)));
  }
}
