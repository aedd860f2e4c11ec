package hopfilm.grid;

/**
 * An ellipse with its axes along x and y.
 *
 * @param cx centre, x [m]
 * @param cy centre, y [m]
 * @param a half its extent along x [m], above 0
 * @param b half its extent along y [m], above 0
 */
public record Ellipse(double cx, double cy, double a, double b) implements Shape {

  /** Halvings of the interval in which the nearest point of the rim lies; to rounding. */
  private static final int HALVINGS = 60;

  /**
   * @throws IllegalArgumentException if a half axis is not positive or a number is not finite
   */
  public Ellipse {
    if (!(a > 0) || !(b > 0) || !Double.isFinite(cx + cy + a + b)) {
      throw new IllegalArgumentException(
          "an ellipse needs a finite centre and half axes above 0, not (%g m, %g m), %g m and %g m"
              .formatted(cx, cy, a, b));
    }
  }

  @Override
  public boolean contains(double x, double y, double margin) {
    double reachX = a + margin;
    double reachY = b + margin;
    double u = (x - cx) / reachX;
    double v = (y - cy) / reachY;
    return reachX > 0 && reachY > 0 && u * u + v * v <= 1;
  }

  /**
   * By the root t of (a x/(t + a^2))^2 + (b y/(t + b^2))^2 = 1, for which (a^2 x/(t + a^2), b^2
   * y/(t + b^2)) is the nearest point of the rim: D. Eberly, Distance from a Point to an Ellipse
   * (2013).
   */
  @Override
  public double distance(double x, double y) {
    if (contains(x, y, 0)) {
      return 0;
    }
    double px = Math.abs(x - cx);
    double py = Math.abs(y - cy);
    double low = 0;
    double high = Math.max(a, b) * Math.hypot(px, py);
    for (int k = 0; k < HALVINGS; k++) {
      double t = 0.5 * (low + high);
      double u = a * px / (t + a * a);
      double v = b * py / (t + b * b);
      if (u * u + v * v > 1) {
        low = t;
      } else {
        high = t;
      }
    }
    double t = 0.5 * (low + high);
    return Math.hypot(px * t / (t + a * a), py * t / (t + b * b));
  }

  @Override
  public Rectangle box() {
    return new Rectangle(cx - a, cy - b, cx + a, cy + b);
  }
}
