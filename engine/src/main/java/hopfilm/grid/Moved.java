package hopfilm.grid;

/**
 * A shape that is turned about the middle of its box, and then moved.
 *
 * @param shape as it was
 * @param angle by which it is turned, counter-clockwise [rad]
 * @param dx along x [m]
 * @param dy along y [m]
 */
public record Moved(Shape shape, double angle, double dx, double dy) implements Shape {

  /**
   * @throws IllegalArgumentException if a number is not finite
   */
  public Moved {
    if (!Double.isFinite(angle + dx + dy)) {
      throw new IllegalArgumentException(
          "a shape is moved by finite numbers, not %g rad, %g m, %g m".formatted(angle, dx, dy));
    }
  }

  @Override
  public boolean contains(double x, double y, double margin) {
    return shape.contains(backX(x, y), backY(x, y), margin);
  }

  @Override
  public double distance(double x, double y) {
    return shape.distance(backX(x, y), backY(x, y));
  }

  /** Around the corners of the box of the shape: of a turned shape not always the smallest. */
  @Override
  public Rectangle box() {
    Rectangle r = shape.box();
    double x = centreX() + dx;
    double y = centreY() + dy;
    double c = Math.abs(cos());
    double s = Math.abs(sin());
    double a = (c * (r.x1() - r.x0()) + s * (r.y1() - r.y0())) / 2;
    double b = (s * (r.x1() - r.x0()) + c * (r.y1() - r.y0())) / 2;
    return new Rectangle(x - a, y - b, x + a, y + b);
  }

  /** The point about which it is turned, x [m]. */
  public double centreX() {
    return (shape.box().x0() + shape.box().x1()) / 2;
  }

  /** The point about which it is turned, y [m]. */
  public double centreY() {
    return (shape.box().y0() + shape.box().y1()) / 2;
  }

  private double backX(double x, double y) {
    double u = x - dx - centreX();
    double v = y - dy - centreY();
    return centreX() + cos() * u + sin() * v;
  }

  private double backY(double x, double y) {
    double u = x - dx - centreX();
    double v = y - dy - centreY();
    return centreY() - sin() * u + cos() * v;
  }

  /** Right angles are exact. */
  private double cos() {
    double quarters = angle / (Math.PI / 2);
    return isWhole(quarters) ? Math.rint(Math.cos(angle)) : Math.cos(angle);
  }

  private double sin() {
    double quarters = angle / (Math.PI / 2);
    return isWhole(quarters) ? Math.rint(Math.sin(angle)) : Math.sin(angle);
  }

  private static boolean isWhole(double quarters) {
    return Math.abs(quarters - Math.rint(quarters)) < 1e-12;
  }
}
