package hopfilm.grid;

/**
 * A disc.
 *
 * @param cx centre, x [m]
 * @param cy centre, y [m]
 * @param radius radius [m], not negative; zero is a point
 */
public record Disc(double cx, double cy, double radius) implements Shape {

  /**
   * @throws IllegalArgumentException if the radius is negative or a number is not finite
   */
  public Disc {
    if (!(radius >= 0) || !Double.isFinite(cx + cy + radius)) {
      throw new IllegalArgumentException(
          "a disc needs a finite centre and a radius of at least 0, not (%g m, %g m) and %g m"
              .formatted(cx, cy, radius));
    }
  }

  @Override
  public boolean contains(double x, double y, double margin) {
    double reach = radius + margin;
    return (x - cx) * (x - cx) + (y - cy) * (y - cy) <= reach * reach;
  }

  @Override
  public double distance(double x, double y) {
    return Math.max(0, Math.hypot(x - cx, y - cy) - radius);
  }

  @Override
  public Rectangle box() {
    return new Rectangle(cx - radius, cy - radius, cx + radius, cy + radius);
  }
}
