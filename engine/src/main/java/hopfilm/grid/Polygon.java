package hopfilm.grid;

import java.util.Arrays;
import java.util.List;

/**
 * A polygon, closed from the last point to the first; where it crosses itself, what is enclosed an
 * odd number of times is inside.
 */
public final class Polygon implements Shape {
  private final double[] x;
  private final double[] y;
  private final Sides sides;

  /**
   * @param x corners, x [m]
   * @param y corners, y [m]
   * @throws IllegalArgumentException if there are fewer than three points or one is not finite
   */
  public Polygon(double[] x, double[] y) {
    if (x.length != y.length || x.length < 3) {
      throw new IllegalArgumentException(
          "a polygon needs at least three points, each with x and y; got %d x and %d y"
              .formatted(x.length, y.length));
    }
    this.x = x.clone();
    this.y = y.clone();
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new IllegalArgumentException(
            "point %d of a polygon is not finite: (%g m, %g m)".formatted(i + 1, x[i], y[i]));
      }
    }
    sides = new Sides(List.<double[][]>of(corners()));
  }

  /** Corners, x [m]. */
  public double[] x() {
    return x.clone();
  }

  /** Corners, y [m]. */
  public double[] y() {
    return y.clone();
  }

  /** All x and all y, not copied. */
  double[][] corners() {
    return new double[][] {x, y};
  }

  @Override
  public boolean contains(double px, double py, double margin) {
    return sides.contains(px, py, margin);
  }

  @Override
  public double distance(double px, double py) {
    return sides.distance(px, py);
  }

  @Override
  public Rectangle box() {
    return sides.box();
  }

  @Override
  public double tests(double points, double spacing) {
    return Shape.super.tests(points, spacing) * (1 + sides.each());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polygon p && Arrays.equals(x, p.x) && Arrays.equals(y, p.y);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
  }

  @Override
  public String toString() {
    return "Polygon[x=" + Arrays.toString(x) + ", y=" + Arrays.toString(y) + "]";
  }
}
