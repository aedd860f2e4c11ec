package hopfilm.dynamics;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.magnet.Textures;

/** One cell that has itself as neighbours. */
final class Macrospin {

  static final double MS = 7e5;
  static final double GAMMA0 = 2.211e5;

  private Macrospin() {}

  static Magnet magnet(
      double Ku, double alpha, double thickness, SpinOrbitTorque torque, double[] field) {
    Grid grid =
        new Grid(
            1,
            1,
            1,
            4e-9,
            4e-9,
            thickness,
            new Grid.Boundary(Edges.PERIODIC, Edges.PERIODIC, Edges.OPEN));
    Material a = Material.of(MS, 1e-11).withKu(Ku).withAlpha(alpha).withSpinOrbit(torque);
    return new Magnet(grid, a, Discretisation.COVARIANT, field);
  }

  static Magnet free(double alpha, double hz) {
    return magnet(0, alpha, 4e-9, SpinOrbitTorque.NONE, new double[] {0, 0, hz});
  }

  static VectorField along(Magnet magnet, double x, double y, double z) {
    return Textures.uniform(magnet.grid(), x, y, z);
  }

  /**
   * Distance from m(t) of theory for m(0) along x in a field f(t) h along z, with {@code phase} =
   * gamma0 h/(1 + alpha^2) times the integral of f: m turns by it and mz = tanh(alpha phase).
   */
  static double error(VectorField m, double alpha, double phase) {
    double z = Math.tanh(alpha * phase);
    double r = 1 / Math.cosh(alpha * phase);
    double x = m.x()[0] - r * Math.cos(phase);
    double y = m.y()[0] - r * Math.sin(phase);
    return Math.sqrt(x * x + y * y + (m.z()[0] - z) * (m.z()[0] - z));
  }
}
