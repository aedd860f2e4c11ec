import static hopfilm.units.Constants.GAMMA0;

import hopfilm.grid.VectorField;
import hopfilm.magnet.Magnet;

/**
 * Heun's method for the Landau-Lifshitz-Gilbert equation without current,
 *
 * <pre>
 *   (1 + alpha^2) dm/dt = -gamma0 (m x H + alpha m x (m x H))
 * </pre>
 *
 * @param magnet has the field H
 * @param alpha damping
 */
record Heun(Magnet magnet, double alpha) {

  /** Takes m one step of dt [s] further. */
  void step(VectorField m, double dt) {
    VectorField k1 = rate(m);
    VectorField there = m.copy();
    add(there, dt, k1);
    VectorField k2 = rate(there);
    add(m, dt / 2, k1);
    add(m, dt / 2, k2);
    m.normalise();
  }

  private static void add(VectorField m, double dt, VectorField rate) {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < m.grid().cells(); i++) {
        m.component(c)[i] += dt * rate.component(c)[i];
      }
    }
  }

  private VectorField rate(VectorField m) {
    VectorField torque = cross(m, magnet.field(m));
    VectorField damping = cross(m, torque);
    add(torque, alpha, damping);
    VectorField rate = new VectorField(m.grid());
    add(rate, -GAMMA0 / (1 + alpha * alpha), torque);
    return rate;
  }

  private static VectorField cross(VectorField a, VectorField b) {
    VectorField c = new VectorField(a.grid());
    for (int i = 0; i < a.grid().cells(); i++) {
      c.x()[i] = a.y()[i] * b.z()[i] - a.z()[i] * b.y()[i];
      c.y()[i] = a.z()[i] * b.x()[i] - a.x()[i] * b.z()[i];
      c.z()[i] = a.x()[i] * b.y()[i] - a.y()[i] * b.x()[i];
    }
    return c;
  }
}
