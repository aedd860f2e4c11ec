package hopfilm.grid;

import java.util.List;

/**
 * The straight sides of closed lines. They are kept by strips along y, so that a point is compared
 * with those near it alone.
 */
final class Sides {

  /** Entries of all strips for each side, at most on average; tall sides lie in many. */
  private static final int MAX_ENTRIES = 4;

  private final double[] ax;
  private final double[] ay;
  private final double[] bx;
  private final double[] by;
  private final Rectangle box;
  private final int strips;
  private final double perMetre;

  /** Where the sides of each strip begin in {@link #sides}. */
  private final int[] first;

  private final int[] sides;

  /**
   * @param lines by x and y of their corners
   */
  Sides(List<double[][]> lines) {
    int n = lines.stream().mapToInt(line -> line[0].length).sum();
    ax = new double[n];
    ay = new double[n];
    bx = new double[n];
    by = new double[n];
    double x0 = Double.POSITIVE_INFINITY;
    double y0 = Double.POSITIVE_INFINITY;
    double x1 = Double.NEGATIVE_INFINITY;
    double y1 = Double.NEGATIVE_INFINITY;
    int side = 0;
    for (double[][] line : lines) {
      double[] x = line[0];
      double[] y = line[1];
      for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
        ax[side] = x[j];
        ay[side] = y[j];
        bx[side] = x[i];
        by[side++] = y[i];
        x0 = Math.min(x0, x[i]);
        y0 = Math.min(y0, y[i]);
        x1 = Math.max(x1, x[i]);
        y1 = Math.max(y1, y[i]);
      }
    }
    box = new Rectangle(x0, y0, x1, y1);
    strips = y1 > y0 ? strips(n) : 1;
    perMetre = y1 > y0 ? strips / (y1 - y0) : 0;
    first = new int[strips + 1];
    for (int k = 0; k < n; k++) {
      for (int s = strip(Math.min(ay[k], by[k])); s <= strip(Math.max(ay[k], by[k])); s++) {
        first[s + 1]++;
      }
    }
    for (int s = 0; s < strips; s++) {
      first[s + 1] += first[s];
    }
    sides = new int[first[strips]];
    int[] next = first.clone();
    for (int k = 0; k < n; k++) {
      for (int s = strip(Math.min(ay[k], by[k])); s <= strip(Math.max(ay[k], by[k])); s++) {
        sides[next[s]++] = k;
      }
    }
  }

  /** As many as there are sides, or as their height allows. */
  private int strips(int n) {
    double height = 0;
    for (int k = 0; k < n; k++) {
      height += Math.abs(by[k] - ay[k]) / (box.y1() - box.y0());
    }
    return (int) Math.max(1, Math.min(n, (MAX_ENTRIES - 1) * n / Math.max(1, height)));
  }

  private int strip(double y) {
    return (int) Math.max(0, Math.min(strips - 1.0, (y - box.y0()) * perMetre));
  }

  Rectangle box() {
    return box;
  }

  /** Sides with which a point within the box is compared on average. */
  double each() {
    return (double) sides.length / strips;
  }

  /** True if the point lies on a side, to the margin, or is enclosed by an odd number of lines. */
  boolean contains(double x, double y, double margin) {
    double near = Math.abs(margin);
    // strips and boxes are searched a little further than the margin: rounding must not decide
    if (!box.contains(x, y, 2 * near)) {
      return false;
    }
    return isOnSide(x, y, near) ? margin >= 0 : isEnclosed(x, y);
  }

  private boolean isOnSide(double x, double y, double margin) {
    int last = first[strip(y + 2 * margin) + 1];
    for (int n = first[strip(y - 2 * margin)]; n < last; n++) {
      int k = sides[n];
      if (y >= Math.min(ay[k], by[k]) - margin
          && y <= Math.max(ay[k], by[k]) + margin
          && square(k, x, y) <= margin * margin) {
        return true;
      }
    }
    return false;
  }

  /** True if a ray from the point crosses the sides an odd number of times. */
  private boolean isEnclosed(double x, double y) {
    boolean isInside = false;
    int strip = strip(y);
    for (int n = first[strip]; n < first[strip + 1]; n++) {
      int k = sides[n];
      if (by[k] > y != ay[k] > y && x < bx[k] + (ax[k] - bx[k]) * (y - by[k]) / (ay[k] - by[k])) {
        isInside = !isInside;
      }
    }
    return isInside;
  }

  /** Distance of a point from the shape, 0 inside [m]. */
  double distance(double x, double y) {
    return contains(x, y, 0) ? 0 : rimDistance(x, y);
  }

  /** From the strip of the point on, until those that are left lie further away. */
  private double rimDistance(double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    int at = strip(y);
    for (int away = 0; away < strips; away++) {
      double gap = 0.999 * Math.max(0, away - 1) / perMetre;
      if (away > 1 && gap * gap > nearest) {
        break;
      }
      nearest = Math.min(nearest, nearest(at - away, x, y));
      nearest = away == 0 ? nearest : Math.min(nearest, nearest(at + away, x, y));
    }
    return Math.sqrt(nearest);
  }

  private double nearest(int strip, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    if (strip >= 0 && strip < strips) {
      for (int n = first[strip]; n < first[strip + 1]; n++) {
        nearest = Math.min(nearest, square(sides[n], x, y));
      }
    }
    return nearest;
  }

  /** Square of the distance from a side. */
  private double square(int k, double x, double y) {
    double sx = bx[k] - ax[k];
    double sy = by[k] - ay[k];
    double length2 = sx * sx + sy * sy;
    double t = length2 > 0 ? ((x - ax[k]) * sx + (y - ay[k]) * sy) / length2 : 0;
    t = Math.max(0, Math.min(1, t));
    double ex = x - ax[k] - t * sx;
    double ey = y - ay[k] - t * sy;
    return ex * ex + ey * ey;
  }
}
