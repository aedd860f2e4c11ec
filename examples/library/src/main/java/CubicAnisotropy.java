import static hopfilm.units.Constants.MU0;

import hopfilm.grid.VectorField;
import hopfilm.magnet.EnergyTerm;

/**
 * Cubic anisotropy with axes along x, y and z, w = Kc (mx^2 my^2 + my^2 mz^2 + mz^2 mx^2).
 *
 * @param Kc constant [J/m^3]; above 0 the axes are easy
 * @param Ms saturation magnetisation [A/m]
 */
record CubicAnisotropy(double Kc, double Ms) implements EnergyTerm {

  @Override
  public String name() {
    return "cubic";
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      double x = m.x()[i] * m.x()[i];
      double y = m.y()[i] * m.y()[i];
      double z = m.z()[i] * m.z()[i];
      sum += Kc * (x * y + y * z + z * x);
    }
    return sum * m.grid().cellVolume();
  }

  /** H = -(1/(mu0 Ms)) dw/dm. */
  @Override
  public void addField(VectorField m, VectorField h) {
    double f = -2 * Kc / (MU0 * Ms);
    for (int i = 0; i < m.grid().cells(); i++) {
      double x = m.x()[i] * m.x()[i];
      double y = m.y()[i] * m.y()[i];
      double z = m.z()[i] * m.z()[i];
      h.x()[i] += f * m.x()[i] * (y + z);
      h.y()[i] += f * m.y()[i] * (z + x);
      h.z()[i] += f * m.z()[i] * (x + y);
    }
  }

  /** Largest curvature of w for |m| = 1, along a diagonal of the cube: 4 Kc/(mu0 Ms). */
  double fieldBound() {
    return 4 * Math.abs(Kc) / (MU0 * Ms);
  }
}
