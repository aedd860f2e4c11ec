package hopfilm.grid;

/**
 * A rectangle along the axes; without extent along one axis it is a segment.
 *
 * @param x0 low x [m]
 * @param y0 low y [m]
 * @param x1 high x [m]
 * @param y1 high y [m]
 */
public record Rectangle(double x0, double y0, double x1, double y1) implements Shape {

  /**
   * @throws IllegalArgumentException if a high side lies below its low side or is not finite
   */
  public Rectangle {
    if (!(x1 >= x0) || !(y1 >= y0) || !Double.isFinite(x0 + y0 + x1 + y1)) {
      throw new IllegalArgumentException(
          "a rectangle needs x0 <= x1 and y0 <= y1, not (%g, %g) to (%g, %g) m"
              .formatted(x0, y0, x1, y1));
    }
  }

  @Override
  public boolean contains(double x, double y, double margin) {
    return x >= x0 - margin && x <= x1 + margin && y >= y0 - margin && y <= y1 + margin;
  }

  @Override
  public double distance(double x, double y) {
    double beyondX = Math.max(0, Math.max(x0 - x, x - x1));
    double beyondY = Math.max(0, Math.max(y0 - y, y - y1));
    return Math.hypot(beyondX, beyondY);
  }

  @Override
  public Rectangle box() {
    return this;
  }
}
