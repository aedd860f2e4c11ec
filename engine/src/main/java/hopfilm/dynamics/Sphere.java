package hopfilm.dynamics;

import hopfilm.grid.VectorField;

/** Geometry of textures: a point on a unit sphere in each cell. */
final class Sphere {

  /** Angle from which two directions count as opposite or equal [rad]. */
  private static final double ALIGNED = 1e-6;

  private Sphere() {}

  /** Root of the sum of the squares of all angles between two textures [rad]. */
  static double distance(VectorField a, VectorField b) {
    double sum = 0;
    for (int c = 0; c < a.x().length; c++) {
      double x = a.x()[c] - b.x()[c];
      double y = a.y()[c] - b.y()[c];
      double z = a.z()[c] - b.z()[c];
      double angle = 2 * Math.asin(Math.min(1, 0.5 * Math.sqrt(x * x + y * y + z * z)));
      sum += angle * angle;
    }
    return Math.sqrt(sum);
  }

  /** The texture at a share of the way from a to b, by a great circle in each cell. */
  static VectorField between(VectorField a, VectorField b, double share) {
    VectorField m = a.copy();
    for (int c = 0; c < m.x().length; c++) {
      double x = a.y()[c] * b.z()[c] - a.z()[c] * b.y()[c];
      double y = a.z()[c] * b.x()[c] - a.x()[c] * b.z()[c];
      double z = a.x()[c] * b.y()[c] - a.y()[c] * b.x()[c];
      double sine = Math.sqrt(x * x + y * y + z * z);
      double cosine = a.x()[c] * b.x()[c] + a.y()[c] * b.y()[c] + a.z()[c] * b.z()[c];
      double angle = share * Math.atan2(sine, cosine);
      if (sine < ALIGNED) {
        if (cosine >= 0) {
          continue;
        }
        // any axis across two opposite directions turns one into the other
        boolean isAlongZ = Math.abs(a.z()[c]) > 0.9;
        x = isAlongZ ? 0 : a.y()[c];
        y = isAlongZ ? a.z()[c] : -a.x()[c];
        z = isAlongZ ? -a.y()[c] : 0;
        sine = Math.sqrt(x * x + y * y + z * z);
      }
      double cos = Math.cos(angle);
      double sin = Math.sin(angle) / sine;
      m.x()[c] = a.x()[c] * cos + (y * a.z()[c] - z * a.y()[c]) * sin;
      m.y()[c] = a.y()[c] * cos + (z * a.x()[c] - x * a.z()[c]) * sin;
      m.z()[c] = a.z()[c] * cos + (x * a.y()[c] - y * a.x()[c]) * sin;
    }
    return m;
  }
}
