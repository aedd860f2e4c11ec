package hopfilm.check;

import static hopfilm.units.Constants.MU0;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Spiral;

/**
 * The lengths that a material sets [m]; cells must be well below the shortest.
 *
 * <pre>
 *   exchange length  sqrt(2A/(mu0 Ms^2))
 *   pitch            4 pi A/|D|             of the helix for Ku = 0; infinite without D
 *   wall parameter   sqrt(A/Ku)             infinite for Ku at most 0
 *   wall width       pi sqrt(A/Ku)          what a wall looks like across (Lilley's definition)
 *   cubic wall       pi sqrt(A/|Kc1|)       the same of walls that a cubic anisotropy makes
 *   period, Dc                              those of {@link Spiral}
 * </pre>
 *
 * <p>In a thin film with a demagnetising field and its axis along z, Ku is less mu0 Ms^2/2. The
 * field of all cells in a film thicker than the exchange length is no matter of one length, so that
 * Ku is left as it is.
 *
 * <p>With Ku2, Ku + Ku2 stands for Ku in the wall width alone: it gives the slope in the middle of
 * a wall, (dtheta/dx)^2 = sin^2(theta) (Ku + Ku2 (1 + cos^2(theta)))/A, by which that width is
 * defined. A wall with Kc1 depends on its direction: period and D/Dc are those without it.
 *
 * @param pitch pitch of the helix without anisotropy
 * @param wall wall parameter
 * @param period period of the spiral; infinite below Dc
 * @param relativeD |D|/Dc; without an easy axis infinite, or 0 without D
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
    double ku = m.anisotropy(seen(m, film));
    boolean isDipolar = film.demag() == DemagKind.ON;
    double d = Math.abs(m.D());
    double pitch = 4 * Math.PI * m.A() / d;
    double cubic = Math.PI * Math.sqrt(m.A() / Math.abs(m.Kc1().orElse(0)));
    double exchange = exchange(m);
    double middle = ku + m.Ku2();
    double wall = middle > 0 ? Math.sqrt(m.A() / middle) : Double.POSITIVE_INFINITY;
    if (!Spiral.hasWalls(ku, m.Ku2())) {
      double relative = d > 0 ? Double.POSITIVE_INFINITY : 0;
      return new LengthScales(exchange, pitch, wall, pitch, relative, cubic, isDipolar);
    }
    double period =
        Spiral.of(m.A(), ku, m.Ku2(), d).map(Spiral::period).orElse(Double.POSITIVE_INFINITY);
    return new LengthScales(
        exchange, pitch, wall, period, d / threshold(m, film), cubic, isDipolar);
  }

  /** Whether an experiment has no uniaxial anisotropy, as walls see it. */
  static boolean isIsotropic(Experiment e) {
    MaterialSpec m = e.material();
    return m.anisotropy(seen(m, e.film())) == 0 && m.Ku2() == 0;
  }

  /** Dc of a material in a film, 0 without an easy axis [J/m^2]. */
  static double threshold(MaterialSpec m, FilmSpec film) {
    return Spiral.threshold(m.A(), m.anisotropy(seen(m, film)), m.Ku2());
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
}
