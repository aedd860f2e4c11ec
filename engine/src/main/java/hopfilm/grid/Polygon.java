package hopfilm.grid;

import java.util.Arrays;

/**
 * A polygon, closed from the last point to the first; where it crosses itself, what is enclosed an
 * odd number of times is inside.
 *
 * @param x corners, x [m]
 * @param y corners, y [m]
 */
public record Polygon(double[] x, double[] y) implements Shape {

  /**
   * @throws IllegalArgumentException if there are fewer than three points or one is not finite
   */
  public Polygon {
    if (x.length != y.length || x.length < 3) {
      throw new IllegalArgumentException(
          "a polygon needs at least three points, each with x and y; got %d x and %d y"
              .formatted(x.length, y.length));
    }
    x = x.clone();
    y = y.clone();
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new IllegalArgumentException(
            "point %d of a polygon is not finite: (%g m, %g m)".formatted(i + 1, x[i], y[i]));
      }
    }
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  @Override
  public boolean contains(double px, double py, double margin) {
    return isOnRim(px, py, Math.abs(margin)) ? margin >= 0 : encloses(px, py);
  }

  @Override
  public double distance(double px, double py) {
    return contains(px, py, 0) ? 0 : rimDistance(px, py);
  }

  /**
   * True if a side is at most this far away [m]; most are above or below, which is seen at once.
   */
  boolean isOnRim(double px, double py, double margin) {
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if (py >= Math.min(y[i], y[j]) - margin
          && py <= Math.max(y[i], y[j]) + margin
          && distance2(px, py, j, i) <= margin * margin) {
        return true;
      }
    }
    return false;
  }

  /** True if a ray from the point crosses the sides an odd number of times. */
  boolean encloses(double px, double py) {
    boolean inside = false;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if (y[i] > py != y[j] > py && px < x[i] + (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i])) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Distance of a point from the nearest side [m]. */
  double rimDistance(double px, double py) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      nearest = Math.min(nearest, distance2(px, py, j, i));
    }
    return Math.sqrt(nearest);
  }

  @Override
  public Rectangle box() {
    return new Rectangle(
        Arrays.stream(x).min().getAsDouble(),
        Arrays.stream(y).min().getAsDouble(),
        Arrays.stream(x).max().getAsDouble(),
        Arrays.stream(y).max().getAsDouble());
  }

  /** Square of the distance from the side between corners a and b. */
  private double distance2(double px, double py, int a, int b) {
    double sx = x[b] - x[a];
    double sy = y[b] - y[a];
    double length2 = sx * sx + sy * sy;
    double t = length2 > 0 ? ((px - x[a]) * sx + (py - y[a]) * sy) / length2 : 0;
    t = Math.max(0, Math.min(1, t));
    double ex = px - x[a] - t * sx;
    double ey = py - y[a] - t * sy;
    return ex * ex + ey * ey;
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
