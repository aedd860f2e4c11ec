package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.magnet.Magnet;

/**
 * How far a film is from rest: the largest |m x H| of its cells, which is zero in equilibrium (W.
 * F. Brown, Micromagnetics, Interscience, 1963). OOMMF's minimiser stops at it ({@code
 * stopping_mxHxm}); {@code MaxTorque} of mumax3 is mu0 times it, but for the factor 1/sqrt(1 +
 * alpha^2) of its equation of motion.
 */
public final class LargestTorque {

  private LargestTorque() {}

  /** Largest torque in the effective field, without current and heat [A/m]. */
  public static double of(Magnet magnet, VectorField m) {
    VectorField h = magnet.field(m);
    double largest = 0;
    for (int c = 0; c < m.grid().cells(); c++) {
      if (magnet.isFrozen(c)) {
        continue;
      }
      double x = m.y()[c] * h.z()[c] - m.z()[c] * h.y()[c];
      double y = m.z()[c] * h.x()[c] - m.x()[c] * h.z()[c];
      double z = m.x()[c] * h.y()[c] - m.y()[c] * h.x()[c];
      largest = Math.max(largest, x * x + y * y + z * z);
    }
    return Math.sqrt(largest);
  }
}
