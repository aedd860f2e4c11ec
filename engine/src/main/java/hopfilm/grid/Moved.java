package hopfilm.grid;

import java.util.Objects;

/** A shape that is turned about the middle of its box, and then moved. */
public final class Moved implements Shape {
  private final Shape shape;
  private final double angle;
  private final double dx;
  private final double dy;
  private final double centreX;
  private final double centreY;
  private final double cos;
  private final double sin;
  private final Rectangle box;

  /**
   * @param shape as it was
   * @param angle by which it is turned, counter-clockwise [rad]
   * @param dx along x [m]
   * @param dy along y [m]
   * @throws IllegalArgumentException if a number is not finite
   */
  public Moved(Shape shape, double angle, double dx, double dy) {
    if (!Double.isFinite(angle + dx + dy)) {
      throw new IllegalArgumentException(
          "a shape is moved by finite numbers, not %g rad, %g m, %g m".formatted(angle, dx, dy));
    }
    this.shape = shape;
    this.angle = angle;
    this.dx = dx;
    this.dy = dy;
    Rectangle r = shape.box();
    centreX = (r.x0() + r.x1()) / 2;
    centreY = (r.y0() + r.y1()) / 2;
    // right angles are exact
    double quarters = angle / (Math.PI / 2);
    boolean isWhole = Math.abs(quarters - Math.rint(quarters)) < 1e-12;
    cos = isWhole ? Math.rint(Math.cos(angle)) : Math.cos(angle);
    sin = isWhole ? Math.rint(Math.sin(angle)) : Math.sin(angle);
    double x = centreX + dx;
    double y = centreY + dy;
    double a = (Math.abs(cos) * (r.x1() - r.x0()) + Math.abs(sin) * (r.y1() - r.y0())) / 2;
    double b = (Math.abs(sin) * (r.x1() - r.x0()) + Math.abs(cos) * (r.y1() - r.y0())) / 2;
    box = new Rectangle(x - a, y - b, x + a, y + b);
  }

  /** As it was. */
  public Shape shape() {
    return shape;
  }

  /** By which it is turned, counter-clockwise [rad]. */
  public double angle() {
    return angle;
  }

  /** By which it is moved, x [m]. */
  public double dx() {
    return dx;
  }

  /** By which it is moved, y [m]. */
  public double dy() {
    return dy;
  }

  /** The point about which it is turned, x [m]. */
  public double centreX() {
    return centreX;
  }

  /** The point about which it is turned, y [m]. */
  public double centreY() {
    return centreY;
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
    return box;
  }

  @Override
  public double tests(double points, double spacing) {
    double own = Shape.super.tests(points, spacing);
    return own + shape.tests(own, spacing);
  }

  private double backX(double x, double y) {
    double u = x - dx - centreX;
    double v = y - dy - centreY;
    return centreX + cos * u + sin * v;
  }

  private double backY(double x, double y) {
    double u = x - dx - centreX;
    double v = y - dy - centreY;
    return centreY - sin * u + cos * v;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Moved m
        && shape.equals(m.shape)
        && angle == m.angle
        && dx == m.dx
        && dy == m.dy;
  }

  @Override
  public int hashCode() {
    return Objects.hash(shape, angle, dx, dy);
  }

  @Override
  public String toString() {
    return "Moved[%s, %s rad, %s m, %s m]".formatted(shape, angle, dx, dy);
  }
}
