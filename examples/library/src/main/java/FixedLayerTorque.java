import hopfilm.grid.VectorField;
import hopfilm.magnet.EnergyTerm;

/**
 * Damping-like torque of a fixed magnetic layer with the direction p, -gamma0 m x (b m x p). A
 * torque is a field without an energy.
 *
 * @param b its strength [A/m]
 * @param p direction of the fixed layer, three components of length one
 */
record FixedLayerTorque(double b, double[] p) implements EnergyTerm {

  @Override
  public String name() {
    return "fixed layer";
  }

  @Override
  public double energy(VectorField m) {
    return 0;
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    for (int i = 0; i < m.grid().cells(); i++) {
      h.x()[i] += b * (m.y()[i] * p[2] - m.z()[i] * p[1]);
      h.y()[i] += b * (m.z()[i] * p[0] - m.x()[i] * p[2]);
      h.z()[i] += b * (m.x()[i] * p[1] - m.y()[i] * p[0]);
    }
  }
}
