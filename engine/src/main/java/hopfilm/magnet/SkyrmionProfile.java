package hopfilm.magnet;

/**
 * Profile of a skyrmion as a ring-shaped wall, theta(r) = 2 atan(sinh(R/w)/sinh(r/w)): pi in the
 * core, pi/2 at r = R, 0 far out. X. S. Wang, H. Y. Yuan, X. R. Wang, Commun. Phys. 1, 31 (2018),
 * doi:10.1038/s42005-018-0029-0.
 *
 * @param radius R, where m lies in the plane [m]
 * @param wallParameter w; the wall is pi w wide [m]
 */
public record SkyrmionProfile(double radius, double wallParameter) {

  /**
   * @throws IllegalArgumentException if a length is not positive and finite
   */
  public SkyrmionProfile {
    WallProfile.requireLength("radius of a skyrmion", radius);
    WallProfile.requireLength("wall parameter of a skyrmion", wallParameter);
  }

  /**
   * A good start in a material, of its first cell: with d = |D|/Dc and w0 = sqrt(A/Ku) the
   * equilibrium of an isolated skyrmion without demagnetising field, R = w0 d/sqrt(1 - d^2) and w =
   * w0 d (Wang, Yuan and Wang), for d of at least 1/2. R is at most a quarter of the pitch 4 pi
   * A/|D|: from d near 1 on skyrmions grow into stripes unless something holds them.
   */
  public static SkyrmionProfile suggested(Material material) {
    double A = material.A().at(0);
    double Ku = material.Ku().at(0);
    double D = Math.abs(material.D().at(0));
    double w0 = WallProfile.suggestedWidth(material);
    double quarter = D == 0 ? Double.POSITIVE_INFINITY : Math.PI * A / D;
    if (Ku <= 0) {
      return new SkyrmionProfile(Math.min(quarter, 3 * w0), w0);
    }
    double d = Math.max(0.5, Math.PI * D / (4 * Math.sqrt(A * Ku)));
    double free = d < 1 ? w0 * d / Math.sqrt(1 - d * d) : Double.POSITIVE_INFINITY;
    return new SkyrmionProfile(Math.min(free, quarter), w0 * Math.min(d, 1));
  }

  /** tan(theta/2) at a distance from the centre; infinite in the centre itself. */
  double halfTangent(double r) {
    // sinh(R/w)/sinh(r/w) without overflow
    double decay = Math.exp((radius - r) / wallParameter);
    return decay * Math.expm1(-2 * radius / wallParameter) / Math.expm1(-2 * r / wallParameter);
  }
}
