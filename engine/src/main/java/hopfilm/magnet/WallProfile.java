package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

/**
 * Profile of a 180 degree wall: m_z = -tanh(s/w), and 1/cosh(s/w) in the plane, at a distance s
 * from its middle.
 *
 * @param width wall parameter w, sqrt(A/Ku) in equilibrium [m]
 */
public record WallProfile(double width) {

  /**
   * @throws IllegalArgumentException if the width is not positive and finite
   */
  public WallProfile {
    requireLength("wall parameter", width);
  }

  /**
   * A wall parameter for a material, of its first cell [m]: sqrt(A/Ku); without an easy axis
   * 2A/|D|, and without either the exchange length sqrt(2A/(mu0 Ms^2)).
   */
  public static double suggestedWidth(Material material) {
    double A = material.A().at(0);
    double D = Math.abs(material.D().at(0));
    if (material.Ku().at(0) > 0) {
      return Math.sqrt(A / material.Ku().at(0));
    }
    double Ms = material.Ms().at(0);
    return D > 0 ? 2 * A / D : Math.sqrt(2 * A / (MU0 * Ms * Ms));
  }

  // StrictMath, as tanh of Math has other last digits since Java 24

  /** m_z at a distance from the middle [m]. */
  double upwards(double s) {
    return -StrictMath.tanh(s / width);
  }

  /** Magnitude of m in the plane at a distance from the middle [m]. */
  double inPlane(double s) {
    return 1 / StrictMath.cosh(s / width);
  }

  static void requireLength(String what, double length) {
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException(
          "the %s must be positive and finite, not %s m".formatted(what, length));
    }
  }
}
