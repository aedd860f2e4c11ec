package hopfilm.check;

import static hopfilm.units.Constants.MU0;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.magnet.DemagKind;
import org.hipparchus.special.elliptic.legendre.LegendreEllipticIntegral;

/**
 * The lengths that a material sets [m]; cells must be well below the shortest.
 *
 * <pre>
 *   exchange length  sqrt(2A/(mu0 Ms^2))
 *   pitch            4 pi A/|D|             of the helix for Ku = 0; infinite without D
 *   wall parameter   sqrt(A/Ku)             infinite for Ku at most 0
 *   wall width       pi sqrt(A/Ku)          what a wall looks like across (Lilley's definition)
 *   cubic wall       pi sqrt(A/|Kc1|)       the same of walls that a cubic anisotropy makes
 *   period           4 k K(k) sqrt(A/Ku)    of the spiral, E(k)/k = |D|/Dc, Dc = 4 sqrt(A Ku)/pi
 * </pre>
 *
 * <p>In a thin film with a demagnetising field and its axis along z, Ku is less mu0 Ms^2/2. The
 * field of all cells in a film thicker than the exchange length is no matter of one length, so that
 * Ku is left as it is.
 *
 * <p>With Ku2, Ku + Ku2 stands for Ku: it gives the slope in the middle of a wall, (dtheta/dx)^2 =
 * sin^2(theta) (Ku + Ku2 (1 + cos^2(theta)))/A, by which that width is defined.
 *
 * <p>K and E are complete elliptic integrals. Below Dc there is no spiral and the period is
 * infinite. I. E. Dzyaloshinskii, Sov. Phys. JETP 20, 665 (1965); A. N. Bogdanov, A. Hubert, J.
 * Magn. Magn. Mater. 138, 255 (1994), doi:10.1016/0304-8853(94)90046-9.
 *
 * @param pitch pitch of the helix without anisotropy
 * @param wall wall parameter
 * @param period period of the spiral
 * @param relativeD |D|/Dc; for Ku at most 0 infinite, or 0 without D
 * @param cubic width of cubic walls; infinite without Kc1
 * @param isDipolar whether the demagnetising field of all cells is on
 */
public record LengthScales(
    double exchange,
    double pitch,
    double wall,
    double period,
    double relativeD,
    double cubic,
    boolean isDipolar) {

  /** Those of an experiment. */
  public static LengthScales of(Experiment e) {
    return of(e.material(), e.film());
  }

  /** Those of a material in a film. */
  static LengthScales of(MaterialSpec m, FilmSpec film) {
    double ku = m.anisotropy(seen(m, film)) + m.Ku2();
    boolean isDipolar = film.demag() == DemagKind.ON;
    double d = Math.abs(m.D());
    double pitch = 4 * Math.PI * m.A() / d;
    double cubic = Math.PI * Math.sqrt(m.A() / Math.abs(m.Kc1().orElse(0)));
    double exchange = exchange(m);
    if (ku <= 0) {
      double relative = d > 0 ? Double.POSITIVE_INFINITY : 0;
      return new LengthScales(
          exchange, pitch, Double.POSITIVE_INFINITY, pitch, relative, cubic, isDipolar);
    }
    double wall = Math.sqrt(m.A() / ku);
    double relative = d / (4 * Math.sqrt(m.A() * ku) / Math.PI);
    return new LengthScales(
        exchange, pitch, wall, period(relative) * wall, relative, cubic, isDipolar);
  }

  private static double exchange(MaterialSpec m) {
    return Math.sqrt(2 * m.A() / (MU0 * m.Ms() * m.Ms()));
  }

  /** The demagnetising field as walls see it: in a thin film that of all cells is a local one. */
  static DemagKind seen(MaterialSpec m, FilmSpec film) {
    boolean isThin = film.thickness() <= exchange(m);
    return film.demag() == DemagKind.ON && isThin ? DemagKind.LOCAL : film.demag();
  }

  /** Wall width [m]. */
  public double wallWidth() {
    return Math.PI * wall;
  }

  /**
   * The shortest length that the cells have to resolve: the wall width or the pitch, and with the
   * demagnetising field of all cells pi times the exchange length, the width of a wall that this
   * field holds together.
   */
  public double shortest() {
    return Math.min(Math.min(pitch, wallWidth()), Math.min(cubic, dipolarWidth()));
  }

  public String shortestName() {
    if (shortest() == dipolarWidth() && shortest() < cubic) {
      return "width of magnetostatic walls (pi exchange lengths)";
    }
    if (shortest() == cubic) {
      return "width of cubic walls (pi sqrt(A/|Kc1|))";
    }
    return wallWidth() <= pitch ? "wall width" : "DMI pitch";
  }

  private double dipolarWidth() {
    return isDipolar ? Math.PI * exchange : Double.POSITIVE_INFINITY;
  }

  /** 4 k K(k) with E(k)/k = d, by bisection: E(k)/k falls from infinity to 1. */
  private static double period(double d) {
    if (!(d > 1)) {
      return Double.POSITIVE_INFINITY;
    }
    double low = 0;
    double high = 1;
    for (double k = 0.5; k > low && k < high; k = 0.5 * (low + high)) {
      if (LegendreEllipticIntegral.bigE(k * k) / k > d) {
        low = k;
      } else {
        high = k;
      }
    }
    return 4 * low * LegendreEllipticIntegral.bigK(low * low);
  }
}
