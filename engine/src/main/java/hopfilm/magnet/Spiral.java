package hopfilm.magnet;

import java.util.Optional;

/**
 * Stripes of a film whose m turns in one plane, by the angle theta from the easy axis, in the
 * continuum. Their anisotropy is
 *
 * <pre>
 *   f = sin^2(theta) (a + Ku2 cos^2(theta)),   a = Ku + Ku2
 *   sigma(C) = 2 sqrt(A) int_0^pi sqrt(f + C) dtheta
 *   wall     sigma(0) - pi |D|                        energy of a wall that turns as D wants
 *   spiral   sigma(C) = pi |D|, A (dtheta/dx)^2 = f + C
 *   period   2 sqrt(A) int_0^pi dtheta/sqrt(f + C)
 * </pre>
 *
 * <p>For Ku2 = 0 these are 4 sqrt(A Ku) - pi |D| and elliptic integrals: I. E. Dzyaloshinskii, Sov.
 * Phys. JETP 20, 665 (1965); A. N. Bogdanov, A. Hubert, J. Magn. Magn. Mater. 138, 255 (1994),
 * doi:10.1016/0304-8853(94)90046-9. C is minus the mean energy density of the spiral.
 *
 * @param period of the spiral [m]
 * @param inPlane mean of sin^2(theta) over it
 */
public record Spiral(double period, double inPlane) {

  /**
   * Step of the sums over u, sin(theta) = 1/cosh(u). The integrands are analytic for |Im u| below
   * pi/2, so that trapezoids are wrong by about e^(-pi^2/STEP).
   */
  private static final double STEP = 0.125;

  /** The sums reach this far; 1/cosh(u) is 4e-35 there. */
  private static final double REACH = 80;

  private static final int HALVINGS = 60;

  /** ln of the largest C over the smallest. */
  private static final double RANGE = 120;

  private static final double[] SINE = new double[(int) (REACH / STEP)];

  static {
    for (int k = 0; k < SINE.length; k++) {
      SINE[k] = 1 / Math.cosh(k * STEP);
    }
  }

  /** Whether the axis is easy, against m in the plane and a cone, so that there are walls. */
  public static boolean hasWalls(double Ku, double Ku2) {
    return Ku + Ku2 > 0 && Ku + 2 * Ku2 > 0;
  }

  /**
   * The |D| at which a wall costs nothing [J/m^2]; 4 sqrt(A Ku)/pi without Ku2, 0 without walls.
   */
  public static double threshold(double A, double Ku, double Ku2) {
    return wall(A, Ku, Ku2, 0) / Math.PI;
  }

  /** Energy of a wall per area [J/m^2]. */
  public static double wall(double A, double Ku, double Ku2, double D) {
    if (!hasWalls(Ku, Ku2)) {
      return -Math.PI * Math.abs(D);
    }
    if (Ku2 == 0) {
      return 4 * Math.sqrt(A * Ku) - Math.PI * Math.abs(D);
    }
    return 2 * Math.sqrt(A) * sums(Ku, Ku2, 0)[0] - Math.PI * Math.abs(D);
  }

  /**
   * That of a material.
   *
   * @return empty where a wall costs energy, or there is none because the axis is not easy
   */
  public static Optional<Spiral> of(double A, double Ku, double Ku2, double D) {
    if (!hasWalls(Ku, Ku2) || wall(A, Ku, Ku2, D) >= 0) {
      return Optional.empty();
    }
    double most = D * D / (4 * A); // C where f = 0
    double low = 0;
    double high = RANGE;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = 0.5 * (low + high);
      boolean isBelow =
          2 * Math.sqrt(A) * sums(Ku, Ku2, most * Math.exp(-middle))[0] < Math.PI * Math.abs(D);
      low = isBelow ? low : middle;
      high = isBelow ? middle : high;
    }
    double[] sums = sums(Ku, Ku2, most * Math.exp(-low));
    return Optional.of(new Spiral(2 * Math.sqrt(A) * sums[1], sums[2] / sums[1]));
  }

  /** Over theta from 0 to pi of sqrt(f + C), 1/sqrt(f + C) and sin^2(theta)/sqrt(f + C). */
  private static double[] sums(double Ku, double Ku2, double C) {
    double[] sums = new double[3];
    for (int k = 0; k < SINE.length; k++) {
      double square = SINE[k] * SINE[k];
      double root = Math.sqrt(square * (Ku + Ku2 * (2 - square)) + C);
      double weight = (k == 0 ? 1 : 2) * STEP * SINE[k];
      sums[0] += weight * root;
      sums[1] += weight / root;
      sums[2] += weight * square / root;
    }
    return sums;
  }
}
